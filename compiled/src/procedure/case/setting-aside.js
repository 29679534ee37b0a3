"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "setEntryAsideBy", {
    enumerable: true,
    get: function() {
        return setEntryAsideBy;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _corrections = require("./corrections");
const _correctiontellings = require("./correction-tellings");
const _dates = require("../time/dates");
const _decision = require("../decision");
const _facts = require("./facts");
const _forms = require("../forms");
const _openingentry = require("./opening-entry");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _steps = require("../dates/steps");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/* Always open: set an entry aside that was recorded in error. It stays on the record with what set it aside. */ const setEntryAsideForm = _mini.strictObject({
    entry: (0, _forms.count)('The entry recorded in error', 'Its number on the record'),
    reason: (0, _forms.words)('The reason')
});
/** Another decision that puts right what this one recorded in error, and does more than set it aside. */ const otherwise = {
    correctFact: (0, _sentence.says)`Correct the entry that it corrected once more instead${_sentence.part.by('correctFact')}.`,
    setEntryAside: 'Record again what was set aside instead.',
    addFamilyMember: (0, _sentence.says)`Remove the family member instead${_sentence.part.by('removeFamilyMember')}.`,
    addChild: (0, _sentence.says)`Remove the child instead${_sentence.part.by('removeChild')}.`,
    shutOut: (0, _sentence.says)`Restore the person's access instead${_sentence.part.by('letBackIn')}.`,
    letBackIn: (0, _sentence.says)`Restrict the person's access again instead${_sentence.part.by('shutOut')}.`,
    replacePerson: (0, _sentence.says)`Replace the person again instead${_sentence.part.by('replacePerson')}.`
};
const without = (file, { name, fact })=>({
        ...file,
        facts: {
            ...file.facts,
            [name]: (0, _facts.factsOf)(file, name).filter(({ seq })=>seq !== fact.seq)
        }
    });
const standing = (file)=>Object.entries(file.facts)// The keys of the facts are names of decisions.
    .flatMap(([name, facts])=>facts.map((fact)=>({
                name: name,
                fact
            }))).sort((a, b)=>a.fact.seq - b.fact.seq);
/** True if a decision that stands could not have been taken on this file. */ function against(file, one, find) {
    const { by, role, on, recordedAt: now, form } = one.fact;
    const { follows = [], needs, refuse } = find(one.name);
    const others = without(file, one);
    return follows.some((name)=>(0, _facts.factsOf)(others, name).length === 0) || needs?.(others) !== undefined || refuse?.(others, form, {
        by,
        role,
        on,
        now,
        today: (0, _dates.londonDate)(now)
    }) !== undefined;
}
/** The first decision that rests on this one: without it, it could not have been taken. */ const restsOn = (file, aside, find)=>{
    const after = without(file, aside);
    return standing(after).filter(({ fact })=>fact.seq > aside.fact.seq).find((one)=>{
        const { step, after: own } = find(one.name);
        const before = own ?? (step === undefined ? [] : _steps.steps[step].after);
        const reopened = before.some((id)=>(0, _steps.isSettled)(file, id) && !(0, _steps.isSettled)(after, id));
        return reopened || !against(file, one, find) && against(after, one, find);
    });
};
function cannotSetAside(file, entry, find) {
    if (entry === _openingentry.openingSeq) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`Entry 1 is the notification: correct it${_sentence.part.by('correctFact')}, or withdraw the case that was opened in error${_sentence.part.by('withdrawCase')}.`);
    }
    const found = (0, _corrections.factBySeq)(file, entry);
    if (found === undefined) {
        return (0, _refusals.refusal)('invalid', `Entry ${entry} is no decision that stands on this case's record.`);
    }
    const { title, effect } = find(found.name);
    const instead = otherwise[found.name];
    if (instead !== undefined || effect !== undefined) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`"${title}" has changed the case, and is not undone by being set aside. ${instead ?? 'Take a decision that changes it again instead.'}`);
    }
    const resting = restsOn(file, found, find);
    return resting === undefined ? undefined : (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`Entry ${resting.fact.seq}, "${find(resting.name).title}" of ${_sentence.part.day(resting.fact.on)}, rests on it. Set that aside first${_sentence.part.by('setEntryAside', {
        entry: resting.fact.seq
    })}.`);
}
const setEntryAsideBy = (find)=>(0, _decision.define)({
        name: 'setEntryAside',
        title: 'Set an entry aside that was recorded in error',
        past: 'set an entry aside that was recorded in error',
        source: 'always open: what was recorded in error is put right on the record',
        roles: [
            ..._roles.businessUnit,
            'scrutineer'
        ],
        form: setEntryAsideForm,
        decides: [
            'entry'
        ],
        notOpen: ()=>undefined,
        refuse: (file, form)=>cannotSetAside(file, form.entry, find),
        effect: (file, taken)=>{
            const found = (0, _corrections.factBySeq)(file, taken.form.entry);
            if (found === undefined) return file;
            // The name and the fact are of one decision, as they stood on the file.
            const aside = {
                ...found,
                by: taken.seq
            };
            return {
                ...without(file, found),
                superseded: [
                    ...file.superseded,
                    aside
                ],
                course: file.course + 1
            };
        },
        notices: [
            _correctiontellings.factCorrected
        ],
        tells: (_file, taken, before)=>(0, _correctiontellings.retractionTellings)(before, {
                entry: taken.form.entry,
                field: 'on',
                find
            })
    });

//# sourceMappingURL=setting-aside.js.map

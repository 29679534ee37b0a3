"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get letBackIn () {
        return letBackIn;
    },
    get shutOut () {
        return shutOut;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _roles = require("../roles");
const _shutout = require("../case/shut-out");
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
/* Always open: somebody with a conflict of interest leaves the case, takes nothing in it and is told nothing of it. */ const shutOutForm = _mini.strictObject({
    person: (0, _forms.person)('The person'),
    reason: (0, _forms.words)('The conflict of interest', 'Kept in the records. The person themselves cannot read it')
});
const letBackInForm = _mini.strictObject({
    person: (0, _forms.person)('The person', undefined, 'person-shut-out'),
    reason: (0, _forms.words)('Why there is no longer a conflict')
});
const alwaysOpen = ()=>undefined;
const withoutPerson = (people, leaves)=>Object.fromEntries(Object.entries(people).map(([role, holders])=>[
            role,
            holders.filter((holder)=>holder !== leaves)
        ]));
/** A part that would be left empty: the procedure has to have somebody in it, so another takes it first. */ const onlyHolderOf = (file, leaves)=>(0, _shutout.rolesIn)(file, leaves).find((role)=>file.people[role]?.every((holder)=>holder === leaves) === true);
const shutOut = (0, _decision.define)({
    name: 'shutOut',
    title: "Restrict a person's access",
    past: "restricted a person's access",
    confirmation: "Person's access restricted",
    source: 'always open: conflict of interest',
    roles: [
        'business-manager',
        'scrutineer'
    ],
    form: shutOutForm,
    decides: [
        'person'
    ],
    notOpen: alwaysOpen,
    refuse: (file, form)=>{
        if ((0, _shutout.isShutOut)(file, form.person)) {
            return (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.person(form.person)}'s access to this case is restricted already.`);
        }
        const only = onlyHolderOf(file, form.person);
        if (only === undefined) return (0, _shutout.stranger)(file, form.person);
        const replace = only === 'author' ? 'replaceAuthor' : 'replacePerson';
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.person(form.person)} is the only ${_sentence.part.role(only, file.policy.roleTitles)} in this case. Replace them first${_sentence.part.by(replace)}.`);
    },
    effect: (file, taken)=>({
            ...file,
            people: withoutPerson(file.people, taken.form.person),
            shutOut: {
                ...file.shutOut,
                [taken.form.person]: (0, _shutout.rolesIn)(file, taken.form.person)
            }
        })
});
const seatedAgain = (people, joins, parts)=>({
        ...people,
        ...Object.fromEntries(_roles.caseRoles.filter((role)=>parts.includes(role)).map((role)=>[
                role,
                [
                    ...(people[role] ?? []).filter((holder)=>holder !== joins),
                    joins
                ]
            ]))
    });
const letBackIn = (0, _decision.define)({
    name: 'letBackIn',
    title: "Restore a person's access",
    past: "restored a person's access",
    confirmation: "Person's access restored",
    source: 'always open: the conflict of interest is over, or was none',
    roles: [
        'business-manager',
        'scrutineer'
    ],
    form: letBackInForm,
    decides: [
        'person'
    ],
    notOpen: alwaysOpen,
    refuse: (file, form, taking)=>(0, _shutout.isShutOut)(file, form.person) ? (0, _decision.notBefore)((0, _facts.factsOf)(file, 'shutOut').findLast((one)=>one.form.person === form.person), taking, (0, _sentence.says)`${_sentence.part.person(form.person)}'s access was restricted on`) : (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.person(form.person)}'s access to this case is not restricted.`),
    effect: (file, taken)=>{
        const { [taken.form.person]: parts = [], ...others } = file.shutOut ?? {};
        return {
            ...file,
            people: seatedAgain(file.people, taken.form.person, parts),
            shutOut: others
        };
    }
});

//# sourceMappingURL=conflict-of-interest.js.map

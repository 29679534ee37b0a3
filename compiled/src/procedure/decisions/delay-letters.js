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
    get draftDelayLetter () {
        return draftDelayLetter;
    },
    get recordDelayAnswer () {
        return recordDelayAnswer;
    },
    get sendDelayLetter () {
        return sendDelayLetter;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _holds = require("../case/holds");
const _plan = require("../dates/plan");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
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
/* Letters that explain a hold's delay to the Panel and the Secretary of State: drafted, sent and answered. */ const hold = (which = 'standing-hold')=>(0, _forms.chosenAmong)(which, (0, _forms.code)('The hold', 'Its code, such as H9'));
const draftDelayLetterForm = _mini.strictObject({
    hold: hold(),
    keptAt: (0, _forms.keptAt)('The draft of the delay letter')
});
const sendDelayLetterForm = _mini.strictObject({
    hold: hold(),
    keptAt: (0, _forms.keptAt)('The delay letter as sent')
});
const recordDelayAnswerForm = _mini.strictObject({
    hold: hold('hold'),
    answer: (0, _forms.words)('The answer')
});
const alwaysOpen = ()=>undefined;
/** A letter is drafted, sent and answered in this order. */ const afterLetter = (file, name, { hold: id, taking })=>{
    const what = name === 'draftDelayLetter' ? 'The letter was drafted on' : 'The letter was sent on';
    return (0, _decision.notBefore)((0, _facts.factsOf)(file, name).findLast((one)=>one.form.hold === id), taking, what);
};
const delayLetter = (0, _notice.defineNotice)({
    kind: 'delay-letter',
    title: 'A review will be delayed',
    to: [
        'national-panel',
        'secretary-of-state',
        'business-manager'
    ],
    ofCase: true,
    sometimes: {
        expectedOn: _noticevalues.dateValue
    },
    stillTrue: _trueuntil.stands
});
const draftDelayLetter = (0, _decision.define)({
    name: 'draftDelayLetter',
    title: 'Record the draft of a delay letter',
    past: 'recorded the draft of a delay letter',
    confirmation: 'Draft of a delay letter recorded',
    source: 'Working Together: a delay is explained to the Panel and the Secretary of State',
    roles: _roles.businessUnit,
    form: draftDelayLetterForm,
    notOpen: alwaysOpen,
    once: (form)=>form.hold,
    refuse: (file, form, taking)=>(0, _holds.standingHold)(file, form.hold) ?? (0, _holds.afterPlacing)(file, form.hold, taking)
});
const sendDelayLetter = (0, _decision.define)({
    name: 'sendDelayLetter',
    title: 'Send a delay letter',
    past: 'sent a delay letter',
    confirmation: 'Delay letter sent',
    source: 'Working Together: a delay is explained to the Panel and the Secretary of State',
    roles: _roles.businessUnit,
    form: sendDelayLetterForm,
    notOpen: alwaysOpen,
    once: (form)=>form.hold,
    refuse: (file, form, taking)=>(0, _holds.standingHold)(file, form.hold) ?? ((0, _holds.letterOf)(file, form.hold).drafted ? afterLetter(file, 'draftDelayLetter', {
            hold: form.hold,
            taking
        }) : (0, _refusals.refusal)('too-early', (0, _sentence.says)`Record the draft of the letter first${_sentence.part.by('draftDelayLetter')}.`)),
    notices: [
        delayLetter
    ],
    tells: (file)=>[
            (0, _notice.tell)(delayLetter, {
                values: {
                    expectedOn: (0, _plan.extensionOf)(file, 'publication')
                }
            })
        ]
});
const recordDelayAnswer = (0, _decision.define)({
    name: 'recordDelayAnswer',
    title: 'Record the answer to a delay letter',
    past: 'recorded the answer to a delay letter',
    source: 'ways through: its answer recorded',
    roles: _roles.businessUnit,
    onBehalfOf: 'national-panel',
    form: recordDelayAnswerForm,
    notOpen: alwaysOpen,
    once: (form)=>form.hold,
    refuse: (file, form, taking)=>{
        if ((0, _holds.holdOf)(file, form.hold) === undefined) return (0, _refusals.refusal)('invalid', (0, _sentence.says)`There is no such hold in this case${_sentence.part.code(form.hold)}.`);
        return (0, _holds.letterOf)(file, form.hold).sent ? afterLetter(file, 'sendDelayLetter', {
            hold: form.hold,
            taking
        }) : (0, _refusals.refusal)('too-early', (0, _sentence.says)`No delay letter has been sent for that hold${_sentence.part.by('sendDelayLetter')}.`);
    }
});

//# sourceMappingURL=delay-letters.js.map

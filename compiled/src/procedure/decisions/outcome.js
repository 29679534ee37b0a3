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
    get enterOnMatrix () {
        return enterOnMatrix;
    },
    get recordCriteriaNotMet () {
        return recordCriteriaNotMet;
    },
    get recordOfstedNotification () {
        return recordOfstedNotification;
    },
    get recordOutcome () {
        return recordOutcome;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _position = require("../case/position");
const _toldotherwise = require("../case/told-otherwise");
const _notice = require("../reminders/notice");
const _roles = require("../roles");
const _outcomenotices = require("./outcome-notices");
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
/* Step 4: whether to notify, and what follows from that. */ const recordOutcomeForm = _mini.strictObject({
    outcome: (0, _forms.choice)('The outcome', {
        notify: 'Notify Ofsted and the National Panel',
        'not-to-proceed': 'Do not proceed to a Rapid Review'
    }),
    reason: (0, _forms.words)('The reason')
});
const recordOfstedNotificationForm = _mini.strictObject({
    reference: (0, _forms.code)("Ofsted's reference")
});
const recordCriteriaNotMetForm = _mini.strictObject({
    reason: (0, _forms.words)('Why the criteria were not met after all')
});
const enterOnMatrixForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The entry on the Matrix')
});
const recordOutcome = (0, _decision.define)({
    name: 'recordOutcome',
    step: 'outcome',
    title: 'Record the decision whether to notify',
    past: 'recorded the decision whether to notify',
    source: 'step 4',
    roles: [
        'la-partner'
    ],
    form: recordOutcomeForm,
    decides: [
        'outcome'
    ],
    needs: (file)=>(0, _facts.fact)(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true && (0, _facts.fact)(file, 'recordExecAnswer') === undefined ? (0, _refusals.refusal)('too-early', (0, _sentence.says)`The disagreement was escalated; record the Exec partners' answer first${_sentence.part.by('recordExecAnswer')}.`) : undefined,
    // Not to proceed stays open while nothing has gone to the Panel, so a first answer may still be changed for the other.
    refuse: (file, form, taking)=>{
        const before = (0, _facts.fact)(file, 'recordOutcome');
        if (before?.form.outcome === form.outcome) {
            return {
                ...(0, _refusals.refusal)('already-decided', (0, _sentence.says)`That is the outcome already, recorded by ${_sentence.part.person(before.by)} (${_sentence.part.role(before.role, file.policy.roleTitles)}) on ${_sentence.part.day(before.on)}.`),
                first: {
                    by: before.by,
                    at: before.recordedAt
                }
            };
        }
        const answered = (0, _facts.fact)(file, 'recordExecAnswer');
        return (0, _decision.notBefore)(answered, taking, 'The outcome comes after the Exec partners answered the escalation, on');
    },
    notices: [
        _outcomenotices.notificationToMake,
        _outcomenotices.notToProceed,
        _outcomenotices.proceedsAfterAll
    ],
    tells: _outcomenotices.outcomeTellings
});
const recordOfstedNotification = (0, _decision.define)({
    name: 'recordOfstedNotification',
    step: 'outcome',
    title: 'Record the notification to Ofsted and the National Panel',
    past: 'recorded the notification to Ofsted and the National Panel',
    source: 'step 4',
    roles: [
        'spr-coordinator',
        'business-manager'
    ],
    form: recordOfstedNotificationForm,
    once: true,
    follows: [
        'recordOutcome'
    ],
    needs: (file)=>(0, _facts.fact)(file, 'recordOutcome')?.form.outcome === 'notify' ? undefined : (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`The Local Authority has decided not to notify; it may still change that${_sentence.part.by('recordOutcome')}.`),
    notices: [
        _outcomenotices.ofstedNotified
    ],
    tells: ()=>[
            (0, _notice.tell)(_outcomenotices.ofstedNotified)
        ]
});
const enterOnMatrix = (0, _decision.define)({
    name: 'enterOnMatrix',
    step: 'outcome',
    title: "Enter the case on the Children's Case Matrix",
    past: "entered the case on the Children's Case Matrix",
    source: 'step 4; points of note: not to proceed with a Rapid Review',
    roles: _roles.businessUnit,
    form: enterOnMatrixForm,
    once: true,
    follows: [
        'recordOutcome'
    ],
    needs: (file)=>(0, _position.outcome)(file) === 'notify' ? (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`The case proceeds; it goes on the Matrix with its final report${_sentence.part.by('sendNoticeOfIntent')}.`) : undefined
});
const recordCriteriaNotMet = (0, _decision.define)({
    name: 'recordCriteriaNotMet',
    title: 'Decide that the criteria were not met after all',
    past: 'decided that the criteria were not met after all',
    source: "the Panel's FAQ: once notified, no Rapid Review is skipped unless the criteria prove not to be met",
    roles: [
        'la-partner'
    ],
    form: recordCriteriaNotMetForm,
    follows: [
        'recordOfstedNotification'
    ],
    notOpen: (file)=>{
        if ((0, _facts.fact)(file, 'submitRapidReview') !== undefined) {
            return (0, _refusals.refusal)('too-late', (0, _sentence.says)`The Rapid Review has gone to the Panel; the review decision can be reopened instead${_sentence.part.by('reopenReviewDecision')}.`);
        }
        if ((0, _position.isWithdrawn)(file)) return (0, _refusals.refusal)('against-the-record', 'The case is withdrawn.');
        return (0, _facts.fact)(file, 'recordCriteriaNotMet') === undefined ? undefined : (0, _refusals.refusal)('already-decided', 'It has already been decided that the criteria were not met.');
    },
    effect: (file)=>({
            ...file,
            course: file.course + 1
        }),
    notices: [
        _outcomenotices.criteriaNotMet
    ],
    tells: (file, { seq })=>[
            (0, _notice.tell)(_outcomenotices.criteriaNotMet, {
                to: (0, _toldotherwise.toldOfCriteriaNotMet)(file, seq)
            })
        ]
});

//# sourceMappingURL=outcome.js.map

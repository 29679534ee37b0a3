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
    get moveToCurrentProfile () {
        return moveToCurrentProfile;
    },
    get reopenCase () {
        return reopenCase;
    },
    get reopenReviewDecision () {
        return reopenReviewDecision;
    },
    get withdrawCase () {
        return withdrawCase;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _closedperiods = require("../closed-periods");
const _deadlines = require("../dates/deadlines");
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _position = require("../case/position");
const _reopened = require("../case/reopened");
const _roles = require("../roles");
const _toldotherwise = require("../case/told-otherwise");
const _notice = require("../reminders/notice");
const _trueuntil = require("../reminders/true-until");
const _panelnotices = require("./panel-notices");
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
/* Always open: what changes the course of a case. Nothing recorded is lost. */ const reopenReviewDecisionForm = _mini.strictObject({
    reason: (0, _forms.words)('The new facts')
});
const withdrawCaseForm = _mini.strictObject({
    why: (0, _forms.choice)('Why', {
        'opened-in-error': 'It was opened in error',
        duplicate: 'It duplicates another case'
    }),
    duplicateOf: _mini.optional((0, _forms.code)('The case it duplicates', 'Its reference, such as SIN-2026-0007')),
    reason: (0, _forms.words)('The reason')
});
const reopenCaseForm = _mini.strictObject({
    reason: (0, _forms.words)('The reason')
});
const moveToCurrentProfileForm = _mini.strictObject({
    reason: (0, _forms.words)('The reason')
});
const caseWithdrawn = (0, _notice.defineNotice)({
    kind: 'case-withdrawn',
    title: 'A case has been withdrawn',
    ofCase: true,
    stillTrue: _trueuntil.stands
});
const caseReopened = (0, _notice.defineNotice)({
    kind: 'case-reopened',
    title: 'A case has been reopened',
    ofCase: true,
    stillTrue: (_notice, file)=>file.closedOn === undefined ? undefined : 'The case has been closed since.'
});
const changeCourse = (file)=>({
        ...file,
        course: file.course + 1
    });
const reopenReviewDecision = (0, _decision.define)({
    name: 'reopenReviewDecision',
    title: 'Reopen the review decision',
    past: 'reopened the review decision',
    confirmation: 'Review decision reopened',
    source: 'always open: new facts arrive',
    roles: [
        'business-manager',
        'scrutineer',
        ..._roles.partnerRoles
    ],
    form: reopenReviewDecisionForm,
    notOpen: (file)=>{
        if (!(0, _position.isProceeding)(file) || (0, _facts.fact)(file, 'recordDetermination') === undefined) {
            return (0, _refusals.refusal)('too-early', 'No review decision has been taken in this case yet.');
        }
        return (0, _position.reviewDecisionIsOpen)(file) ? (0, _refusals.refusal)('already-decided', (0, _sentence.says)`The review decision is open already${_sentence.part.by('decideReviewAgain')}.`) : undefined;
    },
    follows: [
        'recordDetermination'
    ],
    refuse: (file, _form, taking)=>(0, _decision.notBefore)((0, _position.determination)(file), taking, 'The review was last decided on, on'),
    // Before the submission the determination of step 7 is simply taken again; after it, the review decision is.
    effect: (file, taken)=>(0, _facts.fact)(file, 'submitRapidReview') === undefined ? (0, _facts.supersede)(changeCourse(file), [
            'recordDetermination'
        ], taken.seq) : changeCourse(file),
    notices: [
        _panelnotices.reviewDecisionReopened
    ],
    tells: (file)=>[
            (0, _notice.tell)(_panelnotices.reviewDecisionReopened, {
                step: (0, _position.reviewDecisionIsOpen)(file) ? 'review-decision' : 'determination',
                to: [
                    ..._roles.partnerRoles,
                    'scrutineer',
                    'business-manager'
                ]
            })
        ]
});
const withdrawCase = (0, _decision.define)({
    name: 'withdrawCase',
    title: 'Withdraw the case',
    past: 'withdrew the case',
    confirmation: 'Case withdrawn',
    source: 'always open: opened in error, or a duplicate',
    roles: [
        'business-manager'
    ],
    form: withdrawCaseForm,
    notOpen: (file)=>(0, _position.isWithdrawn)(file) ? (0, _refusals.refusal)('already-decided', 'The case is withdrawn already.') : undefined,
    refuse: (file, form, { correcting })=>{
        const superfluous = correcting === true && form.why !== 'duplicate';
        if (form.why === 'duplicate' === (form.duplicateOf === undefined) && !superfluous) {
            return (0, _refusals.refusal)('invalid', 'Name the case that this one duplicates, and only for a duplicate.');
        }
        return form.duplicateOf === file.reference ? (0, _refusals.refusal)('invalid', 'A case cannot duplicate itself.') : undefined;
    },
    effect: changeCourse,
    notices: [
        caseWithdrawn
    ],
    tells: (file, { seq })=>[
            (0, _notice.tell)(caseWithdrawn, {
                to: (0, _toldotherwise.toldOfWithdrawal)(file, seq)
            })
        ]
});
const reopenCase = (0, _decision.define)({
    name: 'reopenCase',
    title: 'Reopen the case',
    past: 'reopened the case',
    confirmation: 'Case reopened',
    source: 'always open: a closed case, one that did not proceed above all',
    roles: [
        'business-manager',
        ..._roles.partnerRoles
    ],
    form: reopenCaseForm,
    notOpen: (file)=>file.closedOn !== undefined || (0, _position.isWithdrawn)(file) || (0, _facts.fact)(file, 'recordOutcome') !== undefined && !(0, _position.isProceeding)(file) ? undefined : (0, _refusals.refusal)('against-the-record', 'The case is open; there is nothing to reopen.'),
    refuse: (file, _form, taking)=>{
        if (file.closedOn !== undefined && taking.on < file.closedOn) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`The case was closed on ${_sentence.part.day(file.closedOn)}; it is reopened after that.`);
        }
        const ended = (0, _facts.fact)(file, 'withdrawCase') ?? (0, _facts.fact)(file, 'recordCriteriaNotMet') ?? (0, _facts.fact)(file, 'recordOutcome');
        return (0, _decision.notBefore)(ended, taking, 'What ended the case was decided on');
    },
    effect: (file, taken)=>{
        const open = (0, _closedperiods.opened)(changeCourse(file), taken.seq);
        if ((0, _position.isWithdrawn)(file)) return (0, _facts.supersede)(open, [
            'withdrawCase'
        ], taken.seq);
        if ((0, _facts.fact)(file, 'recordCriteriaNotMet') !== undefined) return (0, _facts.supersede)(open, [
            'recordCriteriaNotMet'
        ], taken.seq);
        if ((0, _facts.fact)(file, 'recordOutcome')?.form.outcome !== 'not-to-proceed') return open;
        const anew = (0, _facts.supersede)(open, [
            'recordDecisionMeeting',
            'recordExecAnswer',
            'recordOutcome',
            'enterOnMatrix'
        ], taken.seq);
        return {
            ...anew,
            met: (0, _deadlines.metDates)(anew),
            countsFrom: taken.on
        };
    },
    corrected: _reopened.withDayOneCorrected,
    notices: [
        caseReopened
    ],
    tells: (file, { seq })=>[
            (0, _notice.tell)(caseReopened, {
                to: (0, _toldotherwise.toldOfReopening)(file, seq)
            })
        ]
});
const moveToCurrentProfile = (0, _decision.define)({
    name: 'moveToCurrentProfile',
    title: "Move the case to the partnership's current settings",
    past: "moved the case to the partnership's current settings",
    source: 'design: a case keeps the settings it began with',
    roles: [
        'business-manager'
    ],
    form: moveToCurrentProfileForm,
    notOpen: ()=>undefined
});

//# sourceMappingURL=course.js.map

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
    get goAheadWithoutSummary () {
        return goAheadWithoutSummary;
    },
    get recordAgencySummary () {
        return recordAgencySummary;
    },
    get recordDecisionMeeting () {
        return recordDecisionMeeting;
    },
    get recordExecAnswer () {
        return recordExecAnswer;
    },
    get recordOversight () {
        return recordOversight;
    },
    get sendToFrontDoor () {
        return sendToFrontDoor;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _partners = require("../case/partners");
const _roles = require("../roles");
const _notice = require("../reminders/notice");
const _trueuntil = require("../reminders/true-until");
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
/* Steps 2 and 3: the Front Door, the agency summaries and the decision meeting. */ const sendToFrontDoorForm = _mini.strictObject({
    sentBy: (0, _forms.line)('Who sent it')
});
const recordOversightForm = _mini.strictObject({
    comment: _mini.optional((0, _forms.words)('Comment of the Service Director'))
});
const recordAgencySummaryForm = _mini.strictObject({
    partner: (0, _forms.choice)('The partner', _partners.partnerWords),
    keptAt: (0, _forms.keptAt)('The agency summary')
});
const goAheadWithoutSummaryForm = _mini.strictObject({
    partner: (0, _forms.choice)('The partner', _partners.partnerWords),
    reason: (0, _forms.words)('The reason')
});
const views = {
    notify: 'The criteria are met: notify',
    'do-not-notify': 'The criteria are not met: do not notify'
};
const view = (title)=>(0, _forms.choice)(title, views, 'Whether the criteria for notification are met');
const recordDecisionMeetingForm = _mini.strictObject({
    businessManagerPresent: (0, _forms.confirmed)('The Business Manager was there to take the outcome'),
    scrutineerPresent: (0, _forms.yesNo)('The Scrutineer was there'),
    views: (0, _forms.group)("Each partner's view", {
        la: view("The Local Authority's view"),
        police: view("The police's view"),
        health: view("Health's view")
    }),
    disagreement: _mini.optional((0, _forms.group)('The disagreement', {
        scrutineerInput: (0, _forms.words)("The Scrutineer's input"),
        escalated: (0, _forms.yesNo)('Escalated to the Exec partners'),
        reason: (0, _forms.words)('Why it was or was not escalated')
    }).register(_forms.asked, {
        whether: 'Do all three partners agree?',
        filledIn: 'No',
        leftOut: 'Yes'
    })),
    keptAt: _mini.optional((0, _forms.keptAt)('The note of the meeting'))
});
const recordExecAnswerForm = _mini.strictObject({
    answer: (0, _forms.words)("The Exec partners' answer"),
    view: view("The Exec partners' view")
});
const untilOutcome = (0, _trueuntil.untilDecided)('recordOutcome', 'The decision whether to notify was taken');
const oversightAsked = (0, _notice.defineNotice)({
    kind: 'oversight-asked',
    title: 'Asks for the Service Director’s oversight',
    to: [
        'front-door',
        'service-director'
    ],
    asks: "the Service Director's oversight",
    stillTrue: (0, _trueuntil.untilStep)('front-door')
});
const disagreementEscalated = (0, _notice.defineNotice)({
    kind: 'disagreement-escalated',
    title: 'The partners’ disagreement goes to the Exec partners',
    to: [
        ..._roles.execRoles,
        'scrutineer'
    ],
    asks: "the Exec partners' answer",
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilDecided)('recordExecAnswer', 'The Exec partners answered'), untilOutcome)
});
const execAnswered = (0, _notice.defineNotice)({
    kind: 'exec-answered',
    title: 'The Exec partners have answered',
    to: [
        ..._roles.partnerRoles,
        'business-manager'
    ],
    asks: 'the decision whether to notify',
    stillTrue: untilOutcome
});
const sendToFrontDoor = (0, _decision.define)({
    name: 'sendToFrontDoor',
    step: 'front-door',
    title: 'Send the notification to the Front Door',
    past: 'sent the notification to the Front Door',
    source: 'step 2',
    roles: _roles.businessUnit,
    form: sendToFrontDoorForm,
    once: true,
    notices: [
        oversightAsked
    ],
    tells: ()=>[
            (0, _notice.tell)(oversightAsked)
        ]
});
const recordOversight = (0, _decision.define)({
    name: 'recordOversight',
    step: 'front-door',
    title: "Record the Service Director's oversight",
    past: "recorded the Service Director's oversight",
    confirmation: "Service Director's oversight recorded",
    source: 'step 2',
    roles: [
        'service-director'
    ],
    form: recordOversightForm,
    once: true,
    follows: [
        'sendToFrontDoor'
    ]
});
const recordAgencySummary = (0, _decision.define)({
    name: 'recordAgencySummary',
    step: 'decision-meeting',
    title: "Record a partner's agency summary",
    past: "recorded a partner's agency summary",
    confirmation: "Partner's agency summary recorded",
    source: 'step 3',
    roles: [
        ..._roles.partnerRoles,
        ..._roles.businessUnit
    ],
    form: recordAgencySummaryForm,
    once: (form)=>form.partner,
    refuse: (_file, form, taking)=>(0, _partners.partnerToAct)(taking.role, form.partner)
});
const goAheadWithoutSummary = (0, _decision.define)({
    name: 'goAheadWithoutSummary',
    step: 'decision-meeting',
    title: "Continue without a partner's summary",
    past: "continued without a partner's summary",
    source: 'step 3',
    roles: _roles.businessUnit,
    form: goAheadWithoutSummaryForm,
    once: (form)=>form.partner,
    refuse: (file, form)=>(0, _facts.factsOf)(file, 'recordAgencySummary').some((one)=>one.form.partner === form.partner) ? (0, _refusals.refusal)('against-the-record', "That partner's agency summary has been recorded already.") : undefined
});
const recordDecisionMeeting = (0, _decision.define)({
    name: 'recordDecisionMeeting',
    step: 'decision-meeting',
    title: 'Record the decision meeting',
    past: 'recorded the decision meeting',
    confirmation: 'Decision meeting recorded',
    source: 'step 3',
    roles: _roles.businessUnit,
    form: recordDecisionMeetingForm,
    once: true,
    needs: (file)=>{
        const missing = _roles.partners.filter((partner)=>![
                ...(0, _facts.factsOf)(file, 'recordAgencySummary'),
                ...(0, _facts.factsOf)(file, 'goAheadWithoutSummary')
            ].some((one)=>one.form.partner === partner));
        if (missing.length === 0) return undefined;
        const who = (0, _sentence.inList)(missing.map((partner)=>_sentence.part.role((0, _partners.partnerOf)(partner), file.policy.roleTitles)));
        return (0, _refusals.refusal)('too-early', (0, _sentence.says)`An agency summary is still missing: ${who}. Record it, or continue without it and give the reason.`);
    },
    refuse: (file, form, taking)=>{
        const late = (0, _facts.factsOf)(file, 'recordAgencySummary').find((one)=>one.on > taking.on);
        const tooSoon = (0, _decision.notBefore)(late, taking, 'The agency summaries must arrive before the meeting, and one arrived on');
        if (tooSoon !== undefined) return tooSoon;
        const without = (0, _facts.factsOf)(file, 'goAheadWithoutSummary').find((one)=>one.on > taking.on);
        const before = (0, _decision.notBefore)(without, taking, 'The decision to continue without an agency summary was made on');
        if (before !== undefined) return before;
        if (!(0, _partners.partnersAgree)(form.views) && form.disagreement === undefined) {
            return {
                code: 'invalid',
                sentence: "The partners did not agree: add the Scrutineer's input and whether it was escalated to the Exec partners.",
                fields: [
                    {
                        field: 'disagreement',
                        sentence: "Add the Scrutineer's input and whether it was escalated, with the reason"
                    }
                ]
            };
        }
        if ((0, _partners.partnersAgree)(form.views) && form.disagreement !== undefined && !taking.correcting) {
            return (0, _refusals.refusal)('against-the-record', 'The three partners gave the same view. Answer that all three partners agree.');
        }
        return undefined;
    },
    notices: [
        disagreementEscalated
    ],
    tells: (_file, taken)=>taken.form.disagreement?.escalated === true ? [
            (0, _notice.tell)(disagreementEscalated)
        ] : []
});
const recordExecAnswer = (0, _decision.define)({
    name: 'recordExecAnswer',
    step: 'outcome',
    title: "Record the Exec partners' answer to the escalation",
    past: "recorded the Exec partners' answer to the escalation",
    source: 'step 3',
    roles: [
        ..._roles.execRoles,
        'business-manager'
    ],
    form: recordExecAnswerForm,
    once: true,
    // A meeting that is corrected to have escalated, once step 4 is done, still has its answer put on the record.
    notOpen: ()=>undefined,
    after: [
        'decision-meeting'
    ],
    needs: (file)=>(0, _facts.fact)(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true ? undefined : (0, _refusals.refusal)('against-the-record', 'Nothing was escalated to the Exec partners in this case.'),
    refuse: (file, _form, { on })=>{
        const decided = (0, _facts.fact)(file, 'recordOutcome');
        return decided === undefined || on <= decided.on ? undefined : (0, _decision.against)(decided, (0, _sentence.says)`The outcome comes after the Exec partners' answer, and was decided on ${_sentence.part.day(decided.on)} (entry ${decided.seq}); ${_sentence.part.day(on)} is after that. Give the day on which they answered; where they answered after the outcome, say so in a note${_sentence.part.by('addNote')}.`);
    },
    notices: [
        execAnswered
    ],
    tells: ()=>[
            (0, _notice.tell)(execAnswered)
        ]
});

//# sourceMappingURL=deciding.js.map

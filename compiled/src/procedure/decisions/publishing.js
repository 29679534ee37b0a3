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
    get decideDisplay () {
        return decideDisplay;
    },
    get recordFamilyContact () {
        return recordFamilyContact;
    },
    get recordNoFamilyContact () {
        return recordNoFamilyContact;
    },
    get recordPublication () {
        return recordPublication;
    },
    get recordStepsAgainstDistress () {
        return recordStepsAgainstDistress;
    },
    get sendNoticeOfIntent () {
        return sendNoticeOfIntent;
    },
    get sendReasons () {
        return sendReasons;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _clocks = require("../dates/clocks");
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _family = require("../case/family");
const _forms = require("../forms");
const _limits = require("../dates/limits");
const _position = require("../case/position");
const _roles = require("../roles");
const _notice = require("../reminders/notice");
const _publishingnotices = require("./publishing-notices");
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
/* Steps 16 to 18: the family, the notice of intent, and publication; and the reasons where the report is not published whole. */ const recordFamilyContactForm = _mini.strictObject({
    familyMember: (0, _forms.chosenAmong)('family-to-contact', (0, _forms.code)('The family member')),
    discussed: _mini.optional((0, _forms.group)('What was discussed', {
        wishes: (0, _forms.words)('Their wishes'),
        inThePlan: (0, _forms.confirmed)('Their wishes are taken into the publication and media plan')
    }).register(_forms.asked, {
        whether: 'Were the arrangements discussed?'
    })),
    reasonNot: _mini.optional((0, _forms.words)('Why the arrangements were not discussed'))
});
const recordNoFamilyContactForm = _mini.strictObject({
    reason: (0, _forms.words)('Why nobody of the family is contacted')
});
const recordStepsAgainstDistressForm = _mini.strictObject({
    children: (0, _forms.words)('What was done for the children?', 'To limit distress; or why nothing was needed'),
    family: (0, _forms.words)('What was done for the family?', 'To limit distress; or why nothing was needed'),
    practitioners: (0, _forms.words)('What was done for the practitioners?', 'To limit distress; or why nothing was needed')
});
const sendReasonsForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The letter to the Panel and the Secretary of State')
});
const sendNoticeOfIntentForm = _mini.strictObject({
    publishOn: (0, _forms.date)('The day of publication', 'planned'),
    keptAt: (0, _forms.keptAt)('The full report as sent'),
    matrixLink: (0, _forms.keptAt)("The link on the Children's Case Matrix")
});
const recordPublicationForm = _mini.strictObject({
    link: (0, _forms.keptAt)('Where it is published', 'Its address on the website'),
    learningSummary: (0, _forms.keptAt)('The learning summary'),
    mediaStatement: (0, _forms.confirmed)('The media statement is published with it')
});
const decideDisplayForm = _mini.strictObject({
    decision: (0, _forms.words)('What was decided about keeping it on the website')
});
const recordFamilyContact = (0, _decision.define)({
    name: 'recordFamilyContact',
    step: 'family-contact',
    title: 'Record contact with a family member about publication',
    past: 'recorded contact with a family member about publication',
    source: 'step 16',
    roles: [
        'identified-professional',
        ..._roles.businessUnit
    ],
    onBehalfOf: 'identified-professional',
    form: recordFamilyContactForm,
    once: (form)=>form.familyMember,
    refuse: (file, form)=>{
        const known = (0, _family.familyToContact)(file);
        if (!known.includes(form.familyMember)) {
            return (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.relative(form.familyMember)} is no family member to be spoken to in this case; it has ${known.length === 0 ? 'none' : (0, _sentence.inList)(known.map(_sentence.part.relative))}. Add a family member who is missing${_sentence.part.by('addFamilyMember')}.`);
        }
        return form.discussed === undefined === (form.reasonNot === undefined) ? (0, _refusals.refusal)('invalid', 'Record either what was discussed and their wishes, or the reason why not.') : undefined;
    }
});
const recordNoFamilyContact = (0, _decision.define)({
    name: 'recordNoFamilyContact',
    step: 'family-contact',
    title: 'Record that nobody else of the family is contacted',
    past: 'recorded that nobody else of the family is contacted',
    source: 'step 16: or the reason why not',
    roles: [
        'identified-professional',
        ..._roles.businessUnit
    ],
    form: recordNoFamilyContactForm,
    once: true
});
const recordStepsAgainstDistress = (0, _decision.define)({
    name: 'recordStepsAgainstDistress',
    step: 'family-contact',
    title: 'Record what was done to limit distress',
    past: 'recorded what was done to limit distress',
    confirmation: 'Steps against distress recorded',
    source: 'step 16: the effect on children, family and practitioners',
    roles: [
        'identified-professional',
        ..._roles.businessUnit
    ],
    onBehalfOf: 'identified-professional',
    form: recordStepsAgainstDistressForm,
    once: true
});
const sendReasons = (0, _decision.define)({
    name: 'sendReasons',
    step: 'reasons-sent',
    title: 'Send the Panel and the Secretary of State the reasons',
    past: 'sent the Panel and the Secretary of State the reasons',
    confirmation: 'Reasons sent to the Panel and the Secretary of State',
    source: 'Children Act 2004 s16F: improvements only, or not published',
    roles: _roles.businessUnit,
    form: sendReasonsForm,
    once: true,
    notices: [
        _publishingnotices.reasonsGiven
    ],
    tells: (file)=>[
            (0, _notice.tell)(_publishingnotices.reasonsGiven, {
                values: {
                    improvementsOnly: (0, _position.improvementsOnly)(file),
                    notPublished: (0, _position.signedOff)(file) === 'not-to-publish' ? 'yes' : undefined
                }
            })
        ]
});
const sendNoticeOfIntent = (0, _decision.define)({
    name: 'sendNoticeOfIntent',
    step: 'notice-of-intent',
    title: 'Record the notice of intent to publish',
    past: 'recorded the notice of intent to publish',
    source: 'step 17; reg. 15',
    roles: _roles.businessUnit,
    form: sendNoticeOfIntentForm,
    // The notice may be sent again with another day, as long as nothing is published.
    notOpen: (file)=>(0, _facts.fact)(file, 'recordPublication') === undefined ? undefined : (0, _refusals.refusal)('too-late', 'The review is published already.'),
    after: [
        'response',
        'family-contact'
    ],
    refuse: (_file, form, taking)=>form.publishOn < taking.on ? (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`The notice is of ${_sentence.part.day(taking.on)}; it is published after that.`) : undefined,
    limits: (file, form, taking)=>{
        const set = {
            date: form.publishOn,
            field: 'publishOn'
        };
        return [
            ...(0, _limits.tooSoonAfterNotice)(file, form, taking),
            ...(0, _limits.pastSixMonths)(file, set),
            ...(0, _limits.onDayOff)(file, set)
        ];
    },
    notices: [
        _publishingnotices.noticeOfIntent
    ],
    tells: (file, taken, before)=>{
        const earlier = (0, _facts.fact)(before, 'sendNoticeOfIntent');
        const moved = earlier !== undefined && earlier.form.publishOn !== taken.form.publishOn;
        return [
            (0, _notice.tell)(_publishingnotices.noticeOfIntent, {
                values: {
                    publishOn: taken.form.publishOn,
                    was: moved ? earlier.form.publishOn : undefined,
                    replaces: earlier && (0, _facts.toldOn)(earlier),
                    improvementsOnly: (0, _position.improvementsOnly)(file)
                }
            })
        ];
    }
});
const recordPublication = (0, _decision.define)({
    name: 'recordPublication',
    step: 'publication',
    title: 'Record the publication',
    past: 'recorded the publication',
    confirmation: 'Publication recorded',
    source: 'step 18',
    roles: _roles.businessUnit,
    form: recordPublicationForm,
    once: true,
    refuse: (file, _form, taking)=>{
        const notice = (0, _facts.fact)(file, 'sendNoticeOfIntent');
        return notice === undefined || taking.on === notice.form.publishOn ? undefined : (0, _decision.against)(notice, (0, _sentence.says)`The day notified to the Panel is ${_sentence.part.day(notice.form.publishOn)} (entry ${notice.seq}), and it is published on that day. To publish on another, send a new notice of intent first.`);
    },
    notices: [
        _publishingnotices.reviewPublished
    ],
    tells: (file, taken)=>[
            (0, _notice.tell)(_publishingnotices.reviewPublished, {
                values: {
                    displayUntil: (0, _clocks.clocksOf)(file).find(({ id })=>id === 'publicly-available')?.due,
                    website: taken.form.link,
                    improvementsOnly: (0, _position.improvementsOnly)(file)
                }
            })
        ]
});
const decideDisplay = (0, _decision.define)({
    name: 'decideDisplay',
    title: 'Decide the end of the display period',
    past: 'decided the end of the display period',
    confirmation: 'End of the display period decided',
    source: 'step 18: stays up 6 months by the procedure, a year by law',
    roles: _roles.businessUnit,
    form: decideDisplayForm,
    notOpen: (file)=>(0, _facts.fact)(file, 'decideDisplay') === undefined ? undefined : (0, _refusals.refusal)('already-decided', 'The end of the display period has been decided.'),
    follows: [
        'recordPublication'
    ],
    refuse: (file, _form, taking)=>{
        const clock = (0, _clocks.clocksOf)(file).find(({ id })=>id === 'publicly-available');
        return clock !== undefined && taking.on < clock.due ? (0, _refusals.refusal)('too-early', (0, _sentence.says)`It stays on the website until ${_sentence.part.day(clock.due)} at least; what follows is decided then. ${clock.why}`) : undefined;
    }
});

//# sourceMappingURL=publishing.js.map

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
    get askChronologies () {
        return askChronologies;
    },
    get collateChronologies () {
        return collateChronologies;
    },
    get goAheadWithoutChronology () {
        return goAheadWithoutChronology;
    },
    get recordChronologyReturn () {
        return recordChronologyReturn;
    },
    get recordFamilyInvolvement () {
        return recordFamilyInvolvement;
    },
    get recordPlanningMeeting () {
        return recordPlanningMeeting;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _family = require("../case/family");
const _forms = require("../forms");
const _inquiries = require("../case/inquiries");
const _position = require("../case/position");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const _shutout = require("../case/shut-out");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
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
/* Step 9: chronologies, planning with the author, and the family's part in the review. */ const agency = (which)=>(0, _forms.chosenAmong)(which, (0, _forms.code)('The agency', 'Its code in the settings'));
const askChronologiesForm = _mini.strictObject({
    agencies: (0, _forms.several)('Agencies asked', agency('agency')),
    periodFrom: (0, _forms.date)('The period begins', 'looked-at', 'As in the terms of reference'),
    periodTo: (0, _forms.date)('The period ends', 'looked-at', 'As in the terms of reference'),
    familyMembers: (0, _forms.several)('The family members it relates to', (0, _forms.chosenAmong)('family-member', (0, _forms.code)('A family member')), 1, 'By their codes in this case')
});
const recordChronologyReturnForm = _mini.strictObject({
    agency: agency('agency-to-return-chronology'),
    answer: (0, _forms.choice)('The answer', {
        returned: 'Chronology provided',
        nil: 'No information held'
    }),
    keptAt: _mini.optional((0, _forms.keptAt)('The chronology'))
});
const goAheadWithoutChronologyForm = _mini.strictObject({
    agency: agency('agency-to-return-chronology'),
    reason: (0, _forms.words)('The reason')
});
const collateChronologiesForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The collated chronology')
});
const recordPlanningMeetingForm = _mini.strictObject({
    attended: (0, _forms.words)('Who attended'),
    identifiedProfessional: (0, _forms.person)('The identified professional'),
    familyApproach: (0, _forms.words)('How the family will be approached')
});
const recordFamilyInvolvementForm = _mini.strictObject({
    familyMember: (0, _forms.chosenAmong)('family-member', (0, _forms.code)('The family member')),
    informed: _mini.optional((0, _forms.group)('How they were told', {
        byWhom: (0, _forms.person)('Who told them'),
        letterOrLeaflet: (0, _forms.yesNo)('A letter or leaflet was given'),
        invited: (0, _forms.yesNo)('They were invited to contribute'),
        contributed: (0, _forms.yesNo)('They contributed')
    }).register(_forms.asked, {
        whether: 'Has the family member been told?'
    })),
    reasonNotInvolved: _mini.optional((0, _forms.words)('Why they are not involved'))
});
const chronologyAsked = (0, _notice.defineNotice)({
    kind: 'chronology-asked',
    title: 'Asks an agency for its chronology',
    asks: "the agency's chronology",
    always: {
        agency: _noticevalues.agencyValue
    },
    stillTrue: (0, _trueuntil.untilReturned)(_inquiries.chronologies)
});
const identifiedProfessionalNamed = (0, _notice.defineNotice)({
    kind: 'identified-professional-named',
    title: 'Who is in contact with the family',
    stillTrue: _trueuntil.unlessWithdrawn
});
/** Requests are for the period and the family members in the terms of reference (step 9). */ function againstTerms(file, form) {
    const decided = (0, _position.determination)(file);
    const terms = decided?.form.termsOfReference;
    if (decided === undefined || terms === undefined) return undefined;
    const from = `The terms of reference (entry ${decided.seq})`;
    const other = [
        'periodFrom',
        'periodTo'
    ].find((field)=>form[field] !== terms[field]);
    if (other !== undefined) {
        const said = (0, _sentence.says)`${from} look at the period from ${_sentence.part.day(terms.periodFrom)} to ${_sentence.part.day(terms.periodTo)}; ask for that period.`;
        return {
            ...(0, _decision.against)(decided, said),
            fields: [
                {
                    field: other,
                    ...(0, _refusals.saidOf)(said)
                }
            ]
        };
    }
    const stranger = form.familyMembers.find((ref)=>!terms.familyMembers.includes(ref));
    if (stranger === undefined || terms.familyMembers.length === 0) return undefined;
    const said = (0, _sentence.says)`${from} relate to ${(0, _sentence.inList)(terms.familyMembers.map(_sentence.part.relative))}, and not to ${_sentence.part.relative(stranger)}. Where they have changed, correct the terms first${_sentence.part.by('correctFact')}.`;
    return {
        ...(0, _decision.against)(decided, said),
        fields: [
            {
                field: 'familyMembers',
                ...(0, _refusals.saidOf)(said)
            }
        ]
    };
}
const askChronologies = (0, _decision.define)({
    name: 'askChronologies',
    step: 'planning',
    title: 'Ask agencies for their chronologies',
    past: 'asked agencies for their chronologies',
    source: 'step 9',
    roles: _roles.businessUnit,
    form: askChronologiesForm,
    refuse: (file, form)=>{
        const stranger = form.familyMembers.find((ref)=>!(0, _family.familyOf)(file).includes(ref));
        if (stranger !== undefined) {
            return (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.relative(stranger)} is nobody in this case; it has ${(0, _sentence.inList)((0, _family.familyOf)(file).map(_sentence.part.relative))}.`);
        }
        if (form.periodTo < form.periodFrom) return (0, _refusals.refusal)('invalid', 'The period must end after it begins.');
        const otherwise = againstTerms(file, form);
        if (otherwise !== undefined) return otherwise;
        const again = form.agencies.find((one)=>(0, _inquiries.agenciesAsked)(file, _inquiries.chronologies).includes(one));
        return again === undefined ? (0, _inquiries.unknownAgencies)(file, form.agencies) : (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${_sentence.part.agency(again)} has been asked already; leave it out.`);
    },
    notices: [
        chronologyAsked
    ],
    tells: (file, taken)=>(0, _inquiries.contactsOf)(file, taken.form.agencies).map((asked)=>(0, _notice.tell)(chronologyAsked, asked))
});
const recordChronologyReturn = (0, _decision.define)({
    name: 'recordChronologyReturn',
    step: 'planning',
    title: "Record an agency's chronology",
    past: "recorded an agency's chronology",
    confirmation: "Agency's chronology recorded",
    source: 'step 9',
    roles: [
        ..._roles.businessUnit,
        'agency-contact'
    ],
    form: recordChronologyReturnForm,
    once: (form)=>form.agency,
    needs: (file)=>(0, _inquiries.nothingAsked)(file, _inquiries.chronologies),
    refuse: (file, form, taking)=>(0, _inquiries.returnRefused)(file, _inquiries.chronologies, form.agency, taking)
});
const goAheadWithoutChronology = (0, _decision.define)({
    name: 'goAheadWithoutChronology',
    step: 'planning',
    title: "Continue without an agency's chronology",
    past: "continued without an agency's chronology",
    source: 'step 9, as step 5',
    roles: _roles.businessUnit,
    form: goAheadWithoutChronologyForm,
    once: (form)=>form.agency,
    needs: (file)=>(0, _inquiries.nothingAsked)(file, _inquiries.chronologies),
    refuse: (file, { agency: from }, taking)=>(0, _inquiries.withoutRefused)(file, {
            inquiry: _inquiries.chronologies,
            agency: from,
            what: 'chronology'
        }, taking)
});
const collateChronologies = (0, _decision.define)({
    name: 'collateChronologies',
    step: 'planning',
    title: 'Record the collated chronology',
    past: 'recorded the collated chronology',
    confirmation: 'Collated chronology recorded',
    source: 'step 9',
    roles: _roles.businessUnit,
    form: collateChronologiesForm,
    once: true,
    follows: [
        'askChronologies'
    ],
    needs: (file)=>{
        const outstanding = (0, _inquiries.agenciesOutstanding)(file, _inquiries.chronologies);
        return outstanding.length === 0 ? undefined : (0, _refusals.refusal)('too-early', (0, _sentence.says)`Still to return: ${(0, _sentence.inList)(outstanding.map(_sentence.part.agency))}. Record it, or continue without it and give the reason.`);
    },
    refuse: (file, _form, taking)=>(0, _inquiries.lastReturn)(file, _inquiries.chronologies, taking)
});
const recordPlanningMeeting = (0, _decision.define)({
    name: 'recordPlanningMeeting',
    step: 'planning',
    title: 'Record the planning meeting with the author',
    past: 'recorded the planning meeting with the author',
    source: 'step 9; initial planning meeting',
    roles: _roles.businessUnit,
    form: recordPlanningMeetingForm,
    decides: [
        'identifiedProfessional'
    ],
    once: true,
    follows: [
        'appointAuthor'
    ],
    refuse: (file, form)=>(0, _shutout.keptOut)(file, form.identifiedProfessional),
    effect: (file, taken)=>({
            ...file,
            people: {
                ...file.people,
                'identified-professional': [
                    taken.form.identifiedProfessional
                ]
            }
        }),
    notices: [
        identifiedProfessionalNamed
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(identifiedProfessionalNamed, {
                to: [
                    {
                        person: taken.form.identifiedProfessional,
                        as: 'identified-professional'
                    },
                    'author'
                ]
            })
        ]
});
const recordFamilyInvolvement = (0, _decision.define)({
    name: 'recordFamilyInvolvement',
    title: "Record a family member's involvement",
    past: "recorded a family member's involvement",
    confirmation: "Family member's involvement recorded",
    source: 'steps 9 to 14; initial planning meeting',
    roles: [
        ..._roles.businessUnit,
        'author',
        'identified-professional'
    ],
    form: recordFamilyInvolvementForm,
    follows: [
        'recordDetermination'
    ],
    notOpen: (file)=>(0, _position.reviewType)(file) === 'LCSPR' || (0, _position.reviewType)(file) === 'PLR' ? undefined : (0, _refusals.refusal)('too-early', 'No review has been decided on in this case yet.'),
    refuse: (file, form)=>{
        if (!(0, _family.familyOf)(file).includes(form.familyMember)) {
            return (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.relative(form.familyMember)} is nobody in this case; it has ${(0, _sentence.inList)((0, _family.familyOf)(file).map(_sentence.part.relative))}.`);
        }
        if (form.informed?.contributed === true && form.reasonNotInvolved !== undefined) {
            return (0, _decision.againstItself)('reasonNotInvolved', 'This person contributed. Do not give a reason for not being involved');
        }
        if (form.informed !== undefined) return (0, _shutout.stranger)(file, form.informed.byWhom);
        return form.reasonNotInvolved === undefined ? (0, _refusals.refusal)('invalid', 'Record how they were told, or why they are not involved.') : undefined;
    }
});

//# sourceMappingURL=gathering.js.map

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
    get approveFinalDraft () {
        return approveFinalDraft;
    },
    get completeSignOffTemplate () {
        return completeSignOffTemplate;
    },
    get recordComment () {
        return recordComment;
    },
    get recordFinalDraft () {
        return recordFinalDraft;
    },
    get recordMediaStatement () {
        return recordMediaStatement;
    },
    get sendAmendments () {
        return sendAmendments;
    },
    get shareDraft () {
        return shareDraft;
    },
    get tellCommunications () {
        return tellCommunications;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _forms = require("../forms");
const _limits = require("../dates/limits");
const _meetings = require("../case/meetings");
const _notice = require("../reminders/notice");
const _subgroup = require("../case/sub-group");
const _roles = require("../roles");
const _draftingnotices = require("./drafting-notices");
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
/* Steps 13 and 14: the sub-group's comments, the amendments and the final draft. */ const shareDraftForm = _mini.strictObject({
    meetingOn: (0, _forms.date)('The sub-group meeting it goes to', 'planned')
});
const recordCommentForm = _mini.strictObject({
    member: (0, _forms.person)('The member of the sub-group', undefined, 'sub-group-member'),
    answer: (0, _forms.choice)('The answer', {
        comments: 'Comments',
        nil: 'Read it and has no comments'
    }),
    keptAt: _mini.optional((0, _forms.keptAt)('The comments'))
});
const sendAmendmentsForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The amendments')
});
const reports = {
    'full-report': 'The full report',
    'executive-report': 'The executive report',
    'learning-summary': 'The learning summary'
};
const tellCommunicationsForm = _mini.strictObject({
    reports: (0, _forms.several)('Reports given to them', (0, _forms.choice)('A report', reports)),
    toBePublished: (0, _forms.several)('What will be published', (0, _forms.choice)('A document', {
        ...reports,
        improvements: 'The improvements alone',
        'media-statement': 'The media statement'
    })),
    expectedOn: (0, _forms.date)('The expected date of publication', 'planned')
});
const recordMediaStatementForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)("The partnership's media statement")
});
const completeSignOffTemplateForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The sign-off template')
});
const recordFinalDraftForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The final draft'),
    nonInvolvementConfirmed: (0, _forms.confirmed)("The reasons for any family member's non-involvement are in it"),
    improvementsAndReasons: (0, _forms.confirmed)('It recommends improvements and analyses systemic or underlying reasons (reg. 15)')
});
const approveFinalDraftForm = _mini.strictObject({
    note: _mini.optional((0, _forms.words)('Note of the approval'))
});
const shareDraft = (0, _decision.define)({
    name: 'shareDraft',
    step: 'draft-to-sub-group',
    title: 'Record that the draft went to the sub-group',
    past: 'recorded that the draft went to the sub-group',
    source: 'step 13',
    roles: _roles.businessUnit,
    form: shareDraftForm,
    once: true,
    refuse: (file, form, taking)=>(0, _meetings.scheduledMeeting)(file, 'subGroup', form.meetingOn, taking.on),
    limits: (file, { meetingOn }, { on })=>[
            ...(0, _limits.latePapers)(file, 'subGroup', {
                meetingOn,
                on
            }),
            // The amendments that it agrees go to the author by then.
            ...(0, _limits.pastDates)(file, 'amendments', {
                date: meetingOn,
                field: 'meetingOn'
            })
        ],
    notices: [
        _draftingnotices.draftShared
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_draftingnotices.draftShared, {
                step: 'comments',
                values: {
                    meetingOn: taken.form.meetingOn
                }
            })
        ]
});
const recordComment = (0, _decision.define)({
    name: 'recordComment',
    step: 'comments',
    title: "Record a sub-group member's comments",
    past: "recorded a sub-group member's comments",
    confirmation: "Sub-group member's comments recorded",
    source: 'step 13; one round only, having no comments counting as an answer',
    // The hat that answers for all members comes first, for the chair is a member too.
    roles: [
        'sub-group-chair',
        'sub-group-coordinator',
        ..._roles.businessUnit,
        'sub-group-member'
    ],
    form: recordCommentForm,
    once: (form)=>form.member,
    refuse: (file, form, taking)=>{
        if (!(0, _subgroup.subGroupMembers)(file).includes(form.member)) {
            return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.person(form.member)} is not a member of the sub-group in this case.`);
        }
        return taking.role === 'sub-group-member' && taking.by !== form.member ? (0, _refusals.refusal)('wrong-role', 'A member of the sub-group answers for themselves only.') : undefined;
    }
});
const sendAmendments = (0, _decision.define)({
    name: 'sendAmendments',
    step: 'amendments',
    title: 'Record that the amendments went to the author',
    past: 'recorded that the amendments went to the author',
    source: 'step 14',
    roles: _roles.businessUnit,
    form: sendAmendmentsForm,
    once: true,
    follows: [
        'recordSubGroupMeeting'
    ],
    notices: [
        _draftingnotices.amendmentsSent
    ],
    tells: ()=>[
            (0, _notice.tell)(_draftingnotices.amendmentsSent, {
                step: 'final-draft'
            })
        ]
});
const tellCommunications = (0, _decision.define)({
    name: 'tellCommunications',
    step: 'amendments',
    title: 'Record that the communications team was told',
    past: 'recorded that the communications team was told',
    source: 'step 14; media statement',
    roles: [
        'spr-coordinator',
        'sub-group-coordinator',
        'business-manager'
    ],
    form: tellCommunicationsForm,
    once: true,
    refuse: (_file, { toBePublished, expectedOn }, { on })=>{
        if (toBePublished.includes('improvements') && toBePublished.includes('full-report')) {
            return (0, _decision.againstItself)('toBePublished', 'Choose the full report or the improvements alone');
        }
        return expectedOn < on ? (0, _decision.againstItself)('expectedOn', (0, _sentence.says)`Publication cannot be expected before ${_sentence.part.day(on)}, when they are told`) : undefined;
    },
    limits: (file, { expectedOn })=>(0, _limits.pastSixMonths)(file, {
            date: expectedOn,
            field: 'expectedOn'
        }),
    notices: [
        _draftingnotices.communicationsTold
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_draftingnotices.communicationsTold, {
                values: {
                    expectedOn: taken.form.expectedOn
                }
            })
        ]
});
const recordMediaStatement = (0, _decision.define)({
    name: 'recordMediaStatement',
    step: 'amendments',
    title: 'Record the media statement',
    past: 'recorded the media statement',
    confirmation: 'Media statement recorded',
    source: 'step 14; media statement',
    roles: [
        'communications',
        'spr-coordinator',
        'sub-group-coordinator',
        'business-manager'
    ],
    form: recordMediaStatementForm,
    once: true,
    follows: [
        'tellCommunications'
    ]
});
const completeSignOffTemplate = (0, _decision.define)({
    name: 'completeSignOffTemplate',
    step: 'amendments',
    title: 'Record the completed sign-off template',
    past: 'recorded the completed sign-off template',
    confirmation: 'Completed sign-off template recorded',
    source: 'step 14',
    roles: _roles.businessUnit,
    form: completeSignOffTemplateForm,
    once: true
});
const recordFinalDraft = (0, _decision.define)({
    name: 'recordFinalDraft',
    step: 'final-draft',
    title: 'Record the final draft',
    past: 'recorded the final draft',
    confirmation: 'Final draft recorded',
    source: 'step 14',
    roles: [
        'author',
        ..._roles.businessUnit
    ],
    form: recordFinalDraftForm,
    once: true,
    notices: [
        _draftingnotices.finalDraftIn
    ],
    tells: (file, taken)=>[
            (0, _notice.tell)(_draftingnotices.finalDraftIn, {
                values: {
                    meetingOn: file.meetings.subGroup.find((meetingOn)=>meetingOn >= taken.on)
                }
            })
        ]
});
const approveFinalDraft = (0, _decision.define)({
    name: 'approveFinalDraft',
    step: 'final-draft',
    title: "Record the sub-group's approval of the final draft",
    past: "recorded the sub-group's approval of the final draft",
    confirmation: "Sub-group's approval of the final draft recorded",
    source: 'step 14',
    roles: [
        'sub-group-chair'
    ],
    form: approveFinalDraftForm,
    once: true,
    follows: [
        'recordSubGroupMeeting',
        'recordFinalDraft'
    ]
});

//# sourceMappingURL=drafting.js.map

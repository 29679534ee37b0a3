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
    get recordSignOff () {
        return recordSignOff;
    },
    get sendExecPapers () {
        return sendExecPapers;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _limits = require("../dates/limits");
const _meetings = require("../case/meetings");
const _notice = require("../reminders/notice");
const _recipients = require("../reminders/recipients");
const _position = require("../case/position");
const _roles = require("../roles");
const _signoffnotices = require("./sign-off-notices");
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
/* Step 15: the papers for the Exec group, and its decision. */ const sendExecPapersForm = _mini.strictObject({
    meetingOn: (0, _forms.date)('The Exec group meeting they go to', 'planned')
});
const signOffOutcomes = {
    publish: 'Publish the report',
    'improvements-only': 'Publish the improvements only',
    'not-to-publish': 'Do not publish',
    'further-action': 'Ask for further action first'
};
const recordSignOffForm = _mini.strictObject({
    outcome: (0, _forms.choice)("The Exec group's decision", signOffOutcomes),
    reason: _mini.optional((0, _forms.words)('The reason, or the further action asked for'))
});
const sendExecPapers = (0, _decision.define)({
    name: 'sendExecPapers',
    step: 'sign-off',
    title: 'Record that the papers went to the Exec group',
    past: 'recorded that the papers went to the Exec group',
    source: 'step 15; papers at least 3 weeks before',
    roles: _roles.businessUnit,
    form: sendExecPapersForm,
    // The papers are the final draft as the sub-group approved it: its step comes first, which day 83 leaves no time for.
    follows: [
        'recordSubGroupMeeting'
    ],
    once: true,
    refuse: (file, form, taking)=>(0, _meetings.scheduledMeeting)(file, 'exec', form.meetingOn, taking.on),
    limits: (file, { meetingOn }, { on })=>[
            ...(0, _limits.latePapers)(file, 'exec', {
                meetingOn,
                on
            }),
            ...(0, _limits.pastDates)(file, 'sign-off', {
                date: meetingOn,
                field: 'meetingOn'
            })
        ],
    notices: [
        _signoffnotices.execPapersSent
    ],
    tells: (_file, taken)=>[
            (0, _notice.tell)(_signoffnotices.execPapersSent, {
                values: {
                    meetingOn: taken.form.meetingOn
                }
            })
        ]
});
/**
 * Decisions that are taken again when the Exec group asks for further action: step 14 without the media's part, and the
 * papers for the sign-off.
 */ const doneAgain = [
    'sendAmendments',
    'completeSignOffTemplate',
    'recordFinalDraft',
    'approveFinalDraft',
    'sendExecPapers'
];
const recordSignOff = (0, _decision.define)({
    name: 'recordSignOff',
    step: 'sign-off',
    title: "Record the Exec group's decision",
    past: "recorded the Exec group's decision",
    confirmation: "Exec group's decision recorded",
    source: 'step 15',
    roles: [
        'la-exec',
        'police-exec',
        'health-exec',
        'exec-member'
    ],
    form: recordSignOffForm,
    decides: [
        'outcome'
    ],
    once: true,
    follows: [
        'sendExecPapers'
    ],
    refuse: (file, form, taking)=>{
        const papers = (0, _facts.fact)(file, 'sendExecPapers');
        if (papers !== undefined && taking.on < papers.form.meetingOn) {
            return (0, _decision.against)(papers, (0, _sentence.says)`The papers went out for the Exec group's meeting on ${_sentence.part.day(papers.form.meetingOn)} (entry ${papers.seq}); it decides on or after that day.`);
        }
        return form.outcome !== 'publish' && form.reason === undefined ? {
            code: 'invalid',
            sentence: 'Add the reason, or the further action asked for.',
            fields: [
                {
                    field: 'reason',
                    sentence: 'Add the reason, or the further action asked for'
                }
            ]
        } : undefined;
    },
    effect: (file, taken)=>{
        if (taken.form.outcome !== 'further-action') return file;
        return {
            ...(0, _facts.supersede)(file, [
                ...doneAgain,
                'recordSignOff'
            ], taken.seq),
            course: file.course + 1
        };
    },
    notices: [
        _signoffnotices.signedOffNotice,
        _signoffnotices.familyContactAsked,
        _signoffnotices.notToBePublished,
        _signoffnotices.familyToBeTold,
        _signoffnotices.furtherActionAsked
    ],
    tells: (file, taken)=>{
        switch(taken.form.outcome){
            case 'publish':
            case 'improvements-only':
                return [
                    (0, _notice.tell)(_signoffnotices.signedOffNotice, {
                        values: {
                            improvementsOnly: (0, _position.improvementsOnly)(file)
                        }
                    }),
                    (0, _notice.tell)(_signoffnotices.familyContactAsked, {
                        step: 'family-contact',
                        values: {
                            expectedOn: (0, _facts.fact)(file, 'tellCommunications')?.form.expectedOn,
                            improvementsOnly: (0, _position.improvementsOnly)(file)
                        }
                    })
                ];
            case 'not-to-publish':
                return [
                    (0, _notice.tell)(_signoffnotices.notToBePublished),
                    (0, _notice.tell)(_signoffnotices.familyToBeTold, {
                        step: 'family-contact',
                        to: (0, _recipients.ownersOf)(file, 'identified-professional')
                    })
                ];
            case 'further-action':
                return [
                    (0, _notice.tell)(_signoffnotices.furtherActionAsked, {
                        step: 'amendments'
                    })
                ];
        }
    }
});

//# sourceMappingURL=sign-off.js.map

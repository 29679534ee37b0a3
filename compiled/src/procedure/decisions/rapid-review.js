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
    get arrangeRapidReviewMeeting () {
        return arrangeRapidReviewMeeting;
    },
    get fileMinutes () {
        return fileMinutes;
    },
    get recordRapidReviewMeeting () {
        return recordRapidReviewMeeting;
    },
    get submitRapidReview () {
        return submitRapidReview;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _limits = require("../dates/limits");
const _partners = require("../case/partners");
const _plan = require("../dates/plan");
const _notice = require("../reminders/notice");
const _roles = require("../roles");
const _rapidreviewnotices = require("./rapid-review-notices");
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
/* Steps 6 and 8: the Rapid Review meeting, and the submission to the National Panel. */ const arrangeRapidReviewMeetingForm = _mini.strictObject({
    meetingOn: (0, _forms.date)('The day of the meeting', 'planned')
});
const recordRapidReviewMeetingForm = _mini.strictObject({
    attended: (0, _forms.group)('Who attended', {
        la: (0, _forms.yesNo)('The Local Authority attended'),
        police: (0, _forms.yesNo)('The police attended'),
        health: (0, _forms.yesNo)('Health attended'),
        scrutineer: (0, _forms.yesNo)('The Scrutineer attended'),
        legal: (0, _forms.yesNo)('The legal representative attended'),
        others: _mini.optional((0, _forms.several)('Other professionals and agencies', (0, _forms.line)('Who')))
    }),
    keyPoints: (0, _forms.group)('The key points', {
        information: (0, _forms.words)('The information gathered, reviewed and clarified'),
        protection: (0, _forms.words)('Steps taken to protect children, and the status of the child'),
        parallelProcesses: (0, _forms.words)('Parallel processes in place or needed'),
        immediateLearning: (0, _forms.words)('Immediate learning'),
        familyAndPractitioners: (0, _forms.words)('Engagement with family, and support for the practitioners involved'),
        nextSteps: (0, _forms.words)('Recommendations on next steps'),
        inequalities: (0, _forms.words)('How racism and other inequalities affected the case', "The Panel's guidance")
    })
});
const fileMinutesForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The minutes, on the Rapid Review template')
});
const submitRapidReviewForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The submission'),
    execPartnersTold: (0, _forms.confirmed)('The three Exec partners are told in the same act')
});
const arrangeRapidReviewMeeting = (0, _decision.define)({
    name: 'arrangeRapidReviewMeeting',
    step: 'rapid-review-meeting',
    title: 'Arrange the Rapid Review meeting',
    past: 'arranged the Rapid Review meeting',
    confirmation: 'Rapid Review meeting arranged',
    source: 'step 6',
    roles: _roles.businessUnit,
    form: arrangeRapidReviewMeetingForm,
    after: [
        'outcome'
    ],
    refuse: (_file, form, taking)=>form.meetingOn < taking.on ? (0, _refusals.refusal)('against-the-record', 'That day has passed; give the day the meeting will be.') : undefined,
    limits: (file, { meetingOn })=>{
        const set = {
            date: meetingOn,
            field: 'meetingOn'
        };
        return [
            ...(0, _limits.pastDates)(file, 'rapid-review-meeting', set),
            ...(0, _limits.onDayOff)(file, set)
        ];
    },
    notices: [
        _rapidreviewnotices.rapidReviewArranged
    ],
    tells: (_file, taken, before)=>{
        const { meetingOn } = taken.form;
        const earlier = (0, _facts.fact)(before, 'arrangeRapidReviewMeeting');
        const moved = earlier !== undefined && earlier.form.meetingOn !== meetingOn;
        const values = moved ? {
            meetingOn,
            was: earlier.form.meetingOn,
            replaces: (0, _facts.toldOn)(earlier)
        } : {
            meetingOn
        };
        // Invitations are left out if the meeting is over when its arrangement comes on the record.
        return meetingOn < (0, _facts.toldOn)(taken) ? [] : [
            (0, _notice.tell)(_rapidreviewnotices.rapidReviewArranged, {
                values
            })
        ];
    }
});
const recordRapidReviewMeeting = (0, _decision.define)({
    name: 'recordRapidReviewMeeting',
    step: 'rapid-review-meeting',
    title: 'Record the Rapid Review meeting',
    past: 'recorded the Rapid Review meeting',
    confirmation: 'Rapid Review meeting recorded',
    source: 'step 6',
    roles: _roles.businessUnit,
    form: recordRapidReviewMeetingForm,
    once: true,
    refuse: (file, { attended }, taking)=>{
        const { others = [], ...named } = attended;
        if (others.length === 0 && !Object.values(named).some(Boolean)) {
            const sentence = 'Say who attended: a meeting that nobody attended was not held';
            return {
                code: 'invalid',
                sentence,
                fields: [
                    {
                        field: 'attended',
                        sentence
                    }
                ]
            };
        }
        const arranged = (0, _facts.fact)(file, 'arrangeRapidReviewMeeting');
        if (arranged !== undefined && taking.on < arranged.form.meetingOn) {
            return (0, _decision.against)(arranged, (0, _sentence.says)`The meeting was arranged for ${_sentence.part.day(arranged.form.meetingOn)} (entry ${arranged.seq}); ${_sentence.part.day(taking.on)} is before that. Where it was moved, put that on the record first${_sentence.part.byEither('arrangeRapidReviewMeeting', 'correctFact')}.`);
        }
        const determined = (0, _facts.fact)(file, 'recordDetermination');
        return determined === undefined || attended[determined.form.chair] ? undefined : (0, _decision.against)(determined, `${_partners.chairs[determined.form.chair]} chaired the determination (entry ${determined.seq}), and cannot have been absent.`);
    },
    notices: [
        _rapidreviewnotices.determinationToMake
    ],
    tells: ()=>[
            (0, _notice.tell)(_rapidreviewnotices.determinationToMake, {
                step: 'determination'
            })
        ]
});
const fileMinutes = (0, _decision.define)({
    name: 'fileMinutes',
    step: 'rapid-review-meeting',
    title: 'File the minutes',
    past: 'filed the minutes',
    confirmation: 'Minutes filed',
    source: 'step 6',
    roles: _roles.businessUnit,
    form: fileMinutesForm,
    once: true,
    follows: [
        'recordRapidReviewMeeting'
    ]
});
const submitRapidReview = (0, _decision.define)({
    name: 'submitRapidReview',
    step: 'submission',
    title: 'Record the submission to the National Panel',
    past: 'recorded the submission to the National Panel',
    source: 'step 8',
    roles: [
        'scrutineer'
    ],
    form: submitRapidReviewForm,
    once: true,
    notices: [
        _rapidreviewnotices.submittedToPanel
    ],
    tells: (file)=>[
            (0, _notice.tell)(_rapidreviewnotices.submittedToPanel, {
                values: {
                    panelDue: (0, _plan.plannedDates)(file, 'panel-reply').due ?? ''
                }
            })
        ]
});

//# sourceMappingURL=rapid-review.js.map

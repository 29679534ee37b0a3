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
    get stepLabel () {
        return stepLabel;
    },
    get stepLabels () {
        return stepLabels;
    },
    get stepNumber () {
        return stepNumber;
    },
    get stepTitle () {
        return stepTitle;
    }
});
const _stepids = require("./step-ids");
const numbers = {
    notification: '1',
    'front-door': '2',
    'decision-meeting': '3',
    outcome: '4',
    information: '5',
    'rapid-review-meeting': '6',
    determination: '7',
    submission: '8',
    'panel-reply': undefined,
    'panel-answer': undefined,
    response: undefined,
    'review-decision': undefined,
    planning: '9',
    'author-material': '10',
    'learning-event': '11',
    draft: '12',
    'draft-to-sub-group': '13a',
    comments: '13b',
    amendments: '14a',
    'final-draft': '14b',
    'sign-off': '15',
    'family-contact': '16',
    'reasons-sent': undefined,
    'notice-of-intent': '17',
    publication: '18',
    'practice-learning-review': undefined,
    actions: undefined
};
const titles = {
    notification: 'Notification received',
    'front-door': 'Front Door oversight',
    'decision-meeting': 'Decision meeting of the delegated partners',
    outcome: 'Outcome and Ofsted notification',
    information: 'Information and chronology',
    'rapid-review-meeting': 'Rapid Review meeting',
    determination: 'Determination',
    submission: 'Submission to the National Panel',
    'panel-reply': "National Panel's reply",
    'panel-answer': 'Answer to the National Panel',
    response: "Response to the Panel's reply",
    'review-decision': 'Review decision, taken again',
    planning: 'Chronologies and planning',
    'author-material': 'Material to the author',
    'learning-event': 'Practitioner Learning Event',
    draft: 'Draft to the Business Unit',
    'draft-to-sub-group': 'Draft to the sub-group',
    comments: 'Comments of the sub-group',
    amendments: 'Amendments and media statement',
    'final-draft': 'Final draft',
    'sign-off': 'Exec sign-off',
    'family-contact': 'Family contact',
    'reasons-sent': 'Reasons to the Panel and the Secretary of State',
    'notice-of-intent': 'Notice of intent to publish',
    publication: 'Publication',
    'practice-learning-review': 'Practice learning review',
    actions: 'Oversight of actions'
};
const stepNumber = (step)=>numbers[step];
const stepTitle = (step)=>titles[step];
const stepLabel = (step)=>numbers[step] === undefined ? titles[step] : `Step ${numbers[step]}, ${titles[step]}`;
const stepLabels = Object.fromEntries(_stepids.stepIds.map((step)=>[
        step,
        stepLabel(step)
    ]));

//# sourceMappingURL=step-names.js.map

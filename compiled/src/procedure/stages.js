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
    get stage () {
        return stage;
    },
    get stageTitle () {
        return stageTitle;
    },
    get stages () {
        return stages;
    },
    get stagesOfCase () {
        return stagesOfCase;
    }
});
/** The stages of a case, in the order in which lists sort them, with the steps of each. Source: the procedure's headings. */ const ofProcedure = {
    deciding: {
        title: 'Deciding whether to notify (steps 2 to 4)',
        underWay: 'it is being decided whether to notify',
        steps: [
            'front-door',
            'decision-meeting',
            'outcome'
        ]
    },
    'rapid-review': {
        title: 'Rapid Review (steps 5 to 8)',
        underWay: 'the Rapid Review is under way',
        steps: [
            'information',
            'rapid-review-meeting',
            'determination',
            'submission'
        ]
    },
    review: {
        title: 'Local child safeguarding practice review (steps 9 to 16)',
        underWay: 'the local child safeguarding practice review is under way',
        steps: [
            'review-decision',
            'planning',
            'author-material',
            'learning-event',
            'draft',
            'draft-to-sub-group',
            'comments',
            'amendments',
            'final-draft',
            'sign-off',
            'family-contact'
        ]
    },
    'practice-learning-review': {
        title: 'Practice learning review',
        underWay: 'the practice learning review is under way',
        steps: [
            'practice-learning-review'
        ]
    },
    panel: {
        title: 'The National Panel’s reply and the response to it',
        underWay: 'the National Panel’s reply, or the response to it, is awaited',
        steps: [
            'panel-reply',
            'panel-answer',
            'response'
        ]
    },
    publication: {
        title: 'Publication (steps 17 and 18)',
        underWay: 'the review is on its way to publication',
        steps: [
            'reasons-sent',
            'notice-of-intent',
            'publication'
        ]
    },
    actions: {
        title: 'Oversight of actions',
        underWay: 'the steps are done, and the actions are overseen until they are complete',
        steps: [
            'actions'
        ]
    },
    closed: {
        title: 'Closed',
        underWay: 'the case is closed',
        steps: []
    }
};
const stage = ofProcedure;
const stages = Object.keys(ofProcedure);
function stageTitle(name) {
    const known = stages.find((one)=>one === name);
    return known === undefined ? name : stage[known].title;
}
const stagesOfCase = [
    'deciding',
    'rapid-review',
    'practice-learning-review',
    'review',
    'panel',
    'publication'
];

//# sourceMappingURL=stages.js.map

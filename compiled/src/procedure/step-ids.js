/** Every step of the procedure in its order; those without a number are the procedure's own unnumbered acts. */ "use strict";
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
    get isStep () {
        return isStep;
    },
    get stepIds () {
        return stepIds;
    }
});
const stepIds = [
    'notification',
    'front-door',
    'decision-meeting',
    'outcome',
    'information',
    'rapid-review-meeting',
    'determination',
    'submission',
    'panel-reply',
    'panel-answer',
    'response',
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
    'family-contact',
    'reasons-sent',
    'notice-of-intent',
    'publication',
    'practice-learning-review',
    'actions'
];
const isStep = (name)=>stepIds.some((step)=>step === name);

//# sourceMappingURL=step-ids.js.map

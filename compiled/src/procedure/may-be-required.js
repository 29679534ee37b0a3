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
    get isUndecided () {
        return isUndecided;
    },
    get mayBeRequired () {
        return mayBeRequired;
    },
    get onlyIf () {
        return onlyIf;
    }
});
const _position = require("./case/position");
const _steps = require("./dates/steps");
const onlyIf = [
    'panel-answer',
    'review-decision',
    'reasons-sent'
];
const isUndecided = (file)=>(0, _position.outcome)(file) === undefined || (0, _position.isProceeding)(file) && (0, _position.determination)(file) === undefined;
/** True if the partnership has this step at all. */ const isOurs = (file, step)=>step !== 'practice-learning-review' || file.policy.pathways.practiceLearningReview;
const mayBeRequired = (file, step)=>(0, _steps.isRequired)(file, step) || !(0, _position.isWithdrawn)(file) && (isUndecided(file) || (0, _position.reviewDecisionIsOpen)(file)) && isOurs(file, step) && !onlyIf.includes(step);

//# sourceMappingURL=may-be-required.js.map

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
    get recordLearningReviewReport () {
        return recordLearningReviewReport;
    },
    get recordPracticeLearningEvent () {
        return recordPracticeLearningEvent;
    },
    get shareLearning () {
        return shareLearning;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _roles = require("../roles");
const _author = require("../case/author");
const _notice = require("../reminders/notice");
const _trueuntil = require("../reminders/true-until");
const _draftreportnotices = require("./draft-report-notices");
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
/* The practice learning review: a report, a Practice Learning Event, and its learning shared (step 8). */ const recordLearningReviewReportForm = _mini.strictObject({
    keptAt: (0, _forms.keptAt)('The report')
});
const recordPracticeLearningEventForm = _mini.strictObject({
    attended: (0, _forms.words)('Who attended')
});
const shareLearningForm = _mini.strictObject({
    withWhom: (0, _forms.words)('With whom it was shared')
});
const recordLearningReviewReport = (0, _decision.define)({
    name: 'recordLearningReviewReport',
    step: 'practice-learning-review',
    title: 'Record the report of the practice learning review',
    past: 'recorded the report of the practice learning review',
    confirmation: 'Report of the practice learning review recorded',
    source: 'step 8: the Scrutineer or nominated author brings together a report',
    roles: [
        'scrutineer',
        'author',
        ..._roles.businessUnit
    ],
    form: recordLearningReviewReportForm,
    once: true
});
const recordPracticeLearningEvent = (0, _decision.define)({
    name: 'recordPracticeLearningEvent',
    step: 'practice-learning-review',
    title: 'Record the Practice Learning Event',
    past: 'recorded the Practice Learning Event',
    confirmation: 'Practice Learning Event recorded',
    source: 'step 8: a Practice Learning Event supported by the three partners',
    roles: [
        'scrutineer',
        'author',
        ..._roles.businessUnit
    ],
    form: recordPracticeLearningEventForm,
    once: true,
    notices: [
        _draftreportnotices.learningEventHeld
    ],
    tells: (file)=>[
            (0, _notice.tell)(_draftreportnotices.learningEventHeld, {
                to: [
                    (0, _author.authorOf)(file) === undefined ? 'scrutineer' : 'author',
                    'business-manager'
                ],
                values: {
                    reportIn: (0, _facts.fact)(file, 'recordLearningReviewReport') === undefined ? undefined : 'yes'
                }
            })
        ]
});
const learningShared = (0, _notice.defineNotice)({
    kind: 'learning-shared',
    title: 'The learning from a practice learning review',
    to: [
        'sub-group-chair',
        'sub-group-member',
        'wider-partner'
    ],
    stillTrue: _trueuntil.stands
});
const shareLearning = (0, _decision.define)({
    name: 'shareLearning',
    step: 'practice-learning-review',
    title: 'Record that the learning was shared',
    past: 'recorded that the learning was shared',
    source: 'step 8; the learning is shared',
    roles: [
        'scrutineer',
        ..._roles.businessUnit
    ],
    form: shareLearningForm,
    once: true,
    follows: [
        'recordLearningReviewReport',
        'recordPracticeLearningEvent'
    ],
    notices: [
        learningShared
    ],
    tells: ()=>[
            (0, _notice.tell)(learningShared)
        ]
});

//# sourceMappingURL=practice-learning-review.js.map

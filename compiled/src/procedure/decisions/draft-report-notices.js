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
    get draftReportIn () {
        return draftReportIn;
    },
    get learningEventHeld () {
        return learningEventHeld;
    },
    get materialSent () {
        return materialSent;
    }
});
const _facts = require("../case/facts");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const materialSent = (0, _notice.defineNotice)({
    kind: 'material-sent',
    title: 'The material for the initial draft is ready',
    to: [
        'author'
    ],
    asks: 'the initial draft',
    stillTrue: (0, _trueuntil.untilDecided)('recordInitialDraft', 'The initial draft came')
});
const learningEventHeld = (0, _notice.defineNotice)({
    kind: 'learning-event-held',
    title: 'A Practitioner or Practice Learning Event has been held',
    sometimes: {
        reportIn: _noticevalues.yesValue
    },
    stillTrue: (notice, file)=>notice.values['reportIn'] === undefined && ((0, _facts.fact)(file, 'recordDraft') ?? (0, _facts.fact)(file, 'recordLearningReviewReport')) !== undefined ? 'The report is in.' : undefined
});
const draftReportIn = (0, _notice.defineNotice)({
    kind: 'draft-in',
    title: 'The draft report is in',
    to: [
        'sub-group-chair',
        'sub-group-coordinator',
        'business-manager'
    ],
    asks: 'reading the draft report',
    stillTrue: (0, _trueuntil.untilStep)('draft-to-sub-group')
});

//# sourceMappingURL=draft-report-notices.js.map

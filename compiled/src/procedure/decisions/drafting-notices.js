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
    get amendmentsSent () {
        return amendmentsSent;
    },
    get communicationsTold () {
        return communicationsTold;
    },
    get draftShared () {
        return draftShared;
    },
    get finalDraftIn () {
        return finalDraftIn;
    }
});
const _subgroup = require("../case/sub-group");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const untilAnsweredByMember = ({ to }, file)=>(0, _subgroup.membersToAnswer)(file).includes(to) ? undefined : 'They have answered, or are not asked any more.';
const draftShared = (0, _notice.defineNotice)({
    kind: 'draft-shared',
    title: 'Asks for comments on the draft report',
    to: [
        'sub-group-chair',
        'sub-group-member'
    ],
    asks: 'comments on the draft report',
    always: {
        meetingOn: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilStep)('comments'), untilAnsweredByMember, (0, _trueuntil.asLastDecided)('shareDraft', ({ meetingOn })=>({
            meetingOn
        })))
});
const amendmentsSent = (0, _notice.defineNotice)({
    kind: 'amendments-sent',
    title: 'Asks for the final draft',
    to: [
        'author'
    ],
    asks: 'the final draft',
    stillTrue: (0, _trueuntil.untilDecided)('recordFinalDraft', 'The final draft came')
});
const communicationsTold = (0, _notice.defineNotice)({
    kind: 'communications-told',
    title: 'Asks for the media statement',
    to: [
        'communications'
    ],
    asks: 'the media statement',
    always: {
        expectedOn: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilDecided)('recordMediaStatement', 'The media statement came'), (0, _trueuntil.asLastDecided)('tellCommunications', ({ expectedOn })=>({
            expectedOn
        })))
});
const finalDraftIn = (0, _notice.defineNotice)({
    kind: 'final-draft-in',
    title: 'Asks to approve the final draft',
    to: [
        'sub-group-chair',
        'sub-group-member',
        'business-manager'
    ],
    asks: 'the approval of the final draft',
    sometimes: {
        meetingOn: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.untilDecided)('approveFinalDraft', 'The final draft was approved')
});

//# sourceMappingURL=drafting-notices.js.map

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
    get execPapersSent () {
        return execPapersSent;
    },
    get familyContactAsked () {
        return familyContactAsked;
    },
    get familyToBeTold () {
        return familyToBeTold;
    },
    get furtherActionAsked () {
        return furtherActionAsked;
    },
    get notToBePublished () {
        return notToBePublished;
    },
    get signedOffNotice () {
        return signedOffNotice;
    }
});
const _facts = require("../case/facts");
const _tasks = require("../dates/tasks");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const execPapersSent = (0, _notice.defineNotice)({
    kind: 'exec-papers',
    title: 'Papers for the Exec group',
    to: [
        'exec-member'
    ],
    asks: 'reading the papers before the Exec group meets',
    always: {
        meetingOn: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.untilHeld)('sendExecPapers', 'recordSignOff', 'The Exec group decided')
});
const toldOfSignOff = [
    'business-manager',
    'spr-coordinator',
    'sub-group-chair',
    'author',
    'communications'
];
const signedOffNotice = (0, _notice.defineNotice)({
    kind: 'signed-off',
    title: 'The Exec group has signed off',
    to: toldOfSignOff,
    sometimes: {
        improvementsOnly: _noticevalues.yesValue
    },
    stillTrue: _trueuntil.stands
});
const familyContactAsked = (0, _notice.defineNotice)({
    kind: 'family-contact-asked',
    title: 'Asks to discuss the publication with the family',
    to: [
        'identified-professional'
    ],
    asks: 'the contact with the family',
    sometimes: {
        expectedOn: _noticevalues.dateValue,
        improvementsOnly: _noticevalues.yesValue
    },
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilStep)('family-contact'), (0, _trueuntil.asNow)((file)=>({
            expectedOn: (0, _facts.fact)(file, 'tellCommunications')?.form.expectedOn
        })))
});
const notToBePublished = (0, _notice.defineNotice)({
    kind: 'not-to-be-published',
    title: 'A review is not to be published',
    to: toldOfSignOff,
    stillTrue: _trueuntil.stands
});
const familyToBeTold = (0, _notice.defineNotice)({
    kind: 'family-to-be-told',
    title: 'Asks to tell the family that nothing is published',
    stillTrue: (_notice, file)=>(0, _tasks.tasksOf)(file).some(({ id })=>id === _tasks.familyTold) ? undefined : 'The family has been told, or need not be.'
});
const furtherActionAsked = (0, _notice.defineNotice)({
    kind: 'further-action-asked',
    title: 'The Exec group asks for more',
    to: [
        'author',
        'business-manager',
        'spr-coordinator',
        'sub-group-chair'
    ],
    asks: 'what the Exec group asked for',
    stillTrue: (0, _trueuntil.untilStep)('sign-off')
});

//# sourceMappingURL=sign-off-notices.js.map

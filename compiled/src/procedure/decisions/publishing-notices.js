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
    get noticeOfIntent () {
        return noticeOfIntent;
    },
    get reasonsGiven () {
        return reasonsGiven;
    },
    get reviewPublished () {
        return reviewPublished;
    }
});
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const reasonsGiven = (0, _notice.defineNotice)({
    kind: 'reasons-sent',
    title: 'The reasons for not publishing the full report',
    to: [
        'national-panel',
        'secretary-of-state',
        'sub-group-chair'
    ],
    sometimes: {
        improvementsOnly: _noticevalues.yesValue,
        notPublished: _noticevalues.yesValue
    },
    stillTrue: _trueuntil.stands
});
const noticeOfIntent = (0, _notice.defineNotice)({
    kind: 'notice-of-intent',
    title: 'Notice of intent to publish',
    to: [
        'sub-group-chair',
        'sub-group-member',
        'national-panel',
        'secretary-of-state',
        'ofsted'
    ],
    always: {
        publishOn: _noticevalues.dateValue
    },
    sometimes: {
        was: _noticevalues.dateValue,
        replaces: _noticevalues.dateValue,
        improvementsOnly: _noticevalues.yesValue
    },
    stillTrue: (0, _trueuntil.firstFound)(_trueuntil.unlessWithdrawn, (0, _trueuntil.asLastDecided)('sendNoticeOfIntent', ({ publishOn })=>({
            publishOn
        })))
});
const reviewPublished = (0, _notice.defineNotice)({
    kind: 'published',
    title: 'A review is published',
    to: [
        'other-sub-group',
        'sub-group-chair',
        'sub-group-member',
        ..._roles.execRoles
    ],
    sometimes: {
        displayUntil: _noticevalues.dateValue,
        website: _noticevalues.addressValue,
        improvementsOnly: _noticevalues.yesValue
    },
    stillTrue: (0, _trueuntil.asLastDecided)('recordPublication', ({ link })=>({
            website: link
        }))
});

//# sourceMappingURL=publishing-notices.js.map

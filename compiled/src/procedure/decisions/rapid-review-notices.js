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
    get determinationToMake () {
        return determinationToMake;
    },
    get determinationTold () {
        return determinationTold;
    },
    get rapidReviewArranged () {
        return rapidReviewArranged;
    },
    get submittedToPanel () {
        return submittedToPanel;
    }
});
const _position = require("../case/position");
const _plan = require("../dates/plan");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const rapidReviewArranged = (0, _notice.defineNotice)({
    kind: 'rapid-review-arranged',
    title: 'The Rapid Review meeting is arranged',
    to: [
        ..._roles.partnerRoles,
        'scrutineer',
        'legal'
    ],
    asks: 'attendance at the Rapid Review meeting',
    always: {
        meetingOn: _noticevalues.dateValue
    },
    sometimes: {
        was: _noticevalues.dateValue,
        replaces: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.untilHeld)('arrangeRapidReviewMeeting', 'recordRapidReviewMeeting', 'The Rapid Review meeting was held')
});
const determinationToMake = (0, _notice.defineNotice)({
    kind: 'determination-to-make',
    title: 'Asks for the determination',
    to: [
        ..._roles.partnerRoles,
        'scrutineer'
    ],
    asks: 'the determination',
    stillTrue: (0, _trueuntil.untilStep)('determination')
});
const determinationTold = (0, _notice.defineNotice)({
    kind: 'determination-told',
    title: 'The determination of the Rapid Review',
    always: {
        reviewType: (0, _noticevalues.choiceValue)({
            none: 'no further review',
            PLR: 'a practice learning review',
            LCSPR: 'a local child safeguarding practice review'
        })
    },
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: (notice, file)=>{
        const decided = (0, _position.determination)(file);
        return decided !== undefined && (0, _trueuntil.isLater)(decided, notice) ? 'A newer email replaces it: it was decided again.' : undefined;
    }
});
const submittedToPanel = (0, _notice.defineNotice)({
    kind: 'submitted-to-panel',
    title: 'The Rapid Review has gone to the National Panel',
    to: [
        ..._roles.execRoles,
        'business-manager'
    ],
    sometimes: {
        panelDue: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.asNow)((file)=>({
            panelDue: (0, _plan.plannedDates)(file, 'panel-reply').due
        }))
});

//# sourceMappingURL=rapid-review-notices.js.map

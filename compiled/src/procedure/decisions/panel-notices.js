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
    get disseminationAgreed () {
        return disseminationAgreed;
    },
    get panelAnswered () {
        return panelAnswered;
    },
    get panelReplied () {
        return panelReplied;
    },
    get reviewDecisionReopened () {
        return reviewDecisionReopened;
    }
});
const _facts = require("../case/facts");
const _position = require("../case/position");
const _plan = require("../dates/plan");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const panelReplied = (0, _notice.defineNotice)({
    kind: 'panel-replied',
    title: 'The National Panel has replied',
    to: [
        ..._roles.partnerRoles,
        'scrutineer',
        'business-manager'
    ],
    always: {
        reply: (0, _noticevalues.choiceValue)({
            agrees: 'agrees with the decision',
            disagrees: 'does not agree with the decision',
            'wants-more': 'wants more information',
            'takes-up-nationally': 'will carry out a national review'
        })
    },
    stillTrue: (0, _trueuntil.firstFound)((0, _trueuntil.untilStep)('response'), (0, _trueuntil.asLastDecided)('recordPanelReply', ({ reply })=>({
            reply
        })))
});
const panelAnswered = (0, _notice.defineNotice)({
    kind: 'panel-answered',
    title: 'The National Panel has been answered',
    to: [
        ..._roles.execRoles,
        ..._roles.partnerRoles,
        'business-manager'
    ],
    sometimes: {
        panelDue: _noticevalues.dateValue
    },
    stillTrue: (notice, file)=>{
        const reply = (0, _facts.fact)(file, 'recordPanelReply');
        return reply !== undefined && (0, _trueuntil.isLater)(reply, notice) ? 'The National Panel has replied since.' : {
            values: {
                panelDue: (0, _plan.plannedDates)(file, 'panel-reply').due ?? ''
            }
        };
    }
});
const reviewDecisionReopened = (0, _notice.defineNotice)({
    kind: 'review-decision-reopened',
    title: 'Asks to decide again which review follows',
    asks: 'the decision which review follows',
    stillTrue: (_notice, file)=>(0, _position.determination)(file) === undefined || (0, _position.reviewDecisionIsOpen)(file) ? undefined : 'It has been decided again.'
});
const disseminationAgreed = (0, _notice.defineNotice)({
    kind: 'dissemination-agreed',
    title: 'Asks to pass on the response to the National Panel’s reply',
    to: [
        ..._roles.partnerRoles,
        'sub-group-chair',
        'business-manager'
    ],
    asks: "passing on the response to the Panel's reply",
    stillTrue: (0, _trueuntil.untilStep)('response')
});

//# sourceMappingURL=panel-notices.js.map

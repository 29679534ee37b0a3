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
    get criteriaNotMet () {
        return criteriaNotMet;
    },
    get notToProceed () {
        return notToProceed;
    },
    get notificationToMake () {
        return notificationToMake;
    },
    get ofstedNotified () {
        return ofstedNotified;
    },
    get outcomeTellings () {
        return outcomeTellings;
    },
    get proceedsAfterAll () {
        return proceedsAfterAll;
    }
});
const _facts = require("../case/facts");
const _position = require("../case/position");
const _toldotherwise = require("../case/told-otherwise");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _roles = require("../roles");
const isToBeNotified = (_notice, file)=>(0, _position.outcome)(file) === 'notify' ? undefined : 'The case is not to be notified any more.';
const notificationToMake = (0, _notice.defineNotice)({
    kind: 'notification-to-make',
    title: 'Asks to notify Ofsted and the National Panel',
    to: [
        'spr-coordinator',
        'business-manager'
    ],
    asks: 'the notification to Ofsted and the National Panel',
    stillTrue: (0, _trueuntil.firstFound)(isToBeNotified, (0, _trueuntil.untilDecided)('recordOfstedNotification', 'Ofsted and the National Panel were notified'))
});
const notToProceed = (0, _notice.defineNotice)({
    kind: 'not-to-proceed',
    title: 'A case does not proceed',
    stillTrue: (0, _trueuntil.asLastDecided)('recordOutcome', ()=>({}))
});
const proceedsAfterAll = (0, _notice.defineNotice)({
    kind: 'proceeds-after-all',
    title: 'A case proceeds after all',
    to: _toldotherwise.subGroup,
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: (0, _trueuntil.firstFound)(_trueuntil.unlessWithdrawn, isToBeNotified, (0, _trueuntil.asLastDecided)('recordOutcome', ()=>({}))),
    replaces: (_notice, earlier)=>earlier.kind === 'not-to-proceed'
});
const ofstedNotified = (0, _notice.defineNotice)({
    kind: 'ofsted-notified',
    title: 'Ofsted and the National Panel have been notified',
    to: [
        ..._roles.partnerRoles,
        'scrutineer',
        'business-manager'
    ],
    stillTrue: _trueuntil.stands
});
const criteriaNotMet = (0, _notice.defineNotice)({
    kind: 'criteria-not-met',
    title: 'The criteria were not met after all',
    ofCase: true,
    stillTrue: _trueuntil.stands
});
function outcomeTellings(file, { seq, form }) {
    if (form.outcome === 'not-to-proceed') {
        const asked = (0, _facts.factsOf)(file, 'recordOutcome').some((one)=>one.seq < seq && one.form.outcome === 'notify');
        return [
            (0, _notice.tell)(notToProceed, {
                to: [
                    ..._toldotherwise.subGroup,
                    'business-manager',
                    ...asked ? [
                        'spr-coordinator'
                    ] : []
                ]
            })
        ];
    }
    const earlier = (0, _toldotherwise.toldNotToProceed)(file, seq);
    return [
        (0, _notice.tell)(notificationToMake),
        ...earlier === undefined ? [] : [
            (0, _notice.tell)(proceedsAfterAll, {
                values: {
                    replaces: (0, _facts.toldOn)(earlier)
                }
            })
        ]
    ];
}

//# sourceMappingURL=outcome-notices.js.map

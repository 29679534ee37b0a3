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
    get dayOneOf () {
        return dayOneOf;
    },
    get governing () {
        return governing;
    },
    get notifyClock () {
        return notifyClock;
    },
    get rapidReviewClock () {
        return rapidReviewClock;
    },
    get reviewDecidedOn () {
        return reviewDecidedOn;
    },
    get reviewDecision () {
        return reviewDecision;
    },
    get sixMonthClocks () {
        return sixMonthClocks;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _position = require("../case/position");
const _statutoryclock = require("./statutory-clock");
const dayOneOf = (file)=>(0, _calendar.dayOne)(file.calendar, file.countsFrom);
/** The day of the reopening after which the outcome of step 4 is decided anew, if there was one. */ const decidedAnewOn = (file)=>(0, _facts.factsOf)(file, 'reopenCase').findLast(({ seq })=>file.superseded.some(({ name, by })=>name === 'recordOutcome' && by === seq))?.on;
function notifyClock(file) {
    if ((0, _position.outcome)(file) === 'not-to-proceed') return [];
    // A reopening begins the procedure anew: the authority became aware of the new facts then.
    const reopenedOn = decidedAnewOn(file);
    const careLeaverAlone = file.notification.criteria.every((one)=>one === 'care-leaver-death');
    return [
        (0, _statutoryclock.statutoryClock)(file, {
            id: careLeaverAlone ? 'care-leaver-notified' : 'notify-panel',
            from: reopenedOn ?? file.notification.authorityAwareOn,
            said: reopenedOn === undefined ? 'the authority became aware' : 'the case was reopened',
            governs: 'outcome',
            metOn: (0, _facts.fact)(file, 'recordOfstedNotification')?.on
        })
    ];
}
function rapidReviewClock(file, plannedOn) {
    if ((0, _position.outcome)(file) !== undefined && !(0, _position.isProceeding)(file)) return [];
    const notified = (0, _facts.fact)(file, 'recordOfstedNotification');
    const from = notified?.on ?? plannedOn('outcome');
    if (from === undefined) return [];
    return [
        (0, _statutoryclock.statutoryClock)(file, {
            id: 'rapid-review-to-panel',
            from,
            said: notified === undefined ? 'the notification is sent' : 'the notification was sent',
            governs: 'submission',
            metOn: (0, _facts.fact)(file, 'submitRapidReview')?.on,
            provisional: notified === undefined
        })
    ];
}
const reviewDecidedOn = (file)=>{
    const decided = reviewDecision(file);
    if (decided === undefined) return undefined;
    const reopening = (0, _position.reviewDecisionReopenings)(file).findLast((one)=>one.seq < decided.seq);
    const reply = (0, _facts.factsOf)(file, 'recordPanelReply').find((one)=>one.seq === reopening?.seq);
    return reply?.on ?? decided.on;
};
const reviewDecision = (file)=>{
    const all = [
        ...(0, _facts.factsOf)(file, 'recordDetermination'),
        ...(0, _facts.factsOf)(file, 'decideReviewAgain')
    ].sort((a, b)=>a.seq - b.seq);
    return all[all.findLastIndex((one)=>one.form.reviewType !== 'LCSPR') + 1];
};
/** The procedure's own target: six calendar months after Day 1. Source: step 18. */ function ownTarget(file) {
    const window = file.policy.windows.publication;
    const first = dayOneOf(file);
    const limitDate = (0, _dates.addMonths)(first, window.by);
    const due = (0, _calendar.onOrBefore)(file.calendar, limitDate);
    const published = (0, _facts.fact)(file, 'recordPublication')?.on;
    return {
        id: 'six-months-from-day-one',
        kind: 'procedure',
        title: "Publication, by the procedure's own target",
        source: 'step 18',
        confirmed: true,
        due,
        dueAt: (0, _calendar.closingInstant)(file.calendar, due),
        limitDate,
        limitAt: (0, _calendar.closingInstant)(file.calendar, limitDate),
        why: `${(0, _statutoryclock.sayDue)(due, limitDate, "the target's")}: ${window.by} calendar months after Day 1, ${(0, _dates.sayDate)(first)} (step 18).`,
        ...published === undefined ? {} : {
            metOn: published
        },
        bound: 'at-most',
        provisional: (0, _position.reviewType)(file) === undefined
    };
}
function sixMonthClocks(file, plannedOn) {
    const type = (0, _position.reviewType)(file);
    if ((0, _position.outcome)(file) !== undefined && !(0, _position.isProceeding)(file)) return [];
    if (type !== undefined && type !== 'LCSPR' || (0, _position.signedOff)(file) === 'not-to-publish') return [];
    const decided = reviewDecidedOn(file);
    const from = decided ?? plannedOn('determination');
    if (from === undefined) return [
        ownTarget(file)
    ];
    return [
        ownTarget(file),
        (0, _statutoryclock.statutoryClock)(file, {
            id: 'published-within',
            from,
            said: 'the decision to undertake the review',
            governs: 'publication',
            metOn: (0, _facts.fact)(file, 'recordPublication')?.on,
            provisional: decided === undefined
        })
    ];
}
/** Only those that may govern the step, for this is asked of every step of every page. */ function clocksOfStep(file, step, plannedOn) {
    if (step === 'outcome') return notifyClock(file);
    if (step === 'submission') return rapidReviewClock(file, plannedOn);
    return step === 'publication' ? sixMonthClocks(file, plannedOn) : [];
}
function governing(file, { step, due }, plannedOn) {
    if (due === undefined) return undefined;
    return clocksOfStep(file, step, plannedOn).find((clock)=>clock.governs === step && clock.due < due);
}

//# sourceMappingURL=step-clocks.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "clocksOf", {
    enumerable: true,
    get: function() {
        return clocksOf;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _late = require("./late");
const _onceper = require("../once-per");
const _plan = require("./plan");
const _stepclocks = require("./step-clocks");
const _statutoryclock = require("./statutory-clock");
function publicationClocks(file) {
    const notice = (0, _facts.fact)(file, 'sendNoticeOfIntent');
    const published = (0, _facts.fact)(file, 'recordPublication');
    return [
        ...notice === undefined ? [] : [
            (0, _statutoryclock.statutoryClock)(file, {
                id: 'report-before-publication',
                from: notice.on,
                said: 'the full report was sent',
                metOn: published?.on
            })
        ],
        ...published === undefined ? [] : [
            displayClock(file, published.on)
        ]
    ];
}
/** The procedure's months on the website, lengthened by the statutory year; the sentence says so. */ function displayClock(file, publishedOn) {
    const law = (0, _statutoryclock.statutoryClock)(file, {
        id: 'publicly-available',
        from: publishedOn,
        said: 'publication',
        metOn: (0, _facts.fact)(file, 'decideDisplay')?.on
    });
    const own = (0, _dates.addMonths)(publishedOn, file.policy.displayMonths);
    const due = (0, _calendar.onOrAfter)(file.calendar, (0, _dates.later)(own, law.due));
    const lengthened = own < law.limitDate ? ` The procedure's ${file.policy.displayMonths} months, to ${(0, _dates.sayDate)(own)}, are lengthened by this.` : '';
    return {
        ...law,
        due,
        dueAt: (0, _calendar.closingInstant)(file.calendar, due),
        why: `${law.why}${lengthened}`
    };
}
/** The form is due within 24 hours of the incident being known; being late is recorded, never refused. */ function formClock(file) {
    const { knownAt, receivedAt, receivedOn } = file.notification;
    const dueAt = (0, _dates.fromMillis)((0, _dates.toMillis)(knownAt) + 24 * 60 * 60 * 1000);
    return {
        id: 'form-within-24-hours',
        kind: 'procedure',
        title: 'The notification form is received within 24 hours of the incident being known',
        source: 'points of note: serious incidents',
        confirmed: true,
        due: (0, _dates.londonDate)(dueAt),
        dueAt,
        limitDate: (0, _dates.londonDate)(dueAt),
        limitAt: dueAt,
        why: `By ${(0, _dates.sayInstant)(dueAt)}: 24 hours after the incident was known; it was received ${receivedAt <= dueAt ? 'in time' : 'late'}.`,
        metOn: receivedOn,
        metAt: receivedAt,
        bound: 'at-most',
        provisional: false
    };
}
const clocksOf = (file)=>keptClocks(file, 'all', ()=>{
        const plannedOn = (step)=>(0, _plan.plannedDates)(file, step).due;
        const clocks = [
            formClock(file),
            ...(0, _stepclocks.notifyClock)(file),
            ...(0, _stepclocks.rapidReviewClock)(file, plannedOn),
            ...(0, _stepclocks.sixMonthClocks)(file, plannedOn),
            ...publicationClocks(file)
        ].map((clock)=>(0, _late.clockAsItStood)(file, clock));
        return clocks.map((clock)=>(0, _calendar.sayUnknownHolidays)(file.calendar, clock));
    });
const keptClocks = (0, _onceper.oncePer)();

//# sourceMappingURL=clocks.js.map

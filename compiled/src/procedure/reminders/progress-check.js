"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "progressCheck", {
    enumerable: true,
    get: function() {
        return progressCheck;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _position = require("../case/position");
const _stepclocks = require("../dates/step-clocks");
/** The day on which the review began: its submission, or the decision that it follows where that came later. */ function begunOn(file) {
    const submitted = (0, _facts.fact)(file, 'submitRapidReview')?.on;
    const decided = (0, _stepclocks.reviewDecidedOn)(file);
    return submitted === undefined || decided === undefined ? submitted : (0, _dates.later)(submitted, decided);
}
/**
 * The number of the first period of so many months that no check answers for. A check counts for the period in which it
 * is held; one that is late counts for those before it, and its own period is still to come. So the day of the month
 * stays what it was, however early or late a check is.
 */ function firstUnchecked(begun, months, checks) {
    const end = (period)=>(0, _dates.addMonths)(begun, period * months);
    return [
        ...checks
    ].sort().reduce((period, on)=>{
        if (on <= end(period)) return on > end(period - 1) || period === 1 ? period + 1 : period;
        let next = period;
        while(end(next) < on)next += 1;
        return end(next) === on ? next + 1 : next;
    }, 1);
}
function progressCheck(file) {
    const begun = (0, _position.reviewIsUnderWay)(file) ? begunOn(file) : undefined;
    if (begun === undefined) return undefined;
    const months = file.policy.progressCheckMonths;
    const checks = (0, _facts.factsOf)(file, 'recordProgressCheck').map(({ on })=>on).filter((on)=>on >= begun);
    const day = (0, _dates.addMonths)(begun, firstUnchecked(begun, months, checks) * months);
    const due = (0, _calendar.onOrBefore)(file.calendar, day);
    const moved = due === day ? '' : `, moved back from ${(0, _dates.sayDate)(day)} to the working day before`;
    return {
        due,
        why: `Every ${months === 1 ? 'calendar month' : `${months} calendar months`} while the review runs, counted from ${(0, _dates.sayDate)(begun)}, whenever a check is held${moved} (reg. 14).`
    };
}

//# sourceMappingURL=progress-check.js.map

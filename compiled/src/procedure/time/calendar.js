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
    get closingInstant () {
        return closingInstant;
    },
    get dayNumber () {
        return dayNumber;
    },
    get dayOne () {
        return dayOne;
    },
    get isWorkingDay () {
        return isWorkingDay;
    },
    get nextWorkingMorning () {
        return nextWorkingMorning;
    },
    get onOrAfter () {
        return onOrAfter;
    },
    get onOrBefore () {
        return onOrBefore;
    },
    get saySkipped () {
        return saySkipped;
    },
    get sayUnknownHolidays () {
        return sayUnknownHolidays;
    },
    get skipped () {
        return skipped;
    },
    get whyNotWorking () {
        return whyNotWorking;
    },
    get workingDay () {
        return workingDay;
    },
    get workingDaysAfter () {
        return workingDaysAfter;
    },
    get workingDaysBefore () {
        return workingDaysBefore;
    },
    get workingDaysBetween () {
        return workingDaysBetween;
    },
    get workingMorning () {
        return workingMorning;
    }
});
const _onceper = require("../once-per");
const _dates = require("./dates");
function whyNotWorking(calendar, date) {
    const day = (0, _dates.weekday)(date);
    if (day === 'Saturday' || day === 'Sunday') return day;
    const holiday = calendar.holidays[date];
    if (holiday !== undefined) return holiday;
    const closure = calendar.closures[date];
    return closure === undefined ? undefined : `Closure: ${closure}`;
}
function isWorkingDay(calendar, date) {
    return whyNotWorking(calendar, date) === undefined;
}
function onOrAfter(calendar, date) {
    let day = date;
    while(!isWorkingDay(calendar, day))day = (0, _dates.addDays)(day, 1);
    return day;
}
function onOrBefore(calendar, date) {
    let day = date;
    while(!isWorkingDay(calendar, day))day = (0, _dates.addDays)(day, -1);
    return day;
}
function dayOne(calendar, receivedOn) {
    return onOrAfter(calendar, receivedOn);
}
function workingDay(calendar, firstDay, n) {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`There is no working day ${n}; the count starts at day 1.`);
    return workingDaysAfter(calendar, onOrAfter(calendar, firstDay), n - 1);
}
function dayNumber(calendar, firstDay, on) {
    return countWorking(calendar, firstDay, on); // nothing to count before day 1
}
function workingDaysAfter(calendar, date, n) {
    return step(calendar, date, n, 1);
}
function workingDaysBefore(calendar, date, n) {
    return step(calendar, date, n, -1);
}
function workingDaysBetween(calendar, a, b) {
    return a < b ? countWorking(calendar, (0, _dates.addDays)(a, 1), b) : 0 - countWorking(calendar, (0, _dates.addDays)(b, 1), a);
}
function sayUnknownHolidays(calendar, dated) {
    const { from, until } = calendar;
    // A date that is not there counts as one that the calendar knows.
    const dates = [
        dated.windowFrom ?? from,
        dated.due ?? from
    ];
    const unknown = dates.some((one)=>one > until) ? `bank holidays after ${(0, _dates.sayShortDate)(until)} are not known yet` : dates.some((one)=>one < from) ? `bank holidays before ${(0, _dates.sayShortDate)(from)} are not known` : undefined;
    if (unknown === undefined || dated.why.includes(unknown)) return dated;
    return {
        ...dated,
        why: `${dated.why.replace(/\.$/, '')} (${unknown}).`
    };
}
const keptMoments = (0, _onceper.oncePer)();
const keptSentences = (0, _onceper.oncePer)();
const momentOf = (calendar, date, time)=>keptMoments(calendar, `${date} ${time}`, ()=>(0, _dates.londonInstant)(date, time));
function closingInstant(calendar, date) {
    return momentOf(calendar, date, calendar.closingHour);
}
function workingMorning(calendar, date, time) {
    return momentOf(calendar, onOrAfter(calendar, date), time);
}
function nextWorkingMorning(calendar, after, time) {
    const today = (0, _dates.londonDate)(after);
    const morning = workingMorning(calendar, today, time);
    return morning > after ? morning : workingMorning(calendar, (0, _dates.addDays)(today, 1), time);
}
function skipped(calendar, from, to) {
    const first = (0, _dates.earlier)(from, to);
    const last = (0, _dates.later)(from, to);
    // Looked up by the few days that are off, not by the many that may be between the dates.
    return [
        ...new Set([
            ...Object.keys(calendar.holidays),
            ...Object.keys(calendar.closures)
        ])
    ].filter((day)=>day >= first && day <= last).sort().flatMap((date)=>{
        const why = whyNotWorking(calendar, date);
        return why === undefined || why === 'Saturday' || why === 'Sunday' ? [] : [
            {
                date,
                why
            }
        ];
    });
}
const saySkipped = (calendar, from, to)=>keptSentences(calendar, `${from} ${to}`, ()=>workOutSkipped(calendar, from, to));
function workOutSkipped(calendar, from, to) {
    const weekends = weekendsBetween((0, _dates.toDayCount)((0, _dates.earlier)(from, to)), (0, _dates.toDayCount)((0, _dates.later)(from, to)));
    const parts = sayWeekdaysOff(calendar, skipped(calendar, from, to));
    if (weekends > 0) parts.unshift(weekends === 1 ? '1 weekend' : `${weekends} weekends`);
    if (parts.length === 0) return '';
    return `skipping ${[
        parts.slice(0, -1).join(', '),
        parts.at(-1)
    ].filter(Boolean).join(' and ')}`;
}
/**
 * Lists one phrase for each holiday, and one for all closure days with the same reason, so that a shut week stays one
 * phrase.
 */ function sayWeekdaysOff(calendar, days) {
    const phrases = [];
    const said = new Set();
    for (const { date, why } of days){
        if (calendar.holidays[date] !== undefined) {
            phrases.push(why.endsWith(')') ? `${why.slice(0, -1)}, ${(0, _dates.sayShortDate)(date)})` : `${why} (${(0, _dates.sayShortDate)(date)})`);
        } else if (!said.has(why)) {
            said.add(why);
            const shut = days.filter((day)=>day.why === why);
            phrases.push(sayClosure(date, shut.at(-1)?.date ?? date, shut.length, calendar.closures[date] ?? ''));
        }
    }
    return phrases;
}
function sayClosure(first, last, count, reason) {
    return count === 1 ? `the closure day ${(0, _dates.sayShortDate)(first)} (${reason})` : `${count} closure days from ${(0, _dates.sayShortDate)(first)} to ${(0, _dates.sayShortDate)(last)} (${reason})`;
}
/** Counts the weekends between two days, both included. Part of a weekend counts as one. */ function weekendsBetween(first, last) {
    const saturdaysUpTo = (day)=>Math.floor((day + 5) / 7); // day 2 of the count was a Saturday
    const beginsOnSunday = isSunday(first) ? 1 : 0;
    return saturdaysUpTo(last) - saturdaysUpTo(first - 1) + beginsOnSunday;
}
/** Day 0 of the count, 1 January 1970, was a Thursday. */ const isSunday = (day)=>(day + 4) % 7 === 0;
const isWeekend = (day)=>isSunday(day) || isSunday(day + 1);
const keptDaysOff = (0, _onceper.oncePer)();
/** The bank holidays and closures as day counts: counting working days asks for each day on its way. */ const daysOff = (calendar)=>keptDaysOff(calendar, '', ()=>{
        const dates = [
            ...Object.keys(calendar.holidays),
            ...Object.keys(calendar.closures)
        ];
        return new Set(dates.map((date)=>(0, _dates.toDayCount)((0, _dates.isoDate)(date))));
    });
const keptCounts = (0, _onceper.oncePer)();
const countWorking = (calendar, from, to)=>keptCounts(calendar, `${from} ${to}`, ()=>workOutCount(calendar, from, to));
function workOutCount(calendar, from, to) {
    let count = 0;
    const off = daysOff(calendar);
    const last = (0, _dates.toDayCount)(to);
    for(let day = (0, _dates.toDayCount)(from); day <= last; day += 1)if (works(off, day)) count += 1;
    return count;
}
function step(calendar, date, n, direction) {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a count of working days.`);
    const off = daysOff(calendar);
    let day = (0, _dates.toDayCount)(date);
    for(let left = n; left > 0;){
        day += direction;
        if (works(off, day)) left -= 1;
    }
    return (0, _dates.fromDayCount)(day);
}
const works = (off, day)=>!isWeekend(day) && !off.has(day);

//# sourceMappingURL=calendar.js.map

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
    get WEEKDAYS () {
        return WEEKDAYS;
    },
    get addDays () {
        return addDays;
    },
    get addMonths () {
        return addMonths;
    },
    get addYears () {
        return addYears;
    },
    get dateParts () {
        return dateParts;
    },
    get daysBetween () {
        return daysBetween;
    },
    get earlier () {
        return earlier;
    },
    get fromDayCount () {
        return fromDayCount;
    },
    get isoDate () {
        return isoDate;
    },
    get later () {
        return later;
    },
    get parseIsoDate () {
        return parseIsoDate;
    },
    get toDayCount () {
        return toDayCount;
    },
    get weekday () {
        return weekday;
    }
});
const MILLIS_A_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1) / MILLIS_A_DAY;
const LAST_DAY = Date.UTC(2199, 11, 31) / MILLIS_A_DAY;
const SHAPE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;
const WEEKDAYS = [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday'
];
function parseIsoDate(text) {
    if (!SHAPE.test(text)) return undefined;
    const [year, month, day] = dateParts(text);
    // 2026-02-30 comes back as 2026-03-02, and so is found out.
    const date = fromDayCount(Date.UTC(year, month - 1, day) / MILLIS_A_DAY);
    return date === text ? date : undefined;
}
function isoDate(text) {
    const date = parseIsoDate(text);
    if (date === undefined) throw new RangeError(`"${text}" is not a calendar date of the years 1900 to 2199.`);
    return date;
}
function addDays(date, n) {
    return fromDayCount(toDayCount(date) + n);
}
function daysBetween(a, b) {
    return toDayCount(b) - toDayCount(a);
}
function addMonths(date, n) {
    if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of months.`);
    const [year, month, day] = dateParts(date);
    const lastOfMonth = new Date(Date.UTC(year, month + n, 0));
    return fromDayCount(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(day, lastOfMonth.getUTCDate())) / MILLIS_A_DAY);
}
function addYears(date, n) {
    return addMonths(date, 12 * n);
}
function weekday(date) {
    // Day 0 of the count, 1 January 1970, was a Thursday; the day count of 1900 is negative.
    const name = WEEKDAYS[((toDayCount(date) + 3) % 7 + 7) % 7];
    if (name === undefined) throw new RangeError(`"${date}" is not a calendar date.`);
    return name;
}
function earlier(a, b) {
    return b < a ? b : a;
}
function later(a, b) {
    return b > a ? b : a;
}
function dateParts(text) {
    return [
        Number(text.slice(0, 4)),
        Number(text.slice(5, 7)),
        Number(text.slice(8, 10))
    ];
}
function toDayCount(date) {
    return Date.parse(date) / MILLIS_A_DAY; // a date without a time is read as UTC, whatever the machine's zone
}
function fromDayCount(days) {
    if (!Number.isInteger(days)) throw new RangeError('A calendar date is a whole number of days from another.');
    if (days < FIRST_DAY || days > LAST_DAY) throw new RangeError('Calendar dates run from the year 1900 to 2199.');
    // By its parts, because toISOString is several times slower and a page of plans counts thousands of days.
    const date = new Date(days * MILLIS_A_DAY);
    return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}
function twoDigits(n) {
    return n < 10 ? `0${n}` : `${n}`;
}

//# sourceMappingURL=iso-date.js.map

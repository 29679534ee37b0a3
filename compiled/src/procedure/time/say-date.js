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
    get sayDate () {
        return sayDate;
    },
    get sayInstant () {
        return sayInstant;
    },
    get sayMonth () {
        return sayMonth;
    },
    get sayShortDate () {
        return sayShortDate;
    },
    get sayTime () {
        return sayTime;
    },
    get whichOfTwo () {
        return whichOfTwo;
    }
});
const _isodate = require("./iso-date");
const _london = require("./london");
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December'
];
function sayDate(date) {
    return `${(0, _isodate.weekday)(date)} ${sayShortDate(date)}`;
}
function sayShortDate(date) {
    const [year, month, day] = (0, _isodate.dateParts)(date);
    return `${day} ${MONTHS[month - 1]} ${year}`;
}
const sayMonth = (month)=>MONTHS[month - 1] ?? '';
function sayTime(time) {
    if (time === '12:00') return 'midday';
    if (time === '00:00') return 'midnight';
    const hour = Number(time.slice(0, 2));
    return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)}${hour < 12 ? 'am' : 'pm'}`;
}
function whichOfTwo(moment) {
    const all = (0, _london.londonInstants)((0, _london.londonDate)(moment), (0, _london.londonTime)(moment));
    if (all.length < 2) return '';
    return all[1] !== undefined && all[1] <= moment ? ' (winter time)' : ' (summer time)';
}
function sayInstant(moment) {
    const [date, time] = [
        (0, _london.londonDate)(moment),
        (0, _london.londonTime)(moment)
    ];
    // "Midnight on Monday" could be either end of Monday.
    return `${sayTime(time)}${whichOfTwo(moment)} ${time === '00:00' ? 'at the start of' : 'on'} ${sayDate(date)}`;
}

//# sourceMappingURL=say-date.js.map

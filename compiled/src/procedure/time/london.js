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
    get londonDate () {
        return londonDate;
    },
    get londonInstant () {
        return londonInstant;
    },
    get londonInstants () {
        return londonInstants;
    },
    get londonTime () {
        return londonTime;
    },
    get parseTimeOfDay () {
        return parseTimeOfDay;
    },
    get timeOfDay () {
        return timeOfDay;
    }
});
const _instant = require("./instant");
const _isodate = require("./iso-date");
const MILLIS_A_DAY = 86_400_000;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LONDON_CLOCK = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
});
function parseTimeOfDay(text) {
    return TIME_OF_DAY.test(text) ? text : undefined;
}
function timeOfDay(text) {
    const time = parseTimeOfDay(text);
    if (time === undefined) throw new RangeError(`"${text}" is not a time of day such as 17:00.`);
    return time;
}
function londonDate(moment) {
    return (0, _isodate.isoDate)(londonWall((0, _instant.toMillis)(moment)).slice(0, 10));
}
function londonTime(moment) {
    return timeOfDay(londonWall((0, _instant.toMillis)(moment)).slice(11, 16));
}
function londonInstant(date, time) {
    const [year, month, day] = (0, _isodate.dateParts)(date);
    const wall = Date.UTC(year, month - 1, day, Number(time.slice(0, 2)), Number(time.slice(3, 5)));
    const before = londonOffset(wall - MILLIS_A_DAY);
    const after = londonOffset(wall + MILLIS_A_DAY);
    const first = wall - before;
    if (before === after || londonOffset(first) === before) return (0, _instant.fromMillis)(first);
    const second = wall - after;
    return (0, _instant.fromMillis)(londonOffset(second) === after ? second : first);
}
function londonInstants(date, time) {
    const [year, month, day] = (0, _isodate.dateParts)(date);
    const wall = Date.UTC(year, month - 1, day, Number(time.slice(0, 2)), Number(time.slice(3, 5)));
    const offsets = [
        ...new Set([
            londonOffset(wall - MILLIS_A_DAY),
            londonOffset(wall + MILLIS_A_DAY)
        ])
    ];
    return offsets.filter((offset)=>londonOffset(wall - offset) === offset).map((offset)=>wall - offset).sort((a, b)=>a - b).map(_instant.fromMillis);
}
/** The milliseconds by which London's clocks are ahead of UTC: an hour in summer, 0 in winter. */ function londonOffset(millis) {
    const wholeSeconds = Math.floor(millis / 1000) * 1000;
    return Date.parse(`${londonWall(millis)}Z`) - wholeSeconds;
}
/** The date and time that London's clocks show, `2026-11-23T17:00:00`. */ function londonWall(millis) {
    // 23/11/2026, 17:00:00: every part has a fixed width in the years that there are. Taking the parts is far slower.
    const shown = LONDON_CLOCK.format(millis);
    return `${shown.slice(6, 10)}-${shown.slice(3, 5)}-${shown.slice(0, 2)}T${shown.slice(12, 20)}`;
}

//# sourceMappingURL=london.js.map

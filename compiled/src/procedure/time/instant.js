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
    get fromMillis () {
        return fromMillis;
    },
    get instant () {
        return instant;
    },
    get parseInstant () {
        return parseInstant;
    },
    get toMillis () {
        return toMillis;
    }
});
const _isodate = require("./iso-date");
const FIRST = Date.UTC(1900, 0, 1);
const AFTER_LAST = Date.UTC(2200, 0, 1);
const SHAPE = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
function parseInstant(text) {
    const date = SHAPE.exec(text)?.[1];
    if (date === undefined || (0, _isodate.parseIsoDate)(date) === undefined) return undefined;
    // The language leaves open how more than three digits are read.
    const millis = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
    return isWithinYears(millis) ? fromMillis(millis) : undefined;
}
function instant(text) {
    const moment = parseInstant(text);
    if (moment === undefined) {
        throw new RangeError(`"${text}" is not a moment with its zone, in the years 1900 to 2199.`);
    }
    return moment;
}
function fromMillis(millis) {
    if (!isWithinYears(millis)) throw new RangeError(`${millis} is not a moment in the years 1900 to 2199.`);
    return new Date(millis).toISOString(); // the one place where text becomes a moment
}
function toMillis(moment) {
    return Date.parse(moment);
}
function isWithinYears(millis) {
    return millis >= FIRST && millis < AFTER_LAST; // false for NaN too
}

//# sourceMappingURL=instant.js.map

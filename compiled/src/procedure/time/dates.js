/**
 * Dates, moments and London's clock, through one door: everything else of the rules imports them from here.
 * Calendar dates are London dates, moments are UTC; only `london.ts` turns one into the other.
 */ "use strict";
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
        return _isodate.WEEKDAYS;
    },
    get addDays () {
        return _isodate.addDays;
    },
    get addMonths () {
        return _isodate.addMonths;
    },
    get addYears () {
        return _isodate.addYears;
    },
    get daysBetween () {
        return _isodate.daysBetween;
    },
    get earlier () {
        return _isodate.earlier;
    },
    get fromDayCount () {
        return _isodate.fromDayCount;
    },
    get fromMillis () {
        return _instant.fromMillis;
    },
    get instant () {
        return _instant.instant;
    },
    get isoDate () {
        return _isodate.isoDate;
    },
    get later () {
        return _isodate.later;
    },
    get londonDate () {
        return _london.londonDate;
    },
    get londonInstant () {
        return _london.londonInstant;
    },
    get londonInstants () {
        return _london.londonInstants;
    },
    get londonTime () {
        return _london.londonTime;
    },
    get parseInstant () {
        return _instant.parseInstant;
    },
    get parseIsoDate () {
        return _isodate.parseIsoDate;
    },
    get parseTimeOfDay () {
        return _london.parseTimeOfDay;
    },
    get sayDate () {
        return _saydate.sayDate;
    },
    get sayInstant () {
        return _saydate.sayInstant;
    },
    get sayMonth () {
        return _saydate.sayMonth;
    },
    get sayShortDate () {
        return _saydate.sayShortDate;
    },
    get sayTime () {
        return _saydate.sayTime;
    },
    get timeOfDay () {
        return _london.timeOfDay;
    },
    get toDayCount () {
        return _isodate.toDayCount;
    },
    get toMillis () {
        return _instant.toMillis;
    },
    get weekday () {
        return _isodate.weekday;
    },
    get whichOfTwo () {
        return _saydate.whichOfTwo;
    }
});
const _isodate = require("./iso-date");
const _instant = require("./instant");
const _london = require("./london");
const _saydate = require("./say-date");

//# sourceMappingURL=dates.js.map

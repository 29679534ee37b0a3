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
    get nextPeriod () {
        return nextPeriod;
    },
    get periodOn () {
        return periodOn;
    },
    get previousPeriod () {
        return previousPeriod;
    },
    get quarters () {
        return quarters;
    },
    get reportableYears () {
        return reportableYears;
    },
    get sayPeriod () {
        return sayPeriod;
    },
    get saySpan () {
        return saySpan;
    },
    get sayYear () {
        return sayYear;
    },
    get spanOf () {
        return spanOf;
    },
    get yearKinds () {
        return yearKinds;
    }
});
const _dates = require("./time/dates");
const yearKinds = [
    'financial',
    'calendar'
];
const quarters = [
    1,
    2,
    3,
    4
];
const firstMonth = {
    calendar: 1,
    financial: 4
};
const reportableYears = {
    first: 1901,
    last: 2198
};
const firstDayOf = (kind, year)=>(0, _dates.isoDate)(`${year}-${String(firstMonth[kind]).padStart(2, '0')}-01`);
function spanOf({ kind, year, quarter }) {
    const begins = firstDayOf(kind, year);
    const from = quarter === undefined ? begins : (0, _dates.addMonths)(begins, 3 * (quarter - 1));
    return {
        from,
        to: (0, _dates.addDays)((0, _dates.addMonths)(from, quarter === undefined ? 12 : 3), -1)
    };
}
function periodOn(day, { kind, by }) {
    const calendarYear = Number(day.slice(0, 4));
    const year = day < firstDayOf(kind, calendarYear) ? calendarYear - 1 : calendarYear;
    if (by === 'year') return {
        kind,
        year
    };
    const quarter = quarters.find((one)=>day <= spanOf({
            kind,
            year,
            quarter: one
        }).to) ?? 4;
    return {
        kind,
        year,
        quarter
    };
}
const previousPeriod = (period)=>beside(period, (0, _dates.addDays)(spanOf(period).from, -1));
const nextPeriod = (period)=>beside(period, (0, _dates.addDays)(spanOf(period).to, 1));
const beside = ({ kind, quarter }, day)=>periodOn(day, {
        kind,
        by: quarter === undefined ? 'year' : 'quarter'
    });
const sayYear = (kind, year)=>kind === 'calendar' ? String(year) : `${year}–${String((year + 1) % 100).padStart(2, '0')}`;
function sayPeriod({ kind, year, quarter }) {
    const whole = `the ${kind} year ${sayYear(kind, year)}`;
    return quarter === undefined ? whole : `quarter ${quarter} of ${whole}`;
}
function saySpan(period) {
    const { from, to } = spanOf(period);
    return `${(0, _dates.sayShortDate)(from)} to ${(0, _dates.sayShortDate)(to)}`;
}

//# sourceMappingURL=reports-period.js.map

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
    get isKept () {
        return isKept;
    },
    get sayDue () {
        return sayDue;
    },
    get statutoryClock () {
        return statutoryClock;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _onceper = require("../once-per");
const _statutory = require("./statutory");
function isKept({ bound, metAt, metOn, limitDate, limitAt }) {
    if (metOn === undefined) return undefined;
    if (bound === 'at-least') return metOn >= limitDate;
    return metAt === undefined ? metOn <= limitDate : metAt <= limitAt;
}
const keptLawCalendars = (0, _onceper.oncePer)();
/** The law's working days: weekends and bank holidays are left out, the partnership's closure days count. Source: "Words". */ const lawCalendar = (calendar)=>keptLawCalendars(calendar, 'law', ()=>({
            ...calendar,
            closures: {}
        }));
/** The limit's own date: so many of the law's working days, or months or years, after a day. */ function limitDateOf(calendar, { length: { count, unit } }, from) {
    switch(unit){
        case 'working-days':
            return (0, _calendar.workingDaysAfter)(lawCalendar(calendar), from, count);
        case 'months':
            return (0, _dates.addMonths)(from, count);
        case 'years':
            return (0, _dates.addYears)(from, count);
    }
}
/** The partnership's day: in time for a limit of "at most"; the later of both counts for one of "at least". */ function dueOf(calendar, { bound, length }, from, limitDate) {
    if (bound !== 'at-least') return (0, _calendar.onOrBefore)(calendar, limitDate);
    const first = (0, _calendar.onOrAfter)(calendar, limitDate);
    return length.unit === 'working-days' ? (0, _dates.later)(first, (0, _calendar.workingDaysAfter)(calendar, from, length.count)) : first;
}
/** Says that the partnership's day is another than the limit's own date, "" where it is the same. */ const sayMoved = (due, limitDate, whose)=>due === limitDate ? '' : `, moved ${due < limitDate ? 'back' : 'on'} to a working day from ${whose} own date, ${(0, _dates.sayDate)(limitDate)}`;
const sayDue = (due, limitDate, whose)=>`By ${(0, _dates.sayDate)(due)}${sayMoved(due, limitDate, whose)}`;
function statutoryClock(file, made) {
    const { id, from, said, governs, metOn, provisional = false } = made;
    const { calendar } = file;
    const limit = (0, _statutory.statutoryLimit)(id, (0, _dates.londonDate)(file.openedAt));
    const limitDate = limitDateOf(calendar, limit, from);
    const due = dueOf(calendar, limit, from, limitDate);
    const first = limit.bound === 'at-least';
    const counted = provisional ? `${said}, planned for ${(0, _dates.sayDate)(from)}` : `${said}, ${(0, _dates.sayDate)(from)}`;
    const by = first ? `Not before ${(0, _dates.sayDate)(due)}${sayMoved(due, limitDate, "the law's")}` : sayDue(due, limitDate, "the law's");
    return {
        id,
        kind: 'statutory',
        title: limit.title,
        source: limit.source,
        confirmed: limit.confirmed,
        ...governs === undefined ? {} : {
            governs
        },
        due,
        dueAt: (0, _calendar.closingInstant)(calendar, due),
        limitDate,
        limitAt: (0, _calendar.closingInstant)(calendar, limitDate),
        why: `${by}: ${(0, _statutory.sayLength)(limit.length)} after ${counted}${sayCounted(calendar, limit, from, limitDate)} (statutory: ${limit.source}${limit.confirmed ? '' : '; not confirmed at its source'}).`,
        ...metOn === undefined ? {} : {
            metOn
        },
        bound: first ? 'at-least' : 'at-most',
        provisional
    };
}
/** The days that the law skips, and that it counts the partnership's closure days where there are any among them. */ function sayCounted(calendar, { length }, from, limitDate) {
    if (length.unit !== 'working-days') return '';
    const skips = (0, _calendar.saySkipped)(lawCalendar(calendar), from, limitDate);
    const shut = (0, _calendar.skipped)(calendar, from, limitDate).some(({ date })=>calendar.holidays[date] === undefined && date > from);
    return `${skips === '' ? '' : `, ${skips}`}${shut ? ', closure days counting as working days' : ''}`;
}

//# sourceMappingURL=statutory-clock.js.map

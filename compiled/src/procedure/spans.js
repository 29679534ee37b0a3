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
    get allowedSpan () {
        return allowedSpan;
    },
    get dateSorts () {
        return dateSorts;
    },
    get datesOutside () {
        return datesOutside;
    },
    get spanClockOf () {
        return spanClockOf;
    },
    get whyOutside () {
        return whyOutside;
    }
});
const _dates = require("./time/dates");
const _forms = require("./forms");
const _schemaparts = require("./schema-parts");
const dateSorts = [
    'born',
    'happened',
    'planned',
    'looked-at',
    'in-calendar'
];
const spanClockOf = (file, now)=>({
        today: (0, _dates.londonDate)(now),
        receivedOn: file.notification.receivedOn
    });
const [firstBirth, firstEvent, lastDay] = [
    (0, _dates.isoDate)('1900-01-01'),
    (0, _dates.isoDate)('1950-01-01'),
    (0, _dates.isoDate)('2199-12-31')
];
/** The number of years ahead of the case's clock within which something can be planned. */ const yearsPlannedAhead = 10;
function allowedSpan(sort, { today, receivedOn }) {
    switch(sort){
        case 'born':
            return {
                from: firstBirth,
                to: today
            };
        case 'happened':
            return {
                from: firstEvent,
                to: today
            };
        case 'planned':
            return {
                from: receivedOn === undefined ? firstEvent : (0, _dates.addYears)((0, _dates.earlier)(receivedOn, today), -1),
                to: (0, _dates.addYears)(today, yearsPlannedAhead)
            };
        case 'looked-at':
            return {
                from: firstEvent,
                to: (0, _dates.addYears)(today, yearsPlannedAhead)
            };
        case 'in-calendar':
            return {
                from: firstEvent,
                to: lastDay
            };
    }
}
function whyOutside(date, { sort, title, clock }) {
    const { from, to } = allowedSpan(sort, clock);
    if (date >= from && date <= to) return undefined;
    const last = to === clock.today ? `today, ${(0, _dates.sayShortDate)(to)}` : (0, _dates.sayShortDate)(to);
    const span = `must be from ${(0, _dates.sayShortDate)(from)} to ${last}`;
    return date > to && to === clock.today ? `${title} cannot be in the future; it ${span}` : `${title} ${span}`;
}
function datesOutside(schema, form, clock) {
    return (0, _schemaparts.schemaPartsOf)(schema, form).flatMap(({ schema: at, value, path })=>{
        const sort = _forms.asking.get(at)?.sort;
        const date = typeof value === 'string' && sort !== undefined ? dayOf(value) : undefined;
        if (sort === undefined || date === undefined) return [];
        const sentence = whyOutside(date, {
            sort,
            title: (0, _schemaparts.titleOf)(at),
            clock
        });
        return sentence === undefined ? [] : [
            {
                field: path.join('.'),
                sentence
            }
        ];
    });
}
/** The London day of a date or of a moment. */ function dayOf(text) {
    const moment = (0, _dates.parseInstant)(text);
    return moment === undefined ? (0, _dates.parseIsoDate)(text) : (0, _dates.londonDate)(moment);
}

//# sourceMappingURL=spans.js.map

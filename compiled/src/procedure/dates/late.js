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
    get clockAsItStood () {
        return clockAsItStood;
    },
    get clockKey () {
        return clockKey;
    },
    get orAsLate () {
        return orAsLate;
    },
    get ownDateKey () {
        return ownDateKey;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const ownDateKey = (step)=>`procedure:${step}`;
const clockKey = (id)=>`clock:${id}`;
const sayStood = (due)=>`Was due by ${(0, _dates.sayDate)(due)}, which had passed when the calendar changed; what was late stays late.`;
function orAsLate(file, key, dates) {
    const stood = file.late?.[key];
    return stood === undefined || dates.due === undefined || stood >= dates.due ? dates : {
        ...dates,
        due: stood,
        why: `${sayStood(stood)} By the calendar as it is now: ${dates.why}`
    };
}
function clockAsItStood(file, clock) {
    const key = clockKey(clock.id);
    const met = clock.metOn === undefined ? undefined : file.met[key];
    const stood = met ?? file.late?.[key];
    if (stood === undefined || stood === clock.limitDate) return clock;
    const due = clock.bound === 'at-least' ? (0, _calendar.onOrAfter)(file.calendar, stood) : (0, _calendar.onOrBefore)(file.calendar, stood);
    return {
        ...clock,
        due,
        dueAt: (0, _calendar.closingInstant)(file.calendar, due),
        limitDate: stood,
        limitAt: (0, _calendar.closingInstant)(file.calendar, stood),
        why: `${met === undefined ? sayStood(stood) : `Ended on ${(0, _dates.sayDate)(stood)}, and was met; dates already met do not move.`} By the calendar as it is now: ${clock.why}`
    };
}

//# sourceMappingURL=late.js.map

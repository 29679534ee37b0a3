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
    get afterWorkingTime () {
        return afterWorkingTime;
    },
    get isRung () {
        return isRung;
    },
    get outsideReminders () {
        return outsideReminders;
    },
    get rolesOf () {
        return rolesOf;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _roles = require("../roles");
/** Working hours after which the Business Manager is told. */ const managerAfterHours = 2;
const hour = 3_600_000;
function afterWorkingTime({ calendar, morning, closingHour }, from, millis) {
    let left = millis;
    let start = from;
    for(let date = (0, _calendar.onOrAfter)(calendar, (0, _dates.londonDate)(from));; date = (0, _calendar.onOrAfter)(calendar, (0, _dates.addDays)(date, 1))){
        start = (0, _dates.later)(start, (0, _dates.londonInstant)(date, morning));
        const room = (0, _dates.toMillis)((0, _dates.londonInstant)(date, closingHour)) - (0, _dates.toMillis)(start);
        if (room >= left) return (0, _dates.fromMillis)((0, _dates.toMillis)(start) + left);
        left -= Math.max(room, 0);
    }
}
/** Says whether people are at work at a moment: nobody is emailed again at night, at a weekend or on a holiday. */ function isWorkingTime({ calendar, morning, closingHour }, now) {
    const time = (0, _dates.londonTime)(now);
    return (0, _calendar.isWorkingDay)(calendar, (0, _dates.londonDate)(now)) && time >= morning && time <= closingHour;
}
/** The working morning that began last. */ function lastWorkingMorning({ calendar, morning }, now) {
    const date = (0, _calendar.onOrBefore)(calendar, (0, _dates.londonDate)(now));
    const at = (0, _dates.londonInstant)(date, morning);
    if (at <= now) return {
        date,
        at
    };
    const before = (0, _calendar.onOrBefore)(calendar, (0, _dates.addDays)(date, -1));
    return {
        date: before,
        at: (0, _dates.londonInstant)(before, morning)
    };
}
function outsideReminders(watched, now) {
    const { calendar, morning, receivedAt, told } = watched;
    const toldAt = (rung)=>told.find((one)=>one.rung === rung)?.at;
    const managerAt = afterWorkingTime(watched, receivedAt, managerAfterHours * hour);
    const partnersAt = (0, _calendar.nextWorkingMorning)(calendar, managerAt, morning);
    const works = isWorkingTime(watched, now);
    const due = toldAt('office') === undefined ? [
        'office'
    ] : [];
    if (works && managerAt <= now && toldAt('manager') === undefined) due.push('manager');
    if (works && partnersAt <= now && toldAt('partners') === undefined) due.push('partners');
    const partnersTold = toldAt('partners');
    const last = lastWorkingMorning(watched, now);
    const rung = `morning:${last.date}`;
    if (works && partnersTold !== undefined && last.at > partnersTold && toldAt(rung) === undefined) due.push(rung);
    const ahead = [
        managerAt,
        partnersAt,
        (0, _calendar.nextWorkingMorning)(calendar, now, morning)
    ].filter((at)=>at > now);
    return {
        due,
        lookAgainAt: ahead.reduce((one, other)=>other < one ? other : one)
    };
}
function rolesOf(rung) {
    switch(rung){
        case 'office':
            return _roles.businessUnit;
        case 'manager':
            return [
                'business-manager'
            ];
        case 'partners':
            return _roles.partnerRoles;
        default:
            return [
                ..._roles.businessUnit,
                ..._roles.partnerRoles
            ];
    }
}
const isRung = (text)=>text === 'office' || text === 'manager' || text === 'partners' || /^morning:\d{4}-\d{2}-\d{2}$/.test(text);

//# sourceMappingURL=reminders.js.map

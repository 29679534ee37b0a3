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
    get latePapers () {
        return latePapers;
    },
    get onDayOff () {
        return onDayOff;
    },
    get pastDates () {
        return pastDates;
    },
    get pastSixMonths () {
        return pastSixMonths;
    },
    get pastTheLawOf () {
        return pastTheLawOf;
    },
    get tooSoonAfterNotice () {
        return tooSoonAfterNotice;
    }
});
const _calendar = require("../time/calendar");
const _clocks = require("./clocks");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _meetings = require("../case/meetings");
const _plan = require("./plan");
const _steps = require("./steps");
const _stepids = require("../step-ids");
const _stepnames = require("../step-names");
const counted = (count, unit)=>`${count} ${unit}${count === 1 ? '' : 's'}`;
/** A date after the last day of a limit. */ function after({ date, field }, { id, limit, last, source, says }) {
    const count = (0, _dates.daysBetween)(last, date);
    if (count <= 0) return [];
    const sentence = says((0, _dates.sayDate)(date), counted(count, 'day'), (0, _dates.sayDate)(last));
    return [
        {
            id,
            limit,
            date: last,
            by: {
                count,
                unit: 'days'
            },
            source,
            field,
            sentence
        }
    ];
}
/** A date after the day by which a step is due, as it was extended to where it was. */ function pastStep(file, step, set) {
    const { due } = (0, _plan.plannedDates)(file, step);
    if (due === undefined) return [];
    return after(set, {
        id: `step:${step}`,
        limit: (0, _stepnames.stepLabel)(step),
        last: due,
        source: _steps.steps[step].source,
        says: (date, far, last)=>`${date} is ${far} after ${last}, the date of ${(0, _stepnames.stepLabel)(step)}.`
    });
}
/** True if one step has to be done before the other, however many lie between them. */ const isBefore = (one, other)=>_steps.steps[other].after.some((before)=>before === one || isBefore(one, before));
const pastClock = (set, clock)=>after(set, {
        id: `clock:${clock.id}`,
        limit: clock.title,
        // A step moves back to a working day; the law's own date stays, and a breach is a breach of that.
        last: clock.kind === 'statutory' ? clock.limitDate : clock.due,
        source: clock.source,
        says: (date, far, last)=>`${date} is ${far} after ${last}, the ${clock.kind === 'statutory' ? 'statutory limit' : 'date'} of "${clock.title}" (${clock.source}).`
    });
/** A date after the law's last day for a step, or for one that waits for it; what is met has no limit any more. */ function pastTheLaw(file, step, set) {
    return (0, _clocks.clocksOf)(file).filter(({ kind, bound, governs, metOn })=>kind === 'statutory' && bound === 'at-most' && metOn === undefined && governs !== undefined && (governs === step || isBefore(step, governs))).flatMap((clock)=>pastClock(set, clock));
}
function pastDates(file, step, set) {
    const law = pastTheLaw(file, step, set);
    // If the step's own date is also the law's, the limit is listed once, as the law's.
    return [
        ...pastStep(file, step, set).filter(({ date })=>law.every((one)=>one.date !== date)),
        ...law
    ];
}
const pastTheLawOf = (file, deadline, set)=>(0, _stepids.isStep)(deadline) ? pastTheLaw(file, deadline, set) : [];
function onDayOff(file, { date, field }) {
    if ((0, _calendar.isWorkingDay)(file.calendar, date)) return [];
    const next = (0, _calendar.onOrAfter)(file.calendar, date);
    const why = (0, _calendar.whyNotWorking)(file.calendar, date);
    return [
        {
            id: 'working-day',
            limit: 'A working day',
            date: next,
            by: {
                count: (0, _dates.daysBetween)(date, next),
                unit: 'days'
            },
            source: 'words: working day',
            field,
            sentence: `${(0, _dates.sayDate)(date)} is not a working day${why === undefined ? '' : ` (${why})`}; the next is ${(0, _dates.sayDate)(next)}.`
        }
    ];
}
const groups = {
    subGroup: {
        name: 'sub-group',
        source: 'step 13a: at least 3 weeks before the meeting'
    },
    exec: {
        name: 'Exec group',
        source: 'step 15: papers at least 3 weeks before'
    }
};
function latePapers(file, group, { meetingOn, on }) {
    const last = (0, _meetings.papersDue)(file, group, meetingOn);
    const asked = (0, _meetings.papersDueBefore)(file, group);
    const { name, source } = groups[group];
    return after({
        date: on,
        field: 'meetingOn'
    }, {
        id: `papers:${group}`,
        limit: `Papers of the ${name}, ${asked} days before its meeting`,
        last,
        source,
        says: ()=>`The papers go out ${counted((0, _dates.daysBetween)(on, meetingOn), 'day')} before the meeting of the ${name} on ${(0, _dates.sayDate)(meetingOn)}; ${asked} are asked, which was ${(0, _dates.sayDate)(last)}.`
    });
}
function pastSixMonths(file, set) {
    const extended = (0, _plan.extensionOf)(file, 'publication');
    return (0, _clocks.clocksOf)(file).filter(({ id })=>id === 'six-months-from-day-one' || id === 'published-within').flatMap((clock)=>{
        const moves = clock.kind === 'procedure' && extended !== undefined;
        return pastClock(set, moves ? {
            ...clock,
            due: (0, _dates.later)(clock.due, extended)
        } : clock);
    });
}
function tooSoonAfterNotice(file, form, taking) {
    const { by, role, on, now: recordedAt } = taking;
    const noticed = (0, _facts.withFact)(file, 'sendNoticeOfIntent', {
        seq: file.seq + 1,
        on,
        recordedAt,
        by,
        role,
        form
    });
    const clock = (0, _clocks.clocksOf)(noticed).find(({ id })=>id === 'report-before-publication');
    if (clock === undefined || form.publishOn >= clock.due) return [];
    const count = (0, _calendar.workingDaysBetween)(file.calendar, form.publishOn, clock.due);
    return [
        {
            id: `clock:${clock.id}`,
            limit: clock.title,
            date: clock.due,
            by: {
                count,
                unit: 'working-days'
            },
            source: clock.source,
            field: 'publishOn',
            sentence: `${(0, _dates.sayDate)(form.publishOn)} is too soon after the notice of ${(0, _dates.sayDate)(on)}: ${(0, _dates.sayDate)(clock.due)} at the earliest (${clock.source}).`
        }
    ];
}

//# sourceMappingURL=limits.js.map

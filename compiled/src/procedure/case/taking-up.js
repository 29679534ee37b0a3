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
    get stillAsItStood () {
        return stillAsItStood;
    },
    get takeUpCalendar () {
        return takeUpCalendar;
    }
});
const _calendar = require("../time/calendar");
const _calendarchange = require("./calendar-change");
const _clocks = require("../dates/clocks");
const _deadlines = require("../dates/deadlines");
const _late = require("../dates/late");
const _plan = require("../dates/plan");
const _position = require("./position");
const _stepids = require("../step-ids");
const _tasks = require("../dates/tasks");
/** The dates by which the law's clocks were met, kept before they are worked out anew. */ const metClocks = (file)=>Object.fromEntries((0, _clocks.clocksOf)(file).filter(({ metOn, metAt })=>metOn !== undefined && metAt === undefined).map(({ id, limitDate })=>[
            (0, _late.clockKey)(id),
            limitDate
        ]));
/**
 * Lists the dates of everything that is late: steps, tasks and clocks whose day has passed without what they ask for.
 */ function lateDates(file, now) {
    if ((0, _position.isWithdrawn)(file)) return {};
    const steps = _stepids.stepIds.filter((step)=>(0, _calendarchange.mayStillCome)(file, step)).flatMap((step)=>[
            [
                step,
                (0, _plan.plannedDates)(file, step)
            ],
            [
                (0, _late.ownDateKey)(step),
                (0, _plan.procedureDates)(file, step)
            ]
        ]).filter(([, { provisional }])=>!provisional).map(([key, { due }])=>[
            key,
            due
        ]);
    const tasks = (0, _tasks.tasksOf)(file).map(({ id, due })=>[
            id,
            due
        ]);
    const clocks = (0, _clocks.clocksOf)(file).filter(({ metOn, bound, provisional })=>metOn === undefined && bound === 'at-most' && !provisional).map(({ id, limitDate })=>[
            (0, _late.clockKey)(id),
            limitDate
        ]);
    return Object.fromEntries([
        ...steps,
        ...tasks,
        ...clocks
    ].flatMap(([key, due])=>due === undefined || (0, _calendar.closingInstant)(file.calendar, due) >= now ? [] : [
            [
                key,
                due
            ]
        ]));
}
function takeUpCalendar(file, { next, entries, policy, now }) {
    const late = {
        ...lateDates(file, now),
        ...file.late
    };
    const taken = {
        ...next,
        met: {
            ...(0, _deadlines.metDates)(file),
            ...metClocks(file),
            ...file.met
        },
        ...Object.keys(late).length === 0 ? {} : {
            late
        }
    };
    const { profile, edition } = policy;
    return {
        file: taken,
        details: {
            days: (0, _calendarchange.changedDays)(file, taken, {
                entries,
                profile: {
                    profile,
                    edition
                }
            }),
            moved: (0, _calendarchange.movedDates)(file, taken)
        }
    };
}
/** The date that the rules alone give for a key of what is kept; undefined where the case has no such date now. */ function byTheRules(file, key) {
    const step = _stepids.stepIds.find((one)=>one === key);
    if (step !== undefined) return (0, _plan.unextendedDates)(file, step).due;
    const own = _stepids.stepIds.find((one)=>(0, _late.ownDateKey)(one) === key);
    if (own !== undefined) return (0, _plan.procedureDates)(file, own).due;
    const clock = (0, _clocks.clocksOf)(file).find(({ id })=>(0, _late.clockKey)(id) === key);
    return clock?.limitDate ?? (0, _tasks.tasksOf)(file).find(({ id })=>id === key)?.due;
}
const withoutWhatStood = ({ late: _late1, ...file })=>({
        ...file,
        met: Object.fromEntries(Object.entries(file.met).filter(([key])=>!key.startsWith((0, _late.clockKey)(''))))
    });
function stillAsItStood(before, after) {
    const kept = [
        ...Object.keys(after.late ?? {}),
        ...Object.keys(after.met).filter((key)=>key.startsWith((0, _late.clockKey)('')))
    ];
    if (kept.length === 0) return after;
    const [was, is] = [
        withoutWhatStood(before),
        withoutWhatStood(after)
    ];
    const gone = new Set(kept.filter((key)=>byTheRules(was, key) !== byTheRules(is, key)));
    if (gone.size === 0) return after;
    const left = (dates)=>Object.fromEntries(Object.entries(dates).filter(([key])=>!gone.has(key)));
    const { late, ...file } = after;
    return {
        ...file,
        met: left(after.met),
        ...late === undefined ? {} : {
            late: left(late)
        }
    };
}

//# sourceMappingURL=taking-up.js.map

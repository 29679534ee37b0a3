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
    get changedDays () {
        return changedDays;
    },
    get dayKinds () {
        return dayKinds;
    },
    get mayStillCome () {
        return mayStillCome;
    },
    get movedDates () {
        return movedDates;
    },
    get sayMovedDate () {
        return sayMovedDate;
    }
});
const _clocks = require("../dates/clocks");
const _dates = require("../time/dates");
const _late = require("../dates/late");
const _mayberequired = require("../may-be-required");
const _position = require("./position");
const _stepids = require("../step-ids");
const _stepnames = require("../step-names");
const _plan = require("../dates/plan");
const _steps = require("../dates/steps");
const _tasks = require("../dates/tasks");
const dayKinds = [
    'holiday',
    'closure',
    'sub-group-meeting',
    'exec-meeting'
];
const asDays = (dates)=>Object.fromEntries(dates.map((date)=>[
            date,
            ''
        ]));
const daysOf = (what, { calendar, meetings })=>{
    switch(what){
        case 'holiday':
            return calendar.holidays;
        case 'closure':
            return calendar.closures;
        case 'sub-group-meeting':
            return asDays(meetings.subGroup);
        case 'exec-meeting':
            return asDays(meetings.exec);
    }
};
function changeOf(before, after) {
    if (before === after) return undefined;
    return before === undefined ? 'added' : after === undefined ? 'removed' : 'renamed';
}
function changedDays(before, after, { entries, profile }) {
    const covered = (date)=>[
            before,
            after
        ].every(({ calendar })=>date >= calendar.from && date <= calendar.until);
    return dayKinds.flatMap((what)=>{
        const [was, is] = [
            daysOf(what, before),
            daysOf(what, after)
        ];
        const dates = [
            ...new Set([
                ...Object.keys(was),
                ...Object.keys(is)
            ])
        ];
        return dates.flatMap((date)=>{
            const change = changeOf(was[date], is[date]);
            if (change === undefined || !what.endsWith('-meeting') && !covered(date)) return [];
            const entry = lastOf(entries, {
                what,
                date,
                change
            });
            const name = is[date] ?? was[date] ?? '';
            const source = entry === undefined ? profile : {
                by: entry.by,
                at: entry.at,
                ...entry.why === undefined ? {} : {
                    why: entry.why
                }
            };
            return [
                {
                    what,
                    date,
                    change,
                    ...name === '' ? {} : {
                        name
                    },
                    ...source
                }
            ];
        });
    }).sort((a, b)=>a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
}
const lastOf = (entries, { what, date, change })=>entries.filter((one)=>one.what === what && one.date === date && (change === 'renamed' || one.change === change)).reduce((last, one)=>last === undefined || one.at >= last.at ? one : last, undefined);
function mayStillCome(file, step) {
    if ((0, _steps.completion)(file, step) !== undefined || (0, _position.isWithdrawn)(file)) return false;
    return (0, _steps.isRequired)(file, step) || (0, _mayberequired.isUndecided)(file) && !_mayberequired.onlyIf.includes(step);
}
/** The dates of a case that the calendar may move: Day 1, what is to be done, and the clocks beside it, by id. */ function datesOf(file) {
    const steps = _stepids.stepIds.filter((step)=>mayStillCome(file, step)).map((step)=>[
            step,
            {
                title: (0, _stepnames.stepLabel)(step),
                date: (0, _plan.plannedDates)(file, step).due
            }
        ]);
    return new Map([
        [
            'day-one',
            {
                title: 'Day 1',
                date: (0, _plan.dayOneOf)(file)
            }
        ],
        ...steps,
        ...(0, _tasks.tasksOf)(file).map((task)=>(0, _late.orAsLate)(file, task.id, task)).map(({ id, title, due })=>[
                id,
                {
                    title,
                    date: due
                }
            ]),
        ...(0, _clocks.clocksOf)(file).filter(({ metOn })=>metOn === undefined).map(({ id, title, due })=>[
                `clock:${id}`,
                {
                    title,
                    date: due
                }
            ])
    ].map(([id, { title, date }])=>[
            id,
            date === undefined ? {
                title
            } : {
                title,
                date
            }
        ]));
}
function movedDates(before, after) {
    const [was, is] = [
        datesOf(before),
        datesOf(after)
    ];
    return [
        ...new Set([
            ...was.keys(),
            ...is.keys()
        ])
    ].flatMap((id)=>{
        const [from, to] = [
            was.get(id)?.date,
            is.get(id)?.date
        ];
        if (from === to) return [];
        return [
            {
                id,
                title: is.get(id)?.title ?? was.get(id)?.title ?? id,
                ...from === undefined ? {} : {
                    from
                },
                ...to === undefined ? {} : {
                    to
                }
            }
        ];
    });
}
const sayMovedDate = ({ title, from, to })=>`${title}: from ${from === undefined ? 'no date' : (0, _dates.sayDate)(from)} to ${to === undefined ? 'no date' : (0, _dates.sayDate)(to)}`;

//# sourceMappingURL=calendar-change.js.map

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
    get currentDue () {
        return currentDue;
    },
    get extendableDeadlines () {
        return extendableDeadlines;
    },
    get metDates () {
        return metDates;
    },
    get nextDeadline () {
        return nextDeadline;
    },
    get openDeadlines () {
        return openDeadlines;
    },
    get owing () {
        return owing;
    },
    get ownerOfDeadline () {
        return ownerOfDeadline;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _late = require("./late");
const _onceper = require("../once-per");
const _plan = require("./plan");
const _position = require("../case/position");
const _stepids = require("../step-ids");
const _stepnames = require("../step-names");
const _subgroup = require("../case/sub-group");
const _steps = require("./steps");
const _tasks = require("./tasks");
const stepDeadline = (file, step)=>{
    const { due, original, why } = (0, _plan.plannedDates)(file, step);
    return due === undefined ? [] : [
        {
            id: step,
            step,
            title: (0, _stepnames.stepLabel)(step),
            owner: (0, _steps.ownerOf)(file, step),
            due,
            dueAt: (0, _calendar.closingInstant)(file.calendar, due),
            why,
            ...original === undefined ? {} : {
                original
            }
        }
    ];
};
const taskDeadlines = (file)=>(0, _tasks.tasksOf)(file).map((given)=>{
        const task = (0, _late.orAsLate)(file, given.id, given);
        const due = (0, _dates.later)((0, _plan.extensionOf)(file, task.id) ?? task.due, task.due);
        return (0, _calendar.sayUnknownHolidays)(file.calendar, {
            ...task,
            due,
            dueAt: (0, _calendar.closingInstant)(file.calendar, due),
            ...due === task.due ? {} : {
                original: task.due
            }
        });
    });
const owing = (file, deadline)=>deadline.step === 'comments' ? (0, _subgroup.membersToAnswer)(file).map((person)=>({
            person,
            as: 'sub-group-member'
        })) : [
        deadline.owner
    ];
const openDeadlines = (file)=>keptDeadlines(file, 'open', ()=>file.closedOn !== undefined || (0, _position.isWithdrawn)(file) ? [] : [
            ...(0, _steps.openSteps)(file).flatMap((step)=>stepDeadline(file, step)),
            ...taskDeadlines(file)
        ]);
// Cached by file: reminders, what a case shows and whose turn it is all ask for the open deadlines.
const keptDeadlines = (0, _onceper.oncePer)();
const extendableDeadlines = (file)=>[
        ..._stepids.stepIds.filter((step)=>!(0, _steps.isSettled)(file, step)).flatMap((step)=>stepDeadline(file, step)),
        ...taskDeadlines(file)
    ];
const currentDue = (file, id)=>extendableDeadlines(file).find((one)=>one.id === id)?.due;
const ownerOfDeadline = (file, id)=>extendableDeadlines(file).find((one)=>one.id === id)?.owner;
const nextDeadline = (file)=>openDeadlines(file).reduce((next, one)=>next === undefined || one.due < next.due ? one : next, undefined);
const metDates = (file)=>Object.fromEntries(_stepids.stepIds.flatMap((step)=>{
        if (!(0, _steps.isRequired)(file, step) || (0, _steps.completion)(file, step) === undefined || !(0, _steps.isReached)(file, step)) return [];
        const { due } = (0, _plan.plannedDates)(file, step);
        return due === undefined ? [] : [
            [
                step,
                due
            ]
        ];
    }));

//# sourceMappingURL=deadlines.js.map

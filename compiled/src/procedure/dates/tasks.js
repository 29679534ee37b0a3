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
    get familyTold () {
        return familyTold;
    },
    get tasksOf () {
        return tasksOf;
    }
});
const _actions = require("../case/actions");
const _calendar = require("../time/calendar");
const _clocks = require("./clocks");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _family = require("../case/family");
const _holds = require("../case/holds");
const _parallelprocesses = require("../case/parallel-processes");
const _plan = require("./plan");
const _position = require("../case/position");
const _progresscheck = require("../reminders/progress-check");
const _taskid = require("./task-id");
const _stepnames = require("../step-names");
const familyTold = (0, _taskid.taskId)({
    kind: 'family-told'
});
/** Working days in which a delay letter goes out once a step is held past its date: our own choice. */ const delayLetterDays = 5;
const actionTasks = (file)=>(0, _actions.actionsOf)(file).flatMap((action)=>{
        if (action.completedOn === undefined) {
            return [
                {
                    id: (0, _taskid.taskId)({
                        kind: 'action',
                        code: action.id
                    }),
                    title: `Action ${action.number}`,
                    owner: {
                        person: action.owner,
                        as: 'wider-partner'
                    },
                    due: action.dueOn,
                    why: `Action ${action.number} was given this date when it was added or reassigned.`
                }
            ];
        }
        return file.policy.actionLooks.flatMap((months)=>{
            const due = (0, _actions.lookDue)(file, action.id, months);
            return due === undefined || action.looks.includes(months) ? [] : [
                {
                    id: (0, _taskid.taskId)({
                        kind: 'action-look',
                        code: action.id,
                        months
                    }),
                    title: `Review the impact of action ${action.number}`,
                    owner: 'sub-group-chair',
                    due,
                    why: `${months} calendar months after action ${action.number} was complete.`
                }
            ];
        });
    });
const holdTasks = (file)=>(0, _holds.holdsOf)(file).flatMap((hold)=>{
        if (hold.liftedOn !== undefined) return [];
        const stepDue = (0, _plan.plannedDates)(file, hold.step).due;
        const letter = (0, _holds.letterOf)(file, hold.id);
        const late = stepDue !== undefined && hold.lookAgainOn > stepDue;
        return [
            {
                id: (0, _taskid.taskId)({
                    kind: 'hold',
                    code: hold.id
                }),
                title: `Review the hold on ${(0, _stepnames.stepLabel)(hold.step)}`,
                owner: 'business-manager',
                due: hold.lookAgainOn,
                why: `The date set to review hold ${hold.id}.`
            },
            ...late && !letter.sent ? [
                {
                    id: (0, _taskid.taskId)({
                        kind: 'delay-letter',
                        code: hold.id
                    }),
                    title: 'Explain the delay to the Panel and the Secretary of State',
                    owner: 'business-manager',
                    due: (0, _calendar.workingDaysAfter)(file.calendar, hold.placedOn, delayLetterDays),
                    why: `${(0, _stepnames.stepLabel)(hold.step)} is held past its date; ${delayLetterDays} working days after the hold was placed (local rule).`
                }
            ] : []
        ];
    });
const processTasks = (file)=>(0, _parallelprocesses.processesOf)(file).flatMap((process)=>process.nextOn === undefined ? [] : [
            {
                id: (0, _taskid.taskId)({
                    kind: 'process',
                    code: process.id
                }),
                title: `Parallel process ${process.id}: its next date`,
                owner: 'business-manager',
                due: process.nextOn,
                why: `The next date of parallel process ${process.id}, as last recorded.`
            }
        ]);
function progressCheckTask(file) {
    const check = (0, _progresscheck.progressCheck)(file);
    return check === undefined ? [] : [
        {
            id: (0, _taskid.taskId)({
                kind: 'progress-check'
            }),
            title: "The partners' check of the review's progress and quality",
            owner: 'business-manager',
            ...check
        }
    ];
}
function displayTask(file) {
    if ((0, _facts.fact)(file, 'decideDisplay') !== undefined) return [];
    const clock = (0, _clocks.clocksOf)(file).find((one)=>one.id === 'publicly-available');
    return clock === undefined ? [] : [
        {
            id: (0, _taskid.taskId)({
                kind: 'display'
            }),
            title: 'Decide whether the review comes off the website',
            owner: 'business-manager',
            due: clock.due,
            why: clock.why
        }
    ];
}
function homeAuthorityTask(file) {
    if (file.notification.homeAuthority === undefined || (0, _facts.fact)(file, 'tellHomeAuthority') !== undefined) return [];
    const { due, why } = (0, _plan.plannedDates)(file, 'outcome');
    if (due === undefined) return [];
    return [
        {
            id: (0, _taskid.taskId)({
                kind: 'home-authority'
            }),
            title: 'Tell the home authority',
            owner: 'business-manager',
            due,
            why: `With step 4: the authority where it happened leads, the home authority is told. ${why}`
        }
    ];
}
/**
 * Asks the identified professional to tell the family that nothing is published. Each member is told, or the reason why
 * not is given, on the record after the Exec group's decision. Due by the date of step 16, which the task stands in
 * for. The procedure does not make closure wait for it.
 */ function familyToTell(file) {
    const decided = (0, _facts.fact)(file, 'recordSignOff');
    if ((0, _position.reviewType)(file) !== 'LCSPR' || decided?.form.outcome !== 'not-to-publish') return [];
    const told = (0, _facts.factsOf)(file, 'recordFamilyInvolvement').filter(({ seq })=>seq > decided.seq);
    const { due } = (0, _plan.plannedDates)(file, 'family-contact');
    const isTold = (0, _family.familyToContact)(file).every((ref)=>told.some(({ form })=>form.familyMember === ref));
    return due === undefined || isTold ? [] : [
        {
            id: familyTold,
            title: 'Tell the family that the review is not published',
            owner: 'identified-professional',
            due,
            why: `In place of step 16, by its date: ${(0, _dates.sayDate)(due)}.`
        }
    ];
}
const tasksOf = (file)=>[
        ...homeAuthorityTask(file),
        ...holdTasks(file),
        ...processTasks(file),
        ...progressCheckTask(file),
        ...actionTasks(file),
        ...displayTask(file),
        ...familyToTell(file)
    ];

//# sourceMappingURL=tasks.js.map

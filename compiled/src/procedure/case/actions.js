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
    get actionNumber () {
        return actionNumber;
    },
    get actionOf () {
        return actionOf;
    },
    get actionsOf () {
        return actionsOf;
    },
    get isFinished () {
        return isFinished;
    },
    get lookDue () {
        return lookDue;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("./facts");
function actionsOf(file) {
    const everAdded = [
        ...new Set((0, _facts.everOf)(file, 'addAction').map(({ seq })=>seq))
    ];
    return (0, _facts.factsOf)(file, 'addAction').map((added)=>{
        const id = `A${added.seq}`;
        const reassigned = (0, _facts.factsOf)(file, 'reassignAction').filter((one)=>one.form.action === id);
        const completed = (0, _facts.factsOf)(file, 'completeAction').find((one)=>one.form.action === id);
        return {
            id,
            number: everAdded.indexOf(added.seq) + 1,
            addedBySeq: added.seq,
            owner: reassigned.at(-1)?.form.owner ?? added.form.owner,
            dueOn: reassigned.findLast((one)=>one.form.dueOn !== undefined)?.form.dueOn ?? added.form.dueOn,
            looks: (0, _facts.factsOf)(file, 'lookAtActionAgain').filter((one)=>one.form.action === id).map((one)=>one.form.months),
            ...added.form.agency === undefined ? {} : {
                agency: added.form.agency
            },
            ...completed === undefined ? {} : {
                completedOn: completed.on
            }
        };
    });
}
const actionOf = (file, id)=>actionsOf(file).find((one)=>one.id === id);
const actionNumber = (file, id)=>String(actionOf(file, id)?.number ?? id);
function lookDue(file, id, months) {
    const completedOn = actionOf(file, id)?.completedOn;
    return completedOn === undefined ? undefined : (0, _calendar.onOrAfter)(file.calendar, (0, _dates.addMonths)(completedOn, months));
}
const isFinished = (file, action)=>action.completedOn !== undefined && file.policy.actionLooks.every((months)=>action.looks.includes(months));

//# sourceMappingURL=actions.js.map

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
    get detailsOfFault () {
        return detailsOfFault;
    },
    get nameOfFault () {
        return nameOfFault;
    },
    get refusalOfFault () {
        return refusalOfFault;
    },
    get sayThrown () {
        return sayThrown;
    },
    get workOutAll () {
        return workOutAll;
    }
});
const _describe = require("../describe");
const _legible = require("../legible");
const _milestones = require("../dates/milestones");
const _refusals = require("../refusals");
const _reminders = require("../reminders/reminders");
const _turns = require("../reminders/turns");
/* Rules that throw: a bug of the rules, which must not stop the case that shows it. */ /** Questions that rules are asked, with the words for each in "could not work out …". */ const askedOfRules = {
    reminders: 'who is to be reminded, and when',
    'current-details': 'what Temporal shows of the case',
    steps: 'which steps are done',
    procedure: 'how the procedure goes on',
    calendar: 'the dates under the new calendar or settings',
    closing: 'whom to tell that the case closes'
};
const longestProblem = 200;
function sayThrown(error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : 'Something was thrown that is no error.';
    return said.replaceAll(/\s+/g, ' ').slice(0, longestProblem);
}
const nameOfFault = ({ asked, problem })=>`${asked}: ${problem}`;
const detailsOfFault = ({ asked, problem }, { reference })=>({
        asked,
        problem,
        sentence: `The system could not work out ${askedOfRules[asked]} in ${reference}. What is recorded stands and the case goes on: look after its dates by hand, and have IT report the fault (${problem}).`
    });
const refusalOfFault = (problem)=>(0, _refusals.refusal)('invalid', `The system could not work out what would come of this, so nothing was decided (${problem}). Have IT report the fault.`);
function workOutAll(file, now) {
    (0, _reminders.nextReminderAt)(file);
    (0, _legible.detailsOf)(file, now);
    (0, _legible.attributesOf)(file, now);
    (0, _turns.turnsOf)(file);
    (0, _milestones.milestonesOf)(file);
    (0, _describe.describeCase)(file, now);
}

//# sourceMappingURL=rule-faults.js.map

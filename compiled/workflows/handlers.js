"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "setHandlers", {
    enumerable: true,
    get: function() {
        return setHandlers;
    }
});
const _workflow = require("@temporalio/workflow");
const _contract = require("../src/procedure/contract");
const _doors = require("./doors");
const calendarChanged = (0, _workflow.defineSignal)(_contract.signals.calendarChanged);
const takeUpCurrentCode = (0, _workflow.defineSignal)(_contract.signals.takeUpCurrentCode);
const sendWaiting = (0, _workflow.defineSignal)(_contract.signals.sendWaiting);
const lastEntry = (0, _workflow.defineQuery)(_contract.queries.lastEntry);
const unsent = (0, _workflow.defineQuery)(_contract.queries.unsent);
function setHandlers(run) {
    const behindTheDoors = {
        now: run.now,
        get file () {
            return run.file;
        },
        settle: run.settle,
        profileAsked: ()=>{
            run.asked.partnership = 'profile';
        }
    };
    (0, _doors.openDoors)(behindTheDoors);
    (0, _workflow.setHandler)(calendarChanged, ()=>{
        run.asked.partnership ??= 'calendar';
    }, {
        description: 'Holidays, closures, meetings or people changed: take them up, plan every date again'
    });
    (0, _workflow.setHandler)(takeUpCurrentCode, ()=>{
        run.asked.newRun = true;
        run.awake = true;
    }, {
        description: 'Go on from the case file onto the code that runs now'
    });
    (0, _workflow.setHandler)(sendWaiting, ()=>run.effects.takeUpWaiting(), {
        description: 'Send the emails that wait on the record and that this case does not know of'
    });
    (0, _workflow.setHandler)(lastEntry, ()=>run.file.seq, {
        description: 'The number of the last entry of its record'
    });
    (0, _workflow.setHandler)(unsent, ()=>run.file.unsent, {
        description: 'The emails that it has still to send'
    });
    // Set after all other handlers: it would otherwise be given the Signals that came before those were set.
    (0, _doors.refuseOtherSignals)(behindTheDoors);
}

//# sourceMappingURL=handlers.js.map

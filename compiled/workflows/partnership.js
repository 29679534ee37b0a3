"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "keepUp", {
    enumerable: true,
    get: function() {
        return keepUp;
    }
});
const _workflow = require("@temporalio/workflow");
const _rulefaults = require("../src/procedure/case/rule-faults");
const _takingup = require("../src/procedure/case/taking-up");
const _unreadable = require("../src/procedure/case/unreadable");
const _withpartnership = require("../src/procedure/case/with-partnership");
const { readPartnership } = (0, _workflow.proxyActivities)({
    startToCloseTimeout: '20 seconds',
    retry: {
        initialInterval: '1 second',
        backoffCoefficient: 2,
        maximumInterval: '5 minutes'
    },
    summary: "Read the partnership's calendar and settings"
});
async function keepUp(run) {
    for(;;){
        await (0, _workflow.condition)(()=>run.asked.partnership !== undefined);
        const what = run.asked.partnership;
        const read = await readPartnership();
        run.asked.partnership = undefined;
        const unreadable = (0, _unreadable.sayUnreadable)(read);
        // The next start asks again where the case differs.
        if (unreadable !== undefined) run.guard.keep('calendar', new Error(`What was read of the partnership cannot be read here. ${unreadable}`));
        else if (what !== undefined) await takeUp(run, read, what);
    }
}
async function takeUp(run, read, what) {
    const change = (0, _withpartnership.withPartnership)(run.file, read, what);
    if (change === undefined) return;
    if (change.kind === 'people') {
        await run.settle(change.next, [], []);
        return;
    }
    const { kind, next } = change;
    const { policy, changes: entries = [] } = read;
    const taken = run.guard.ask('calendar', ()=>(0, _takingup.takeUpCalendar)(run.file, {
            next,
            entries,
            policy,
            now: run.now()
        }), {
        file: next,
        details: {}
    });
    if (isBorne(run, taken.file)) await run.enter(taken.file, {
        kind,
        details: {
            ...change.details,
            ...taken.details
        }
    });
}
/** True if the rules can work with a calendar or a profile. One with which a rule throws is not taken up. */ function isBorne(run, next) {
    const worksOut = ()=>{
        (0, _rulefaults.workOutAll)(next, run.now());
        return true;
    };
    return run.guard.ask('calendar', worksOut, false);
}

//# sourceMappingURL=partnership.js.map

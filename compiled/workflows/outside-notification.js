"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "outsideNotification", {
    enumerable: true,
    get: function() {
        return outsideNotification;
    }
});
const _workflow = require("@temporalio/workflow");
const _contract = require("../src/procedure/outside-notification/contract");
const _dates = require("../src/procedure/time/dates");
const { watchOutside } = (0, _workflow.proxyActivities)({
    startToCloseTimeout: '2 minutes',
    // Tried until it works: a database may be away for days, and nobody is to be forgotten.
    retry: {
        initialInterval: '1 second',
        backoffCoefficient: 2,
        maximumInterval: '5 minutes'
    },
    summary: 'Send what is due, and ask the records how it stands'
});
/** The shortest sleep, in milliseconds: a clock may be behind the one that said when to wake. */ const shortest = 1_000;
async function outsideNotification({ number }) {
    let changes = 0;
    (0, _workflow.setHandler)((0, _workflow.defineSignal)(_contract.outsideChanged), ()=>void (changes += 1), {
        description: 'It was taken or set aside, or the sender confirmed their address: look at the records now'
    });
    for(;;){
        const seen = changes;
        const standing = await watchOutside({
            number,
            at: (0, _dates.fromMillis)(Date.now())
        });
        if (standing.kind === 'over' && changes === seen) return;
        if ((0, _workflow.workflowInfo)().continueAsNewSuggested) await (0, _workflow.continueAsNew)({
            number
        });
        if (standing.kind === 'over') continue;
        const sleeps = Math.max((0, _dates.toMillis)(standing.lookAgainAt) - Date.now(), shortest);
        const summary = `Looks again: ${(0, _dates.sayInstant)(standing.lookAgainAt)}`;
        await (0, _workflow.condition)(()=>changes !== seen, sleeps, {
            summary
        });
    }
}

//# sourceMappingURL=outside-notification.js.map

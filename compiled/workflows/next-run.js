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
    get goOnInNewRun () {
        return goOnInNewRun;
    },
    get quiet () {
        return quiet;
    },
    get timeForNewRun () {
        return timeForNewRun;
    }
});
const _workflow = require("@temporalio/workflow");
const _describe = require("../src/procedure/describe");
const _ending = require("./ending");
/** The time that moving on to a new run waits for an email that is being tried again; the next run sends it. */ const sendingTakes = '20 seconds';
function timeForNewRun(run) {
    const begunIn = run.guard.ask('steps', ()=>(0, _describe.stageOf)(run.carried), undefined);
    return ()=>(run.asked.newRun || run.guard.ask('steps', ()=>(0, _describe.stageOf)(run.file), begunIn) !== begunIn || (0, _workflow.workflowInfo)().continueAsNewSuggested || (0, _workflow.workflowInfo)().targetWorkerDeploymentVersionChanged) && !(0, _ending.isOver)(run);
}
async function quiet({ effects, asked }) {
    await (0, _workflow.condition)(()=>(0, _workflow.allHandlersFinished)() && effects.areAtRest() && asked.partnership === undefined, sendingTakes, {
        summary: 'Goes on in a new run: waits for emails'
    });
    await (0, _workflow.condition)(()=>(0, _workflow.allHandlersFinished)() && effects.areRecorded() && asked.partnership === undefined);
}
function goOnInNewRun(file) {
    const initialVersioningBehavior = 'AUTO_UPGRADE';
    return (0, _workflow.makeContinueAsNewFunc)({
        initialVersioningBehavior
    })(file);
}

//# sourceMappingURL=next-run.js.map

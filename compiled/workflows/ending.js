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
    get close () {
        return close;
    },
    get ended () {
        return ended;
    },
    get isOver () {
        return isOver;
    }
});
const _workflow = require("@temporalio/workflow");
const _closing = require("../src/procedure/case/closing");
const _steps = require("../src/procedure/dates/steps");
const _describe = require("../src/procedure/describe");
/** The time that a closed case whose workflow was begun again waits to be reopened, before it ends as it was. */ const reopeningTakes = '30 seconds';
const isOver = (run)=>run.file.closedOn === undefined && run.guard.ask('steps', ()=>(0, _steps.openSteps)(run.file).length === 0, false);
async function close(run) {
    const now = run.now();
    const closed = (0, _closing.closingOf)(run.file, now);
    const notices = run.guard.ask('closing', ()=>(0, _closing.closingNotices)(closed, now), []);
    await run.enter(closed.file, {
        kind: 'case-closed',
        details: {
            ...closed.closing
        },
        notices
    });
}
async function ended(run, failed) {
    const isReopened = ()=>run.file.closedOn === undefined;
    if (run.file.closedOn === run.carried.closedOn) await (0, _workflow.condition)(isReopened, reopeningTakes, {
        summary: 'Closed: waits to be reopened'
    });
    await Promise.race([
        (0, _workflow.condition)(()=>isReopened() || run.file.unsent.length === 0 && run.effects.areAtRest()),
        failed
    ]);
    if (isReopened()) return undefined;
    await (0, _workflow.condition)(_workflow.allHandlersFinished);
    const { closedOn } = run.file;
    return closedOn === undefined ? undefined : {
        ending: (0, _describe.endingOf)(run.file),
        closedOn
    };
}

//# sourceMappingURL=ending.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "takeUp", {
    enumerable: true,
    get: function() {
        return takeUp;
    }
});
const _workflow = require("@temporalio/workflow");
const _rulefaults = require("../src/procedure/case/rule-faults");
const _steps = require("../src/procedure/dates/steps");
const _ending = require("./ending");
const _handlers = require("./handlers");
const _nextrun = require("./next-run");
const _partnership = require("./partnership");
const _run = require("./run");
const _time = require("./time");
function takeUp(carried, opening) {
    const run = (0, _run.runOf)(carried, opening);
    const isTimeForNewRun = (0, _nextrun.timeForNewRun)(run);
    (0, _handlers.setHandlers)(run);
    return {
        async follow (procedure) {
            run.show('everything');
            if (opening !== undefined) await run.effects.record({
                ...opening,
                file: run.file
            });
            const beside = new _workflow.CancellationScope();
            const background = beside.run(()=>Promise.all([
                    (0, _time.keepTime)(run),
                    (0, _partnership.keepUp)(run),
                    recordFaults(run),
                    run.effects.deliver()
                ]));
            const failed = background.then(()=>undefined);
            for(;;){
                if (run.file.closedOn !== undefined) {
                    // A closed case runs only while its last emails go out, or where it was begun again to be reopened.
                    const closing = await (0, _ending.ended)(run, failed);
                    if (closing === undefined) continue;
                    beside.cancel();
                    await failed.catch(()=>undefined);
                    return closing;
                }
                const way = await walk(run, procedure, {
                    failed,
                    isTimeForNewRun
                });
                if (way === 'ended') {
                    // An earlier version of the code may have waited here, in the history of this very run. So the case is closed
                    // only once the run is awake.
                    if (run.awake) await (0, _ending.close)(run);
                    else await (0, _workflow.condition)(()=>run.awake);
                }
                if (way === 'new-run') {
                    await (0, _nextrun.quiet)(run);
                    // The last thing to be done may have been done while this run waited; the case then closes in this run.
                    if (!(0, _ending.isOver)(run)) await (0, _nextrun.goOnInNewRun)(run.file);
                }
            }
        }
    };
}
/** Puts the faults of rules on the record, each once; from the record their task is made. */ async function recordFaults(run) {
    for(;;){
        await (0, _workflow.condition)(()=>run.guard.next !== undefined);
        const fault = run.guard.take();
        if (fault === undefined) continue;
        const ruleFaults = [
            ...run.file.ruleFaults ?? [],
            (0, _rulefaults.nameOfFault)(fault)
        ];
        await run.enter({
            ...run.file,
            ruleFaults
        }, {
            kind: 'rule-failed',
            details: (0, _rulefaults.detailsOfFault)(fault, run.file)
        });
    }
}
/** Follows the procedure from the top until it ends, its course changes, or it is time to go on in a new run. */ async function walk(run, procedure, ends) {
    const { course } = run.file;
    const c = {
        get file () {
            return run.file;
        },
        done: (step)=>(0, _workflow.condition)(()=>run.guard.ask('steps', ()=>(0, _steps.isSettled)(run.file, step), false))
    };
    const scope = new _workflow.CancellationScope();
    const ways = scope.run(()=>Promise.race([
            procedure(c).then(()=>'ended', changedAfter(run)),
            (0, _workflow.condition)(()=>run.file.course !== course).then(()=>'changed'),
            (0, _workflow.condition)(ends.isTimeForNewRun).then(()=>'new-run'),
            ends.failed.then(()=>'changed')
        ]));
    const way = await ways;
    scope.cancel();
    return way;
}
/** Handles a procedure that throws: it is followed again from the top once the file is another. */ function changedAfter(run) {
    const before = run.file;
    return async (error)=>{
        run.guard.keep('procedure', error);
        await (0, _workflow.condition)(()=>run.file.course !== before.course || run.file.facts !== before.facts);
        return 'changed';
    };
}

//# sourceMappingURL=case.js.map

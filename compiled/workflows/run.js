"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "runOf", {
    enumerable: true,
    get: function() {
        return runOf;
    }
});
const _told = require("../src/procedure/case/told");
const _reminders = require("../src/procedure/reminders/reminders");
const _dates = require("../src/procedure/time/dates");
const _effects = require("./effects");
const _guarded = require("./guarded");
const _legible = require("./legible");
function runOf(carried, opening) {
    let file = carried;
    let latest = latestOf(carried, opening);
    const guard = (0, _guarded.guardOf)(carried.ruleFaults ?? []);
    const effects = (0, _effects.effectsOf)({
        reference: carried.reference,
        keys: ()=>file.unsent,
        change: (unsent)=>{
            file = {
                ...file,
                unsent
            };
        }
    });
    const run = {
        get file () {
            return file;
        },
        carried,
        guard,
        effects,
        asked: {
            newRun: false,
            partnership: undefined
        },
        awake: false,
        // A case that is restarted on another machine, or a practice case whose clock is still to be moved on, could
        // otherwise date a decision before earlier entries.
        now: ()=>(0, _dates.later)(latest, (0, _dates.fromMillis)(Date.now())),
        show (which) {
            const shown = guard.ask('current-details', ()=>(0, _legible.shownOf)(file, run.now()), undefined);
            if (shown !== undefined) (0, _legible.showInTemporal)(shown, which);
        },
        async settle (next, events, notices) {
            file = next;
            run.awake = true;
            latest = run.now();
            run.show();
            return effects.record({
                events,
                notices,
                file
            });
        },
        enter: (next, entry)=>enterIn(run, next, entry),
        remember (next) {
            file = next;
        }
    };
    return run;
}
function enterIn(run, next, { kind, details, notices = [] }) {
    const seq = run.file.seq + 1;
    return run.settle((0, _told.withNotices)({
        ...next,
        seq
    }, notices, seq), [
        {
            seq,
            kind,
            at: run.now(),
            details
        }
    ], notices);
}
/** The latest moment on the record of a case that is taken up. */ function latestOf(carried, opening) {
    const reached = (0, _dates.later)((0, _reminders.lastRecordedAt)(carried), carried.remindedUpTo);
    return (0, _dates.later)(reached, opening?.events.at(-1)?.at ?? reached);
}

//# sourceMappingURL=run.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "keepTime", {
    enumerable: true,
    get: function() {
        return keepTime;
    }
});
const _workflow = require("@temporalio/workflow");
const _nextwake = require("../src/procedure/reminders/next-wake");
const _reminders = require("../src/procedure/reminders/reminders");
const _dates = require("../src/procedure/time/dates");
const _ending = require("./ending");
/**
 * The longest and the shortest sleep of a case, in milliseconds. The longest is for a case in which nobody is to be
 * reminded.
 */ const [longest, shortest] = [
    365 * 86_400_000,
    1_000
];
/** The calendar is read anew when it ends within this many days, so that no date falls off its end. */ const calendarMustReach = 500;
async function keepTime(run) {
    let waitedFor;
    for(;;){
        const seen = run.file;
        const current = run.now();
        const { reminder, wake } = run.guard.ask('reminders', ()=>(0, _nextwake.nextWake)(seen, current, waitedFor), _nextwake.nobodyToRemind);
        if (wake === undefined || wake > current || !run.awake) {
            const turn = wake !== undefined && wake > current ? (0, _reminders.ownTurn)(seen) : 0;
            const summary = wake === undefined ? 'Nobody is to be reminded' : `Next reminder: ${(0, _dates.sayInstant)(wake)}`;
            await (0, _workflow.condition)(changesFrom(run, reminder), sleepsFor(run, wake, turn), {
                summary
            });
            waitedFor = wake;
            run.awake = true;
            continue;
        }
        waitedFor = undefined;
        await remind(run, current);
        if (run.file.calendar.until < (0, _dates.londonDate)((0, _dates.fromMillis)(Date.now() + calendarMustReach * 86_400_000))) run.asked.partnership ??= 'calendar';
    }
}
async function remind(run, now) {
    const notices = run.guard.ask('reminders', ()=>(0, _reminders.remindersDue)(run.file, now), []);
    const reminded = {
        ...run.file,
        remindedUpTo: now
    };
    if (notices.length === 0) run.remember(reminded);
    else await run.enter(reminded, {
        kind: 'reminders-sent',
        details: saidIn(notices),
        notices
    });
}
/** Returns how long a case sleeps, in milliseconds: until its next reminder, or the longest time if there is none. */ function sleepsFor(run, wake, turn) {
    // Only a run that has yet to find out that it is over needs waking for it.
    if (wake === undefined) return (0, _ending.isOver)(run) && !run.awake ? shortest : longest;
    return Math.max((0, _dates.toMillis)(wake) - Date.now() + turn, shortest);
}
/**
 * Returns a condition that is true once the next reminder has changed. The rules are asked once for each change of
 * the file, because they take a while.
 */ function changesFrom(run, reminder) {
    const nextReminder = (of)=>run.guard.ask('reminders', ()=>(0, _reminders.nextReminderAt)(of), undefined);
    let asked = run.file;
    let answer = false;
    return ()=>{
        if (run.file !== asked) {
            asked = run.file;
            answer = nextReminder(run.file) !== reminder;
        }
        return answer;
    };
}
/** Returns the details of a morning's reminders for the record: each deadline, and to whom. */ function saidIn(notices) {
    return {
        to: notices.map(({ to })=>to),
        deadlines: [
            ...new Set(notices.flatMap(({ lines })=>lines.map(({ deadline })=>deadline)))
        ]
    };
}

//# sourceMappingURL=time.js.map

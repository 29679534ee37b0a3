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
    get dayOneOf () {
        return _stepclocks.dayOneOf;
    },
    get extensionOf () {
        return extensionOf;
    },
    get plannedDates () {
        return plannedDates;
    },
    get procedureDates () {
        return procedureDates;
    },
    get unextendedDates () {
        return unextendedDates;
    }
});
const _calendar = require("../time/calendar");
const _dates = require("../time/dates");
const _facts = require("../case/facts");
const _late = require("./late");
const _onceper = require("../once-per");
const _position = require("../case/position");
const _stepclocks = require("./step-clocks");
const _steps = require("./steps");
const _actions = require("../case/actions");
const extensionOf = (file, deadline)=>lastExtension(file, deadline)?.form.to;
const lastExtension = (file, deadline)=>(0, _facts.factsOf)(file, 'extendDeadline').findLast((one)=>one.form.deadline === deadline);
const happened = (on, said)=>({
        from: on,
        said: `${said}, ${(0, _dates.sayDate)(on)}`,
        provisional: false
    });
const planned = (file, step, said)=>{
    const { due } = plannedDates(file, step);
    return due === undefined ? undefined : {
        from: due,
        said: `${said}, planned for ${(0, _dates.sayDate)(due)}`,
        provisional: true
    };
};
function counted(file, anchor) {
    switch(anchor){
        case 'day-one':
            {
                const first = (0, _stepclocks.dayOneOf)(file);
                const since = file.countsFrom === file.notification.receivedOn ? 'received' : 'begun';
                const moved = first === file.countsFrom ? '' : ` (${since} on ${(0, _dates.sayDate)(file.countsFrom)}, not a working day)`;
                return {
                    from: first,
                    said: `Day 1, ${(0, _dates.sayDate)(first)}${moved}`,
                    provisional: false
                };
            }
        case 'notification-sent':
            {
                const sent = (0, _facts.fact)(file, 'recordOfstedNotification');
                return sent === undefined ? planned(file, 'outcome', 'the sending of the notification') : happened(sent.on, 'the day the notification was sent');
            }
        case 'submission':
            {
                const answered = (0, _facts.fact)(file, 'answerPanel');
                if (answered !== undefined) return happened(answered.on, 'the answer to the Panel');
                const submitted = (0, _facts.fact)(file, 'submitRapidReview');
                return submitted === undefined ? planned(file, 'submission', 'the submission to the Panel') : happened(submitted.on, 'the submission to the Panel');
            }
        case 'panel-reply':
            {
                const reply = (0, _position.replyOfPanel)(file);
                return reply === undefined ? planned(file, 'panel-reply', "the Panel's reply") : happened(reply.on, "receipt of the Panel's reply");
            }
        case 'review-decision-reopened':
            {
                const reopened = (0, _position.reviewDecisionReopening)(file);
                return reopened === undefined ? undefined : happened(reopened.on, 'the day the review decision was put up again');
            }
        case 'draft-shared':
            {
                const shared = (0, _facts.fact)(file, 'shareDraft');
                return shared === undefined ? planned(file, 'draft-to-sub-group', 'sharing the draft') : happened(shared.on, 'the day the draft was shared');
            }
        case 'amendments-sent':
            {
                const sent = (0, _facts.fact)(file, 'sendAmendments');
                return sent === undefined ? planned(file, 'amendments', 'sending the amendments') : happened(sent.on, 'the day the amendments were sent');
            }
        case 'sign-off':
            {
                const signed = (0, _facts.fact)(file, 'recordSignOff');
                return signed === undefined ? planned(file, 'sign-off', "the Exec group's decision") : happened(signed.on, "the Exec group's decision");
            }
    }
}
function countOn(file, window, from, n) {
    switch(window.unit){
        case 'working-day':
            return (0, _calendar.workingDay)(file.calendar, from, n);
        case 'working-days-after':
            return (0, _calendar.workingDaysAfter)(file.calendar, from, n);
        case 'days-after':
            return (0, _calendar.onOrBefore)(file.calendar, (0, _dates.addDays)(from, n));
        case 'months-after':
            return (0, _calendar.onOrBefore)(file.calendar, (0, _dates.addMonths)(from, n));
    }
}
/** The date that a window in calendar days or months comes to before it moves to a working day. */ function calendarDate({ unit, by }, from) {
    if (unit === 'days-after') return (0, _dates.addDays)(from, by);
    return unit === 'months-after' ? (0, _dates.addMonths)(from, by) : undefined;
}
function sayRule(window, said) {
    switch(window.unit){
        case 'working-day':
            return `the end of day ${window.by}, in working days from ${said}`;
        case 'working-days-after':
            return `${window.by} working days after ${said}, that day not counted`;
        case 'days-after':
            return `${window.by} calendar days after ${said}`;
        case 'months-after':
            return `${window.by} calendar months after ${said}`;
    }
}
/** Dates that a decision set: a practice learning review's, and the last of the actions'. */ function setByDecision(file, step) {
    if (step === 'practice-learning-review') {
        const dueOn = (0, _position.determination)(file)?.form.dueOn;
        return dueOn === undefined ? {
            why: 'Set with the decision to hold one (local rule).',
            provisional: true
        } : {
            due: dueOn,
            why: `Set with the decision that it follows: ${(0, _dates.sayDate)(dueOn)} (local rule).`,
            provisional: false
        };
    }
    const last = (0, _actions.actionsOf)(file).map(({ dueOn })=>dueOn).sort().at(-1);
    return {
        why: last === undefined ? 'No action has been added; each will have a date of its own.' : `Each action has a date of its own; the last is due by ${(0, _dates.sayDate)(last)}.`,
        provisional: last === undefined
    };
}
function byProcedure(file, step) {
    const window = file.policy.windows[step];
    if (window.anchor === 'set-by-decision') return setByDecision(file, step);
    const anchor = counted(file, window.anchor);
    if (anchor === undefined) return {
        why: 'Its date is known once what it counts from has happened.',
        provisional: true
    };
    const due = countOn(file, window, anchor.from, window.by);
    const skips = (0, _calendar.saySkipped)(file.calendar, anchor.from, due);
    const exact = calendarDate(window, anchor.from);
    const moved = exact === undefined || exact === due ? '' : ', moved back to the working day before';
    return {
        ...window.from === undefined ? {} : {
            windowFrom: countOn(file, window, anchor.from, window.from)
        },
        due,
        why: `Due by ${(0, _dates.sayDate)(due)}: ${sayRule(window, anchor.said)}${exact === undefined && skips !== '' ? `, ${skips}` : ''}${moved} (${_steps.steps[step].source}).`,
        provisional: anchor.provisional
    };
}
const plannedDates = (file, step)=>keptDates(file, step, ()=>(0, _calendar.sayUnknownHolidays)(file.calendar, workOutDates(file, step)));
const keptDates = (0, _onceper.oncePer)();
/** The date that what is done was met by, where the calendar, the profile or Day 1 has changed since. */ function metBy(file, step) {
    const frozen = file.met[step];
    return frozen === undefined || (0, _steps.completion)(file, step) === undefined ? undefined : {
        due: frozen,
        why: `Was due by ${(0, _dates.sayDate)(frozen)}, and done; dates already met do not move.`,
        provisional: false
    };
}
const procedureDates = (file, step)=>metBy(file, step) ?? (0, _late.orAsLate)(file, (0, _late.ownDateKey)(step), byProcedure(file, step));
const plannedOnIn = (file)=>(step)=>plannedDates(file, step).due;
/** The procedure's own date, or the law's where that is the earlier. */ function ownOrLaws(file, step) {
    const own = byProcedure(file, step);
    const law = (0, _stepclocks.governing)(file, {
        step,
        due: own.due
    }, plannedOnIn(file));
    return law === undefined ? own : {
        ...own,
        due: law.due,
        why: `${law.why} The procedure alone would say: ${own.why}`,
        provisional: law.provisional
    };
}
/** The notice that gives the day of step 18; nothing for any other step. */ const noticeFor = (file, step)=>step === 'publication' ? (0, _facts.fact)(file, 'sendNoticeOfIntent') : undefined;
/** Step 18 on the day that the notice of intent gave, once there is one. Source: step 18. */ function asNotified(file, step) {
    const notice = noticeFor(file, step);
    if (notice === undefined) return undefined;
    const { publishOn } = notice.form;
    return {
        due: publishOn,
        why: `Due on ${(0, _dates.sayDate)(publishOn)}: the day of publication that the notice of intent of ${(0, _dates.sayDate)(notice.on)} gave (steps 17 and 18). Before the notice: ${ownOrLaws(file, step).why}`,
        provisional: false
    };
}
const unextendedDates = (file, step)=>asNotified(file, step) ?? ownOrLaws(file, step);
function workOutDates(file, step) {
    const met = metBy(file, step);
    if (met !== undefined) return met;
    const dates = (0, _late.orAsLate)(file, step, unextendedDates(file, step));
    const extension = lastExtension(file, step);
    // The day notified replaces what was extended before it.
    if (extension === undefined || extension.seq < (noticeFor(file, step)?.seq ?? 0)) return dates;
    // An extension gives a later date; where the date itself has come to lie later, it has nothing left to extend.
    if (dates.due === undefined || extension.form.to <= dates.due) return dates;
    const { to } = extension.form;
    return {
        ...dates,
        due: to,
        original: dates.due,
        why: `Extended to ${(0, _dates.sayDate)(to)}. Before: ${dates.why}`
    };
}

//# sourceMappingURL=plan.js.map

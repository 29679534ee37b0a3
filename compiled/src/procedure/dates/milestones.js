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
    get limitNames () {
        return limitNames;
    },
    get milestonesOf () {
        return milestonesOf;
    }
});
const _taskid = require("./task-id");
const _actions = require("../case/actions");
const _calendar = require("../time/calendar");
const _clocks = require("./clocks");
const _dates = require("../time/dates");
const _describe = require("../describe");
const _facts = require("../case/facts");
const _plan = require("./plan");
const _position = require("../case/position");
const _statutoryclock = require("./statutory-clock");
const _stepids = require("../step-ids");
const _steps = require("./steps");
const limitNames = [
    'form-within-24-hours',
    'outcome',
    'rapid-review-by-the-procedure',
    'rapid-review-to-panel',
    'panel-reply',
    'six-months-from-day-one',
    'published-within'
];
/** Puts in what is known and leaves out what is not: the value is kept as JSON. */ const known = (name, value)=>// A computed key loses its name to the compiler.
    value === undefined ? {} : {
        [name]: value
    };
/** The day on which a step was done; step 4 at its notification, even if the criteria proved later not to be met. */ const doneOn = (file, step)=>((step === 'outcome' ? (0, _facts.allOf)((0, _facts.fact)(file, 'recordOutcome'), (0, _facts.fact)(file, 'recordOfstedNotification')) : undefined) ?? (0, _steps.completion)(file, step))?.on;
/**
 * True if a step is called for in this case, or was done before its course changed. The actions have no end while one
 * may be added.
 */ const isOfThisCase = (file, step)=>(0, _steps.isRequired)(file, step) || step !== 'actions' && doneOn(file, step) !== undefined;
const limit = (due, metOn, extendedTo)=>({
        due,
        ...known('extendedTo', extendedTo !== undefined && extendedTo > due ? extendedTo : undefined),
        ...known('metOn', metOn),
        ...known('kept', metOn === undefined ? undefined : metOn <= due)
    });
/** The procedure's own window of a step, where the step is of this case and its date is no longer a forecast. */ function ofStep(file, step) {
    const { due, provisional } = (0, _plan.procedureDates)(file, step);
    return due === undefined || provisional || !isOfThisCase(file, step) ? undefined : limit(due, doneOn(file, step), (0, _plan.extensionOf)(file, step));
}
/** A clock beside the steps; one that counts from what has not happened yet is a forecast and no limit. */ function ofClock(file, clocks, id) {
    const clock = clocks.find((one)=>one.id === id && !one.provisional);
    if (clock === undefined) return undefined;
    const extendedTo = clock.governs === undefined ? undefined : (0, _plan.extensionOf)(file, clock.governs);
    return {
        ...limit(clock.due, clock.metOn, extendedTo),
        ...known('limitDate', clock.limitDate === clock.due ? undefined : clock.limitDate),
        ...known('kept', (0, _statutoryclock.isKept)(clock))
    };
}
const limitsOf = (file, clocks)=>({
        ...known('form-within-24-hours', ofClock(file, clocks, 'form-within-24-hours')),
        ...known('outcome', ofStep(file, 'outcome')),
        ...known('rapid-review-by-the-procedure', ofStep(file, 'submission')),
        ...known('rapid-review-to-panel', ofClock(file, clocks, 'rapid-review-to-panel')),
        ...known('panel-reply', ofStep(file, 'panel-reply')),
        ...known('six-months-from-day-one', ofClock(file, clocks, 'six-months-from-day-one')),
        ...known('published-within', ofClock(file, clocks, 'published-within'))
    });
/**
 * The day on which a step was called for by something other than the steps before it: the Panel's question, the answer
 * to it, or a reopening.
 */ function putUpOn(file, step) {
    switch(step){
        case 'panel-reply':
            return (0, _facts.fact)(file, 'answerPanel')?.on;
        case 'panel-answer':
            return (0, _facts.factsOf)(file, 'recordPanelReply').findLast((one)=>one.form.reply === 'wants-more')?.on;
        case 'review-decision':
            return (0, _position.reviewDecisionReopening)(file)?.on;
        default:
            return undefined;
    }
}
/** The day from which a step could be done: when the last of those before it was, or it was put up since. */ function openFrom(file, step, on) {
    if (step === 'notification') return file.notification.receivedOn;
    if (on === undefined && !(0, _steps.isReached)(file, step)) return undefined;
    const before = _steps.steps[step].after// A review decision that was up again does not undo what went on beside it.
    .filter((one)=>one !== 'review-decision').flatMap((one)=>doneOn(file, one) ?? []);
    const putUp = putUpOn(file, step);
    // A step that was done before a reopening gave the case another Day 1 could be done from the day of receipt.
    const begun = on !== undefined && on < file.countsFrom ? file.notification.receivedOn : file.countsFrom;
    return [
        ...before,
        ...putUp === undefined ? [] : [
            putUp
        ]
    ].reduce(_dates.later, begun);
}
function spanOf(file, step) {
    const on = doneOn(file, step);
    const from = openFrom(file, step, on);
    return {
        ...known('from', from),
        ...known('on', on),
        // A correction of a day may have put the one before the other.
        ...known('workingDays', from === undefined || on === undefined || on < from ? undefined : (0, _calendar.workingDaysBetween)(file.calendar, from, on))
    };
}
const spansOf = (file)=>Object.fromEntries(_stepids.stepIds.filter((step)=>isOfThisCase(file, step)).map((step)=>[
            step,
            spanOf(file, step)
        ]));
const outcomeOn = (file)=>((0, _facts.fact)(file, 'withdrawCase') ?? (0, _facts.fact)(file, 'recordCriteriaNotMet') ?? (0, _facts.fact)(file, 'recordOutcome'))?.on;
const whatIsPublished = {
    publish: 'full',
    'improvements-only': 'improvements-only',
    'not-to-publish': 'not-published'
};
/**
 * Returns what is published of the report. Undefined until the Exec group has decided. The intended day is that of the
 * notice of intent, or the one that communications were told.
 */ function publicationOf(file) {
    const signed = (0, _position.signedOff)(file);
    if ((0, _position.reviewType)(file) !== 'LCSPR' || signed === undefined || signed === 'further-action') return undefined;
    const what = whatIsPublished[signed];
    if (what === 'not-published') return {
        what
    };
    const notice = (0, _facts.fact)(file, 'sendNoticeOfIntent');
    const published = (0, _facts.fact)(file, 'recordPublication');
    return {
        what,
        ...known('on', published?.on),
        ...known('intendedOn', notice?.form.publishOn ?? (0, _facts.fact)(file, 'tellCommunications')?.form.expectedOn),
        ...known('link', published?.form.link ?? notice?.form.matrixLink)
    };
}
const openActionsOf = (file)=>(0, _actions.actionsOf)(file).filter(({ completedOn })=>completedOn === undefined).map(({ id, number, owner, agency, dueOn, addedBySeq })=>{
        const added = (0, _facts.factsOf)(file, 'addAction').find((one)=>one.seq === addedBySeq);
        const extendedTo = (0, _plan.extensionOf)(file, (0, _taskid.taskId)({
            kind: 'action',
            code: id
        }));
        return {
            id,
            number,
            owner,
            addedOn: added?.on ?? file.notification.receivedOn,
            dueOn,
            ...known('agency', agency),
            ...known('extendedTo', extendedTo !== undefined && extendedTo > dueOn ? extendedTo : undefined),
            ...known('text', added?.form.action)
        };
    });
function milestonesOf(file) {
    const { receivedOn, criteria, notifyingAgency, receivedAt } = file.notification;
    const clocks = (0, _clocks.clocksOf)(file);
    const form = clocks.find(({ id })=>id === 'form-within-24-hours');
    return {
        receivedOn,
        dayOne: (0, _plan.dayOneOf)(file),
        criteria,
        notifyingAgency,
        within24Hours: form !== undefined && receivedAt <= form.dueAt,
        ...known('outcome', (0, _position.isWithdrawn)(file) ? 'withdrawn' : (0, _position.outcome)(file)),
        ...known('outcomeOn', outcomeOn(file)),
        limits: limitsOf(file, clocks),
        steps: spansOf(file),
        ...known('reviewType', (0, _position.reviewType)(file)),
        ...known('panelReply', (0, _position.replyOfPanel)(file)?.form.reply),
        ending: (0, _describe.endingOf)(file),
        ...known('closedOn', file.closedOn),
        ...known('publication', publicationOf(file)),
        openActions: openActionsOf(file)
    };
}

//# sourceMappingURL=milestones.js.map

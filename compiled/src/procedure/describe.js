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
    get describeCase () {
        return describeCase;
    },
    get endingOf () {
        return endingOf;
    },
    get endings () {
        return endings;
    },
    get openDecisions () {
        return openDecisions;
    },
    get planOf () {
        return planOf;
    },
    get stageOf () {
        return stageOf;
    },
    get stepStatuses () {
        return stepStatuses;
    }
});
const _calendar = require("./time/calendar");
const _catalogue = require("./catalogue");
const _clocks = require("./dates/clocks");
const _conflicts = require("./dates/conflicts");
const _dates = require("./time/dates");
const _deadlines = require("./dates/deadlines");
const _holds = require("./case/holds");
const _plan = require("./dates/plan");
const _position = require("./case/position");
const _mayberequired = require("./may-be-required");
const _statutoryclock = require("./dates/statutory-clock");
const _stages = require("./stages");
const _stepids = require("./step-ids");
const _stepnames = require("./step-names");
const _steps = require("./dates/steps");
const _notopen = require("./not-open");
const _take = require("./take");
function stageOf(file) {
    if (file.closedOn !== undefined) return 'closed';
    const isToBeDone = (id)=>(0, _steps.isRequired)(file, id) && (0, _steps.completion)(file, id) === undefined;
    return _stages.stagesOfCase.find((name)=>_stages.stage[name].steps.some(isToBeDone)) ?? 'actions';
}
const endings = [
    'withdrawn',
    'did-not-proceed',
    'criteria-not-met',
    'no-review',
    'practice-learning-review',
    'published',
    'improvements-only',
    'not-published',
    'under-way'
];
function endingOf(file) {
    if ((0, _position.isWithdrawn)(file)) return 'withdrawn';
    if ((0, _position.outcome)(file) === 'not-to-proceed') return 'did-not-proceed';
    if ((0, _position.outcome)(file) === 'criteria-not-met') return 'criteria-not-met';
    switch((0, _position.reviewType)(file)){
        case undefined:
            return 'under-way';
        case 'none':
            return 'no-review';
        case 'PLR':
            return 'practice-learning-review';
        case 'LCSPR':
            if ((0, _position.publishes)(file)) return (0, _position.signedOff)(file) === 'publish' ? 'published' : 'improvements-only';
            return (0, _position.signedOff)(file) === 'not-to-publish' ? 'not-published' : 'under-way';
    }
}
const stepStatuses = [
    'done',
    'open',
    'overdue',
    'on-hold',
    'not-yet',
    'may-follow',
    'not-required'
];
/** True if a local review or a practice learning review may still be decided on. */ const mayFollow = (file)=>(0, _position.determination)(file) === undefined && ((0, _position.outcome)(file) === undefined || (0, _position.isProceeding)(file)) && !(0, _position.isWithdrawn)(file);
function statusOf(file, step, dueAt, now) {
    const undecided = (0, _position.outcome)(file) === undefined && !(0, _position.isWithdrawn)(file);
    if (!(0, _steps.isRequired)(file, step)) {
        // A step that was done stays done, though the course has changed since.
        if (step !== 'actions' && (0, _steps.completion)(file, step) !== undefined) return 'done';
        const conditional = _mayberequired.onlyIf.includes(step);
        return !conditional && (undecided || mayFollow(file)) ? 'may-follow' : 'not-required';
    }
    if ((0, _steps.completion)(file, step) !== undefined && (step !== 'actions' || (0, _steps.isReached)(file, step))) return 'done';
    if ((0, _holds.holdsOn)(file, step).length > 0) return 'on-hold';
    if (!(0, _steps.isReached)(file, step)) return 'not-yet';
    return dueAt !== undefined && dueAt < now ? 'overdue' : 'open';
}
function viewStep(file, step, now) {
    const { windowFrom, due, original, why, provisional } = (0, _plan.plannedDates)(file, step);
    const dueAt = due === undefined ? undefined : (0, _calendar.closingInstant)(file.calendar, due);
    const status = statusOf(file, step, dueAt, now);
    const done = status === 'done' ? (0, _steps.completion)(file, step) : undefined;
    return {
        id: step,
        number: (0, _stepnames.stepNumber)(step) ?? null,
        title: (0, _stepnames.stepTitle)(step),
        owner: (0, _steps.ownerOf)(file, step),
        windowFrom: windowFrom ?? null,
        due: due ?? null,
        dueAt: dueAt ?? null,
        original: original ?? null,
        why,
        provisional,
        status,
        waitsFor: status === 'not-yet' ? (0, _steps.waitsFor)(file, step) : [],
        doneAt: done?.on ?? null,
        doneBy: done?.by ?? null
    };
}
const openDecisions = (file)=>_catalogue.catalogue.filter(({ name })=>(0, _notopen.whyNotOpen)(file, name) === undefined).map(({ name, title, step })=>({
            decision: name,
            title,
            roles: (0, _take.mayTake)(file, name),
            step: step ?? null,
            due: step === undefined ? null : (0, _plan.plannedDates)(file, step).due ?? null
        }));
const planOf = (file, now)=>_stepids.stepIds.map((step)=>viewStep(file, step, now));
const isLate = (clock, now)=>{
    const kept = (0, _statutoryclock.isKept)(clock);
    return kept === undefined ? clock.limitAt < now : !kept;
};
function describeCase(file, now) {
    const first = (0, _plan.dayOneOf)(file);
    return {
        reference: file.reference,
        stage: stageOf(file),
        ending: endingOf(file),
        day: (0, _calendar.dayNumber)(file.calendar, first, file.closedOn ?? (0, _dates.londonDate)(now)),
        dayOne: first,
        practice: file.practice,
        asOf: now,
        receivedOn: file.notification.receivedOn,
        closedOn: file.closedOn ?? null,
        reviewType: (0, _position.reviewType)(file) ?? null,
        panel: (0, _position.replyOfPanel)(file)?.form.reply ?? null,
        steps: planOf(file, now),
        open: openDecisions(file),
        deadlines: (0, _deadlines.openDeadlines)(file),
        conflicts: (0, _conflicts.conflictsOf)(file),
        meetings: (0, _conflicts.plannedMeetings)(file),
        clocks: (0, _clocks.clocksOf)(file).map((clock)=>({
                ...clock,
                late: clock.bound === 'at-most' && isLate(clock, now)
            }))
    };
}

//# sourceMappingURL=describe.js.map

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
    get carryOut () {
        return carryOut;
    },
    get mayTake () {
        return mayTake;
    },
    get take () {
        return take;
    },
    get whyMayNot () {
        return whyMayNot;
    },
    get whyNotOfDay () {
        return whyNotOfDay;
    }
});
const _catalogue = require("./catalogue");
const _closedperiods = require("./closed-periods");
const _dates = require("./time/dates");
const _facts = require("./case/facts");
const _fingerprint = require("./case/fingerprint");
const _forms = require("./forms");
const _notices = require("./reminders/notices");
const _order = require("./dates/order");
const _passing = require("./case/passing");
const _refusals = require("./refusals");
const _notopen = require("./not-open");
const _sentence = require("./sentence");
const _shutout = require("./case/shut-out");
const _since = require("./case/since");
const _steps = require("./dates/steps");
const _spans = require("./spans");
const _stepids = require("./step-ids");
const _takingup = require("./case/taking-up");
const _told = require("./case/told");
const _wordsofothers = require("./words-of-others");
const refused = (why)=>({
        kind: 'refused',
        refusal: why
    });
const mayTake = (file, name)=>file.policy.mayTake[name] ?? (0, _catalogue.definitionOf)(name).roles;
const whyNotOfDay = (file, name, day)=>dateIsWrong(file, (0, _catalogue.definitionOf)(name), day);
const ofDay = (why)=>why && {
        ...why,
        field: 'on'
    };
/** Refuses a day that a decision cannot have. The sentence is about the day as a whole. */ const dateIsWrong = (file, definition, day)=>ofDay(whyWrongDate(file, definition, day));
function whyWrongDate(file, definition, { on, today }) {
    if (on > today) {
        return (0, _refusals.refusal)('in-the-future', (0, _sentence.says)`${_sentence.part.day(on)} has not come yet; a decision is recorded on the day it is taken, or after.`);
    }
    if (on < file.notification.receivedOn) {
        return (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.day(on)} is before the notification was received, on ${_sentence.part.day(file.notification.receivedOn)}.`);
    }
    const closed = (0, _closedperiods.whyClosedThen)(file, {
        on
    });
    if (closed !== undefined) return closed;
    return (0, _order.whyOutOfOrder)(file, definition, {
        on,
        titleOf: (name)=>(0, _catalogue.definitionOf)(name).title
    });
}
/** The hat under which this person may take it, or why they may not. */ function hat(file, name, by) {
    const theirs = (0, _shutout.rolesIn)(file, by);
    const allowed = mayTake(file, name);
    const role = allowed.find((one)=>theirs.includes(one));
    if (role !== undefined) return role;
    if ((0, _shutout.isShutOut)(file, by)) return (0, _refusals.refusal)('unknown-person', (0, _sentence.says)`${_sentence.part.person(by)}'s access to this case is restricted because of a conflict of interest.`);
    if (theirs.length === 0) return (0, _refusals.refusal)('unknown-person', (0, _sentence.says)`${_sentence.part.person(by)} has no role in this case. Give them one by replacing a person${_sentence.part.by('replacePerson')}.`);
    const inWords = (roles)=>(0, _sentence.inList)(roles.map((one)=>_sentence.part.role(one, file.policy.roleTitles)));
    return (0, _refusals.refusal)('wrong-role', (0, _sentence.says)`"${(0, _catalogue.definitionOf)(name).title}" is for: ${inWords(allowed)}. ${_sentence.part.person(by)} is here as: ${inWords(theirs)}.`);
}
function whyMayNot(file, name, by) {
    const role = hat(file, name, by);
    return typeof role === 'string' ? undefined : role;
}
function checkOnce(file, name, form) {
    const definition = (0, _catalogue.definitionOf)(name);
    const { once } = definition;
    if (typeof once !== 'function') return undefined;
    const subject = once(form);
    const before = (0, _facts.factsOf)(file, name).find((one)=>once(one.form) === subject);
    return before === undefined ? undefined : (0, _notopen.alreadyDecided)(file, (0, _sentence.says)`${definition.title}${_sentence.part.code(subject)}`, before);
}
/** Finds what a call asks, or the answer that it has already. */ function askedBy(file, call, now) {
    const definition = (0, _catalogue.definitionOf)(call.name);
    const reason = call.reasonForPassing;
    const print = (0, _fingerprint.fingerprint)([
        call.name,
        call.by,
        call.on,
        call.form,
        ...reason === undefined ? [] : [
            reason
        ]
    ]);
    const known = file.taken[call.key];
    if (known !== undefined) {
        return known.fingerprint === print ? {
            kind: 'repeated',
            seq: known.seq
        } : refused((0, _refusals.refusal)('key-used-for-another', `The key "${call.key}" was used for entry ${known.seq} of this case, with another content. Send a new key for a new decision.`));
    }
    const role = hat(file, call.name, call.by);
    if (typeof role !== 'string') return refused(role);
    const today = (0, _dates.londonDate)(now);
    const taking = {
        by: call.by,
        role,
        on: call.on ?? today,
        now,
        today
    };
    return {
        kind: 'asked',
        definition,
        read: (0, _forms.readForm)(definition.form, call.form),
        taking,
        print
    };
}
/** Refuses a call that cannot be decided; undefined if it can. */ function whyNot(file, call, { definition, read, taking }) {
    const notOpen = (0, _notopen.whyNotOpen)(file, call.name);
    if (notOpen !== undefined) return notOpen;
    const wrongWords = (0, _wordsofothers.whyNotItsWords)(file, call);
    if (!read.success) {
        // The problems of a form repeat the names of its fields.
        return wrongWords ?? {
            ...(0, _refusals.refusal)('invalid', `The form of "${definition.title}" is not right yet.`),
            fields: (0, _forms.fieldProblems)(read.error)
        };
    }
    const form = read.data;
    const outside = (0, _spans.datesOutside)(definition.form, form, (0, _spans.spanClockOf)(file, taking.now));
    if (outside.length > 0) {
        return {
            ...(0, _refusals.refusal)('invalid', outside.map(({ sentence })=>sentence).join('. ')),
            fields: outside
        };
    }
    const against = dateIsWrong(file, definition, taking) ?? checkOnce(file, call.name, form) ?? (0, _since.whyDecidedSince)(file, call.madeFrom) ?? definition.refuse?.(file, form, taking) ?? wrongWords;
    if (against !== undefined) return against;
    const passes = passingOf(file, call, {
        definition,
        form,
        taking
    });
    return passes.kind === 'refused' ? passes.refusal : undefined;
}
const passingOf = (file, call, { definition, form, taking })=>(0, _passing.passesOf)(definition, (0, _passing.limitsPassed)(file, call.name, form, taking), {
        form,
        reason: call.reasonForPassing
    });
function take(file, call, now) {
    const asked = askedBy(file, call, now);
    if (asked.kind !== 'asked') return asked;
    const why = whyNot(file, call, asked);
    return why === undefined ? carriedOut(file, call, asked) : refused(why);
}
function carryOut(file, call, now) {
    const asked = askedBy(file, call, now);
    return asked.kind === 'asked' ? carriedOut(file, call, asked) : asked;
}
function carriedOut(file, call, { definition, read, taking, print }) {
    const form = read.success ? read.data : call.form;
    const passes = passingOf(file, call, {
        definition,
        form,
        taking
    });
    const passing = passes.kind === 'passes' ? {
        passing: passes.passing
    } : {};
    return taken(file, call, {
        definition,
        form,
        taking,
        print,
        ...passing
    });
}
/**
 * Drops the dates of steps that are no longer done, because what met them was set aside. Keeps the date of a step that
 * only an earlier release had.
 */ function stillMet(file) {
    const met = Object.entries(file.met).filter(([step])=>!(0, _stepids.isStep)(step) || (0, _steps.completion)(file, step) !== undefined);
    return met.length === Object.keys(file.met).length ? file : {
        ...file,
        met: Object.fromEntries(met)
    };
}
/** Begins a new course if a step that was done is to be done again: the case goes on from that step. */ function onCourse(before, after) {
    const again = _stepids.stepIds.some((step)=>(0, _steps.completion)(after, step) === undefined && (0, _steps.isRequired)(after, step) && (0, _steps.completion)(before, step) !== undefined && (0, _steps.isRequired)(before, step) && (0, _steps.isReached)(before, step));
    return again && after.course === before.course ? {
        ...after,
        course: before.course + 1
    } : after;
}
function taken(file, call, { definition, form, taking, print, passing }) {
    const seq = file.seq + 1;
    const passes = passing === undefined ? {} : {
        passes: passing
    };
    const { on, now: recordedAt, by, role } = taking;
    const added = {
        seq,
        on,
        recordedAt,
        by,
        role,
        form,
        ...passes
    };
    const numbered = {
        ...file,
        seq,
        taken: {
            ...file.taken,
            [call.key]: {
                seq,
                fingerprint: print
            }
        }
    };
    // The form was parsed by the definition of this very name.
    const noted = (0, _facts.withFact)(numbered, call.name, {
        ...added,
        form: form
    });
    const changed = onCourse(file, (0, _takingup.stillAsItStood)(file, stillMet(definition.effect?.(noted, added) ?? noted)));
    const tellings = definition.tells?.(changed, added, file) ?? [];
    const notices = (0, _notices.noticesOf)(changed, tellings, {
        seq,
        at: recordedAt,
        on,
        step: definition.step
    });
    return {
        kind: 'taken',
        file: (0, _told.withNotices)(changed, notices, seq),
        event: {
            seq,
            kind: 'decision-taken',
            at: recordedAt,
            decision: call.name,
            ...definition.step === undefined ? {} : {
                step: definition.step
            },
            on,
            by,
            role,
            details: form,
            ...passes
        },
        notices
    };
}

//# sourceMappingURL=take.js.map

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
    get alreadyDecided () {
        return alreadyDecided;
    },
    get whyNotOpen () {
        return whyNotOpen;
    }
});
const _facts = require("./case/facts");
const _holds = require("./case/holds");
const _catalogue = require("./catalogue");
const _steps = require("./dates/steps");
const _refusals = require("./refusals");
const _sentence = require("./sentence");
/* Decisions that are not open, whoever asks: their step is done or waits, or something else comes first. */ const first = (one)=>'recordedAt' in one && one.recordedAt !== undefined ? {
        first: {
            by: one.by,
            at: one.recordedAt
        }
    } : {};
const alreadyDecided = (file, title, one)=>({
        ...(0, _refusals.refusal)('already-decided', (0, _sentence.says)`${title}: that is on the record already, by ${_sentence.part.person(one.by)} (${_sentence.part.role(one.role, file.policy.roleTitles)}) on ${_sentence.part.day(one.on)}. Correct it if it is wrong${_sentence.part.by('correctFact', {
            entry: one.seq
        })}.`),
        ...first(one)
    });
const waitsFor = (step, missing)=>({
        ...(0, _refusals.refusal)('too-early', (0, _sentence.says)`${_sentence.part.step(step)} waits for: ${(0, _sentence.inList)(missing.map(_sentence.part.step), '; ')}.`),
        waitsFor: missing
    });
/**
 * Refuses the decisions of a step that is not needed, is done, or waits for another step; undefined if they are open.
 */ function stepNotOpen(file, definition, step) {
    const before = definition.after ?? _steps.steps[step].after;
    const missing = (0, _steps.unsettledBefore)(file, before);
    if (!(0, _steps.isRequired)(file, step)) {
        return missing.length > 0 ? waitsFor(step, missing) : (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.step(step)} is not needed in this case.`);
    }
    const done = (0, _steps.completion)(file, step);
    if (done !== undefined && definition.notOpen === undefined) {
        const before = (0, _facts.factsOf)(file, definition.name).at(-1);
        return before === undefined ? (0, _refusals.refusal)('too-late', (0, _sentence.says)`${_sentence.part.step(step)} was done on ${_sentence.part.day(done.on)}; it is too late for this.`) : alreadyDecided(file, definition.title, before);
    }
    return missing.length === 0 ? undefined : waitsFor(step, missing);
}
function whyNotOpen(file, name) {
    const definition = (0, _catalogue.definitionOf)(name);
    if (file.closedOn !== undefined && name !== 'reopenCase') {
        return (0, _refusals.refusal)('closed', (0, _sentence.says)`The case was closed on ${_sentence.part.day(file.closedOn)}. Reopen it first, with the reason${_sentence.part.by('reopenCase')}.`);
    }
    const why = definition.notOpen?.(file);
    if (why !== undefined) return why;
    const { step } = definition;
    if (step === undefined) return missingOf(file, definition);
    const held = (0, _holds.holdsOn)(file, step)[0];
    if (held !== undefined) {
        return (0, _refusals.refusal)('too-early', (0, _sentence.says)`${_sentence.part.step(step)} is on hold, to be reviewed on ${_sentence.part.day(held.lookAgainOn)}. Lift the hold first${_sentence.part.by('liftHold', {
            hold: held.id
        })}.`);
    }
    const closedStep = stepNotOpen(file, definition, step);
    if (closedStep !== undefined) return closedStep;
    const before = definition.once === true ? (0, _facts.factsOf)(file, name).at(-1) : undefined;
    return before === undefined ? missingOf(file, definition) : alreadyDecided(file, definition.title, before);
}
/** Refuses a decision that needs something else on the record first; undefined if nothing is missing. */ function missingOf(file, { follows = [], needs }) {
    const missing = follows.find((one)=>(0, _facts.factsOf)(file, one).length === 0);
    if (missing === undefined) return needs?.(file);
    const { title } = (0, _catalogue.definitionOf)(missing);
    return {
        ...(0, _refusals.refusal)('too-early', (0, _sentence.says)`First: ${title.charAt(0).toLowerCase()}${title.slice(1)}${_sentence.part.by(missing)}.`),
        waitsFor: [
            missing
        ]
    };
}

//# sourceMappingURL=not-open.js.map

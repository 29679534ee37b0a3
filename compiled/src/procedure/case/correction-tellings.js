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
    get correctionTellings () {
        return correctionTellings;
    },
    get factCorrected () {
        return factCorrected;
    },
    get retractionTellings () {
        return retractionTellings;
    },
    get standingFacts () {
        return standingFacts;
    }
});
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
const _dates = require("../time/dates");
const _facts = require("./facts");
const _recipients = require("../reminders/recipients");
const _openingtellings = require("./opening-tellings");
const _openingentry = require("./opening-entry");
const _plan = require("../dates/plan");
const _steps = require("../dates/steps");
const factCorrected = (0, _notice.defineNotice)({
    kind: 'fact-corrected',
    title: 'Something that people were told has been corrected',
    ofCase: true,
    always: {
        entry: (0, _noticevalues.textValue)('entry 1, the notification')
    },
    sometimes: {
        replaces: _noticevalues.dateValue
    },
    stillTrue: _trueuntil.stands,
    replaces: (notice, earlier)=>earlier.kind !== 'reminders' && (0, _dates.londonDate)(earlier.at) === notice.values['replaces']
});
const ofPeople = (field)=>/^(children|family)\./.test(field);
/**
 * The decisions by which people were told what the notification says, beside its opening, and which of its fields they
 * were told. Whoever sees the whole case, or sends the notification on, was told all of them.
 */ const retold = {
    sendToFrontDoor: ()=>true,
    recordOutcome: ()=>true,
    appointAuthor: ()=>true,
    replaceAuthor: ()=>true,
    askAgencies: (field)=>ofPeople(field) || field === 'incidentOn' || field === 'setting',
    askChronologies: ofPeople,
    recordPlanningMeeting: ofPeople,
    tellHomeAuthority: (field)=>field === 'homeAuthority'
};
const without = (file, name, seq)=>({
        ...file,
        facts: {
            ...file.facts,
            [name]: (0, _facts.factsOf)(file, name).filter((one)=>one.seq !== seq)
        }
    });
const openingTold = (file)=>(0, _openingtellings.openingTellings)(file.notification).map((telling)=>({
            telling,
            entry: {
                seq: _openingentry.openingSeq,
                recordedAt: file.openedAt
            }
        }));
/** Lists what a decision told, worked out again for the people who have the parts now. */ const toldBy = (file, name, fact, find)=>(find(name).tells?.(file, fact, without(file, name, fact.seq)) ?? []).map((telling)=>({
            telling,
            entry: fact
        }));
const standingFacts = (file)=>Object.entries(file.facts).flatMap(([name, facts])=>// The keys of the facts are names of decisions.
        facts.map((fact)=>({
                name: name,
                fact
            })));
/**
 * Lists what was asked for by a day that the correction has moved, if the step is still to be done. Earlier corrections
 * are left out: a correction asks for nothing by itself, and working out whom it told goes through all the others
 * again.
 */ function withOtherDay(file, before, find) {
    const hasMoved = (step)=>step !== undefined && (0, _steps.completion)(file, step) === undefined && (0, _plan.plannedDates)(file, step).due !== (0, _plan.plannedDates)(before, step).due;
    const asked = standingFacts(before).filter(({ name })=>name !== 'correctFact').flatMap(({ name, fact })=>toldBy(before, name, fact, find).filter(({ telling })=>hasMoved(telling.step ?? find(name).step)));
    return [
        ...openingTold(file).filter(({ telling: { step } })=>hasMoved(step)),
        ...asked
    ];
}
/** Everybody who was told of an entry, by what the entry told; of the notification those too who were told of it later. */ function toldOf(file, { entry, field, find }) {
    if (entry !== _openingentry.openingSeq) {
        return standingFacts(file).filter(({ fact })=>fact.seq === entry).flatMap(({ name, fact })=>toldBy(file, name, fact, find));
    }
    const later = standingFacts(file).filter(({ name })=>retold[name]?.(field) === true);
    return [
        ...openingTold(file),
        ...later.flatMap(({ name, fact })=>toldBy(file, name, fact, find))
    ];
}
const sameAs = (one)=>(other)=>typeof one === 'string' || typeof other === 'string' ? one === other : one.person === other.person;
/** Lists what the corrected entry tells people whom it had not told before: they are asked now. */ function newlyTold(file, before, corrected) {
    if (corrected.entry === _openingentry.openingSeq) return [];
    const had = toldOf(before, corrected).flatMap(({ telling })=>telling.to);
    return toldOf(file, corrected).map(({ telling })=>({
            ...telling,
            to: telling.to.filter((one)=>!had.some(sameAs(one)))
        })).filter(({ to })=>to.length > 0);
}
/** An entry as an email names it: by its number and what was decided, never by what it says. */ const called = (file, { entry, find })=>{
    const name = standingFacts(file).find(({ fact })=>fact.seq === entry)?.name;
    return name === undefined ? `entry ${entry}, the notification` : `entry ${entry}, "${find(name).title}"`;
};
/** The London day on which an entry was last told: with the decision, or with the last correction of it that stands. */ const lastTold = (file, { seq, recordedAt })=>(0, _dates.londonDate)((0, _facts.factsOf)(file, 'correctFact').filter(({ form })=>form.entry === seq).reduce((last, one)=>(0, _dates.later)(last, one.recordedAt), recordedAt));
const toldBefore = (before, all)=>all.flatMap(({ telling, entry })=>{
        const on = lastTold(before, entry);
        return telling.to.flatMap((one)=>typeof one === 'string' ? (0, _recipients.holders)(before, one) : [
                one
            ]).map((to)=>({
                to,
                on
            }));
    });
/** Makes one email a person, which replaces the email by which they were told last. */ function retellings(told, entry) {
    const people = new Map();
    for (const one of told){
        const known = people.get(one.to.person);
        people.set(one.to.person, known === undefined || known.on < one.on ? {
            ...one,
            to: known?.to ?? one.to
        } : known);
    }
    const days = [
        ...new Set([
            ...people.values()
        ].map(({ on })=>on))
    ].sort();
    return days.map((replaces)=>{
        const to = [
            ...people.values()
        ].filter(({ on })=>on === replaces).map((one)=>one.to);
        return (0, _notice.tell)(factCorrected, {
            to,
            values: {
                entry,
                replaces
            }
        });
    });
}
function correctionTellings(file, before, corrected) {
    const told = [
        ...toldOf(before, corrected),
        ...withOtherDay(file, before, corrected.find)
    ];
    return [
        ...retellings(toldBefore(before, told), called(file, corrected)),
        ...newlyTold(file, before, corrected)
    ];
}
const retractionTellings = (before, corrected)=>retellings(toldBefore(before, toldOf(before, corrected)), called(before, corrected));

//# sourceMappingURL=correction-tellings.js.map

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
    get contradicted () {
        return contradicted;
    },
    get limitsNewlyPassed () {
        return limitsNewlyPassed;
    },
    get newlyPassedByOthers () {
        return newlyPassedByOthers;
    },
    get wouldBeRefused () {
        return wouldBeRefused;
    }
});
const _closedperiods = require("../closed-periods");
const _correctiontellings = require("./correction-tellings");
const _dates = require("../time/dates");
const _order = require("../dates/order");
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _valueat = require("../time/value-at");
/** A decision as it would be taken now with what its entry says. */ const takingOf = ({ by, role, on, recordedAt: now })=>({
        by,
        role,
        on,
        now,
        today: (0, _dates.londonDate)(now),
        correcting: true
    });
/** Replaces each fact of a file by what `keep` returns for it; a fact is left out where that is undefined. */ const eachFact = (file, keep)=>({
        ...file,
        facts: Object.fromEntries(Object.entries(file.facts).map(([name, facts])=>[
                name,
                facts.flatMap((one)=>keep(one) ?? [])
            ]))
    });
/** The file without a fact. */ const without = (file, { fact })=>eachFact(file, (one)=>one.seq === fact.seq ? undefined : one);
/** Returns the record as it is, and as it was when an entry was added. A correction keeps the order of both. */ const views = (file, of)=>[
        without(file, of),
        eachFact(file, (one)=>one.seq < of.fact.seq ? one : undefined)
    ];
function against(file, { name, fact }, find) {
    const { needs, refuse } = find(name);
    const titleOf = (one)=>find(one).title;
    const needed = needs?.(file);
    // An entry that is only missing can still be put on the record.
    if (needed?.code === 'against-the-record') return needed;
    const why = (0, _closedperiods.whyClosedThen)(file, fact) ?? (0, _order.whyOutOfOrder)(file, find(name), {
        on: fact.on,
        titleOf
    }) ?? refuse?.(file, fact.form, takingOf(fact));
    return why && ofAnEntry(why);
}
/** Leaves out that a refusal is about the day: that is the day of the entry, not of its correction. */ function ofAnEntry({ field: _ofEntry, ...why }) {
    return why;
}
function wouldBeRefused(file, { found, right, find }) {
    const { name } = found;
    const { title, once } = find(name);
    if (typeof once === 'function') {
        const others = without(file, found).facts[name];
        if (others.some((one)=>once(one.form) === once(right.form))) {
            return (0, _refusals.refusal)('already-decided', (0, _sentence.says)`${title}${_sentence.part.code(once(right.form))}: that is on the record already.`);
        }
    }
    for (const view of views(file, found)){
        const why = against(view, found, find) === undefined ? against(view, {
            name,
            fact: right
        }, find) : undefined;
        if (why !== undefined) return why;
    }
    return undefined;
}
/** The decisions that are put right after another one that they repeat: requests after their terms of reference. */ const putRightAfter = {
    askChronologies: [
        'recordDetermination',
        'decideReviewAgain'
    ]
};
const looksAtAll = [
    'correctFact',
    'setEntryAside'
];
function contradicted({ before, after, entry, name: corrected }, find) {
    const others = (0, _correctiontellings.standingFacts)(before).filter(({ name, fact })=>fact.seq !== entry && // A correction is held against the whole record, and would ask all of this again.
        !looksAtAll.includes(name) && (corrected === undefined || putRightAfter[name]?.includes(corrected) !== true));
    for (const other of others){
        const said = views(before, other).map((view)=>against(view, other, find));
        const why = views(after, other).map((view, at)=>said[at] === undefined ? against(view, other, find) : undefined).find((one)=>one !== undefined);
        if (why !== undefined) return notWithOther(other, {
            why,
            title: find(other.name).title
        });
    }
    return undefined;
}
const notWithOther = ({ fact }, { why, title })=>({
        ...(0, _refusals.refusal)('against-the-record', (0, _sentence.says)`Entry ${fact.seq}, "${title}" of ${_sentence.part.day(fact.on)}, would contradict it: ${(0, _refusals.partsOf)(why)} Correct entry ${fact.seq} first${_sentence.part.by('correctFact')}, or set it aside${_sentence.part.by('setEntryAside')}.`),
        entry: fact.seq
    });
const same = (one)=>(other)=>one.id === other.id && one.by.count === other.by.count;
function limitsNewlyPassed(file, { found, right, find }) {
    const { limits, saysWhy } = find(found.name);
    // Its own form gives the reason already.
    if (limits === undefined || saysWhy !== undefined) return [];
    const others = without(file, found);
    const before = limits(others, found.fact.form, takingOf(found.fact));
    return limits(others, right.form, takingOf(right)).filter((one)=>!before.some(same(one))).map((one)=>({
            ...one,
            field: 'value'
        }));
}
/** Names a date of the case by its decision, and by the deadline, the step or the hold where it is the date of one. */ const dateOf = ({ name, fact: { form } })=>[
        name,
        ...[
            'deadline',
            'step',
            'hold'
        ].map((field)=>String((0, _valueat.valueAt)(form, [
                field
            ])))
    ].join('/');
function newlyPassedByOthers({ before, after, entry }, { today, find }) {
    return (0, _correctiontellings.standingFacts)(before).filter(({ name, fact })=>fact.seq !== entry && !looksAtAll.includes(name))// A later arrangement or notice has taken the place of an earlier one.
    .filter((one, at, all)=>all.findLastIndex((other)=>dateOf(other) === dateOf(one)) === at).flatMap((other)=>{
        const { limits, title } = find(other.name);
        if (limits === undefined) return [];
        const { fact } = other;
        const passed = (file)=>limits(without(file, other), fact.form, takingOf(fact));
        const is = passed(after).filter(({ field })=>String((0, _valueat.valueAt)(fact.form, [
                field
            ])) >= today);
        const was = is.length === 0 ? [] : passed(before);
        return is.filter((one)=>!was.some(same(one))).map((one)=>({
                ...one,
                field: 'value',
                sentence: `Entry ${fact.seq}, "${title}": ${one.sentence}`
            }));
    });
}

//# sourceMappingURL=correction-checks.js.map

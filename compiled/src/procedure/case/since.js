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
    get lastDecided () {
        return lastDecided;
    },
    get replacedBy () {
        return replacedBy;
    },
    get whyDecidedSince () {
        return whyDecidedSince;
    }
});
const _catalogue = require("../catalogue");
const _corrections = require("./corrections");
const _deadlines = require("../dates/deadlines");
const _facts = require("./facts");
const _fingerprint = require("./fingerprint");
const _refusals = require("../refusals");
const lastDecided = (file)=>Object.values(file.taken).reduce((last, { seq })=>Math.max(last, seq), 1);
function whyDecidedSince(file, madeFrom) {
    if (madeFrom === undefined) return undefined;
    const last = lastDecided(file);
    if (madeFrom >= last && madeFrom <= file.seq) return undefined;
    return (0, _refusals.refusal)('changed-since', madeFrom > file.seq ? `The case has ${file.seq} entries, and none numbered ${madeFrom}. Read the case again.` : `The case has changed since entry ${madeFrom}: its last decision is entry ${last}. Read what changed, and send it again made from entry ${file.seq}.`);
}
/** The fields by which two forms of one decision are about the same thing. */ const subjects = [
    'deadline',
    'action',
    'hold',
    'process',
    'agency',
    'partner',
    'familyMember',
    'role',
    'person'
];
function isAboutTheSame(name, one, other) {
    const { once } = (0, _catalogue.definitionOf)(name);
    if (typeof once === 'function') return once(one) === once(other);
    const [a, b] = [
        fieldsOf(one),
        fieldsOf(other)
    ];
    return subjects.every((field)=>(0, _fingerprint.canonical)(a[field] ?? null) === (0, _fingerprint.canonical)(b[field] ?? null));
}
const fieldsOf = (form)=>typeof form === 'object' && form !== null ? form : {};
function entryOf(file, seq) {
    return (0, _corrections.factBySeq)(file, seq) ?? file.superseded.find(({ fact })=>fact.seq === seq);
}
/** The date by which it was due before an extension of this number. */ function dueBefore(file, deadline, seq) {
    const extendDeadline = (0, _facts.factsOf)(file, 'extendDeadline').filter((one)=>one.seq < seq);
    return (0, _deadlines.currentDue)({
        ...file,
        facts: {
            ...file.facts,
            extendDeadline
        }
    }, deadline) ?? null;
}
function replacedBy(file, seq) {
    const entry = entryOf(file, seq);
    if (entry === undefined) return [];
    const { name, fact } = entry;
    const is = fieldsOf(fact.form);
    if (name === 'extendDeadline') {
        return [
            {
                field: 'to',
                was: dueBefore(file, String(is['deadline']), seq),
                is: is['to']
            }
        ];
    }
    if (name === 'correctFact') return [
        {
            field: String(is['field']),
            was: wasBefore(file, seq),
            is: is['value']
        }
    ];
    const was = fieldsOf(earlier(file, entry)?.form);
    return [
        ...new Set([
            ...Object.keys(was),
            ...Object.keys(is)
        ])
    ].map((field)=>({
            field,
            was: was[field] ?? null,
            is: is[field] ?? null
        })).filter((one)=>(0, _fingerprint.canonical)(one.was) !== (0, _fingerprint.canonical)(one.is));
}
/** The decision of the same name about the same thing that came before. */ function earlier(file, { name, fact }) {
    const standing = (0, _facts.factsOf)(file, name);
    const setAside = file.superseded.filter((one)=>one.name === name).map((one)=>one.fact);
    return [
        ...setAside,
        ...standing
    ].filter((one)=>one.seq < fact.seq && isAboutTheSame(name, one.form, fact.form)).reduce((last, one)=>last === undefined || one.seq > last.seq ? one : last, undefined);
}
/** Returns what the corrected field said before the correction of this number. */ function wasBefore(file, seq) {
    const all = [
        ...Object.values(file.facts).flatMap((facts)=>facts),
        ...file.superseded.map(({ fact })=>fact)
    ];
    return all.flatMap(({ corrections = [] })=>corrections).find((one)=>one.seq === seq)?.was ?? null;
}

//# sourceMappingURL=since.js.map

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
    get inList () {
        return inList;
    },
    get part () {
        return part;
    },
    get saidInCodes () {
        return saidInCodes;
    },
    get saidWith () {
        return saidWith;
    },
    get says () {
        return says;
    }
});
const _stepnames = require("./step-names");
const _dates = require("./time/dates");
const part = {
    person: (id)=>({
            kind: 'person',
            id
        }),
    agency: (code)=>({
            kind: 'agency',
            code
        }),
    relative: (ref)=>({
            kind: 'relative',
            ref
        }),
    role: (role, titles)=>({
            kind: 'role',
            role,
            title: titles[role]
        }),
    step: (step)=>({
            kind: 'step',
            step
        }),
    day: (on)=>({
            kind: 'day',
            on
        }),
    option: (option)=>({
            kind: 'option',
            option
        }),
    code: (code)=>({
            kind: 'code',
            code
        }),
    /** The decision that puts it right, which pages leave out: they link to it. */ by: (decision, of = {})=>({
            kind: 'decisions',
            decisions: [
                decision
            ],
            ...of
        }),
    byEither: (...decisions)=>({
            kind: 'decisions',
            decisions
        })
};
const listOf = (some)=>typeof some === 'number' ? [
        String(some)
    ] : typeof some === 'string' || 'kind' in some ? [
        some
    ] : some;
const inList = (some, between = ', ')=>some.flatMap((one, at)=>at === 0 ? listOf(one) : [
            between,
            ...listOf(one)
        ]);
/** Joins texts that follow each other, so that a sentence of texts alone is one text. */ function joinTexts(parts) {
    const joined = [];
    for (const one of parts){
        const last = joined.at(-1);
        if (typeof one === 'string' && typeof last === 'string') joined[joined.length - 1] = last + one;
        else if (one !== '') joined.push(one);
    }
    return joined;
}
const says = (texts, ...between)=>joinTexts(texts.flatMap((text, at)=>{
        const after = between[at];
        return after === undefined ? [
            text
        ] : [
            text,
            ...listOf(after)
        ];
    }));
const saidWith = (sentence, wordsFor)=>sentence.map((one)=>typeof one === 'string' ? one : wordsFor(one)).join('');
const inBrackets = (codes)=>` (${codes.join(', ')})`;
/** Returns a typed part as the API says it. */ function inCodes(typed) {
    switch(typed.kind){
        case 'person':
            return typed.id;
        case 'agency':
            return typed.code;
        case 'relative':
            return typed.ref;
        case 'role':
            return typed.title;
        case 'step':
            return (0, _stepnames.stepLabel)(typed.step);
        case 'day':
            return (0, _dates.sayDate)(typed.on);
        case 'option':
            return `"${typed.option}"`;
        case 'code':
            return inBrackets([
                typed.code
            ]);
        case 'decisions':
            {
                const { decisions, entry, hold } = typed;
                return inBrackets([
                    ...decisions,
                    ...entry === undefined ? [] : [
                        `entry ${entry}`
                    ],
                    ...hold === undefined ? [] : [
                        hold
                    ]
                ]);
            }
    }
}
const saidInCodes = (sentence)=>saidWith(sentence, inCodes);

//# sourceMappingURL=sentence.js.map

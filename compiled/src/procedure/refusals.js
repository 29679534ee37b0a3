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
    get partsOf () {
        return partsOf;
    },
    get refusal () {
        return refusal;
    },
    get refusalCodes () {
        return refusalCodes;
    },
    get refusedField () {
        return refusedField;
    },
    get saidOf () {
        return saidOf;
    }
});
const _sentence = require("./sentence");
const refusalCodes = [
    'invalid',
    'too-early',
    'too-late',
    'already-decided',
    'wrong-role',
    'unknown-person',
    'in-the-future',
    'against-the-record',
    'passes-a-limit',
    /** A value breaks no rule, but is so unlikely that it has to be confirmed once; the sentence says what to send. */ 'to-be-confirmed',
    'key-used-for-another',
    'closed',
    'changed-since'
];
const saidOf = (said)=>typeof said === 'string' ? {
        sentence: said
    } : {
        sentence: (0, _sentence.saidInCodes)(said),
        ...said.some((one)=>typeof one !== 'string') ? {
            parts: said
        } : {}
    };
const partsOf = ({ sentence, parts = [] })=>parts.length === 0 ? [
        sentence
    ] : parts;
const refusal = (code, said)=>({
        code,
        ...saidOf(said)
    });
const refusedField = (code, { field, said })=>({
        ...refusal(code, said),
        fields: [
            {
                field,
                ...saidOf(said)
            }
        ]
    });

//# sourceMappingURL=refusals.js.map

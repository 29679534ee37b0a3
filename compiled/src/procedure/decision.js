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
    get against () {
        return against;
    },
    get againstItself () {
        return againstItself;
    },
    get define () {
        return define;
    },
    get notBefore () {
        return notBefore;
    }
});
const _refusals = require("./refusals");
const _sentence = require("./sentence");
const define = (definition)=>Object.freeze(definition);
const against = ({ seq }, said)=>({
        ...(0, _refusals.refusal)('against-the-record', said),
        entry: seq
    });
const againstItself = (field, said)=>({
        ...(0, _refusals.refusal)('invalid', (0, _sentence.says)`${said}.`),
        fields: [
            {
                field,
                ...(0, _refusals.saidOf)(said)
            }
        ]
    });
const notBefore = (before, { on }, what)=>before === undefined || on >= before.on ? undefined : {
        ...against(before, (0, _sentence.says)`${what} ${_sentence.part.day(before.on)} (entry ${before.seq}); ${_sentence.part.day(on)} is before that.`),
        field: 'on'
    };

//# sourceMappingURL=decision.js.map

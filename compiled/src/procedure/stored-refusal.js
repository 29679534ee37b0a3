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
    get refusalFrom () {
        return refusalFrom;
    },
    get storedLimit () {
        return storedLimit;
    },
    get storedRefusal () {
        return storedRefusal;
    },
    get storedSentence () {
        return storedSentence;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _refusals = require("./refusals");
const _storedvalues = require("./stored-values");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/*
 * A refusal as it comes from the workflow of a case, or from its record. Either may be of another release: 0.1.0 kept
 * sentences alone, and a later release may have parts that this one does not know.
 */ const typedPart = _mini.discriminatedUnion('kind', [
    _mini.object({
        kind: _mini.literal('person'),
        id: (0, _storedvalues.storedPerson)()
    }),
    _mini.object({
        kind: _mini.literal('agency'),
        code: _mini.string()
    }),
    _mini.object({
        kind: _mini.literal('relative'),
        ref: _mini.string()
    }),
    _mini.object({
        kind: _mini.literal('role'),
        role: (0, _storedvalues.storedName)(),
        title: _mini.string()
    }),
    _mini.object({
        kind: _mini.literal('step'),
        step: (0, _storedvalues.storedName)()
    }),
    _mini.object({
        kind: _mini.literal('day'),
        on: (0, _storedvalues.storedDay)()
    }),
    _mini.object({
        kind: _mini.literal('option'),
        option: _mini.string()
    }),
    _mini.object({
        kind: _mini.literal('code'),
        code: _mini.string()
    }),
    _mini.object({
        kind: _mini.literal('decisions'),
        decisions: _mini.array((0, _storedvalues.storedName)()),
        entry: _mini.exactOptional(_mini.number()),
        hold: _mini.exactOptional(_mini.string())
    })
]);
const sentenceParts = _mini.array(_mini.union([
    _mini.string(),
    typedPart
]));
const knownParts = _mini.catch(sentenceParts, []);
const storedSentence = ()=>knownParts;
const said = {
    sentence: _mini.string(),
    parts: _mini.catch(_mini.exactOptional(sentenceParts), [])
};
const passedLimit = _mini.object({
    id: _mini.string(),
    limit: _mini.string(),
    date: (0, _storedvalues.storedDay)(),
    by: _mini.object({
        count: _mini.number(),
        unit: _mini.enum([
            'days',
            'working-days'
        ])
    }),
    source: _mini.string(),
    field: _mini.string(),
    sentence: _mini.string()
});
const storedLimit = ()=>passedLimit;
const wholeRefusal = _mini.object({
    code: _mini.enum(_refusals.refusalCodes),
    ...said,
    fields: _mini.exactOptional(_mini.array(_mini.object({
        field: _mini.string(),
        ...said
    }))),
    field: _mini.exactOptional(_mini.literal('on')),
    waitsFor: _mini.exactOptional(_mini.array((0, _storedvalues.storedName)())),
    first: _mini.exactOptional(_mini.object({
        by: (0, _storedvalues.storedPerson)(),
        at: (0, _storedvalues.storedMoment)()
    })),
    entry: _mini.exactOptional(_mini.number()),
    limits: _mini.exactOptional(_mini.array(passedLimit))
});
const storedRefusal = ()=>wholeRefusal;
function refusalFrom(detail, message) {
    const read = wholeRefusal.safeParse(detail);
    return read.success ? read.data : (0, _refusals.refusal)('invalid', message);
}

//# sourceMappingURL=stored-refusal.js.map

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
    get asideForm () {
        return asideForm;
    },
    get asideProblems () {
        return asideProblems;
    },
    get asideReasonWords () {
        return asideReasonWords;
    },
    get asideReasons () {
        return asideReasons;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _forms = require("../forms");
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
const asideReasonWords = {
    'not-a-notification': 'It is not a notification of a serious incident',
    'sent-twice': 'It was sent twice: there is a case of it'
};
const asideReasons = Object.keys(asideReasonWords);
const form = _mini.strictObject({
    reason: (0, _forms.choice)('Why no case opens', asideReasonWords),
    reference: _mini.optional((0, _forms.readableText)('The case that it repeats', 20).register(_mini.globalRegistry, {
        title: 'The case that it repeats',
        description: 'Only where it was sent twice, such as SIN-2026-0007'
    })),
    why: (0, _forms.readableText)('In your own words', 2_000, 'Say in your own words why no case opens').register(_mini.globalRegistry, {
        title: 'In your own words',
        description: 'What was found, and who was asked; without names'
    })
});
const asideForm = ()=>form;
function asideProblems({ reason, reference }) {
    if (reason === 'sent-twice' && reference === undefined) return [
        {
            field: 'reference',
            sentence: 'Enter the reference of the case that it repeats'
        }
    ];
    if (reason !== 'sent-twice' && reference !== undefined) return [
        {
            field: 'reference',
            sentence: 'Leave the case out, or say that it was sent twice'
        }
    ];
    return [];
}

//# sourceMappingURL=setting-aside.js.map

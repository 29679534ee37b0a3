"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "namedAs", {
    enumerable: true,
    get: function() {
        return namedAs;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _forms = require("./forms");
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
/* Answers that are read with the names, in decisions: a case carries a reference, and the records keep the answer. */ /** The most characters of such an answer. */ const longest = 200;
const settingsOf = (inner)=>{
    const settings = _forms.asking.get(inner) ?? {};
    const as = settings.as ?? (settings.options === undefined ? 'line' : 'choice');
    return {
        ...settings,
        as
    };
};
const whyNot = (inner, text)=>{
    const read = (0, _forms.readForm)(inner, text);
    return read.success ? undefined : (0, _forms.fieldProblems)(read.error)[0]?.sentence;
};
/** Writes an answer as its field writes it. A reference stays as it is. */ function asRead(inner, text) {
    if ((0, _forms.isWordsReference)(text)) return text;
    const read = (0, _forms.readForm)(inner, text);
    return read.success ? read.data : text;
}
function namedAs(inner) {
    const { title = '', description } = _mini.globalRegistry.get(inner) ?? {};
    const error = ({ input })=>whyNot(inner, input) ?? `Answer this question: ${title}`;
    return _mini.pipe(_mini.string({
        error
    }).check(_mini.refine((text)=>(0, _forms.isWordsReference)(text) || whyNot(inner, text) === undefined, {
        error
    }), _mini.overwrite((text)=>asRead(inner, text))), _mini.custom()).register(_forms.wordsFields, {
        longest,
        names: true
    }).register(_forms.asking, settingsOf(inner)).register(_mini.globalRegistry, description === undefined ? {
        title
    } : {
        title,
        description
    });
}

//# sourceMappingURL=named-answers.js.map

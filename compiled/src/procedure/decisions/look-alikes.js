"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "dismissLookAlike", {
    enumerable: true,
    get: function() {
        return dismissLookAlike;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _forms = require("../forms");
const _roles = require("../roles");
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
/* Always open: a case that looks like another is found not to be about the same child. */ const dismissLookAlikeForm = _mini.strictObject({
    other: (0, _forms.code)('The case that it looks like', 'Its reference, such as SIN-2026-0007'),
    reason: (0, _forms.words)('The reason', 'How you know that it is another child, or another incident')
});
const dismissLookAlike = (0, _decision.define)({
    name: 'dismissLookAlike',
    title: 'Record that a case is not the same as another',
    past: 'recorded that a case is not the same as another',
    source: 'always open: a case that looks like another',
    roles: _roles.businessUnit,
    form: dismissLookAlikeForm,
    once: (form)=>form.other,
    notOpen: ()=>undefined,
    refuse: (file, form)=>form.other === file.reference ? (0, _refusals.refusal)('invalid', 'A case is always the same as itself.') : undefined
});

//# sourceMappingURL=look-alikes.js.map

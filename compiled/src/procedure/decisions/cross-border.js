"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "tellHomeAuthority", {
    enumerable: true,
    get: function() {
        return tellHomeAuthority;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _decision = require("../decision");
const _refusals = require("../refusals");
const _facts = require("../case/facts");
const _forms = require("../forms");
const _roles = require("../roles");
const _notice = require("../reminders/notice");
const _noticevalues = require("../reminders/notice-values");
const _trueuntil = require("../reminders/true-until");
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
/* Cross-border: the authority where it happened leads; the home authority is named and told. */ const tellHomeAuthorityForm = _mini.strictObject({
    how: (0, _forms.words)('How it was told')
});
const homeAuthorityTold = (0, _notice.defineNotice)({
    kind: 'home-authority-told',
    title: 'The home authority has been told',
    to: [
        'business-manager',
        'la-partner'
    ],
    ofCase: true,
    sometimes: {
        authority: (0, _noticevalues.textValue)('Northmoor Council')
    },
    stillTrue: _trueuntil.stands
});
const tellHomeAuthority = (0, _decision.define)({
    name: 'tellHomeAuthority',
    title: 'Record that the home authority was told',
    past: 'recorded that the home authority was told',
    source: 'ways through: cross-border',
    roles: _roles.businessUnit,
    form: tellHomeAuthorityForm,
    notOpen: (file)=>{
        if (file.notification.homeAuthority === undefined) {
            return (0, _refusals.refusal)('against-the-record', 'The notification names no other home authority.');
        }
        return (0, _facts.fact)(file, 'tellHomeAuthority') === undefined ? undefined : (0, _refusals.refusal)('already-decided', 'The home authority has been told already.');
    },
    notices: [
        homeAuthorityTold
    ],
    tells: (file)=>[
            (0, _notice.tell)(homeAuthorityTold, {
                values: {
                    authority: file.notification.homeAuthority ?? ''
                }
            })
        ]
});

//# sourceMappingURL=cross-border.js.map

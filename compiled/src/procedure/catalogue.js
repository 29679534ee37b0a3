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
    get catalogue () {
        return catalogue;
    },
    get definitionOf () {
        return definitionOf;
    },
    get isDecisionName () {
        return isDecisionName;
    }
});
const _corrections = require("./case/corrections");
const _actions = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/actions"));
const _author = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/author"));
const _children = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/children"));
const _conflictofinterest = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/conflict-of-interest"));
const _course = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/course"));
const _crossborder = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/cross-border"));
const _deciding = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/deciding"));
const _delayletters = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/delay-letters"));
const _determination = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/determination"));
const _draftreport = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/draft-report"));
const _drafting = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/drafting"));
const _gathering = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/gathering"));
const _information = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/information"));
const _outcome = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/outcome"));
const _oversight = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/oversight"));
const _panel = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/panel"));
const _lookalikes = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/look-alikes"));
const _practicelearningreview = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/practice-learning-review"));
const _publishing = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/publishing"));
const _rapidreview = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/rapid-review"));
const _signoff = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/sign-off"));
const _subgroupmeeting = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/sub-group-meeting"));
const _recordkeeping = /*#__PURE__*/ _interop_require_wildcard(require("./decisions/record-keeping"));
const _settingaside = require("./case/setting-aside");
const _stepids = require("./step-ids");
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
const others = {
    ..._deciding,
    ..._outcome,
    ..._crossborder,
    ..._information,
    ..._rapidreview,
    ..._determination,
    ..._panel,
    ..._author,
    ..._gathering,
    ..._draftreport,
    ..._subgroupmeeting,
    ..._drafting,
    ..._signoff,
    ..._publishing,
    ..._practicelearningreview,
    ..._actions,
    ..._course,
    ..._recordkeeping,
    ..._children,
    ..._lookalikes,
    ..._conflictofinterest,
    ..._oversight,
    ..._delayletters
};
// A form is only ever given to the definition that parsed it, which the compiler cannot follow through a name.
const erased = (definition)=>definition;
const byName = new Map(Object.values(others).map((one)=>[
        one.name,
        erased(one)
    ]));
const correctFact = (0, _corrections.correctFactBy)((name)=>definitionOf(name));
byName.set(correctFact.name, erased(correctFact));
const setEntryAside = (0, _settingaside.setEntryAsideBy)((name)=>definitionOf(name));
byName.set(setEntryAside.name, erased(setEntryAside));
const catalogue = [
    ..._stepids.stepIds.flatMap((id)=>[
            ...byName.values()
        ].filter(({ step })=>step === id)),
    ...[
        ...byName.values()
    ].filter(({ step })=>step === undefined)
];
const isDecisionName = (name)=>byName.has(name);
function definitionOf(name) {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`The catalogue has no decision "${name}".`);
    return found;
}

//# sourceMappingURL=catalogue.js.map

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
    get childDetailNames () {
        return childDetailNames;
    },
    get isChildDetail () {
        return isChildDetail;
    },
    get namedChildDetails () {
        return namedChildDetails;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _namedanswers = require("../named-answers");
const _notificationpeople = require("./notification-people");
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
/* Answers about a child that are read with the name, where a case refers to them: corrections, and an added child. */ const named = (detail)=>_mini.optional((0, _namedanswers.namedAs)(detail));
function namedChildDetails() {
    const { childDetails } = (0, _notificationpeople.notificationPeople)();
    return {
        sex: named(childDetails.sex),
        diedOn: named(childDetails.diedOn),
        address: named(childDetails.address),
        localAuthority: named(childDetails.localAuthority),
        school: named(childDetails.school),
        gp: named(childDetails.gp),
        nhsNumber: named(childDetails.nhsNumber),
        ethnicGroup: named(childDetails.ethnicGroup),
        disability: named(childDetails.disability),
        disabilityDetails: named(childDetails.disabilityDetails)
    };
}
const childDetailNames = [
    'sex',
    'diedOn',
    'address',
    'localAuthority',
    'school',
    'gp',
    'nhsNumber',
    'ethnicGroup',
    'disability',
    'disabilityDetails'
];
const isChildDetail = (name)=>childDetailNames.some((one)=>one === name);

//# sourceMappingURL=named-child.js.map

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
    get storedDay () {
        return storedDay;
    },
    get storedMoment () {
        return storedMoment;
    },
    get storedName () {
        return storedName;
    },
    get storedPerson () {
        return storedPerson;
    }
});
const _mini = /*#__PURE__*/ _interop_require_wildcard(require("zod/mini"));
const _dates = require("./time/dates");
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
 * Values as they are read back from JSON that was written by the rules, of this release or of another. Schemas come from
 * functions: what a module of the rules exports is frozen in a worker, and zod writes into its schemas.
 */ const text = (value)=>typeof value === 'string';
const storedName = ()=>_mini.custom(text, 'is no text');
const moment = _mini.custom((value)=>text(value) && (0, _dates.parseInstant)(value) !== undefined, 'is no moment');
const day = _mini.custom((value)=>text(value) && (0, _dates.parseIsoDate)(value) !== undefined, 'is no date');
const storedMoment = ()=>moment;
const storedDay = ()=>day;
const storedPerson = ()=>storedName();

//# sourceMappingURL=stored-values.js.map

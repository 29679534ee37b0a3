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
    get codeMinutes () {
        return codeMinutes;
    },
    get codeOf () {
        return codeOf;
    },
    get codeTries () {
        return codeTries;
    },
    get codesSince () {
        return codesSince;
    },
    get readCode () {
        return readCode;
    }
});
const _dates = require("./time/dates");
/* Codes of six digits that are emailed, and typed on a page by whoever reads that address. */ const minute = 60_000;
const codeMinutes = 15;
const codeTries = 5;
const codesSince = (now)=>(0, _dates.fromMillis)((0, _dates.toMillis)(now) - codeMinutes * minute);
const codeOf = (random)=>String(Math.abs(Math.trunc(random)) % 1_000_000).padStart(6, '0');
function readCode(typed) {
    const digits = typed.replaceAll(/[\s-]/g, '');
    return /^\d{6}$/.test(digits) ? digits : undefined;
}

//# sourceMappingURL=emailed-codes.js.map

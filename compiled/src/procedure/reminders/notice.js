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
    get defineNotice () {
        return defineNotice;
    },
    get tell () {
        return tell;
    }
});
const defineNotice = (definition)=>definition;
function tell(notice, given = {}) {
    return {
        to: notice.to ?? [],
        ...given,
        kind: notice.kind
    };
}

//# sourceMappingURL=notice.js.map

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
    get kindOfNotice () {
        return kindOfNotice;
    },
    get noticeKinds () {
        return noticeKinds;
    }
});
const _openingtellings = require("../case/opening-tellings");
const _catalogue = require("../catalogue");
const _toldbythecase = require("./told-by-the-case");
/* Every kind of notice: those of the decisions, and the few that no decision sends. */ const byKind = new Map([
    ..._openingtellings.openingNotices,
    ..._catalogue.catalogue.flatMap(({ notices = [] })=>notices),
    _toldbythecase.caseClosed,
    _toldbythecase.reminders
].map((notice)=>[
        notice.kind,
        notice
    ]));
const noticeKinds = [
    ...byKind.keys()
];
function kindOfNotice(kind) {
    const found = byKind.get(kind);
    if (found === undefined) throw new Error(`No decision sends a notice of the kind "${kind}".`);
    return found;
}

//# sourceMappingURL=notice-kinds.js.map

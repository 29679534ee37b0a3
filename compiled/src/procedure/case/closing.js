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
    get closingNotices () {
        return closingNotices;
    },
    get closingOf () {
        return closingOf;
    }
});
const _describe = require("../describe");
const _notice = require("../reminders/notice");
const _notices = require("../reminders/notices");
const _toldbythecase = require("../reminders/told-by-the-case");
const _dates = require("../time/dates");
function closingOf(file, now) {
    const closedOn = (0, _dates.londonDate)(now);
    const closed = {
        ...file,
        closedOn
    };
    return {
        file: closed,
        closing: {
            ending: (0, _describe.endingOf)(closed),
            closedOn
        }
    };
}
function closingNotices({ file, closing }, now) {
    const act = {
        seq: file.seq + 1,
        at: now,
        on: closing.closedOn
    };
    return (0, _notices.noticesOf)(file, [
        (0, _notice.tell)(_toldbythecase.caseClosed)
    ], act);
}

//# sourceMappingURL=closing.js.map

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
    get caseClosed () {
        return caseClosed;
    },
    get reminders () {
        return reminders;
    }
});
const _notice = require("./notice");
const _trueuntil = require("./true-until");
const caseClosed = (0, _notice.defineNotice)({
    kind: 'case-closed',
    title: 'A case is closed',
    to: [
        'business-manager',
        'spr-coordinator',
        'sub-group-chair'
    ],
    ofCase: true,
    stillTrue: (_notice, file)=>file.closedOn === undefined ? 'The case has been reopened since.' : undefined
});
const reminders = (0, _notice.defineNotice)({
    kind: 'reminders',
    title: 'Daily reminder',
    ofCase: true,
    stillTrue: _trueuntil.stands
});

//# sourceMappingURL=told-by-the-case.js.map

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
    get noticeKey () {
        return noticeKey;
    },
    get readNoticeKey () {
        return readNoticeKey;
    },
    get reminderKey () {
        return reminderKey;
    }
});
const noticeKey = ({ reference, entry, step = 'case', kind, to, on, about })=>[
        reference,
        entry,
        step,
        kind,
        to,
        on,
        ...about === undefined ? [] : [
            about
        ]
    ].join('/');
const reminderKey = ({ reference, to, on })=>[
        reference,
        'reminders',
        to,
        on
    ].join('/');
function readNoticeKey(key) {
    const [, entry = '', ...parts] = key.split('/');
    if (entry === 'reminders') return {
        entry: undefined,
        kind: 'reminders',
        to: parts[0] ?? ''
    };
    const [, kind = '', to = ''] = parts;
    return {
        entry: Number(entry),
        kind,
        to
    };
}

//# sourceMappingURL=notice-key.js.map

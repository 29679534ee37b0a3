"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "eventKinds", {
    enumerable: true,
    get: function() {
        return eventKinds;
    }
});
const eventKinds = [
    'case-opened',
    'decision-taken',
    'decision-refused',
    'reminders-sent',
    'calendar-changed',
    'profile-changed',
    'meetings-changed',
    'case-restarted',
    /** A rule threw: what could not be worked out, once for each fault. */ 'rule-failed',
    'case-closed'
];

//# sourceMappingURL=record.js.map

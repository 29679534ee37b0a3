"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "withPartnership", {
    enumerable: true,
    get: function() {
        return withPartnership;
    }
});
const _fingerprint = require("./fingerprint");
const _shutout = require("./shut-out");
function withPartnership(file, { calendar, meetings, policy, people, everybody }, what) {
    const known = everybody === undefined ? {} : {
        everybody
    };
    if (what === 'profile') {
        const { profile, edition } = policy;
        const seats = {
            ...(0, _shutout.seatsFor)(people, file),
            ...file.people
        };
        const next = {
            ...file,
            ...known,
            calendar,
            meetings,
            policy,
            people: seats
        };
        return {
            kind: 'profile-changed',
            next,
            details: {
                profile,
                edition
            }
        };
    }
    if ((0, _fingerprint.canonical)([
        calendar,
        meetings
    ]) !== (0, _fingerprint.canonical)([
        file.calendar,
        file.meetings
    ])) {
        const next = {
            ...file,
            ...known,
            calendar,
            meetings
        };
        return {
            kind: 'calendar-changed',
            next,
            details: {
                until: calendar.until
            }
        };
    }
    if (JSON.stringify(everybody) === JSON.stringify(file.everybody)) return undefined;
    return {
        kind: 'people',
        next: {
            ...file,
            ...known
        }
    };
}

//# sourceMappingURL=with-partnership.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "openCase", {
    enumerable: true,
    get: function() {
        return openCase;
    }
});
const _dates = require("../time/dates");
const _fingerprint = require("./fingerprint");
const _notices = require("../reminders/notices");
const _openingtellings = require("./opening-tellings");
const _shutout = require("./shut-out");
const _told = require("./told");
function openCase(opening) {
    const { reference, practice, openedAt, openedBy, notification, policy, calendar, meetings, people, everybody } = opening;
    const file = {
        version: 1,
        reference,
        practice,
        openedAt,
        openedBy,
        countsFrom: notification.receivedOn,
        notification,
        policy,
        calendar,
        meetings,
        // A profile's authors and professionals are those it has to choose from; the partners choose in the case.
        people: {
            ...(0, _shutout.seatsFor)(people),
            author: [],
            'identified-professional': []
        },
        ...everybody === undefined ? {} : {
            everybody
        },
        facts: {},
        superseded: [],
        course: 0,
        seq: 1,
        taken: {
            [opening.key]: {
                seq: 1,
                fingerprint: (0, _fingerprint.fingerprint)(notification)
            }
        },
        remindedUpTo: openedAt,
        met: {},
        unsent: [],
        told: {},
        asksAboutDistress: true
    };
    const notices = (0, _notices.noticesOf)(file, (0, _openingtellings.openingTellings)(notification), {
        seq: 1,
        at: openedAt,
        on: (0, _dates.londonDate)(openedAt)
    });
    return {
        events: [
            openingEvent(file)
        ],
        notices,
        file: (0, _told.withNotices)(file, notices, 1)
    };
}
/** Returns the first entry of a case's record. */ const openingEvent = ({ openedAt, openedBy, notification })=>({
        seq: 1,
        kind: 'case-opened',
        at: openedAt,
        step: 'notification',
        on: notification.receivedOn,
        by: openedBy.person,
        role: openedBy.role,
        details: {
            ...notification
        }
    });

//# sourceMappingURL=open-case.js.map

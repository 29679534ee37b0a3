"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "whyNotCarried", {
    enumerable: true,
    get: function() {
        return whyNotCarried;
    }
});
const _describe = require("../describe");
const _legible = require("../legible");
const _milestones = require("../dates/milestones");
const _reminders = require("../reminders/reminders");
const _turns = require("../reminders/turns");
const _upcast = require("./upcast");
function whyNotCarried(stored, now) {
    try {
        const file = (0, _upcast.upcast)(stored);
        (0, _describe.describeCase)(file, now);
        (0, _legible.attributesOf)(file, now);
        (0, _legible.detailsOf)(file, now);
        (0, _reminders.nextReminderAt)(file);
        (0, _reminders.remindersDue)(file, now);
        (0, _milestones.milestonesOf)(file);
        (0, _turns.turnsOf)(file);
        return undefined;
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

//# sourceMappingURL=carried.js.map

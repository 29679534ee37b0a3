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
    get nextWake () {
        return nextWake;
    },
    get nobodyToRemind () {
        return nobodyToRemind;
    }
});
const _dates = require("../time/dates");
const _reminders = require("./reminders");
const nobodyToRemind = {
    reminder: undefined,
    wake: undefined
};
function nextWake(file, now, waitedFor) {
    const reminder = waitedFor !== undefined && waitedFor <= now ? waitedFor : (0, _reminders.nextReminderAt)(file);
    return reminder === undefined ? nobodyToRemind : {
        reminder,
        wake: (0, _reminders.mayRemindAt)(file, (0, _dates.later)(reminder, now))
    };
}

//# sourceMappingURL=next-wake.js.map

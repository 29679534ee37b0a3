"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "anchors", {
    enumerable: true,
    get: function() {
        return anchors;
    }
});
const anchors = [
    'day-one',
    'notification-sent',
    'submission',
    'panel-reply',
    'review-decision-reopened',
    'draft-shared',
    'amendments-sent',
    'sign-off',
    'set-by-decision'
];

//# sourceMappingURL=policy.js.map

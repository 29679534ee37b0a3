"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "whyNoCode", {
    enumerable: true,
    get: function() {
        return whyNoCode;
    }
});
/* The codes by which the sender of a notification from outside confirms their email address. */ /** Codes that are sent for one notification, and to one address in a day. */ const codesForOne = 5;
const codesToAddressADay = 5;
function whyNoCode(sent) {
    if (sent.forThis >= codesForOne) return 'No more codes are sent for this notification. It was received all the same: the Business Unit has it.';
    if (sent.toAddress >= codesToAddressADay) return 'No more codes are sent to this address today. Your notification was received all the same.';
    return undefined;
}

//# sourceMappingURL=confirming.js.map

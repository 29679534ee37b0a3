"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "whyTooMany", {
    enumerable: true,
    get: function() {
        return whyTooMany;
    }
});
const _settings = require("./settings");
function whyTooMany(lately, settings) {
    const after = `Your form is kept: send it in an hour. If it cannot wait, ${(0, _settings.sayTelephone)(settings)}.`;
    if (lately.fromAddress >= settings.perAddressAnHour) return `${lately.fromAddress} notifications came from your network in the last hour, and we take no more. ${after}`;
    if (lately.inAll >= settings.inAllAnHour) return `More notifications came in the last hour than we can take. ${after}`;
    return undefined;
}

//# sourceMappingURL=limits.js.map

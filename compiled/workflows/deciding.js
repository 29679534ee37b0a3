"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "deciding", {
    enumerable: true,
    get: function() {
        return deciding;
    }
});
async function deciding(c) {
    await Promise.all([
        c.done('front-door'),
        c.done('decision-meeting')
    ]);
    await c.done('outcome');
}

//# sourceMappingURL=deciding.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "rapidReview", {
    enumerable: true,
    get: function() {
        return rapidReview;
    }
});
async function rapidReview(c) {
    await c.done('rapid-review-meeting');
    await c.done('determination');
    await c.done('submission');
}

//# sourceMappingURL=rapid-review.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "publication", {
    enumerable: true,
    get: function() {
        return publication;
    }
});
async function publication(c) {
    await Promise.all([
        c.done('reasons-sent'),
        published(c)
    ]);
}
async function published(c) {
    await c.done('notice-of-intent');
    await c.done('publication');
}

//# sourceMappingURL=publication.js.map

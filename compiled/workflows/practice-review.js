"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "practiceReview", {
    enumerable: true,
    get: function() {
        return practiceReview;
    }
});
const _position = require("../src/procedure/case/position");
async function practiceReview(c) {
    await c.done('review-decision');
    switch((0, _position.reviewType)(c.file)){
        case 'LCSPR':
            return localReview(c);
        case 'PLR':
            return c.done('practice-learning-review');
        case 'none':
        case undefined:
            return;
    }
}
/** Steps 9 to 16. When the Exec group asks for further action, step 14 is open again. */ async function localReview(c) {
    await c.done('planning'); //            9   by day 24
    await c.done('author-material'); //     10  by day 36
    await c.done('learning-event'); //      11  by day 60
    await c.done('draft'); //               12  by day 60
    await c.done('draft-to-sub-group'); //  13  by day 71
    await c.done('comments'); //            13  two weeks
    await c.done('amendments'); //          14  by day 82
    await c.done('final-draft'); //         14  two weeks
    await c.done('sign-off'); //            15  by day 83
    await c.done('family-contact'); //      16  by day 89
}

//# sourceMappingURL=practice-review.js.map

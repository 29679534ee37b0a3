"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "whyOutOfOrder", {
    enumerable: true,
    get: function() {
        return whyOutOfOrder;
    }
});
const _decision = require("../decision");
const _facts = require("../case/facts");
const _sentence = require("../sentence");
const _steps = require("./steps");
function whyOutOfOrder(file, { step, after, follows = [] }, { on, titleOf }) {
    for (const name of follows){
        const before = (0, _facts.factsOf)(file, name).at(-1);
        const why = (0, _decision.notBefore)(before, {
            on
        }, `It comes after "${titleOf(name)}", which was on`);
        if (why !== undefined) return why;
    }
    if (step === undefined) return undefined;
    for (const before of after ?? _steps.steps[step].after){
        // A decision that was up again in the meantime does not undo what went on beside it.
        const done = (0, _steps.isRequired)(file, before) && before !== 'review-decision' ? (0, _steps.completion)(file, before) : undefined;
        const what = (0, _sentence.says)`${_sentence.part.step(step)} comes after ${_sentence.part.step(before)}, which was done on`;
        const why = (0, _decision.notBefore)(done, {
            on
        }, what);
        if (why !== undefined) return why;
    }
    return undefined;
}

//# sourceMappingURL=order.js.map

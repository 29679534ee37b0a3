/**
 * Works something out once for a value that never changes, and for a key within it. What is kept goes with the value;
 * the same question has the same answer whether it is kept or not, so that nobody can tell but by the time it takes.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "oncePer", {
    enumerable: true,
    get: function() {
        return oncePer;
    }
});
function oncePer() {
    const kept = new WeakMap();
    return (owner, key, make)=>{
        const answers = kept.get(owner) ?? new Map();
        kept.set(owner, answers);
        const known = answers.get(key);
        if (known !== undefined) return known;
        const made = make();
        answers.set(key, made);
        return made;
    };
}

//# sourceMappingURL=once-per.js.map

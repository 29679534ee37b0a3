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
    get allOf () {
        return allOf;
    },
    get everOf () {
        return everOf;
    },
    get fact () {
        return fact;
    },
    get factsOf () {
        return factsOf;
    },
    get supersede () {
        return supersede;
    },
    get toldOn () {
        return toldOn;
    },
    get whenTrue () {
        return whenTrue;
    },
    get withFact () {
        return withFact;
    }
});
const _dates = require("../time/dates");
function factsOf(file, name) {
    return file.facts[name] ?? [];
}
function everOf(file, name) {
    // Safe: `superseded` keeps a fact under the name of its own decision.
    const setAside = file.superseded.filter((one)=>one.name === name).map((one)=>one.fact);
    return [
        ...setAside,
        ...factsOf(file, name)
    ].sort((a, b)=>a.seq - b.seq);
}
function fact(file, name) {
    return factsOf(file, name).at(-1);
}
const toldOn = ({ recordedAt })=>(0, _dates.londonDate)(recordedAt);
function withFact(file, name, added) {
    return {
        ...file,
        facts: {
            ...file.facts,
            [name]: [
                ...factsOf(file, name),
                added
            ]
        }
    };
}
function supersede(file, names, by) {
    const setAside = names.flatMap((name)=>factsOf(file, name).map((one)=>({
                name,
                fact: one,
                by
            })));
    const facts = Object.fromEntries(Object.entries(file.facts).filter(([name])=>!names.some((other)=>other === name)));
    return {
        ...file,
        facts,
        superseded: [
            ...file.superseded,
            ...setAside
        ]
    };
}
function allOf(...parts) {
    let latest;
    for (const part of parts){
        if (part === undefined) return undefined;
        if (latest === undefined || part.on > latest.on || part.on === latest.on && part.seq > latest.seq) latest = part;
    }
    return latest;
}
const whenTrue = (holds, ...parts)=>holds ? allOf(...parts) : undefined;

//# sourceMappingURL=facts.js.map

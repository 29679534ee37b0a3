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
    get FileOfLaterRelease () {
        return FileOfLaterRelease;
    },
    get decisionRenamed () {
        return decisionRenamed;
    },
    get stepAdded () {
        return stepAdded;
    },
    get upcast () {
        return upcast;
    },
    get upcastBy () {
        return upcastBy;
    }
});
/** The first step makes version 2 of version 1, and so on. */ const chain = [];
let FileOfLaterRelease = class FileOfLaterRelease extends Error {
    reference;
    version;
    known;
    name = 'FileOfLaterRelease';
    constructor(reference, version, known){
        super(`The file of case ${reference} is of version ${version}, and this release knows ${known}: a later release wrote it. Start that release again; nothing is lost meanwhile.`), this.reference = reference, this.version = version, this.known = known;
    }
};
function upcastBy(steps, stored) {
    const { version } = stored;
    const latest = steps.length + 1;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new TypeError(`This is no case file: its version is ${JSON.stringify(version)}.`);
    if (version > latest) throw new FileOfLaterRelease(String(stored['reference']), version, latest);
    return steps.slice(version - 1).reduce((file, step, taken)=>({
            ...step(file),
            version: version + taken + 1
        }), stored);
}
const upcast = (stored)=>// The chain ends at this release's shape; the saved files of every release show that it does.
    upcastBy(chain, stored);
/* Steps that most releases need. */ const isObject = (value)=>typeof value === 'object' && value !== null && !Array.isArray(value);
const objectAt = (file, field)=>{
    const value = file[field];
    return isObject(value) ? value : {};
};
const keyRenamed = (object, from, to)=>Object.fromEntries(Object.entries(object).map(([name, value])=>[
            name === from ? to : name,
            value
        ]));
const decisionRenamed = (from, to)=>(file)=>{
        const policy = objectAt(file, 'policy');
        const superseded = Array.isArray(file['superseded']) ? file['superseded'] : [];
        return {
            ...file,
            facts: keyRenamed(objectAt(file, 'facts'), from, to),
            superseded: superseded.map((one)=>isObject(one) && one['name'] === from ? {
                    ...one,
                    name: to
                } : one),
            policy: {
                ...policy,
                mayTake: keyRenamed(objectAt(policy, 'mayTake'), from, to)
            }
        };
    };
const stepAdded = (step, window)=>(file)=>{
        const policy = objectAt(file, 'policy');
        return {
            ...file,
            policy: {
                ...policy,
                windows: {
                    [step]: window,
                    ...objectAt(policy, 'windows')
                }
            }
        };
    };

//# sourceMappingURL=upcast.js.map

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
    get holders () {
        return holders;
    },
    get once () {
        return once;
    },
    get ownersOf () {
        return ownersOf;
    }
});
const _shutout = require("../case/shut-out");
const _roles = require("../roles");
const holders = (file, role)=>(file.people[role] ?? []).filter((person)=>!(0, _shutout.isShutOut)(file, person)).map((person)=>({
            person,
            as: role
        }));
function ownersOf(file, owner) {
    const found = typeof owner !== 'string' ? [
        owner
    ].filter(({ person })=>!(0, _shutout.isShutOut)(file, person)) : _roles.outsideBodies.some((body)=>body === owner) ? [] : holders(file, owner);
    return found.length > 0 ? found : holders(file, 'business-manager');
}
const once = (recipients)=>recipients.filter((one, at)=>recipients.findIndex((other)=>other.person === one.person) === at);

//# sourceMappingURL=recipients.js.map

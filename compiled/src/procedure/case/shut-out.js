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
    get isShutOut () {
        return isShutOut;
    },
    get keptOut () {
        return keptOut;
    },
    get peopleIn () {
        return peopleIn;
    },
    get rolesIn () {
        return rolesIn;
    },
    get seatsFor () {
        return seatsFor;
    },
    get shutOutOf () {
        return shutOutOf;
    },
    get stranger () {
        return stranger;
    }
});
const _refusals = require("../refusals");
const _sentence = require("../sentence");
const _roles = require("../roles");
const isShutOut = ({ shutOut = {} }, person)=>Object.hasOwn(shutOut, person);
const shutOutOf = ({ shutOut = {} })=>// The keys of a record lose their brand to Object.keys.
    Object.keys(shutOut).sort();
const rolesIn = (file, person)=>isShutOut(file, person) ? [] : _roles.caseRoles.filter((role)=>file.people[role]?.includes(person) === true);
const peopleIn = (file)=>[
        ...new Set(_roles.caseRoles.flatMap((role)=>file.people[role] ?? []).filter((person)=>!isShutOut(file, person)))
    ];
const stranger = (file, person)=>// Whoever has left the partnership may still have a part here, and can be shut out or replaced.
    file.everybody === undefined || file.everybody.includes(person) || peopleIn(file).includes(person) ? undefined : (0, _refusals.refusal)('invalid', (0, _sentence.says)`${_sentence.part.person(person)} is nobody of this partnership. Choose somebody who is.`);
const keptOut = (file, person)=>isShutOut(file, person) ? (0, _refusals.refusal)('against-the-record', (0, _sentence.says)`${_sentence.part.person(person)}'s access to this case is restricted, so they can have no role in it. Choose somebody else, or restore their access first${_sentence.part.by('letBackIn')}.`) : stranger(file, person);
const seatsFor = (people, file = {})=>Object.fromEntries(_roles.caseRoles.flatMap((role)=>{
        const holders = people[role]?.filter((person)=>!isShutOut(file, person));
        return holders === undefined ? [] : [
            [
                role,
                holders
            ]
        ];
    }));

//# sourceMappingURL=shut-out.js.map

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
    get chairs () {
        return chairs;
    },
    get partnerOf () {
        return partnerOf;
    },
    get partnerToAct () {
        return partnerToAct;
    },
    get partnerWords () {
        return partnerWords;
    },
    get partnersAgree () {
        return partnersAgree;
    }
});
const _refusals = require("../refusals");
const _roles = require("../roles");
const partnerWords = {
    la: 'The Local Authority',
    police: 'The police',
    health: 'Health'
};
const roleOf = {
    la: 'la-partner',
    police: 'police-partner',
    health: 'health-partner'
};
const partnerOf = (partner)=>roleOf[partner];
function partnerToAct(role, partner) {
    const own = _roles.partners.find((one)=>roleOf[one] === role);
    return own === undefined || own === partner ? undefined : (0, _refusals.refusal)('wrong-role', 'A delegated partner answers for their own agency only.');
}
const partnersAgree = (views)=>new Set(Object.values(views)).size === 1;
const chairs = {
    scrutineer: 'The Scrutineer',
    ...partnerWords
};

//# sourceMappingURL=partners.js.map

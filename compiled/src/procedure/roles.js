/**
 * The parts that people have in a case. A profile gives each its title and says who holds it; what a role may decide
 * stands with each decision and may be replaced by the profile. Source: the procedure's own cast, steps 1 to 18.
 */ "use strict";
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
    get businessUnit () {
        return businessUnit;
    },
    get caseRoles () {
        return caseRoles;
    },
    get execRoles () {
        return execRoles;
    },
    get ourRoles () {
        return ourRoles;
    },
    get outsideBodies () {
        return outsideBodies;
    },
    get partnerRoles () {
        return partnerRoles;
    },
    get partners () {
        return partners;
    },
    get roles () {
        return roles;
    }
});
const caseRoles = [
    'administrator',
    'spr-coordinator',
    'business-manager',
    'service-director',
    'front-door',
    'la-partner',
    'police-partner',
    'health-partner',
    'la-exec',
    'police-exec',
    'health-exec',
    'exec-member',
    'scrutineer',
    'legal',
    'sub-group-chair',
    'sub-group-coordinator',
    'sub-group-member',
    'other-sub-group',
    'wider-partner',
    'agency-contact',
    'author',
    'identified-professional',
    'communications',
    'national-panel',
    'secretary-of-state',
    'ofsted'
];
const roles = [
    ...caseRoles,
    'it-officer',
    'information-governance-officer'
];
const partners = [
    'la',
    'police',
    'health'
];
const partnerRoles = [
    'la-partner',
    'police-partner',
    'health-partner'
];
const execRoles = [
    'la-exec',
    'police-exec',
    'health-exec'
];
const outsideBodies = [
    'national-panel',
    'secretary-of-state',
    'ofsted'
];
const ourRoles = caseRoles.filter((role)=>!outsideBodies.some((body)=>body === role));
const businessUnit = [
    'business-manager',
    'spr-coordinator',
    'administrator'
];

//# sourceMappingURL=roles.js.map

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
    get acts () {
        return acts;
    },
    get changes () {
        return changes;
    },
    get does () {
        return does;
    },
    get isOfBusinessUnit () {
        return isOfBusinessUnit;
    },
    get knowsOf () {
        return knowsOf;
    },
    get mayChange () {
        return mayChange;
    },
    get mayDo () {
        return mayDo;
    },
    get mayOpen () {
        return mayOpen;
    },
    get mayTakeTable () {
        return mayTakeTable;
    },
    get opens () {
        return opens;
    },
    get pages () {
        return pages;
    },
    get readsPeople () {
        return readsPeople;
    },
    get searchedBy () {
        return searchedBy;
    },
    get seesPiece () {
        return seesPiece;
    },
    get sightOf () {
        return sightOf;
    },
    get sights () {
        return sights;
    },
    get takesIn () {
        return takesIn;
    },
    get visibility () {
        return visibility;
    }
});
const _catalogue = require("./catalogue");
const _roles = require("./roles");
const _shutout = require("./case/shut-out");
const _parts = require("./parts");
const _take = require("./take");
const pages = [
    'today',
    'received',
    'matrix',
    'case',
    'case-for-it',
    'decide',
    'meetings',
    'actions',
    'mailbox',
    'people',
    'access',
    'engine',
    'calendar',
    'profile',
    'practice',
    'plan',
    'reports',
    'readings',
    'case-readings',
    'guide'
];
/**
 * Roles that lead reviews: the Business Unit, the delegated and Exec partners, the Scrutineer, those who run the
 * sub-group.
 */ const leading = [
    ..._roles.businessUnit,
    ..._roles.partnerRoles,
    ..._roles.execRoles,
    'scrutineer',
    'sub-group-chair',
    'sub-group-coordinator'
];
const everybodyOfOurs = [
    ..._roles.ourRoles,
    'it-officer'
];
const mayOpen = {
    /** The viewer's own work, so open to everybody who can have a part in a case; the IT officer has none. */ today: _roles.ourRoles,
    /** Notifications that nobody has taken yet, with all that was sent: for those who take them. Source: step 1. */ received: _roles.businessUnit,
    /** The list of cases, each viewer's own; the IT officer sees where each stands, to know what an outage holds up. */ matrix: everybodyOfOurs,
    case: everybodyOfOurs,
    /** The engine's view of a case: for whoever looks after the system, and of no use to anybody else. */ 'case-for-it': [
        'it-officer'
    ],
    /** A decision is a part in a case; which of them one may take stands with each decision. */ decide: _roles.ourRoles,
    /** Across cases, for those who lead reviews; members see the meetings of their own cases on the case. */ meetings: leading,
    actions: leading,
    /** Every email of the installation, with what it says: the Business Unit's own, and not the IT officer's. */ mailbox: _roles.businessUnit,
    /** People and the cases that they are in; replacing people across cases is the Business Manager's. */ people: [
        'business-manager'
    ],
    /** Sign-ins, API tokens and who is shut out: the IT officer sees them to look after them. */ access: [
        'business-manager',
        'it-officer'
    ],
    /**
   * The state of every open case's workflow: for whoever looks after the servers, and whoever answers for the cases or
   * for their integrity.
   */ engine: [
        'business-manager',
        'it-officer',
        'information-governance-officer'
    ],
    /** Working days and meetings explain every date, so those who plan by them may read them. */ calendar: leading,
    /** The partnership's settings, with everybody's address: the unit that keeps it, and who installs it. */ profile: [
        ..._roles.businessUnit,
        'it-officer'
    ],
    /** Practice cases hold nobody's life, and everybody learns by them; the IT officer tries an upgrade on one. */ practice: everybodyOfOurs,
    /** Reckons dates for a day that is typed in, of no case. */ plan: everybodyOfOurs,
    /** Figures across cases, of small numbers: for those who answer for reviews. */ reports: leading,
    /** The log of readings across cases: for whoever answers for how information is used, and nothing of what was read. */ readings: [
        'information-governance-officer'
    ],
    /** The log of readings of one case: for whoever answers for that case, and knows what is in it. */ 'case-readings': [
        'business-manager'
    ],
    guide: everybodyOfOurs
};
const acts = [
    'notify',
    'settle-received',
    'open-practice-case',
    'move-practice-forward',
    'keep-calendar',
    'keep-people',
    'link-sign-in',
    'make-token',
    'revoke-token',
    'restart-case',
    'answer-place'
];
const mayDo = {
    /** Any agency may send the notification form, so nobody has to sign in for it. Source: step 1. */ notify: 'everybody',
    /** The office decides whether what somebody sent without signing in opens a case. Source: step 1. */ 'settle-received': _roles.businessUnit,
    /** To train staff and to try an installation out. */ 'open-practice-case': [
        ..._roles.businessUnit,
        'it-officer'
    ],
    /** A practice case is shared: one person moving it on moves it for all who train on it. */ 'move-practice-forward': _roles.businessUnit,
    /** A closure plans every open case again. */ 'keep-calendar': [
        'business-manager'
    ],
    /** A person of the partnership can be given a part in a case and see it. */ 'keep-people': [
        'business-manager'
    ],
    /** The person who says which account is whose can read as anybody, so it is not with whoever runs the accounts. */ 'link-sign-in': [
        'business-manager'
    ],
    /** A token reads and acts for somebody, as a sign-in does. */ 'make-token': [
        'business-manager'
    ],
    /** The person who first hears that a token is lost ends it; ending one opens nothing. */ 'revoke-token': [
        'business-manager',
        'it-officer'
    ],
    /** Restarting a case brings back what the record says, and decides nothing. */ 'restart-case': [
        'business-manager',
        'it-officer'
    ],
    /** IT knows the machines, and the Business Manager answers for the cases. */ 'answer-place': [
        'business-manager',
        'it-officer'
    ]
};
const mayChange = {
    access: [
        'business-manager',
        'it-officer'
    ],
    engine: [
        'business-manager',
        'it-officer'
    ],
    people: [
        'business-manager'
    ],
    calendar: [
        'business-manager'
    ],
    profile: [
        'business-manager'
    ],
    practice: _roles.businessUnit
};
const share = (theirs, allowed)=>allowed.some((role)=>theirs.includes(role));
const opens = (viewer, page)=>share(viewer.roles, mayOpen[page]);
const changes = (viewer, page)=>share(viewer.roles, mayChange[page] ?? []);
function does(viewer, act) {
    const allowed = mayDo[act];
    return allowed === 'everybody' || viewer !== undefined && share(viewer.roles, allowed);
}
const sights = [
    'none',
    'part',
    'state',
    'words',
    'names'
];
const isOfBusinessUnit = ({ roles })=>share(roles, _roles.businessUnit);
function sightOf(viewer, file) {
    if ((0, _shutout.isShutOut)(file, viewer.id)) return 'none';
    if (isOfBusinessUnit(viewer)) return 'names';
    const shown = (0, _parts.piecesFor)(file, viewer.id);
    if (shown.has('whole')) return 'names';
    if (shown.has('state') || viewer.roles.includes('it-officer')) return 'state';
    return (0, _parts.partsIn)(file, viewer.id).length > 0 ? 'part' : 'none';
}
const seesPiece = (viewer, file, piece)=>sightOf(viewer, file) === 'names' || !(0, _shutout.isShutOut)(file, viewer.id) && (0, _parts.piecesFor)(file, viewer.id).has(piece);
const knowsOf = (viewer, file)=>viewer.roles.includes('information-governance-officer') && !(0, _shutout.isShutOut)(file, viewer.id);
const takesIn = (sight, least)=>sights.indexOf(sight) >= sights.indexOf(least);
function visibility({ id, roles }, from = 'state') {
    if (share(roles, [
        ..._roles.businessUnit,
        'it-officer'
    ])) return {
        kind: 'all',
        except: id
    };
    return share(roles, _roles.ourRoles) ? {
        kind: 'part',
        person: id,
        from
    } : {
        kind: 'none'
    };
}
function searchedBy({ id, roles }) {
    if (isOfBusinessUnit({
        roles
    })) return 'everything';
    return share(roles, _roles.ourRoles) ? {
        seenWholeBy: id
    } : 'references';
}
const readsPeople = ({ roles })=>share(roles, _roles.ourRoles);
const mayTakeTable = (policy)=>_catalogue.catalogue.map(({ name, title, step })=>({
            decision: name,
            title,
            ...step === undefined ? {} : {
                step
            },
            roles: (0, _take.mayTake)({
                policy
            }, name)
        }));

//# sourceMappingURL=permissions.js.map

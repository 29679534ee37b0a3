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
    get agenciesAnswering () {
        return agenciesAnswering;
    },
    get ownActions () {
        return ownActions;
    },
    get parts () {
        return parts;
    },
    get partsIn () {
        return partsIn;
    },
    get piecesFor () {
        return piecesFor;
    }
});
const _actions = require("./case/actions");
const _facts = require("./case/facts");
const _inquiries = require("./case/inquiries");
const _shutout = require("./case/shut-out");
const _told = require("./case/told");
const _deadlines = require("./dates/deadlines");
const _onceper = require("./once-per");
const _recipients = require("./reminders/recipients");
const _roles = require("./roles");
const subGroupRoles = [
    'sub-group-chair',
    'sub-group-coordinator',
    'sub-group-member'
];
/** Lists those of these roles that the person holds; `partsIn` has seen to it that nobody is shut out. */ const held = (file, person, roles)=>roles.filter((role)=>file.people[role]?.includes(person) === true);
const holds = (file, person, roles)=>held(file, person, roles).length > 0;
/** True if the person holds one of these roles, and was told or asked something in it, or owes something in it now. */ function wasTold(file, person, roles) {
    const theirs = held(file, person, roles);
    const told = (0, _told.toldIn)(file)[person] ?? {};
    return theirs.some((role)=>told[role] !== undefined) || owes(file, person, theirs);
}
const owes = (file, person, as)=>owingIn(file).some((one)=>one.person === person && as.includes(one.as));
/** Lists who owes an open deadline of the case. Cached by file: every person and part of a case asks for them. */ const owingIn = (file)=>keptOwing(file, 'owing', ()=>(0, _deadlines.openDeadlines)(file).flatMap((deadline)=>(0, _deadlines.owing)(file, deadline).flatMap((owner)=>(0, _recipients.ownersOf)(file, owner))));
const keptOwing = (0, _onceper.oncePer)();
const isPublished = (file)=>(0, _facts.fact)(file, 'recordPublication') !== undefined;
const agenciesAnswering = (file, person)=>_inquiries.inquiries.flatMap((inquiry)=>(0, _facts.fact)(file, inquiry.collated) === undefined ? (0, _inquiries.agenciesAsked)(file, inquiry).filter((agency)=>(0, _inquiries.answersFor)(file, person, agency)) : []);
const ownActions = (file, person)=>(0, _actions.actionsOf)(file).filter((action)=>action.owner === person && !(0, _actions.isFinished)(file, action)).map(({ id })=>id);
const told = (...roles)=>(file, person)=>wasTold(file, person, roles);
const parts = [
    {
        id: 'leads',
        roles: [
            ..._roles.businessUnit,
            ..._roles.partnerRoles,
            'scrutineer'
        ],
        from: 'the opening of the case',
        until: '',
        shows: [
            'whole'
        ],
        has: (file, person)=>holds(file, person, [
                ..._roles.businessUnit,
                ..._roles.partnerRoles,
                'scrutineer'
            ])
    },
    {
        id: 'oversees',
        roles: [
            'service-director',
            'front-door'
        ],
        from: 'the notification sent to them',
        until: '',
        shows: [
            'state',
            'notification'
        ],
        has: told('service-director', 'front-door')
    },
    {
        id: 'answers',
        roles: [
            'agency-contact'
        ],
        from: 'the request to their agency',
        until: 'the answers are collated',
        shows: [
            'request'
        ],
        has: (file, person)=>agenciesAnswering(file, person).length > 0
    },
    {
        id: 'meets',
        roles: [
            'legal'
        ],
        from: 'the invitation',
        until: 'the minutes are filed',
        shows: [
            'meeting'
        ],
        has: (file, person)=>wasTold(file, person, [
                'legal'
            ]) && (0, _facts.fact)(file, 'fileMinutes') === undefined
    },
    {
        id: 'writes',
        roles: [
            'author'
        ],
        from: 'the appointment',
        until: 'publication',
        shows: [
            'whole'
        ],
        has: (file, person)=>holds(file, person, [
                'author'
            ]) && !isPublished(file)
    },
    {
        id: 'meets-the-family',
        roles: [
            'identified-professional'
        ],
        from: 'being named',
        until: 'publication',
        shows: [
            'family',
            'planning',
            'publication'
        ],
        has: (file, person)=>holds(file, person, [
                'identified-professional'
            ]) && !isPublished(file)
    },
    {
        id: 'owns-an-action',
        roles: [],
        from: 'the action',
        until: 'its last review of impact',
        shows: [
            'action'
        ],
        has: (file, person)=>ownActions(file, person).length > 0
    },
    {
        id: 'answers-for-partners',
        roles: [
            ..._roles.execRoles,
            'exec-member'
        ],
        from: 'being told: an escalation, the submission, a breach, papers',
        until: '',
        shows: [
            'state'
        ],
        has: told(..._roles.execRoles, 'exec-member')
    },
    {
        id: 'settles-a-disagreement',
        roles: _roles.execRoles,
        from: 'being asked about a disagreement',
        until: '',
        shows: [
            'disagreement'
        ],
        has: (file, person)=>wasTold(file, person, _roles.execRoles) && (0, _facts.fact)(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true
    },
    {
        id: 'oversees-reviews',
        roles: subGroupRoles,
        from: 'being told: the entry on the Matrix, the determination, the draft',
        until: '',
        shows: [
            'state',
            'drafts',
            'actions'
        ],
        has: told(...subGroupRoles)
    },
    {
        id: 'communicates',
        roles: [
            'communications'
        ],
        from: 'being told',
        until: 'publication',
        shows: [
            'publication'
        ],
        has: (file, person)=>wasTold(file, person, [
                'communications'
            ]) && !isPublished(file)
    },
    {
        id: 'learns',
        roles: [
            'other-sub-group',
            'wider-partner'
        ],
        from: 'publication',
        until: '',
        shows: [
            'publication'
        ],
        has: (file, person)=>wasTold(file, person, [
                'other-sub-group',
                'wider-partner'
            ]) && isPublished(file)
    },
    {
        id: 'was-told',
        roles: [
            'other-sub-group',
            'wider-partner'
        ],
        from: 'being told',
        until: '',
        shows: [],
        has: told('other-sub-group', 'wider-partner')
    }
];
const partsIn = (file, person)=>keptParts(file, person, ()=>(0, _shutout.isShutOut)(file, person) ? [] : parts.filter(({ has })=>has(file, person)));
// Cached by file and person: a page asks for them with every entry of the record.
const keptParts = (0, _onceper.oncePer)();
function piecesFor(file, person) {
    const shown = new Set(partsIn(file, person).flatMap(({ shows })=>shows));
    return shown.has('whole') ? whole : shown;
}
const whole = new Set([
    'whole'
]);

//# sourceMappingURL=parts.js.map

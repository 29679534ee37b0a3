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
    get actTitles () {
        return actTitles;
    },
    get pageTitles () {
        return pageTitles;
    },
    get permissionTable () {
        return permissionTable;
    },
    get seesTable () {
        return seesTable;
    }
});
const _permissions = require("./permissions");
const _parts = require("./parts");
const _roles = require("./roles");
const pageTitles = {
    today: 'Today: what is theirs to do',
    received: 'Notifications received: those that nobody has taken yet',
    matrix: "Children's Case Matrix",
    case: 'A case',
    'case-for-it': 'A case, for IT: where it runs in the engine',
    decide: 'Recording a decision',
    meetings: 'Meetings and their papers',
    actions: 'Actions of all cases',
    mailbox: 'Emails, sent and waiting',
    people: 'People and their roles in cases',
    access: 'Sign-ins, API tokens and restricted access',
    engine: 'Cases and the engine: whether every open case runs',
    calendar: 'Working days and scheduled meetings',
    profile: "The partnership's settings",
    practice: 'Practice cases',
    plan: 'Dates reckoned for a day',
    reports: 'Reports across cases',
    readings: 'The reading log of all cases',
    'case-readings': 'The reading log of a case',
    guide: 'The guide'
};
const actTitles = {
    notify: 'Send the notification form',
    'settle-received': 'Take a notification that was received, or set it aside',
    'open-practice-case': 'Open a practice case',
    'move-practice-forward': 'Move a practice case forward in time',
    'keep-calendar': 'Add a closure day or a scheduled meeting; move, remove or add a bank holiday',
    'keep-people': 'Add a person to the partnership, or end one who was added',
    'link-sign-in': 'Say which sign-in is whose',
    'make-token': 'Make an API token',
    'revoke-token': 'Revoke an API token',
    'restart-case': 'Restart a case that does not run from its record',
    'answer-place': 'Say whether records that were started at another place go on there or are a copy'
};
const sightWords = {
    none: 'nothing of the case, not even that it exists',
    part: 'what they are asked for or told, and what they answered',
    state: 'where the case stands: its steps, dates and whose turn it is',
    words: 'where it stands, and what people wrote in it',
    names: 'all of it, the names of the child and the family too'
};
/** The pieces of a case in words, for the table of parts. */ const pieceWords = {
    whole: 'all of it, the names of the child and the family too',
    state: 'where the case stands',
    notification: 'the notification, with names',
    request: 'the request, and their own agency’s answer',
    meeting: 'the arrangements of the Rapid Review meeting',
    family: 'what the family was told and wishes, with names',
    planning: 'the planning with the author, with names',
    publication: 'what is published, and when',
    drafts: 'the drafts of the report and the comments on them, without names',
    disagreement: 'the views of the three partners',
    action: 'that action',
    actions: 'every action'
};
const ownToo = 'the emails that they were sent';
const seesTable = ()=>[
        {
            who: 'people whose access is restricted, whatever their role',
            from: '',
            until: '',
            sees: sightWords.none
        },
        {
            who: _roles.businessUnit,
            from: 'the opening of every case',
            until: '',
            sees: sightWords.names
        },
        ..._parts.parts.map(({ roles: theirs, from, until, shows })=>({
                who: theirs.length === 0 ? 'the owner of an action' : theirs.filter((role)=>!isOfTheUnit(role)),
                from,
                until,
                sees: [
                    ...shows.map((piece)=>pieceWords[piece]),
                    ...shows.includes('whole') ? [] : [
                        ownToo
                    ]
                ].join('; ')
            })),
        {
            who: [
                'it-officer'
            ],
            from: 'the opening of every case',
            until: '',
            sees: sightWords.state
        },
        {
            who: [
                'information-governance-officer'
            ],
            from: 'the opening of every case',
            until: '',
            sees: 'who read it and when, whether it runs, and nothing of what is in it'
        },
        {
            who: 'anybody else',
            from: '',
            until: '',
            sees: sightWords.none
        }
    ];
const isOfTheUnit = (role)=>_roles.businessUnit.some((one)=>one === role);
const permissionTable = (policy)=>{
    const decisions = (0, _permissions.mayTakeTable)(policy);
    return _roles.roles.map((role)=>({
            role,
            title: policy.roleTitles[role],
            opens: _permissions.pages.filter((page)=>_permissions.mayOpen[page].includes(role)),
            changes: _permissions.pages.filter((page)=>_permissions.mayChange[page]?.includes(role) === true),
            does: _permissions.acts.filter((act)=>_permissions.mayDo[act] === 'everybody' || _permissions.mayDo[act].includes(role)),
            takes: decisions.filter((row)=>row.roles.includes(role))
        }));
};

//# sourceMappingURL=permission-table.js.map

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
    get credentialKinds () {
        return credentialKinds;
    },
    get credentialWords () {
        return credentialWords;
    },
    get readPartWords () {
        return readPartWords;
    },
    get readParts () {
        return readParts;
    },
    get readWithoutCases () {
        return readWithoutCases;
    },
    get shownByPage () {
        return shownByPage;
    }
});
const readPartWords = {
    overview: 'Overview',
    plan: 'Plan',
    record: 'Record',
    people: 'People of the case',
    actions: 'Actions of the case',
    holds: 'Parallel processes and holds',
    emails: 'Emails of the case',
    'for-it': 'For IT',
    decision: 'Form of a decision',
    'decision-check': 'A decision, to be checked',
    'decision-recorded': 'A decision, as it was recorded',
    'moving-forward': 'Moving a practice case forward',
    'case-readings': 'Reading log of the case',
    today: 'Today',
    matrix: 'Children’s Case Matrix',
    search: 'Search of the Matrix',
    'matrix-file': 'Excel file of the Matrix',
    'open-actions': 'Actions of all cases',
    meetings: 'Meetings and their cases',
    'practice-cases': 'Practice cases',
    guide: 'Guide, along a practice case',
    mailbox: 'List of emails',
    'mailbox-search': 'Search of the emails',
    email: 'An email',
    'waiting-emails': 'Emails that wait or were refused',
    tasks: 'Tasks of the Business Unit',
    received: 'Notifications received',
    'received-notification': 'A notification received',
    reports: 'Reports',
    'reports-print': 'Reports, for paper',
    'reports-chart': 'Picture in the reports',
    'reports-file': 'Excel file of the reports',
    engine: 'Cases and the engine',
    'people-and-roles': 'People and roles, with restricted access',
    access: 'Sign-ins and restricted access',
    readings: 'Reading log',
    request: 'Request that is answered by a link',
    'temporal-pages': 'Temporal’s own pages'
};
const readParts = Object.keys(readPartWords);
const readWithoutCases = [
    'search',
    'mailbox-search',
    'matrix-file',
    'reports',
    'reports-print',
    'reports-chart',
    'reports-file',
    'readings'
];
const shownByPage = {
    today: 'today',
    matrix: 'matrix',
    case: 'overview',
    'case-for-it': 'for-it',
    decide: 'nothing',
    meetings: 'meetings',
    actions: 'open-actions',
    mailbox: 'mailbox',
    received: 'received',
    people: 'people-and-roles',
    access: 'access',
    engine: 'engine',
    calendar: 'nothing',
    profile: 'nothing',
    practice: 'practice-cases',
    plan: 'nothing',
    reports: 'reports',
    readings: 'readings',
    'case-readings': 'case-readings',
    guide: 'guide'
};
const credentialKinds = [
    'session',
    'token',
    'link',
    'installation-token',
    'codec-token'
];
const credentialWords = {
    session: 'Signed in',
    token: 'API token',
    link: 'Link without an account',
    'installation-token': 'The installation’s token',
    'codec-token': 'The codec’s token'
};

//# sourceMappingURL=read-parts.js.map

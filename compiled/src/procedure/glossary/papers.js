"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "papers", {
    enumerable: true,
    get: function() {
        return papers;
    }
});
const papers = [
    {
        word: 'agency summary',
        meaning: 'What each delegated partner’s agency knows of the family, in short. It must arrive before the decision meeting, or the Business Unit continues without it and gives the reason.',
        notToUse: [
            'agency report',
            'IMR',
            'scoping report'
        ]
    },
    {
        word: 'amendments',
        meaning: 'The changes to the draft report that the sub-group agreed at its meeting. The author makes them.'
    },
    {
        word: 'chronology',
        meaning: 'What happened to the child and the family, in order of date. The Business Unit collates it from what agencies send, at steps 5 and 9.',
        notToUse: [
            'timeline',
            'case history'
        ]
    },
    {
        word: 'comments',
        meaning: 'What the members of the sub-group say about the draft, within 14 days of its sharing. There is one round, and a member can answer that they have no comments.'
    },
    {
        word: 'delay letter',
        meaning: 'The letter that explains to the National Panel and the Secretary of State why a review will be late. Its draft, its sending and the answer are recorded.'
    },
    {
        word: 'draft',
        also: [
            'draft report',
            'initial draft',
            'final draft'
        ],
        meaning: 'The report before it is approved: the initial draft (step 10), the draft to the Business Unit (step 12) and the final draft with the amendments in it (step 14).'
    },
    {
        word: 'executive report',
        meaning: 'A short report, where one was written beside the full report.'
    },
    {
        word: 'full report',
        meaning: 'The whole report of a local review. It goes to the National Panel, the Secretary of State and Ofsted before it is published.'
    },
    {
        word: 'improvements only',
        meaning: 'A way to publish: the recommended improvements are published and the report is not. The reasons go to the National Panel and the Secretary of State.'
    },
    {
        word: 'learning summary',
        meaning: 'A short text on what was learnt, published with the report.'
    },
    {
        word: 'media statement',
        meaning: 'The one statement of the partnership to the media about a review. The communications team writes it.',
        notToUse: [
            'press release',
            'press statement'
        ]
    },
    {
        word: 'notice of intent',
        also: [
            'notice of intent to publish'
        ],
        meaning: 'The full report sent to the sub-group, the National Panel, the Secretary of State and Ofsted, with the day of publication (step 17). Publication is 7 working days later or more.',
        notToUse: [
            'notice of publication',
            'publication notice'
        ]
    },
    {
        word: 'notification',
        also: [
            'Serious Incident Notification'
        ],
        meaning: 'The Serious Incident Notification form. Any agency may send it, and each one opens a case.',
        notToUse: [
            'referral',
            'SIN form'
        ]
    },
    {
        word: 'sign-off template',
        meaning: 'The form with which the Business Unit presents a review to the Exec group.'
    },
    {
        word: 'Significant Incident form',
        meaning: 'A form of Children’s Social Care’s own, which stays inside Children’s Social Care. It is not the Serious Incident Notification.'
    },
    {
        word: 'terms of reference',
        meaning: 'What a review looks at: the period and the family members. They are set with the determination.',
        notToUse: [
            'ToR'
        ]
    }
];

//# sourceMappingURL=papers.js.map

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "review", {
    enumerable: true,
    get: function() {
        return review;
    }
});
const review = [
    {
        word: 'action',
        meaning: 'Something that a person has to do because of what was learnt, by a date. An action is complete when its evidence is recorded.',
        notToUse: [
            'action point',
            'action item'
        ]
    },
    {
        word: 'answer to the Panel',
        meaning: 'The further information that the National Panel asked for in its reply. The Panel’s 15 working days start again on the day it is sent.'
    },
    {
        word: 'decision',
        meaning: 'Something that a person decides or does in a case and that goes on its record. Each decision says who may record it.'
    },
    {
        word: 'decision meeting',
        meaning: 'The meeting of the three delegated partners at step 3. Each gives a view on whether the criteria for notification are met.',
        notToUse: [
            'strategy meeting',
            'strategy discussion'
        ]
    },
    {
        word: 'determination',
        meaning: 'What the Rapid Review decides at step 7: whether the review criteria are met, which review follows if any, and its terms of reference.',
        notToUse: [
            'Rapid Review’s decision',
            'decision of the Rapid Review',
            'what the Rapid Review decided'
        ]
    },
    {
        word: 'escalation',
        meaning: 'Asking the next people up: the Exec partners when the delegated partners disagree, and more people the longer something is overdue.'
    },
    {
        word: 'Exec sign-off',
        also: [
            'sign-off'
        ],
        meaning: 'The Exec group approves the review and agrees its publication (step 15). It can ask for further action first, or decide that the review is not published.',
        notToUse: [
            'signoff'
        ]
    },
    {
        word: 'family contact',
        meaning: 'The identified professional discusses the arrangements for publication with each family member (step 16). Their wishes go into the publication and media plan.'
    },
    {
        word: 'impact review',
        meaning: 'A check, 6 and 12 months after an action was complete, whether it was effective.',
        notToUse: [
            'looked at again',
            'look at again',
            'look again for its effect',
            'had the effect',
            'have the effect'
        ]
    },
    {
        word: 'local child safeguarding practice review',
        also: [
            'LCSPR',
            'local review'
        ],
        meaning: 'The review of how agencies worked together in a case, steps 9 to 18. An author writes it.',
        notToUse: [
            'serious case review',
            'SCR',
            'full review'
        ]
    },
    {
        word: 'No information held',
        meaning: 'The answer of an agency that knows nothing of the child or the family. It counts as an answer.',
        notToUse: [
            'nil',
            'nil answer',
            'nil return',
            'nil response'
        ]
    },
    {
        word: 'notification criteria',
        also: [
            'criteria for notification'
        ],
        meaning: 'The criteria on the notification form (step 1) for whether an incident is notified. They are not the review criteria of step 7.',
        notToUse: [
            'threshold',
            'thresholds'
        ]
    },
    {
        word: 'not to proceed',
        meaning: 'The outcome that an incident is not notified. The sub-group is told, the case goes on the Matrix, and it ends when its actions are done.',
        notToUse: [
            'NFA',
            'no further action'
        ]
    },
    {
        word: 'outcome',
        meaning: 'The decision of the Local Authority at step 4: to notify Ofsted and the National Panel, or not to proceed.',
        notToUse: [
            'verdict'
        ]
    },
    {
        word: 'oversight',
        meaning: 'The Service Director reads the notification at step 2. Later the sub-group has oversight of the actions until all are complete.'
    },
    {
        word: 'parallel process',
        meaning: 'A criminal investigation, an inquest, family court proceedings or another process that runs at the same time as the review. Each has a contact and a next date.',
        notToUse: [
            'other process',
            'other processes',
            'process beside the review',
            'processes beside the review'
        ]
    },
    {
        word: 'planning meeting',
        meaning: 'The meeting with the author at step 9. It names the identified professional and agrees how the family will be approached.'
    },
    {
        word: 'Practice Learning Event',
        meaning: 'The event of a practice learning review, supported by the three partners. It is not the Practitioner Learning Event of a local review.'
    },
    {
        word: 'practice learning review',
        also: [
            'PLR'
        ],
        meaning: 'The lighter alternative to a local review. It has a report and a Practice Learning Event of its own, by a date set with the decision.',
        notToUse: [
            'lessons learned review',
            'learning review',
            'lighter-touch review'
        ]
    },
    {
        word: 'Practitioner Learning Event',
        meaning: 'The event of a local review at step 11, at which practitioners, the author and the partners learn from the case together.',
        notToUse: [
            'learning event',
            'learning events',
            'practitioner event'
        ]
    },
    {
        word: 'publication',
        meaning: 'The report, or its improvements only, goes on the website on the day that was notified (step 18), with the learning summary and the media statement.'
    },
    {
        word: 'Rapid Review',
        meaning: 'The review of what is known, in the first 14 working days after a decision to notify: information, a meeting, the determination and its submission to the National Panel.',
        notToUse: [
            'rapid response',
            'quick review'
        ]
    },
    {
        word: 'reply',
        also: [
            'Panel’s reply',
            'National Panel’s reply'
        ],
        meaning: 'What the National Panel says to a submission: it agrees, it disagrees, it wants more information, or it will carry out a national review. We expect it within 15 working days.',
        notToUse: [
            'Panel’s response',
            'response of the Panel',
            'Panel’s answer'
        ]
    },
    {
        word: 'response',
        meaning: 'What the partnership does about the Panel’s reply, within 10 working days: a meeting of the three partners where it is necessary, and who disseminates the response and how.',
        notToUse: [
            'reply to the Panel'
        ]
    },
    {
        word: 'review criteria',
        also: [
            'criteria for a local review'
        ],
        meaning: 'The four criteria for a local review, answered at the determination (step 7). They are not the notification criteria of step 1.'
    },
    {
        word: 'review decision',
        meaning: 'The decision which review follows. It can be reopened when the National Panel disagrees or new facts arrive, and nothing already recorded is lost.'
    },
    {
        word: 'serious harm',
        meaning: 'A potentially life-threatening injury, or serious or likely long-term impairment of a child’s health or development. The list is not exhaustive.'
    },
    {
        word: 'stage',
        meaning: 'Several steps together, such as deciding whether to notify, the Rapid Review or publication.'
    },
    {
        word: 'step',
        meaning: 'One of the numbered parts of the procedure, from 1 (notification received) to 18 (publication). Each has an owner and a date.'
    },
    {
        word: 'submission',
        meaning: 'The Scrutineer sends the Rapid Review to the National Panel (step 8). The three Exec partners are told at the same time.'
    }
];

//# sourceMappingURL=review.js.map

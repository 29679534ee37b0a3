"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "dates", {
    enumerable: true,
    get: function() {
        return dates;
    }
});
const dates = [
    {
        word: 'bank holiday',
        meaning: 'A bank holiday in England. It is not a working day, neither for the procedure nor for the law.',
        notToUse: [
            'public holiday',
            'public holidays'
        ]
    },
    {
        word: 'breach',
        meaning: 'A limit was passed. A breach stays on the record with its reason.',
        notToUse: [
            'violation',
            'infringement'
        ]
    },
    {
        word: 'clock',
        meaning: 'A time limit of the procedure or of the law that runs beside the steps, with what it counts from and its source.'
    },
    {
        word: 'closure day',
        meaning: 'A day on which the partnership’s office is closed. It is not a working day for the procedure, and it is one for the law.',
        notToUse: [
            'office closure',
            'shutdown day'
        ]
    },
    {
        word: 'conflict between dates',
        meaning: 'Two dates that cannot both be met. The system shows it and moves no date: you need to decide which date to change.',
        notToUse: [
            'clash',
            'clashes'
        ]
    },
    {
        word: 'Day 1',
        meaning: 'The day on which the notification is received, or the next working day. Everything that says “day” with a number counts from it, in working days.',
        notToUse: [
            'day one',
            'day zero',
            'day 0'
        ]
    },
    {
        word: 'day 14',
        meaning: 'The end of working day 14, by which the Rapid Review is submitted. Its reminders go to more people the nearer it comes.'
    },
    {
        word: 'deadline',
        meaning: 'A date by which something must be done: a step, an action, the review of a hold.',
        notToUse: [
            'cut-off date',
            'cut-off'
        ]
    },
    {
        word: 'display period',
        meaning: 'How long a published report stays on the website: 6 months by the procedure, a year by the law.',
        notToUse: [
            'display time'
        ]
    },
    {
        word: 'expected date',
        meaning: 'A date that counts from something that has not happened yet. It moves when that happens.',
        notToUse: [
            'provisional date',
            'estimated date'
        ]
    },
    {
        word: 'extension',
        meaning: 'A later date for a deadline, with the reason and who agreed. The original date stays visible.',
        notToUse: [
            'postponement'
        ]
    },
    {
        word: 'hold',
        meaning: 'A step is on hold while something else must happen first. A hold has a reason, who agreed and a date to review it. The clocks keep running.',
        notToUse: [
            'held back',
            'hold back',
            'hold a step back',
            'paused',
            'suspended',
            'frozen'
        ]
    },
    {
        word: 'progress check',
        also: [
            'check of progress and quality'
        ],
        meaning: 'The partners check the progress and the quality of a review at regular intervals, from step 9 to step 15.'
    },
    {
        word: 'reminder',
        meaning: 'An email before a deadline and after it, on working mornings. One person gets one email a case and morning, and no reminder is sent for what is done.',
        notToUse: [
            'chaser',
            'chasers',
            'chase',
            'chased',
            'nudge'
        ]
    },
    {
        word: 'six months',
        meaning: 'Two dates for publication: six months after Day 1, the procedure’s own target, and six months after the decision to undertake the review, the limit of the law. Reminders run on the earlier, and a breach is a breach of the later.'
    },
    {
        word: 'statutory limit',
        meaning: 'A time limit of the law. Settings can make it tighter and never looser, and a case keeps the limits it opened under.'
    },
    {
        word: 'window',
        meaning: 'When a step may begin and by when it is due, such as day 7 to 14. Windows are settings of the partnership.',
        notToUse: [
            'time frame',
            'timeframe',
            'time slot'
        ]
    },
    {
        word: 'working day',
        meaning: 'Monday to Friday, without the bank holidays in England and the partnership’s closure days.',
        notToUse: [
            'business day',
            'business days',
            'office day',
            'work day'
        ]
    },
    {
        word: 'Working Together',
        meaning: 'The statutory guidance for safeguarding children in England.'
    }
];

//# sourceMappingURL=dates.js.map

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
    get attributesOf () {
        return attributesOf;
    },
    get detailsOf () {
        return detailsOf;
    },
    get summaryOf () {
        return summaryOf;
    }
});
const _dates = require("./time/dates");
const _deadlines = require("./dates/deadlines");
const _describe = require("./describe");
const _position = require("./case/position");
const _steps = require("./dates/steps");
const _stages = require("./stages");
const _stepnames = require("./step-names");
const _turns = require("./reminders/turns");
/* Text about a case for a technical person in Temporal UI. No name and no text that people wrote is in any of it. */ const statusWords = {
    done: 'done',
    open: '**open**',
    overdue: '**OVERDUE**',
    'on-hold': 'on hold',
    'not-yet': 'not yet',
    'may-follow': 'depends on decision',
    'not-required': 'not needed'
};
function attributesOf(file, now) {
    const deadlines = (0, _deadlines.openDeadlines)(file);
    return {
        stage: (0, _describe.stageOf)(file),
        steps: (0, _steps.openSteps)(file),
        nextDeadline: (0, _deadlines.nextDeadline)(file)?.dueAt,
        overdue: deadlines.some(({ dueAt })=>dueAt < now),
        reviewType: (0, _position.reviewType)(file) ?? 'undecided',
        practice: file.practice,
        partnership: file.policy.partnership.id
    };
}
const summaryOf = (file)=>`${file.practice ? 'PRACTICE: ' : ''}serious incident review ${file.reference}, received ${(0, _dates.sayDate)(file.notification.receivedOn)}`;
// The UI draws its tables without any room between columns.
const apart = '\u2003';
const unbroken = (date)=>date.replaceAll('-', '\u2011');
function detailsOf(file, now) {
    const title = (role)=>file.policy.roleTitles[role];
    const open = (0, _steps.openSteps)(file);
    const deadlines = [
        ...(0, _deadlines.openDeadlines)(file)
    ].sort((a, b)=>a.due < b.due ? -1 : 1);
    const next = deadlines[0];
    const waiting = open.map((step)=>`- ${(0, _stepnames.stepLabel)(step)}: waits for ${title((0, _turns.whoseTurn)(file, step))}`);
    const rows = (0, _describe.planOf)(file, now).filter(({ status })=>status !== 'not-required').map(({ number, title: name, due, doneAt, status })=>`| ${number ?? '–'} | ${name} | ${unbroken(due ?? '–')}${apart} | ${doneAt === null ? statusWords[status] : `done ${unbroken(doneAt)}`} |`);
    return [
        `# ${file.reference}${file.practice ? ' (practice)' : ''}`,
        `**${_stages.stage[(0, _describe.stageOf)(file)].title}**${file.closedOn === undefined ? '' : ` on ${(0, _dates.sayDate)(file.closedOn)}: ${(0, _describe.endingOf)(file)}`}. As of ${(0, _dates.sayDate)((0, _dates.londonDate)(now))}.`,
        '',
        ...waiting.length === 0 ? [] : [
            '## Whom it waits for',
            ...waiting,
            ''
        ],
        ...next === undefined ? [] : [
            '## What comes next',
            `${next.title} by **${(0, _dates.sayDate)(next.due)}**${next.dueAt < now ? ' (overdue)' : ''}.`,
            ''
        ],
        '## Steps',
        '| step | | due | |',
        '|---|---|---|---|',
        ...rows
    ].join('\n');
}

//# sourceMappingURL=legible.js.map

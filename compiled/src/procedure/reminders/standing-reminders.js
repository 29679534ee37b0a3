"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "standingLines", {
    enumerable: true,
    get: function() {
        return standingLines;
    }
});
const _dates = require("../time/dates");
const _deadlines = require("../dates/deadlines");
const _position = require("../case/position");
const _reminders = require("./reminders");
function standingLines({ lines, to: person }, { file, today, newer }) {
    const said = new Set(newer.flatMap((one)=>one.lines.map(({ deadline })=>deadline)));
    const judged = lines.map((line)=>({
            line: line.tone === 'coming' && line.due < today ? {
                ...line,
                tone: 'overdue'
            } : line,
            why: said.has(line.deadline) ? 'a newer reminder says it' : whyNotTheirs(file, person, line)
        }));
    return {
        lines: judged.filter(({ why })=>why === undefined).map(({ line })=>line),
        gone: judged.flatMap(({ line: { title }, why })=>why === undefined ? [] : [
                `${title}: ${why}.`
            ])
    };
}
/**
 * Says why a person is no longer reminded of a deadline; undefined while they are, by its own ladder or by that of a
 * limit.
 */ function whyNotTheirs(file, person, { deadline, due, tone }) {
    if (file.closedOn !== undefined || (0, _position.isWithdrawn)(file)) return 'the case has ended';
    const onLadder = (0, _reminders.limitLadders)(file).some(({ line, to: recipient })=>line.deadline === deadline && line.due === due && recipient.person === person);
    if (onLadder) return undefined;
    const open = (0, _deadlines.openDeadlines)(file).find(({ id })=>id === deadline);
    if (open === undefined) return 'it is done, or no longer needed';
    if ((0, _reminders.isHeld)(file, open)) return 'it is on hold';
    if (open.due !== due) return `it is due by ${(0, _dates.sayDate)(open.due)} now`;
    const { overdueTo, overdueEscalation } = file.policy.ladders;
    const owners = tone === 'coming' ? [] : [
        ...overdueTo,
        ...overdueEscalation.to
    ];
    return (0, _reminders.remindedFor)(file, [
        ...(0, _deadlines.owing)(file, open),
        ...owners
    ]).some((one)=>one.person === person) ? undefined : 'it is no longer theirs to do';
}

//# sourceMappingURL=standing-reminders.js.map

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
    get isHeld () {
        return isHeld;
    },
    get lastRecordedAt () {
        return lastRecordedAt;
    },
    get limitLadders () {
        return limitLadders;
    },
    get mayRemindAt () {
        return mayRemindAt;
    },
    get nextReminderAt () {
        return nextReminderAt;
    },
    get ownTurn () {
        return ownTurn;
    },
    get remindedFor () {
        return remindedFor;
    },
    get remindersDue () {
        return remindersDue;
    }
});
const _calendar = require("../time/calendar");
const _clocks = require("../dates/clocks");
const _dates = require("../time/dates");
const _deadlines = require("../dates/deadlines");
const _facts = require("../case/facts");
const _holds = require("../case/holds");
const _noticekey = require("./notice-key");
const _recipients = require("./recipients");
const _onceper = require("../once-per");
const _plan = require("../dates/plan");
const _position = require("../case/position");
const _stepclocks = require("../dates/step-clocks");
const _stepnames = require("../step-names");
const ranks = {
    coming: 0,
    overdue: 1,
    breach: 2
};
const morningOf = (file, date)=>(0, _calendar.workingMorning)(file.calendar, (0, _calendar.onOrAfter)(file.calendar, date), file.policy.morning);
const remindedFor = (file, owners)=>owners.flatMap((one)=>(0, _recipients.ownersOf)(file, one));
const lineOf = ({ id, title, due, why }, tone)=>({
        deadline: id,
        title,
        due,
        why,
        tone
    });
const isHeld = (file, { step })=>step !== undefined && (0, _holds.holdsOn)(file, step).length > 0;
/** The deadlines that people are reminded of; the date to look at a hold again is one of its own. */ const chased = (file)=>(0, _deadlines.openDeadlines)(file).filter((one)=>!isHeld(file, one));
const each = (recipients, at, line)=>recipients.map((recipient)=>({
            at,
            to: recipient,
            line
        }));
/** Every deadline: before it to its owner; overdue every second working morning, higher from the third on. */ function deadlineLadder(file, deadline, upTo) {
    const { before, overdueEvery, overdueTo, overdueEscalation } = file.policy.ladders;
    const coming = before.flatMap((days)=>{
        const morning = morningOf(file, (0, _calendar.workingDaysBefore)(file.calendar, deadline.due, days));
        return each(remindedFor(file, (0, _deadlines.owing)(file, deadline)), morning, lineOf(deadline, 'coming'));
    });
    const overdue = [];
    const first = (0, _calendar.workingDaysAfter)(file.calendar, deadline.due, 1);
    // Mornings that are decided already are passed over, however many: a case may be entered years after its dates.
    const since = (0, _calendar.workingDaysBetween)(file.calendar, first, (0, _dates.londonDate)(file.remindedUpTo));
    const decided = Math.max(0, Math.floor(since / overdueEvery));
    let date = (0, _calendar.workingDaysAfter)(file.calendar, first, decided * overdueEvery);
    for(let n = decided + 1;; n += 1){
        const at = morningOf(file, date);
        if (at > upTo) break;
        const higher = n >= overdueEscalation.fromReminder ? overdueEscalation.to : [];
        overdue.push(...each(remindedFor(file, [
            ...(0, _deadlines.owing)(file, deadline),
            ...overdueTo,
            ...higher
        ]), at, lineOf(deadline, 'overdue')));
        date = (0, _calendar.workingDaysAfter)(file.calendar, date, overdueEvery);
    }
    return [
        ...coming,
        ...overdue
    ];
}
/** Day 14: the Rapid Review is not held, or not submitted. The rungs keep their distance from its date if it is extended. */ function dayFourteen(file) {
    if (!(0, _position.isProceeding)(file) || (0, _facts.fact)(file, 'submitRapidReview') !== undefined) return [];
    const step = (0, _facts.fact)(file, 'recordRapidReviewMeeting') === undefined ? 'rapid-review-meeting' : 'submission';
    const { due, why } = (0, _plan.plannedDates)(file, 'submission');
    if (due === undefined) return [];
    const { by, unit } = file.policy.windows.submission;
    return file.policy.ladders.dayFourteen.flatMap((rung)=>{
        const distance = rung.when.day - by;
        const date = distance < 0 ? (0, _calendar.workingDaysBefore)(file.calendar, due, -distance) : (0, _calendar.workingDaysAfter)(file.calendar, due, distance);
        const line = {
            deadline: step,
            title: `${unit === 'working-day' ? `Day ${by}` : `${by} working days from the notification`}: ${(0, _stepnames.stepLabel)(step)}`,
            due,
            why,
            tone: rung.breach === true ? 'breach' : 'coming'
        };
        return each(remindedFor(file, rung.to), notMissed(file, rung, morningOf(file, date), (0, _facts.fact)(file, 'recordOutcome')), line);
    });
}
/** Six months: reminders run on the earlier of the two dates; a breach is a breach of the later. */ function sixMonths(file) {
    if ((0, _position.reviewType)(file) !== 'LCSPR' || (0, _facts.fact)(file, 'recordPublication') !== undefined) return [];
    const clocks = (0, _clocks.clocksOf)(file);
    const law = clocks.find(({ id })=>id === 'published-within');
    // A review that is not to be published has neither clock.
    if (law === undefined) return [];
    const own = clocks.find(({ id })=>id === 'six-months-from-day-one') ?? law;
    const earlierClock = law.due < own.due ? law : own;
    const laterClock = law.limitDate > own.limitDate ? law : own;
    return file.policy.ladders.sixMonths.flatMap((rung)=>{
        const clock = 'daysAfter' in rung.when ? laterClock : earlierClock;
        const date = 'daysAfter' in rung.when ? (0, _dates.addDays)(clock.limitDate, rung.when.daysAfter) : (0, _dates.addDays)(clock.due, -7 * rung.when.weeksBefore);
        const line = {
            deadline: 'publication',
            title: `Six months: ${(0, _stepnames.stepLabel)('publication')}`,
            due: clock.due,
            why: clock.why,
            tone: rung.breach === true ? 'breach' : 'coming'
        };
        return each(remindedFor(file, rung.to), notMissed(file, rung, morningOf(file, date), (0, _stepclocks.reviewDecision)(file)), line);
    });
}
/** A breach that was one before its ladder began to run is told on the first working morning after that. */ function notMissed(file, rung, at, begun) {
    const since = begun?.recordedAt ?? file.openedAt;
    return rung.breach === true && at <= since ? (0, _calendar.nextWorkingMorning)(file.calendar, since, file.policy.morning) : at;
}
const limitLadders = (file)=>[
        ...dayFourteen(file),
        ...sixMonths(file)
    ];
/** All that may fall due after what was decided already, if nothing changes; of what is overdue, up to a moment. */ function remindersTo(file, overdueUpTo) {
    if (file.closedOn !== undefined) return [];
    return [
        ...dayFourteen(file),
        ...sixMonths(file),
        ...chased(file).flatMap((deadline)=>deadlineLadder(file, deadline, overdueUpTo(deadline)))
    ].filter(({ at })=>at > file.remindedUpTo);
}
const nextReminderAt = (file)=>keptNext(file, 'next', ()=>[
            workOutNext(file)
        ])[0];
// Cached in a tuple, because undefined is an answer too. A case asks whether a decision has changed the moment, and
// then for the moment.
const keptNext = (0, _onceper.oncePer)();
function workOutNext(file) {
    const next = firstReminderAt(file);
    const recorded = lastRecordedAt(file);
    return next === undefined || next > recorded ? next : (0, _calendar.nextWorkingMorning)(file.calendar, recorded, file.policy.morning);
}
const lastRecordedAt = (file)=>[
        ...Object.values(file.facts).flat(),
        ...file.superseded.map(({ fact: one })=>one)
    ].reduce((last, { recordedAt })=>(0, _dates.later)(last, recordedAt), file.openedAt);
function firstReminderAt(file) {
    const [first] = remindersTo(file, (deadline)=>nextOverdueBy(file, deadline)).map(({ at })=>at).sort();
    return first;
}
/** The morning by which a deadline's next overdue reminder has come, after its date and after what was decided already. */ const nextOverdueBy = (file, { due })=>{
    const from = (0, _dates.later)(due, (0, _dates.londonDate)(file.remindedUpTo));
    return morningOf(file, (0, _calendar.workingDaysAfter)(file.calendar, from, file.policy.ladders.overdueEvery));
};
function mayRemindAt(file, now) {
    const today = (0, _dates.londonDate)(now);
    const opens = (0, _dates.londonInstant)(today, file.policy.morning);
    const closes = (0, _dates.londonInstant)(today, file.policy.closingHour);
    if ((0, _calendar.isWorkingDay)(file.calendar, today) && now >= opens && now < closes) return now;
    return (0, _calendar.nextWorkingMorning)(file.calendar, now, file.policy.morning);
}
/**
 * Cases that are reminded in one second, in the order of their numbers, and seconds after which the count begins anew.
 */ const [casesASecond, secondsOfAMorning] = [
    25,
    300
];
function ownTurn({ reference, practice }) {
    if (practice) return 0;
    const number = Number(reference.slice(reference.lastIndexOf('-') + 1));
    const place = (number - 1) % (casesASecond * secondsOfAMorning);
    return place < casesASecond ? 0 : place * 1_000 / casesASecond;
}
function remindersDue(file, now) {
    const byPerson = new Map();
    for (const { at, to: recipient, line } of remindersTo(file, ()=>now)){
        if (at > now) continue;
        const mine = byPerson.get(recipient.person) ?? {
            as: recipient.as,
            lines: new Map()
        };
        const before = mine.lines.get(line.deadline);
        if (before === undefined || ranks[line.tone] > ranks[before.tone]) mine.lines.set(line.deadline, line);
        byPerson.set(recipient.person, mine);
    }
    const today = (0, _dates.londonDate)(now);
    return [
        ...byPerson
    ].map(([person, { as, lines }])=>({
            key: (0, _noticekey.reminderKey)({
                reference: file.reference,
                to: person,
                on: today
            }),
            kind: 'reminders',
            to: person,
            as,
            at: now,
            practice: file.practice,
            values: {
                on: today
            },
            lines: [
                ...lines.values()
            ].sort((a, b)=>ranks[b.tone] - ranks[a.tone] || (a.due < b.due ? -1 : 1))
        }));
}

//# sourceMappingURL=reminders.js.map

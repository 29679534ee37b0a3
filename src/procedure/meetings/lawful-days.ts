import type { CaseFile, Fact, PassedLimit } from '../case/case-file';
import { fact } from '../case/facts';
import { papersDueBefore, type Group } from '../case/meetings';
import { onDayOff, pastDates, type SetDate } from '../dates/limits';
import { plannedDates } from '../dates/plan';
import { isSettled, steps } from '../dates/steps';
import { against } from '../decision';
import type { Refusal } from '../refusals';
import { part, says } from '../sentence';
import { addDays, daysBetween, sayDate } from '../time/dates';
import type { IsoDate } from '../time/time';
import { kindsOfMeeting, type MeetingKind } from './kinds-of-meeting';

/* The days on which a meeting keeps the limits of the procedure and the law. London dates. */

/** The papers that go to a meeting, and how many calendar days before they go out. */
export function papersFor(file: CaseFile, kind: MeetingKind) {
  const of = (group: Group, sent: Fact<{ readonly meetingOn: IsoDate }> | undefined) =>
    sent && { sent, group, meetingOn: sent.form.meetingOn, first: addDays(sent.on, papersDueBefore(file, group)) };
  if (kind === 'sub-group-draft') return of('subGroup', fact(file, 'shareDraft'));
  return kind === 'exec' ? of('exec', fact(file, 'sendExecPapers')) : undefined;
}

/** The first day that keeps the limits; undefined where any day from today does. */
export function firstDay(file: CaseFile, kind: MeetingKind): IsoDate | undefined {
  // Step 6: from day 7 on, or earlier once the information is complete.
  if (kind === 'rapid-review')
    return isSettled(file, 'information') ? undefined : plannedDates(file, 'rapid-review-meeting').windowFrom;
  return papersFor(file, kind)?.first;
}

/** The limits that the day of a meeting passes. It is then arranged with a reason only, and stands as a breach. */
export function limitsOfMeeting(file: CaseFile, kind: MeetingKind, set: SetDate): readonly PassedLimit[] {
  const { step, title } = kindsOfMeeting[kind];
  const first = firstDay(file, kind);
  const count = first === undefined ? 0 : daysBetween(set.date, first);
  const early: readonly PassedLimit[] =
    first === undefined || count <= 0
      ? []
      : [
          {
            id: `first-day:${kind}`,
            limit: `The first day for the ${title}`,
            date: first,
            by: { count, unit: 'days' },
            source: steps[step].source,
            field: set.field,
            sentence: `${sayDate(set.date)} is ${count} ${count === 1 ? 'day' : 'days'} before ${sayDate(first)}, the first day for the ${title} (${steps[step].source}).`,
          },
        ];
  return [...early, ...pastDates(file, step, set), ...onDayOff(file, set)];
}

/** Refuses a day before the meeting that the papers of the case went out for; undefined where none is named. */
export function beforeItsPapers(file: CaseFile, kind: MeetingKind, day: IsoDate): Refusal | undefined {
  const papers = papersFor(file, kind);
  return papers === undefined || day >= papers.meetingOn
    ? undefined
    : against(
        papers.sent,
        says`The papers went out for the meeting on ${part.day(papers.meetingOn)} (entry ${papers.sent.seq}); ${part.day(day)} is before that.`,
      );
}

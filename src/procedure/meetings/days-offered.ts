import type { CaseFile } from '../case/case-file';
import { plannedDates } from '../dates/plan';
import { onOrAfter } from '../time/calendar';
import { addDays, later } from '../time/dates';
import type { IsoDate } from '../time/time';
import { kindsOfMeeting, type MeetingKind } from './kinds-of-meeting';
import { beforeItsPapers, firstDay, limitsOfMeeting, papersFor } from './lawful-days';

/* The days that a form offers for a meeting. A case itself needs only the limits that a day passes (`lawful-days.ts`). */

/** Days offered for a meeting, with the first and the last that keep the limits. */
export interface LawfulDays {
  readonly days: readonly IsoDate[];
  readonly first?: IsoDate | undefined;
  readonly last?: IsoDate | undefined;
}

/** The number of days that are offered at most. */
const offered = 12;

/**
 * Lists the days from today on that keep every limit: the working days of the window, or the scheduled meetings of the
 * group that the papers go to.
 */
export function lawfulDays(file: CaseFile, kind: MeetingKind, today: IsoDate): LawfulDays {
  const papers = papersFor(file, kind);
  const first = firstDay(file, kind);
  const last = plannedDates(file, kindsOfMeeting[kind].step).due;
  const keeps = (date: IsoDate): boolean =>
    limitsOfMeeting(file, kind, { date, field: 'beginsAt' }).length === 0 &&
    beforeItsPapers(file, kind, date) === undefined;
  const from = first === undefined ? today : later(first, today);
  const scheduled = papers === undefined ? [] : [papers.meetingOn, ...file.meetings[papers.group]];
  const days = papers === undefined ? workingDaysFrom(file, from, last) : [...new Set(scheduled)].sort();
  return { days: days.filter((day) => day >= today && keeps(day)).slice(0, offered), first, last };
}

/** Lists working days from one day on, to the last or as many as are offered. */
function workingDaysFrom(file: CaseFile, from: IsoDate, last: IsoDate | undefined): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (
    let day = onOrAfter(file.calendar, from);
    days.length < offered;
    day = onOrAfter(file.calendar, addDays(day, 1))
  ) {
    if (last !== undefined && day > last) break;
    days.push(day);
  }
  return days;
}

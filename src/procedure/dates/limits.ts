import { isWorkingDay, onOrAfter, whyNotWorking, workingDaysBetween } from '../time/calendar';
import type { CaseFile, Forms, PassedLimit } from '../case/case-file';
import { clocksOf } from './clocks';
import { daysBetween, later, sayDate } from '../time/dates';
import type { Taking } from '../decision';
import { withFact } from '../case/facts';
import { papersDue, papersDueBefore, type Group } from '../case/meetings';
import { extensionOf, plannedDates } from './plan';
import type { Clock } from './statutory-clock';
import { steps } from './steps';
import { isStep, type StepId } from '../step-ids';
import { stepLabel } from '../step-names';
import type { IsoDate } from '../time/time';

/* The limits that a date passes: of the procedure, of the law, of papers, of the calendar. Dates are London dates. */

/** A date of a form, and the field that holds it. */
export interface SetDate {
  readonly date: IsoDate;
  readonly field: string;
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

interface Bound {
  readonly id: string;
  readonly limit: string;
  readonly last: IsoDate;
  readonly source: string;
  /** The sentence about a date that lies so far past the last. */
  readonly says: (date: string, far: string, last: string) => string;
}

/** A date after the last day of a limit. */
function after({ date, field }: SetDate, { id, limit, last, source, says }: Bound): readonly PassedLimit[] {
  const count = daysBetween(last, date);
  if (count <= 0) return [];
  const sentence = says(sayDate(date), counted(count, 'day'), sayDate(last));
  return [{ id, limit, date: last, by: { count, unit: 'days' }, source, field, sentence }];
}

/** A date after the day by which a step is due, as it was extended to where it was. */
function pastStep(file: CaseFile, step: StepId, set: SetDate): readonly PassedLimit[] {
  const { due } = plannedDates(file, step);
  if (due === undefined) return [];
  return after(set, {
    id: `step:${step}`,
    limit: stepLabel(step),
    last: due,
    source: steps[step].source,
    says: (date, far, last) => `${date} is ${far} after ${last}, the date of ${stepLabel(step)}.`,
  });
}

/** True if one step has to be done before the other, however many lie between them. */
const isBefore = (one: StepId, other: StepId): boolean =>
  steps[other].after.some((before) => before === one || isBefore(one, before));

const pastClock = (set: SetDate, clock: Clock): readonly PassedLimit[] =>
  after(set, {
    id: `clock:${clock.id}`,
    limit: clock.title,
    // A step moves back to a working day; the law's own date stays, and a breach is a breach of that.
    last: clock.kind === 'statutory' ? clock.limitDate : clock.due,
    source: clock.source,
    says: (date, far, last) =>
      `${date} is ${far} after ${last}, the ${clock.kind === 'statutory' ? 'statutory limit' : 'date'} of "${clock.title}" (${clock.source}).`,
  });

/** A date after the law's last day for a step, or for one that waits for it; what is met has no limit any more. */
function pastTheLaw(file: CaseFile, step: StepId, set: SetDate): readonly PassedLimit[] {
  return clocksOf(file)
    .filter(
      ({ kind, bound, governs, metOn }) =>
        kind === 'statutory' &&
        bound === 'at-most' &&
        metOn === undefined &&
        governs !== undefined &&
        (governs === step || isBefore(step, governs)),
    )
    .flatMap((clock) => pastClock(set, clock));
}

/** The limits of a day on which a step, or what it waits for, is to happen: the step's own date, and the law's. */
export function pastDates(file: CaseFile, step: StepId, set: SetDate): readonly PassedLimit[] {
  const law = pastTheLaw(file, step, set);
  // If the step's own date is also the law's, the limit is listed once, as the law's.
  return [...pastStep(file, step, set).filter(({ date }) => law.every((one) => one.date !== date)), ...law];
}

/** The limits that a later date for a deadline passes: partners can agree to extend the procedure, not the law. */
export const pastTheLawOf = (file: CaseFile, deadline: string, set: SetDate): readonly PassedLimit[] =>
  isStep(deadline) ? pastTheLaw(file, deadline, set) : [];

/** A day off, on which nobody is there. */
export function onDayOff(file: CaseFile, { date, field }: SetDate): readonly PassedLimit[] {
  if (isWorkingDay(file.calendar, date)) return [];
  const next = onOrAfter(file.calendar, date);
  const why = whyNotWorking(file.calendar, date);
  return [
    {
      id: 'working-day',
      limit: 'A working day',
      date: next,
      by: { count: daysBetween(date, next), unit: 'days' },
      source: 'words: working day',
      field,
      sentence: `${sayDate(date)} is not a working day${why === undefined ? '' : ` (${why})`}; the next is ${sayDate(next)}.`,
    },
  ];
}

const groups: Readonly<Record<Group, { readonly name: string; readonly source: string }>> = {
  subGroup: { name: 'sub-group', source: 'step 13a: at least 3 weeks before the meeting' },
  exec: { name: 'Exec group', source: 'step 15: papers at least 3 weeks before' },
};

/** Papers that go out on a day too late for the meeting that they go to. */
export function latePapers(
  file: CaseFile,
  group: Group,
  { meetingOn, on }: { readonly meetingOn: IsoDate; readonly on: IsoDate },
): readonly PassedLimit[] {
  const last = papersDue(file, group, meetingOn);
  const asked = papersDueBefore(file, group);
  const { name, source } = groups[group];
  return after(
    { date: on, field: 'meetingOn' },
    {
      id: `papers:${group}`,
      limit: `Papers of the ${name}, ${asked} days before its meeting`,
      last,
      source,
      says: () =>
        `The papers go out ${counted(daysBetween(on, meetingOn), 'day')} before the meeting of the ${name} on ${sayDate(meetingOn)}; ${asked} are asked, which was ${sayDate(last)}.`,
    },
  );
}

/** A day of publication past six months, the procedure's or the law's; an extension moves the procedure's alone. */
export function pastSixMonths(file: CaseFile, set: SetDate): readonly PassedLimit[] {
  const extended = extensionOf(file, 'publication');
  return clocksOf(file)
    .filter(({ id }) => id === 'six-months-from-day-one' || id === 'published-within')
    .flatMap((clock) => {
      const moves = clock.kind === 'procedure' && extended !== undefined;
      return pastClock(set, moves ? { ...clock, due: later(clock.due, extended) } : clock);
    });
}

/** A day of publication sooner after the notice than the law asks for. */
export function tooSoonAfterNotice(
  file: CaseFile,
  form: Forms['sendNoticeOfIntent'],
  taking: Taking,
): readonly PassedLimit[] {
  const { by, role, on, now: recordedAt } = taking;
  const noticed = withFact(file, 'sendNoticeOfIntent', { seq: file.seq + 1, on, recordedAt, by, role, form });
  const clock = clocksOf(noticed).find(({ id }) => id === 'report-before-publication');
  if (clock === undefined || form.publishOn >= clock.due) return [];
  const count = workingDaysBetween(file.calendar, form.publishOn, clock.due);
  return [
    {
      id: `clock:${clock.id}`,
      limit: clock.title,
      date: clock.due,
      by: { count, unit: 'working-days' },
      source: clock.source,
      field: 'publishOn',
      sentence: `${sayDate(form.publishOn)} is too soon after the notice of ${sayDate(on)}: ${sayDate(clock.due)} at the earliest (${clock.source}).`,
    },
  ];
}

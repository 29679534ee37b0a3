import { closingInstant } from '../time/calendar';
import { changedDays, mayStillCome, movedDates, type CalendarEntry } from './calendar-change';
import type { CaseFile } from './case-file';
import { clocksOf } from '../dates/clocks';
import { metDates } from '../dates/deadlines';
import { clockKey, ownDateKey } from '../dates/late';
import { plannedDates, procedureDates, unextendedDates } from '../dates/plan';
import { isWithdrawn } from './position';
import type { CaseEvent } from './record';
import { stepIds } from '../step-ids';
import { tasksOf } from '../dates/tasks';
import type { Instant, IsoDate } from '../time/time';

/** A change of the partnership's settings as a case takes it up: its file with the new calendar, and the moment. */
export interface TakingUp {
  /** The file with the calendar, meetings and, where that was decided, the profile of today. */
  readonly next: CaseFile;
  readonly entries: readonly CalendarEntry[];
  /** The partnership's own profile of today. */
  readonly policy: Pick<CaseFile['policy'], 'profile' | 'edition'>;
  readonly now: Instant;
}

type Dates = Readonly<Record<string, IsoDate>>;

/** The dates by which the law's clocks were met, kept before they are worked out anew. */
const metClocks = (file: CaseFile): Dates =>
  Object.fromEntries(
    clocksOf(file)
      .filter(({ metOn, metAt }) => metOn !== undefined && metAt === undefined)
      .map(({ id, limitDate }) => [clockKey(id), limitDate]),
  );

/**
 * Lists the dates of everything that is late: steps, tasks and clocks whose day has passed without what they ask for.
 */
function lateDates(file: CaseFile, now: Instant): Dates {
  if (isWithdrawn(file)) return {};
  const steps = stepIds
    .filter((step) => mayStillCome(file, step))
    .flatMap((step) => [
      [step, plannedDates(file, step)] as const,
      [ownDateKey(step), procedureDates(file, step)] as const,
    ])
    .filter(([, { provisional }]) => !provisional)
    .map(([key, { due }]) => [key, due] as const);
  const tasks = tasksOf(file).map(({ id, due }) => [id, due] as const);
  const clocks = clocksOf(file)
    .filter(({ metOn, bound, provisional }) => metOn === undefined && bound === 'at-most' && !provisional)
    .map(({ id, limitDate }) => [clockKey(id), limitDate] as const);
  return Object.fromEntries(
    [...steps, ...tasks, ...clocks].flatMap(([key, due]) =>
      due === undefined || closingInstant(file.calendar, due) >= now ? [] : [[key, due] as const],
    ),
  );
}

/**
 * Takes up the partnership's calendar: what was met keeps its date, what was late stays late, everything else is planned
 * again. Answers the file, and for its record the days that changed and the dates that moved.
 */
export function takeUpCalendar(
  file: CaseFile,
  { next, entries, policy, now }: TakingUp,
): { readonly file: CaseFile; readonly details: CaseEvent['details'] } {
  const late = { ...lateDates(file, now), ...file.late };
  const taken: CaseFile = {
    ...next,
    met: { ...metDates(file), ...metClocks(file), ...file.met },
    ...(Object.keys(late).length === 0 ? {} : { late }),
  };
  const { profile, edition } = policy;
  return {
    file: taken,
    details: {
      days: changedDays(file, taken, { entries, profile: { profile, edition } }),
      moved: movedDates(file, taken),
    },
  };
}

/** The date that the rules alone give for a key of what is kept; undefined where the case has no such date now. */
function byTheRules(file: CaseFile, key: string): IsoDate | undefined {
  const step = stepIds.find((one) => one === key);
  if (step !== undefined) return unextendedDates(file, step).due;
  const own = stepIds.find((one) => ownDateKey(one) === key);
  if (own !== undefined) return procedureDates(file, own).due;
  const clock = clocksOf(file).find(({ id }) => clockKey(id) === key);
  return clock?.limitDate ?? tasksOf(file).find(({ id }) => id === key)?.due;
}

const withoutWhatStood = ({ late: _late, ...file }: CaseFile): CaseFile => ({
  ...file,
  met: Object.fromEntries(Object.entries(file.met).filter(([key]) => !key.startsWith(clockKey('')))),
});

/**
 * Lets go of the dates that stood for what was late or met, where a decision has changed what they count from: a
 * corrected day, another notification, a new Day 1. Source: "Clocks" (dates already met do not move).
 */
export function stillAsItStood(before: CaseFile, after: CaseFile): CaseFile {
  const kept = [
    ...Object.keys(after.late ?? {}),
    ...Object.keys(after.met).filter((key) => key.startsWith(clockKey(''))),
  ];
  if (kept.length === 0) return after;
  const [was, is] = [withoutWhatStood(before), withoutWhatStood(after)];
  const gone = new Set(kept.filter((key) => byTheRules(was, key) !== byTheRules(is, key)));
  if (gone.size === 0) return after;
  const left = (dates: Dates): Dates => Object.fromEntries(Object.entries(dates).filter(([key]) => !gone.has(key)));
  const { late, ...file } = after;
  return { ...file, met: left(after.met), ...(late === undefined ? {} : { late: left(late) }) };
}

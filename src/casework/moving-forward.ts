import * as z from 'zod/mini';
import { closingInstant, workingDaysAfter } from '../procedure/time/calendar';
import type { CaseFile } from '../procedure/case/case-file';
import { addDays, later, londonDate, sayInstant, toMillis } from '../procedure/time/dates';
import { ownDeadlines } from '../procedure/dates/deadlines';
import { date } from '../procedure/forms';
import { sightOf, type Sight, type Viewer } from '../procedure/permissions';
import { refusal, saidOf, type Refusal } from '../procedure/refusals';
import { part, says, type Sentence } from '../procedure/sentence';
import { mayRemindAt, nextReminderAt } from '../procedure/reminders/reminders';
import type { CaseReference, Instant } from '../procedure/time/time';
import { parseForm, wrongFields } from './forms';
import { notRunning, type NotRunning } from './not-running';
import type { Office } from './office';
import { noticeView, type NoticeView } from './notices-read';
import { caseStillKnown, eventView, findCase, spelledOut, type EventView } from './reading';
import { whyMayNotDo } from './who-may';

/** The target of a practice case's clock: its next deadline, some working days ahead, or the closing hour of a day. */
export const movingForwardForm = z.union(
  [
    z.strictObject({ to: z.literal('next-deadline') }),
    z.strictObject({ workingDays: z.int().check(z.gte(1), z.lte(400)) }),
    z.strictObject({ until: date('The day', 'in-calendar') }),
  ],
  { error: 'Give one of: to ("next-deadline"), workingDays (1 to 400), until (a date such as 2026-12-07)' },
);

type HowFar = z.infer<typeof movingForwardForm>;

/** The time that moving a case forward may take, in milliseconds. Everything that is due on the way happens in it. */
export const movingForwardWithinMs = 120_000;

/** The events and notices that happened on the way. */
interface Moved {
  readonly kind: 'moved';
  readonly reference: CaseReference;
  /** The case's own clock: before the move, its target, and after the move. */
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly events: readonly EventView[];
  readonly notices: readonly NoticeView[];
}

/** The reason why an existing case cannot be moved, with a sentence for people. */
interface NotMoved {
  readonly kind: 'not-practice' | 'closed' | 'nothing-ahead' | 'cannot-skip';
  readonly sentence: string;
}

/** The result of moving a case forward. If the form is refused, nothing was begun. */
export type MovedForward =
  | Moved
  | NotMoved
  | NotRunning
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A case to move and its target, as somebody sends it. */
export interface MovingForward {
  readonly reference: string | undefined;
  readonly form: unknown;
  readonly actor: Viewer;
}

/**
 * Moves a practice case forward in time in Temporal itself: everything that falls due on the way happens. Sent twice,
 * it moves twice. Throws `RecordsUnavailable` and `CasesUnavailable`.
 */
export async function moveForward(
  office: Office,
  { reference: said, form, actor }: MovingForward,
): Promise<MovedForward> {
  const mayNot = whyMayNotDo(office, actor, 'move-practice-forward');
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  const read = parseForm(movingForwardForm, form, { today: londonDate(office.now()) });
  if (read.kind === 'refused') return read;
  const known = await findCase(office, said);
  const sight = known === undefined ? 'none' : sightOf(actor, known.file);
  if (known === undefined || sight === 'none') return { kind: 'no-such-case' };
  const { file } = known;
  const { cases, records } = office;
  const { reference } = file;
  if (!file.practice) {
    const sentence = `${reference} is a real case; only a practice case can be moved forward.`;
    return { kind: 'not-practice', sentence };
  }
  if (file.closedOn !== undefined) {
    return { kind: 'closed', sentence: `${reference} is closed; nothing happens in it any more.` };
  }
  const from = await cases.now(reference);
  if (from === undefined) return notRunning(reference);
  const target = targetOf(file, from, read.form);
  if (typeof target !== 'string') return target;
  const before = new Set((await records.notices.noticesOf(reference)).map(({ notice }) => notice.key));
  const moved = await cases.advance(reference, target);
  switch (moved.kind) {
    case 'no-such-case':
      return notRunning(reference);
    case 'cannot-skip':
      return moved;
    case 'moved':
      await keepClock(office, reference, moved.now);
      return {
        kind: 'moved',
        reference,
        from,
        to: target,
        now: moved.now,
        ...(await since(office, { file, before, sight })),
      };
  }
}

/** Stores how far the case's clock is ahead, so that pages read the case by its own clock from now on. */
const keepClock = ({ records, now }: Office, reference: CaseReference, stands: Instant): Promise<boolean> =>
  records.cases.setPracticeOffset(reference, Math.max(0, toMillis(stands) - toMillis(now())));

/** Reads the events recorded after this file, and the notices that are not in `before`. */
async function since(
  office: Office,
  { file, before, sight }: { readonly file: CaseFile; readonly before: ReadonlySet<string>; readonly sight: Sight },
): Promise<Pick<Moved, 'events' | 'notices'>> {
  const { records } = office;
  const { reference, seq } = file;
  const after = await caseStillKnown(office, reference);
  const events = await records.events.eventsOf(reference, { after: seq, limit: 1_000 });
  const notices = (await records.notices.noticesOf(reference)).filter(({ notice }) => !before.has(notice.key));
  return spelledOut(office, reference, {
    events: events.map((event) => eventView(after.file, event, sight)),
    notices: notices.map((one) => noticeView(office, one, sight)),
  });
}

type NoTarget =
  | { readonly kind: 'nothing-ahead'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Finds the moment to move to: that of a deadline, or the closing hour of a day. */
function targetOf(file: CaseFile, from: Instant, asked: HowFar): Instant | NoTarget {
  const { calendar } = file;
  const last = addDays(calendar.until, -1);
  if ('to' in asked) {
    const next = nextDeadlineAt(file, from);
    if (next !== undefined && londonDate(next) > last) {
      const said = says`What comes next is on ${part.day(londonDate(next))}, and the case's calendar ends on ${part.day(last)}.`;
      return { kind: 'refused', refusal: refusal('invalid', said) };
    }
    if (next !== undefined && next > from) return next;
    const sentence = 'No deadline and no reminder lies ahead in this case. Move it by workingDays or until a date.';
    return { kind: 'nothing-ahead', sentence };
  }
  const wrong = (said: string | Sentence): NoTarget => {
    const field = 'until' in asked ? 'until' : 'workingDays';
    return { kind: 'refused', refusal: wrongFields([{ field, ...saidOf(said) }]) };
  };
  const day = 'until' in asked ? asked.until : workingDaysAfter(calendar, londonDate(from), asked.workingDays);
  if (day > last) return wrong(says`The case's calendar ends on ${part.day(last)}`);
  const target = closingInstant(calendar, day);
  if (target > from) return target;
  return wrong(`The day must end after the case's own clock, which shows ${sayInstant(from)}`);
}

/** Finds the earliest open deadline that is still to come; if there is none, the next reminder. */
export function nextDeadlineAt(file: CaseFile, from: Instant): Instant | undefined {
  const ahead = ownDeadlines(file)
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > from)
    .sort();
  if (ahead[0] !== undefined) return ahead[0];
  const reminder = nextReminderAt(file);
  return reminder === undefined ? undefined : mayRemindAt(file, later(reminder, from));
}

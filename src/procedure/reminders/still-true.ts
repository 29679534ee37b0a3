import { correspondentsOf } from '../asking/correspondents';
import type { CaseFile } from '../case/case-file';
import { londonDate } from '../time/dates';
import { contactFor } from '../case/inquiries';
import { readNoticeKey } from './notice-key';
import { kindOfNotice } from './notice-kinds';
import { readAgencies } from './notice-values';
import { isAboutMeeting } from '../meetings/emails-about-meetings';
import { plannedDates } from '../dates/plan';
import { isWithdrawn } from '../case/position';
import type { Notice } from '../case/record';
import { isShutOut, rolesIn } from '../case/shut-out';
import { standingLines } from './standing-reminders';
import { answeringIn } from '../parts';
import { isStep } from '../step-ids';
import type { Instant } from '../time/time';

/** The case as it stands at the moment of sending, and what the same person was told or is to be told after this. */
export interface AsItStands {
  readonly file: CaseFile;
  /** The case's own clock. */
  readonly now: Instant;
  /** Later reminders of the case to the same person, sent or waiting. */
  readonly newer: readonly Notice[];
}

/** A notice as it may go now, with today's dates; or why it is not sent any more, in words. */
export type Truth =
  { readonly kind: 'true'; readonly notice: Notice } | { readonly kind: 'no-longer-true'; readonly why: string };

/** True if the recipient still has the part in which they are written to. */
function hasPart({ kind, to, as, values }: Notice, file: CaseFile): boolean {
  if (kind === 'information-asked' || kind === 'chronology-asked') {
    return readAgencies(values['agency']).some((agency) =>
      contactFor(file, agency).some(({ person }) => person === to),
    );
  }
  // The rule of an email about a meeting asks who is invited.
  if (isAboutMeeting(kind) || file.people[as]?.includes(to) === true) return true;
  // The news that a request is set aside goes to people without an account too, though they are asked nothing now.
  if (kind === 'fact-corrected' && correspondentsOf(file).some(({ id }) => id === to)) return true;
  if (as === 'agency-contact')
    return answeringIn(file).includes(to) || Object.values(file.policy.agencies).some(({ contact }) => contact === to);
  // An action and its deadlines are their owner's, whatever part they have in the case.
  return as === 'wider-partner' && rolesIn(file, to).length > 0;
}

/**
 * Says why a notice of any kind may not go any more: its recipient has lost their part or is shut out, the case has
 * ended, or a later decision set its entry aside. Undefined if it may go.
 */
function overtaken(notice: Notice, file: CaseFile): string | undefined {
  if (isShutOut(file, notice.to)) return "The recipient's access to the case is restricted.";
  if (notice.kind !== 'reminders' && !hasPart(notice, file))
    return 'The recipient no longer has this role in the case.';
  const { asks } = kindOfNotice(notice.kind);
  if (asks !== undefined && isWithdrawn(file)) return `The case was withdrawn; it no longer asks for ${asks}.`;
  if (asks !== undefined && file.closedOn !== undefined) return `The case is closed; it no longer asks for ${asks}.`;
  const { entry } = readNoticeKey(notice.key);
  const setAside = file.superseded.find(({ fact: { seq }, by }) => seq === entry && by !== entry);
  return setAside === undefined ? undefined : `A later decision set it aside (entry ${setAside.by}).`;
}

/** The date by which its step is now due, where it said one. */
function dueNow({ kind, step, values }: Notice, file: CaseFile): Readonly<Record<string, string>> {
  if (kindOfNotice(kind).ofCase === true || step === undefined || !isStep(step) || values['due'] === undefined)
    return {};
  const { due } = plannedDates(file, step);
  return due === undefined ? {} : { due };
}

/**
 * Asks of a notice, at the moment of sending, whether it is still true: to whom, of what, and with which dates. Pure.
 * Source: DESIGN, "Emails" (before every attempt: still true?).
 */
export function truthOf(notice: Notice, { file, now, newer }: AsItStands): Truth {
  const no = (why: string): Truth => ({ kind: 'no-longer-true', why });
  const why = overtaken(notice, file);
  if (why !== undefined) return no(why);
  if (notice.kind === 'reminders') {
    const { lines, gone } = standingLines(notice, { file, today: londonDate(now), newer });
    return lines.length > 0 ? { kind: 'true', notice: { ...notice, lines } } : no(gone.join(' '));
  }
  const found = kindOfNotice(notice.kind).stillTrue(notice, file, londonDate(now));
  if (typeof found === 'string') return no(found);
  const values = { ...notice.values, ...dueNow(notice, file), ...found?.values };
  return { kind: 'true', notice: { ...notice, values } };
}

/** Compares two notices of a case by their place on the record: by moment, then by entry. */
export function inOrderOfRecord(one: Notice, other: Notice): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  const [first, second] = [readNoticeKey(one.key).entry, readNoticeKey(other.key).entry];
  if (first === undefined || second === undefined || first === second) return one.key < other.key ? -1 : 1;
  return first - second;
}

/** True if an email of this kind replaces emails of other kinds, because what they told is wrong by now. */
export const replacesOthers = (kind: Notice['kind']): boolean => kindOfNotice(kind).replaces !== undefined;

/** True if two notices to one person are about one deadline, action, hold or entry: the later may replace the other. */
export function mayReplace(notice: Notice, earlier: Notice): boolean {
  const { replaces } = kindOfNotice(notice.kind);
  if (replaces !== undefined) return replaces(notice, earlier);
  return (
    notice.kind === earlier.kind &&
    notice.step === earlier.step &&
    (['deadline', 'action'] as const).every((name) => notice.values[name] === earlier.values[name])
  );
}

/** True if a notice may still go as the case stands. Newer notices are not looked at. */
export const isStillTrue = (notice: Notice, file: CaseFile, now: Instant = notice.at): boolean =>
  truthOf(notice, { file, now, newer: [] }).kind === 'true';

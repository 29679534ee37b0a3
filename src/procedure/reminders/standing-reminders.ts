import type { CaseFile } from '../case/case-file';
import { sayDate } from '../time/dates';
import { openDeadlines, owing } from '../dates/deadlines';
import { isWithdrawn } from '../case/position';
import type { Notice, ReminderLine } from '../case/record';
import { isHeld, limitLadders, remindedFor } from './reminders';
import type { IsoDate, PersonId } from '../time/time';

interface Standing {
  readonly file: CaseFile;
  /** The day of sending, London. */
  readonly today: IsoDate;
  /** Later reminders to the same person, sent or waiting. */
  readonly newer: readonly Notice[];
}

/**
 * The lines of a reminder that may still go, and why each of the others may not. A line stands while its person would be
 * reminded of that deadline with that date; one that waited past its date is overdue now.
 */
export function standingLines(
  { lines, to: person }: Notice,
  { file, today, newer }: Standing,
): { readonly lines: readonly ReminderLine[]; readonly gone: readonly string[] } {
  const said = new Set(newer.flatMap((one) => one.lines.map(({ deadline }) => deadline)));
  const judged = lines.map((line) => ({
    line: line.tone === 'coming' && line.due < today ? { ...line, tone: 'overdue' as const } : line,
    why: said.has(line.deadline) ? 'a newer reminder says it' : whyNotTheirs(file, person, line),
  }));
  return {
    lines: judged.filter(({ why }) => why === undefined).map(({ line }) => line),
    gone: judged.flatMap(({ line: { title }, why }) => (why === undefined ? [] : [`${title}: ${why}.`])),
  };
}

/**
 * Says why a person is no longer reminded of a deadline; undefined while they are, by its own ladder or by that of a
 * limit.
 */
function whyNotTheirs(file: CaseFile, person: PersonId, { deadline, due, tone }: ReminderLine): string | undefined {
  if (file.closedOn !== undefined || isWithdrawn(file)) return 'the case has ended';
  const onLadder = limitLadders(file).some(
    ({ line, to: recipient }) => line.deadline === deadline && line.due === due && recipient.person === person,
  );
  if (onLadder) return undefined;
  const open = openDeadlines(file).find(({ id }) => id === deadline);
  if (open === undefined) return 'it is done, or no longer needed';
  if (isHeld(file, open)) return 'it is on hold';
  if (open.due !== due) return `it is due by ${sayDate(open.due)} now`;
  const { overdueTo, overdueEscalation } = file.policy.ladders;
  const owners = tone === 'coming' ? [] : [...overdueTo, ...overdueEscalation.to];
  return remindedFor(file, [...owing(file, open), ...owners]).some((one) => one.person === person)
    ? undefined
    : 'it is no longer theirs to do';
}

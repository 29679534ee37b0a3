import { sayShortDate, weekday } from '../../src/procedure/time/dates';
import type { ReminderLine } from '../../src/procedure/case/record';
import type { Role } from '../../src/procedure/roles';
import { stepNumber } from '../../src/procedure/step-names';
import type { StepId } from '../../src/procedure/step-ids';
import type { Instant, IsoDate } from '../../src/procedure/time/time';

/** An email as the API lists it, as far as a rehearsal looks. */
export interface NoticeOnList {
  readonly key: string;
  readonly kind: string;
  readonly to: { readonly id: string; readonly name: string | null; readonly as: Role };
  readonly at: Instant;
  readonly lines: readonly ReminderLine[];
  readonly state: 'waiting' | 'sent' | 'refused' | 'no-longer-true';
}

/** Column at which the text of a line begins, behind its date, its day and its step. */
export const textAt = 32;

/** "Mon 23 Nov 2026  day   1  2" and so on: what every line begins with. */
export function beginning(date: IsoDate, day: number, step?: StepId): string {
  const [dayOfMonth = '', month = '', year = ''] = sayShortDate(date).split(' ');
  const said = `${weekday(date).slice(0, 3)} ${dayOfMonth.padStart(2)} ${month.slice(0, 3)} ${year}`;
  const number = step === undefined ? '' : (stepNumber(step) ?? '-');
  return `${said}  day ${String(day).padStart(3)}  ${number}`.padEnd(textAt);
}

const shownNames = 3;

/** "A, B, C and 4 more". */
export function few(names: readonly string[]): string {
  const all = [...new Set(names)];
  if (all.length <= shownNames + 1)
    return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
  return `${all.slice(0, shownNames).join(', ')} and ${all.length - shownNames} more`;
}

const spaced = (code: string): string => code.replaceAll('-', ' ');
const nameOf = ({ to }: NoticeOnList): string => to.name ?? to.id;

/** "email: oversight asked, to A and B", one line a kind. */
export function emailLines(notices: readonly NoticeOnList[]): readonly string[] {
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  return kinds.map(
    (kind) => `email: ${spaced(kind)}, to ${few(notices.filter((one) => one.kind === kind).map(nameOf))}`,
  );
}

const tones = { coming: 'reminder', overdue: 'OVERDUE', breach: 'BREACH' } as const;

/** "reminder: Step 6, Rapid Review meeting, due 10 December 2026, to A", one line for each deadline and tone of a morning. */
export function reminderLines(notices: readonly NoticeOnList[]): readonly string[] {
  const said = new Map<string, string[]>();
  for (const notice of notices) {
    for (const { tone, title, due } of notice.lines) {
      const what = `${tones[tone]}: ${title}, due ${sayShortDate(due)}`;
      said.set(what, [...(said.get(what) ?? []), nameOf(notice)]);
    }
  }
  return [...said].map(([what, names]) => `${what}, to ${few(names)}`);
}

/** "1 email", "3 emails". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "reminders 12, information asked 3", the most frequent first. */
export function byKind(notices: readonly NoticeOnList[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([kind, n]) => `${spaced(kind)} ${n}`)
    .join(', ');
}

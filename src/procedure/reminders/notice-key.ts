import type { CaseReference, IsoDate, PersonId } from '../time/time';
import type { NoticeKind } from './notice';

/*
 * The key of a notice, by which the same notice is never decided twice: `SIN-2026-0007/4/information/information-asked/P21/2026-11-24`,
 * and for the reminders of a morning `SIN-2026-0007/reminders/P21/2026-11-25`. Keys are in case files and records, so
 * their form never changes.
 */

/** The parts of the key of a notice that an entry of the record gave rise to. */
interface OfEntry {
  readonly reference: CaseReference;
  readonly entry: number;
  readonly step: string | undefined;
  readonly kind: NoticeKind;
  readonly to: PersonId;
  readonly on: IsoDate;
  /** Tells apart what one act tells one person several times in the same kind. */
  readonly about: string | undefined;
}

export const noticeKey = ({ reference, entry, step = 'case', kind, to, on, about }: OfEntry): string =>
  [reference, entry, step, kind, to, on, ...(about === undefined ? [] : [about])].join('/');

/** The key of a morning's reminders to one person. */
export const reminderKey = ({ reference, to, on }: Pick<OfEntry, 'reference' | 'to' | 'on'>): string =>
  [reference, 'reminders', to, on].join('/');

/** Reads whom a key is for, of which kind, and of which entry; reminders are of none. */
export function readNoticeKey(key: string): {
  readonly entry: number | undefined;
  readonly kind: string;
  readonly to: string;
} {
  const [, entry = '', ...parts] = key.split('/');
  if (entry === 'reminders') return { entry: undefined, kind: 'reminders', to: parts[0] ?? '' };
  const [, kind = '', to = ''] = parts;
  return { entry: Number(entry), kind, to };
}

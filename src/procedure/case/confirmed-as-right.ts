import type { DoubtCode } from '../notification/doubt-words';
import type { CaseFile } from './case-file';
import { entryBySeq } from './entries';
import { factsOf } from './facts';
import { openingSeq, personOf } from './opening-entry';

/** A doubt about the notification that somebody confirmed as right: with the notification, or with a later entry. */
export interface ConfirmedAsRight {
  readonly doubt: DoubtCode;
  /** The child by the case's own code; absent where the doubt is about the incident or about several children. */
  readonly child?: string;
  /** The notifier, the office when it took the notification, or the number of the entry that confirmed the doubt. */
  readonly by: 'notifier' | 'office' | number;
}

const aboutChild = (child: string | undefined) => (child === undefined ? {} : { child });

/** The child whose answer a correction puts right. */
function childOf(file: CaseFile, entry: number, field: string): string | undefined {
  if (entry === openingSeq) return personOf(field);
  const corrected = entryBySeq(file, entry);
  return factsOf(file, 'addChild').find(({ seq }) => seq === corrected?.fact.seq)?.form.ref;
}

/** Lists what was confirmed as right in a case, in the order of the record; nothing about a child who was removed. */
export function confirmedAsRight(file: CaseFile): readonly ConfirmedAsRight[] {
  const { confirmed = [], children } = file.notification;
  const added = factsOf(file, 'addChild').map(({ seq, form }) => ({ seq, child: form.ref, codes: form.confirmed }));
  const corrected = factsOf(file, 'correctFact').map(({ seq, form }) => ({
    seq,
    child: childOf(file, form.entry, form.field),
    codes: form.confirmed,
  }));
  const since = [...added, ...corrected]
    .sort((one, other) => one.seq - other.seq)
    .flatMap(({ seq, child, codes = [] }) => codes.map((doubt) => ({ doubt, ...aboutChild(child), by: seq })));
  return [...confirmed, ...since].filter(
    ({ child }) => child === undefined || children.some(({ ref }) => ref === child),
  );
}

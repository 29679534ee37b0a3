import type { DoubtCode } from '../notification/doubt-words';
import type { CaseFile } from './case-file';
import { personCorrected } from './corrected-person';
import { factsOf } from './facts';

/** A doubt about the notification that somebody confirmed as right: with the notification, or with a later entry. */
export interface ConfirmedAsRight {
  readonly doubt: DoubtCode;
  /** The child by the case's own code; absent where the doubt is about the incident or about several children. */
  readonly child?: string;
  /** The notifier, the office when it took the notification, or the number of the entry that confirmed the doubt. */
  readonly by: 'notifier' | 'office' | number;
}

const aboutChild = (child: string | undefined) => (child === undefined ? {} : { child });

/** Lists what was confirmed as right in a case, in the order of the record; nothing about a child who was removed. */
export function confirmedAsRight(file: CaseFile): readonly ConfirmedAsRight[] {
  const { confirmed = [], children } = file.notification;
  const added = factsOf(file, 'addChild').map(({ seq, form }) => ({ seq, child: form.ref, codes: form.confirmed }));
  const corrected = factsOf(file, 'correctFact').map(({ seq, form }) => ({
    seq,
    child: personCorrected(file, form)?.ref,
    codes: form.confirmed,
  }));
  const since = [...added, ...corrected]
    .sort((one, other) => one.seq - other.seq)
    .flatMap(({ seq, child, codes = [] }) => codes.map((doubt) => ({ doubt, ...aboutChild(child), by: seq })));
  return [...confirmed, ...since].filter(
    ({ child }) => child === undefined || children.some(({ ref }) => ref === child),
  );
}

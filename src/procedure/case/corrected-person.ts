import type { CaseFile, Forms } from './case-file';
import { factsOf } from './facts';
import { openingSeq, personOf } from './opening-entry';

/** The person and the field that a correction puts right. */
interface CorrectedPerson {
  /** The case's own code of the child or family member. */
  readonly ref: string;
  readonly key: string;
}

/**
 * Finds whom a correction is about: somebody of entry 1, or the child whom the corrected entry added. Undefined for a
 * correction of anything else.
 */
export function personCorrected(
  file: CaseFile,
  { entry, field }: Pick<Forms['correctFact'], 'entry' | 'field'>,
): CorrectedPerson | undefined {
  if (entry === openingSeq) {
    const ref = personOf(field);
    return ref === undefined ? undefined : { ref, key: field.split('.').at(-1) ?? '' };
  }
  const added = factsOf(file, 'addChild').find(({ seq }) => seq === entry);
  return added && { ref: added.form.ref, key: field };
}

import type { CaseFile, Fact } from '../case/case-file';
import { everOf } from '../case/facts';
import type { CaseReference, PersonId, WordsReference } from '../time/time';

/*
 * Correspondents: people who are not of the partnership and whom a case writes to, by a link alone. The records have
 * their names and addresses; the case has references to them, and ids of its own.
 */

/** A person whom a case writes to, as the case knows them. */
export interface Correspondent {
  readonly id: PersonId;
  readonly name: WordsReference;
  readonly address: WordsReference;
}

const pattern = (): RegExp => /^C-SIN-\d{4}-\d{4}-\d{1,6}$/;

/** True if a text is the id of a correspondent: "C-SIN-2026-0007-12" is named by entry 12 of that case. */
export const isCorrespondent = (id: string): id is PersonId => pattern().test(id);

/** The id of the correspondent whom an entry names. It is in case files and records, and never changes. */
export const correspondentId = (reference: CaseReference, seq: number): PersonId =>
  // Says of whom it is the id, as the pattern reads it.
  `C-${reference}-${seq}` as PersonId;

/** The number of the entry that names a correspondent. */
export const entryOfCorrespondent = (id: PersonId): string => id.slice(id.lastIndexOf('-') + 1);

type Naming = Fact<{ readonly name: WordsReference; readonly address: WordsReference }>;

/** Lists the correspondents of a case, those too whose entry was set aside: the record names them still. */
export const correspondentsOf = (file: CaseFile): readonly Correspondent[] =>
  [...everOf(file, 'passToColleague'), ...everOf(file, 'nameColleague')].map(({ seq, form }: Naming) => ({
    id: correspondentId(file.reference, seq),
    name: form.name,
    address: form.address,
  }));

import { correspondentsOf } from '../procedure/asking/correspondents';
import type { CaseFile } from '../procedure/case/case-file';
import type { PersonId } from '../procedure/time/time';
import type { WordsRepository } from './free-text';

/** A correspondent of a case, by name and address. */
export interface NamedCorrespondent {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
}

/** Reads the name and address of a correspondent; undefined if the case has nobody of this id. Throws `RecordsUnavailable`. */
export async function findCorrespondent(
  { words }: { readonly words: Pick<WordsRepository, 'wordsOf'> },
  file: CaseFile,
  id: PersonId,
): Promise<NamedCorrespondent | undefined> {
  const found = correspondentsOf(file).find((one) => one.id === id);
  if (found === undefined) return undefined;
  const texts = await words.wordsOf(file.reference, [found.name, found.address]);
  const name = texts.get(found.name);
  const email = texts.get(found.address);
  return name === undefined || email === undefined ? undefined : { id, name, email };
}

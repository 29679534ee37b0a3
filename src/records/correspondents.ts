import { correspondentsOf } from '../procedure/asking/correspondents';
import type { CaseFile } from '../procedure/case/case-file';
import type { PersonId } from '../procedure/time/time';
import type { WordsRepository } from './free-text';

/** A correspondent of a case, by name and address. */
export interface NamedCorrespondent {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  /** The name of the organisation that is asked through them; absent for a colleague. */
  readonly organisation?: string;
}

interface Kept {
  readonly words: Pick<WordsRepository, 'wordsOf'>;
}

/** Reads the names and addresses of the correspondents of a case: of all, or of one. Throws `RecordsUnavailable`. */
export async function readCorrespondents(
  { words }: Kept,
  file: CaseFile,
  only?: PersonId,
): Promise<readonly NamedCorrespondent[]> {
  const these = correspondentsOf(file).filter(({ id }) => only === undefined || id === only);
  if (these.length === 0) return [];
  const ids = these.flatMap(({ name, address, organisation }) => [
    ...[name, address],
    ...(organisation === undefined ? [] : [organisation]),
  ]);
  const texts = await words.wordsOf(file.reference, ids);
  return these.flatMap(({ id, name: ofName, address, organisation: ofOrganisation }) => {
    const [name, email] = [texts.get(ofName), texts.get(address)];
    const organisation = ofOrganisation && texts.get(ofOrganisation);
    return name === undefined || email === undefined
      ? []
      : [{ id, name, email, ...(organisation === undefined ? {} : { organisation }) }];
  });
}

/** Reads the name and address of a correspondent; undefined if the case has nobody of this id. Throws `RecordsUnavailable`. */
export const findCorrespondent = async (
  kept: Kept,
  file: CaseFile,
  id: PersonId,
): Promise<NamedCorrespondent | undefined> => (await readCorrespondents(kept, file, id))[0];

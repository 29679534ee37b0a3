import type { CaseFile, DecisionName, Forms } from './case/case-file';
import { factsOf } from './case/facts';
import { familyOf } from './case/family';
import { isWordsReference } from './forms';
import { correctedTexts, openingSeq, personOf } from './case/opening-entry';
import type { CaseEvent } from './case/record';
import { childDetailNames } from './notification/named-child';
import type { ChildDetail } from './notification/notification-people';
import type { WordsReference } from './time/time';

/* The names and dates of birth of a case, as references to the texts that the records keep. */

/** A child who was added since the notification came. */
interface AddedChild {
  readonly ref: string;
  readonly name: WordsReference;
  readonly dateOfBirth: WordsReference;
  /** The other answers that are read with the name. */
  readonly details: Partial<Readonly<Record<ChildDetail, WordsReference>>>;
}

/** The differences between the names of a case and those of the form as it came. */
export interface NamesSince {
  /** Texts of the form that were corrected, by their field; undefined if the text was taken out. */
  readonly corrected: ReadonlyMap<string, WordsReference | undefined>;
  readonly added: readonly AddedChild[];
  /** The codes of the children who stand, and of the family of the form who do. */
  readonly children: readonly string[];
  readonly family: readonly string[];
  /** Names given to people who were removed since: a case is not found by them. A name that was corrected is still sought. */
  readonly ofRemoved: readonly WordsReference[];
}

const changing: readonly DecisionName[] = ['correctFact', 'addChild', 'removeChild', 'removeFamilyMember'];

/** True if an entry may change who the case is about, or what they are called. */
export const changesNames = ({ kind, decision }: Pick<CaseEvent, 'kind' | 'decision'>): boolean =>
  kind === 'decision-taken' && decision !== undefined && changing.includes(decision);

/** Returns the names of a case as they stand, as differences from the form as it came. */
export function namesSince(file: CaseFile): NamesSince {
  const children = file.notification.children.map(({ ref }) => ref);
  const added = factsOf(file, 'addChild')
    .map(({ form }) => ({ ref: form.ref, name: form.name, dateOfBirth: form.dateOfBirth, details: detailsOf(form) }))
    .filter(({ ref }) => children.includes(ref));
  return {
    corrected: correctedTexts(file),
    added,
    children,
    family: file.notification.family.map(({ ref }) => ref),
    ofRemoved: ofRemoved(file),
  };
}

const detailsOf = (form: Forms['addChild']): AddedChild['details'] =>
  Object.fromEntries(childDetailNames.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])));

/** Every name that a decision gave to somebody who was removed since, those of before a correction too. */
function ofRemoved(file: CaseFile): readonly WordsReference[] {
  const standing = familyOf(file);
  const isGone = (ref: string): boolean => !standing.includes(ref);
  const own = [...factsOf(file, 'addChild'), ...factsOf(file, 'addFamilyMember')]
    .filter(({ form }) => isGone(form.ref))
    .flatMap(({ form, corrections = [] }) => [
      form.name,
      ...('dateOfBirth' in form ? [form.dateOfBirth, ...Object.values(detailsOf(form))] : []),
      ...corrections.map(({ was }) => was),
    ]);
  const ofForm = factsOf(file, 'correctFact')
    .filter(({ form }) => form.entry === openingSeq)
    .filter(({ form }) => {
      const ref = personOf(form.field);
      return ref !== undefined && isGone(ref);
    })
    .map(({ form }) => form.value);
  return [...own, ...ofForm].filter(isWordsReference);
}

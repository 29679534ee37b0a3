import { isDecisionName } from '../../procedure/catalogue';
import { notificationFormItself } from '../../casework/notifying';
import type { Office } from '../../casework/office';
import type { Profile } from '../../profile/load';
import { typographic } from './letters';

/** The people of the partnership, and those who have left it. */
export type People = Pick<Profile, 'people'> & Pick<Office['profile'], 'left'>;

/** The name of a person of the partnership, or of somebody who has left it. */
export function nameOf({ people, left = [] }: People, id: string): string {
  if (id === notificationFormItself) return 'the notification form';
  const here = people.find((person) => person.id === id);
  if (here !== undefined) return here.name;
  const gone = left.find((person) => person.id === id);
  return gone === undefined ? `somebody who has left (${id})` : `${gone.name} (who has left)`;
}

/**
 * A sentence of the rules as people read it: names in place of ids, no names of decisions from the API, and the
 * apostrophes and quotation marks of print. A parallel process has a code like a person's id, so the rules never write
 * that code without saying "process" before it, and it stays as it is.
 */
export const inPlainWords = (profile: People, sentence: string): string =>
  typographic(
    sentence
      .replaceAll(/ ?\(([A-Za-z]+)(?:, [^()]*)?\)/g, (whole, name: string) => (isDecisionName(name) ? '' : whole))
      .replaceAll(/(?<!\bprocess )\bP\d{2,4}\b/gi, (id) => nameOf(profile, id)),
  );

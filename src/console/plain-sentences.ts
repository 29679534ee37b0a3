import { isDecisionName } from '../procedure/catalogue';
import type { Profile } from '../profile/load';
import { typographic } from './wording';

/** The name of a person of the profile; somebody who has left it is known by their id. */
export const nameOf = ({ people }: Pick<Profile, 'people'>, id: string): string =>
  id === 'P00'
    ? 'the notification form'
    : (people.find((person) => person.id === id)?.name ?? `somebody who has left (${id})`);

/**
 * A sentence of the rules as people read it: names in place of ids, no names of decisions from the API, and the
 * apostrophes and quotation marks of print. A parallel process has a code like a person's id, so the rules never write
 * that code without saying "process" before it, and it stays as it is.
 */
export const inPlainWords = (profile: Pick<Profile, 'people'>, sentence: string): string =>
  typographic(
    sentence
      .replaceAll(/ ?\(([A-Za-z]+)(?:, [^()]*)?\)/g, (whole, name: string) => (isDecisionName(name) ? '' : whole))
      .replaceAll(/(?<!\bprocess )\bP\d{2,4}\b/gi, (id) => nameOf(profile, id)),
  );

import { isDecisionName } from '../procedure/catalogue';
import type { Profile } from '../profile/load';

/** The name of a person of the profile; somebody who has left it is known by their id. */
export const nameOf = ({ people }: Pick<Profile, 'people'>, id: string): string =>
  id === 'P00'
    ? 'the notification form'
    : (people.find((person) => person.id === id)?.name ?? `somebody who has left (${id})`);

/** A sentence of the rules as people read it: names in place of ids, and no names of decisions from the API. */
export const inPlainWords = (profile: Pick<Profile, 'people'>, sentence: string): string =>
  sentence
    .replaceAll(/ ?\(([A-Za-z]+)(?:, [^()]*)?\)/g, (whole, name: string) => (isDecisionName(name) ? '' : whole))
    .replaceAll(/\bP\d{2,4}\b/g, (id) => nameOf(profile, id));

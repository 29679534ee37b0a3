import { credentialKinds, credentialWords, readPartWords } from '../../../procedure/read-parts';
import { parseInstant, sayInstant } from '../../../procedure/time/dates';
import type { ApiToken } from '../../../records/tokens';
import type { ListedReading } from '../../../records/readings';
import type { Office } from '../../../casework/office';
import { nameOf } from '../../wording/name-of';
import type { ReadingsFilter } from './readings-filter';

type Profile = Office['profile'];

/** Says by which credential somebody read, with what tells it from others of its kind. */
function credentialSaid({ kind, name }: ListedReading['credential'], tokens: readonly ApiToken[]): string {
  switch (kind) {
    case 'session': {
      const began = parseInstant(name);
      return began === undefined ? credentialWords[kind] : `${credentialWords[kind]} since ${sayInstant(began)}`;
    }
    case 'token': {
      const token = tokens.find(({ id }) => String(id) === name);
      return token === undefined ? credentialWords[kind] : `${credentialWords[kind]} “${token.name}”`;
    }
    case 'link':
    case 'installation-token':
      return credentialWords[kind];
    case 'codec-token':
      return name === '' ? credentialWords[kind] : `${credentialWords[kind]}, from ${name}`;
    case 'command':
      return `${credentialWords[kind]}, by the machine’s user ${name}`;
  }
}

/** A reading as a row of the log. */
export const readingRow = (profile: Profile, tokens: readonly ApiToken[], reading: ListedReading) => ({
  at: reading.at,
  who: reading.person === undefined ? 'A program of the installation' : nameOf(profile, reading.person),
  what: readPartWords[reading.part],
  credential: credentialSaid(reading.credential, tokens),
  cases: reading.cases,
  more: reading.more,
});

/** The choices of the filter, with those that are chosen. */
export function logChoices({ people, left = [] }: Profile, { person, credential }: ReadingsFilter) {
  const named = [...people, ...left].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return {
    people: [
      { value: '', text: 'Everybody' },
      ...named.map(({ id, name }) => ({ value: id, text: name, selected: id === person })),
      { value: 'nobody', text: 'A program of the installation', selected: person === 'nobody' },
    ],
    credentials: [
      { value: '', text: 'Any' },
      ...credentialKinds.map((kind) => ({ value: kind, text: credentialWords[kind], selected: kind === credential })),
    ],
  };
}

/** True if the filter may leave out readings. */
export const narrowsLog = ({ reference, person, credential, from, to, problems }: ReadingsFilter): boolean =>
  problems.length > 0 || [reference, person, credential, from, to].some((one) => one !== undefined);

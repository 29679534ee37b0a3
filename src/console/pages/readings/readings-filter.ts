import { credentialKinds, type CredentialKind } from '../../../procedure/read-parts';
import { personIdPattern } from '../../../procedure/forms';
import type { CaseReference, IsoDate, PersonId } from '../../../procedure/time/time';
import { isReference } from '../../../records/case-reference';
import { daysInFilter, type FilterProblem } from '../../forms/days-in-filter';
import { addressWith } from '../../http/address-with';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';

/** The filter that the address asks for, and what cannot be read of it. */
export interface ReadingsFilter {
  readonly reference: CaseReference | undefined;
  readonly person: PersonId | 'nobody' | undefined;
  readonly credential: CredentialKind | undefined;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly cursor: string | undefined;
  readonly problems: readonly FilterProblem[];
}

function personIn(query: Fields): PersonId | 'nobody' | undefined {
  const said = one(query, 'person');
  if (said === 'nobody') return said;
  // The pattern is what makes a text a person's id.
  return personIdPattern().test(said) ? (said as PersonId) : undefined;
}

/** Reads the filter from the address. Choices that there are not are left out; a wrong day or case is a problem. */
export function readLogFilter(query: Fields, today: IsoDate): ReadingsFilter {
  const reference = one(query, 'case').toUpperCase();
  const credential = one(query, 'credential');
  const { from, to, problems } = daysInFilter(query, today);
  const noCase =
    reference === '' || isReference(reference)
      ? undefined
      : { field: 'case', sentence: 'Enter a reference such as SIN-2026-0007' };
  return {
    reference: isReference(reference) ? reference : undefined,
    person: personIn(query),
    credential: credentialKinds.find((kind) => kind === credential),
    from,
    to,
    cursor: one(query, 'after') === '' ? undefined : one(query, 'after'),
    problems: [...(noCase === undefined ? [] : [noCase]), ...problems],
  };
}

/** The address of the next page with the same filter. */
export const nextAddress = (path: string, query: Fields, next: string): string =>
  addressWith(path, {
    ...Object.fromEntries(['case', 'person', 'credential', 'from', 'to'].map((name) => [name, one(query, name)])),
    after: next,
  });

import type { CaseReference } from '../procedure/time/time';
import type { InstallationRepository } from './installation';

/** A case that did not go on at the last look. */
export interface StandingStill {
  readonly reference: CaseReference;
  /** The kind of the finding; the records hold no list of kinds. */
  readonly found: string;
}

/** Name of the fact that lists the cases that did not go on at the last look. */
export const standingStillFact = 'cases that do not go on';

/** Greatest number of cases in the fact. The comparison itself lists all of them. */
const most = 200;

/** Stores the cases that do not go on, in place of the earlier list, so that every server answers the same. */
export const noteStandingStill = (
  { setFact }: Pick<InstallationRepository, 'setFact'>,
  found: readonly StandingStill[],
): Promise<void> =>
  setFact(
    standingStillFact,
    found.slice(0, most).map(({ reference, found: kind }) => ({ reference, found: kind })),
  );

/** Lists the cases that did not go on when they were last looked at. */
export async function notedStandingStill({
  fact,
}: Pick<InstallationRepository, 'fact'>): Promise<readonly StandingStill[]> {
  return standingStillIn(await fact(standingStillFact));
}

/** Reads the value of the fact; ignores anything malformed. */
export const standingStillIn = (value: unknown): readonly StandingStill[] =>
  Array.isArray(value) ? value.filter(isOne) : [];

const isOne = (one: unknown): one is StandingStill =>
  typeof one === 'object' &&
  one !== null &&
  'reference' in one &&
  typeof one.reference === 'string' &&
  'found' in one &&
  typeof one.found === 'string';

import type { CaseReference } from '../procedure/time/time';
import type { InstallationRepository } from './installation';

/** A case that does not go on, as it was found last. */
export interface StandingStill {
  readonly reference: CaseReference;
  /** The kind of the finding; the records hold no list of kinds. */
  readonly found: string;
}

/** The fact of the installation that says which cases do not go on, as the last look at them found it. */
export const standingStillFact = 'cases that do not go on';

/** More than these are in the comparison; a fact is no list of thousands. */
const most = 200;

/** Notes which cases do not go on, in the place of what was noted before: every server says the same then. */
export const noteStandingStill = (
  { setFact }: Pick<InstallationRepository, 'setFact'>,
  found: readonly StandingStill[],
): Promise<void> =>
  setFact(
    standingStillFact,
    found.slice(0, most).map(({ reference, found: kind }) => ({ reference, found: kind })),
  );

/** Which cases did not go on when they were looked at last. */
export async function notedStandingStill({
  fact,
}: Pick<InstallationRepository, 'fact'>): Promise<readonly StandingStill[]> {
  return standingStillIn(await fact(standingStillFact));
}

/** Reads the fact. */
export const standingStillIn = (value: unknown): readonly StandingStill[] =>
  Array.isArray(value) ? value.filter(isOne) : [];

const isOne = (one: unknown): one is StandingStill =>
  typeof one === 'object' &&
  one !== null &&
  'reference' in one &&
  typeof one.reference === 'string' &&
  'found' in one &&
  typeof one.found === 'string';

import { emailLinks } from '../../../src/installation/email-links';
import type { LinkOf } from '../../../src/procedure/asking/links';
import type { PersonId } from '../../../src/procedure/time/time';
import { newPayloadKey } from '../../../src/security/payload-keys';
import { aCase, type CaseBuilder } from '../../support/a-case';
import type { ConsoleUnderTest } from './console';

const keys = { writing: newPayloadKey('2026-11-30'), reading: [], retired: [] };

/** The contact of the GP practices, in the profile of the tests. */
export const gp = 'P26' as PersonId;
/** The contact of Housing. */
export const housing = 'P32' as PersonId;

/** A case in which the GP practices and Housing were asked for information, and none has answered. */
export const agenciesAsked = (begun: CaseBuilder = aCase()): CaseBuilder =>
  (['la', 'police', 'health'] as const)
    .reduce((one, partner) => one.with('nameAgencies', { partner, agencies: ['gp', 'housing'] }), begun)
    .with('askAgencies', { agencies: ['gp', 'housing'] });

/** The address on record of a person of the profile. */
export const emailOf = (console: ConsoleUnderTest, person: PersonId): string =>
  console.profile.people.find(({ id }) => id === person)?.email ?? '';

/** The address of a link, as an email carries it: that of the GP practices, where nothing else is said. */
export const linkAddress = (
  console: ConsoleUnderTest,
  of: Partial<LinkOf> & Pick<LinkOf, 'reference'>,
): Promise<string> =>
  emailLinks({
    records: console.records,
    keys,
    publicUrl: console.address,
    now: () => console.wall,
  }).answerLink({ contribution: 'return:gp', person: gp, ...of });

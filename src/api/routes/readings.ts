import * as z from 'zod/mini';
import { listReadings, listReadingsOfCase, type ReadingList } from '../../casework/listing-readings';
import { personIdPattern } from '../../procedure/forms';
import { credentialKinds } from '../../procedure/read-parts';
import type { CaseReference, PersonId } from '../../procedure/time/time';
import { isReference } from '../../records/case-reference';
import { whoOpens, whoSees } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { queryDate, wholeNumber } from '../query-fields';
import { get, type Route } from '../route';

const person = z.custom<PersonId | 'nobody'>(
  (said) => typeof said === 'string' && (said === 'nobody' || personIdPattern().test(said)),
  { error: 'Give the id of a person, such as P01, or nobody for programs of the installation' },
);

const conditions = {
  person: z.optional(person.register(z.globalRegistry, { title: 'Who read' })),
  credential: z.optional(z.enum(credentialKinds, { error: `Choose one of: ${credentialKinds.join(', ')}` })),
  from: z.optional(queryDate('the first day')),
  to: z.optional(queryDate('the last day')),
  cursor: z.optional(z.string().check(z.maxLength(300, 'The cursor is not one that this list gave out'))),
  limit: z.optional(wholeNumber(200, 'The limit')),
};

const ofOne = z.strictObject(conditions);
const acrossCases = z.strictObject({
  ...conditions,
  case: z.optional(
    z
      .custom<CaseReference>((said) => typeof said === 'string' && isReference(said), {
        error: 'Give the reference of a case, such as SIN-2026-0007',
      })
      .register(z.globalRegistry, { title: 'The case that was read' }),
  ),
});

const bodyOf = ({ readingsKeptYears }: ApiDependencies['profile'], { readings, next }: ReadingList) => ({
  keptYears: readingsKeptYears,
  readings: readings.map(({ at, person: who, credential, part, cases, more }) => ({
    at,
    person: who ?? null,
    credential,
    part,
    cases,
    more,
  })),
  next,
});

const replies = {
  200: { description: 'One page; `next` is the cursor of the page after it.', schema: 'Readings' },
} as const;

/** The reading log: who opened which case. Reading the log is logged too. */
export function readingRoutes(dependencies: ApiDependencies): readonly Route[] {
  const { profile } = dependencies;
  return [
    get({
      path: '/api/readings',
      access: whoOpens('readings'),
      tag: 'Reading log',
      summary: 'Read who opened which case, what of it, when and by what credential; the newest first',
      description:
        '`person` is null for a program of the installation. `cases` has the cases that were shown, and `more` how many others that you may not know of. What was searched for is not kept. The answer to a decision is no reading.',
      query: acrossCases,
      replies,
      async answer({ reader, query: { case: reference, ...asked } }) {
        const list = await listReadings(dependencies, reader, { ...asked, reference });
        return {
          status: 200,
          body: bodyOf(profile, list),
          shown: { cases: list.readings.flatMap(({ cases }) => cases) },
        };
      },
    }),
    get({
      path: '/api/cases/:reference/readings',
      access: whoSees('state', { page: 'case-readings', shows: 'case-readings' }),
      tag: 'Reading log',
      summary: 'Read who opened this case; the newest first',
      description: '`more` is how many other cases were shown with it.',
      query: ofOne,
      replies,
      async answer({ known, reader, query }) {
        const asked = { ...query, reference: known.file.reference };
        return { status: 200, body: bodyOf(profile, await listReadingsOfCase(dependencies, reader, asked)) };
      },
    }),
  ];
}

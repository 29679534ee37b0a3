import * as z from 'zod/mini';
import { planFor } from '../../casework/planning';
import { whoOpens } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { problemOfRefusal } from '../problems';
import { get, type Route } from '../route';
import { queryDate } from '../query-fields';

const query = z.strictObject({
  receivedOn: queryDate('the day of receipt'),
  authorityAwareOn: z.optional(queryDate('the day the authority became aware')),
});

/** Route that works out the dates of a case before there is one, by the same plan as a case's. */
export const planRoutes = (dependencies: ApiDependencies): readonly Route[] => [
  get({
    path: '/api/plan',
    access: whoOpens('plan'),
    tag: 'Plan',
    summary: 'Work out the plan of a case that does not exist',
    description:
      'From the day of receipt, past or to come: every date and why, every clock, and what cannot be kept together.',
    query,
    replies: { 200: { description: 'The plan; `reference` is null.', schema: 'Plan' } },
    async answer({ query: dates }) {
      const planned = await planFor(dependencies, dates);
      switch (planned.kind) {
        case 'planned':
          return { status: 200, body: { reference: null, ...planned.plan } };
        case 'refused':
          throw problemOfRefusal(planned.refusal, { begun: false, place: 'address' });
      }
    },
  }),
];

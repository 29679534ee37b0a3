import * as z from 'zod/mini';
import { decide, type Decided } from '../../casework/deciding';
import type { DecisionName } from '../../procedure/case-file';
import { catalogue, isDecisionName } from '../../procedure/catalogue';
import { stepTitle } from '../../procedure/step-names';
import { mayTake } from '../../procedure/take';
import type { Viewer } from '../../procedure/permissions';
import { whoOpens, whoSees } from '../access';
import type { Dependencies } from '../dependencies';
import { jsonSchemaOf } from '../json-schema';
import { nearNames } from '../near-names';
import { pageFor } from '../page-for';
import { noSuchCase, Problem, refused } from '../problems';
import { get, post, type Reply, type Route } from '../route';

function decisionNamed(said: string): DecisionName {
  if (isDecisionName(said)) return said;
  const near = nearNames(
    said,
    catalogue.map(({ name }) => name),
  );
  const meant = near.length === 0 ? 'GET /api/decisions lists them' : `Perhaps ${near.join(', ')}`;
  throw new Problem('decision-unknown', `There is no decision "${said.slice(0, 80)}". ${meant}.`, {
    nothingBegun: true,
  });
}

/** The day it was taken stands beside the form's own fields. */
function dayAndForm(body: unknown): { readonly on?: unknown; readonly form: unknown } {
  if (typeof body !== 'object' || body === null || !('on' in body)) return { form: body };
  const { on, ...form } = body;
  return { on, form };
}

/** Of which case, and by whom. */
interface By {
  readonly reference: string | undefined;
  readonly actor: Viewer;
}

/** Decisions: the one way in which a case changes. */
export function decisionRoutes(dependencies: Dependencies): readonly Route[] {
  const { profile } = dependencies;

  async function answered(name: DecisionName, decided: Decided, { reference, actor }: By): Promise<Reply> {
    switch (decided.kind) {
      case 'taken': {
        const { seq, recorded, onRecord } = decided;
        const page = (await pageFor(dependencies, onRecord, actor)) ?? null;
        const body = { reference: onRecord.file.reference, decision: name, seq, recorded, case: page };
        return recorded ? { status: 200, body } : { status: 202, body, forNow: true };
      }
      case 'refused':
        throw refused(decided.refusal, decided);
      case 'no-such-case':
        throw noSuchCase(reference);
      case 'not-running':
        throw new Problem('not-running', decided.sentence);
    }
  }

  return [
    get({
      path: '/api/decisions',
      access: whoOpens('decide'),
      tag: 'Decisions',
      summary: 'List every decision: what it asks, who may take it, and where it comes from',
      replies: { 200: { description: 'The catalogue.', schema: 'Decisions' } },
      answer: () =>
        Promise.resolve({
          status: 200,
          body: {
            decisions: catalogue.map(({ name, title, source, step, onBehalfOf, form }) => ({
              name,
              title,
              source,
              step: step ?? null,
              stepTitle: step === undefined ? null : stepTitle(step),
              roles: mayTake(profile, name),
              onBehalfOf: onBehalfOf ?? null,
              form: jsonSchemaOf(form),
            })),
          },
        }),
    }),
    post({
      path: '/api/cases/:reference/decisions/:decision',
      access: whoSees('state'),
      tag: 'Decisions',
      summary: 'Take a decision',
      body: z.unknown(),
      replies: {
        200: { description: 'It is decided and on the record.', schema: 'Decided' },
        202: { description: 'It is decided, and still being written to the records.', schema: 'Decided' },
      },
      async answer({ known, params, body, actor, key }) {
        const name = decisionNamed(params['decision'] ?? '');
        const reference = params['reference'];
        const decided = await decide(dependencies, { reference, known, name, ...dayAndForm(body), actor, key });
        return answered(name, decided, { reference, actor });
      },
    }),
  ];
}

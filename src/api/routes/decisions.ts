import * as z from 'zod/mini';
import { changedSince } from '../../casework/changed-since';
import { decide, type Decided } from '../../casework/deciding';
import { caseStillKnown } from '../../casework/reading';
import type { DecisionName } from '../../procedure/case/case-file';
import type { SentDecision } from '../../casework/preparing';
import { catalogue, isDecisionName, type AnyDefinition } from '../../procedure/catalogue';
import { onBehalfField } from '../../procedure/case/on-behalf';
import { reasonField } from '../../procedure/case/passing';
import { stepTitle } from '../../procedure/step-names';
import { mayBeRecordedFor, mayTake } from '../../procedure/may-take';
import type { Viewer } from '../../procedure/permissions';
import type { Refusal } from '../../procedure/refusals';
import type { CaseOnRecord } from '../../records/cases';
import { whoOpens, whoSees } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { entryIn, entryTag } from '../entry-tag';
import { jsonSchemaOf } from '../json-schema';
import { nearNames } from '../near-names';
import { pageFor } from '../page-for';
import { noSuchCase, Problem, problemOfRefusal } from '../problems';
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

/** The day, the reason for passing a limit, and on whose behalf it is recorded stand beside the form's own fields. */
function besideTheForm(body: unknown): Pick<SentDecision, 'on' | 'reasonForPassing' | 'onBehalf' | 'form'> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { form: body };
  const said = body as Readonly<Record<string, unknown>>;
  const { on, [reasonField]: reasonForPassing, [onBehalfField]: onBehalf, ...form } = said;
  return { on, reasonForPassing, onBehalf, form };
}

/** Of which case, and by whom. */
interface By {
  readonly known: CaseOnRecord;
  readonly actor: Viewer;
  /** The entry that the case's record ended with when whoever sent it read the case. */
  readonly madeFrom: number | undefined;
}

/** A decision as the catalogue lists it. */
const decisionEntry = (
  profile: ApiDependencies['profile'],
  { name, title, source, step, onBehalfOf, form }: AnyDefinition,
) => ({
  name,
  title,
  source,
  step: step ?? null,
  stepTitle: step === undefined ? null : stepTitle(step),
  roles: mayTake(profile, name),
  onBehalfOf: onBehalfOf ?? null,
  mayBeRecordedFor: mayBeRecordedFor(profile, name),
  form: jsonSchemaOf(form),
});

/** Decisions: the one way in which a case changes. */
export function decisionRoutes(dependencies: ApiDependencies): readonly Route[] {
  const { profile } = dependencies;

  /** The problem of an order that was made before the case changed, with what changed. */
  async function changedProblem(why: Refusal, { known, actor, madeFrom = 0 }: By): Promise<Problem> {
    const { file } = await caseStillKnown(dependencies, known.file.reference);
    const changed = await changedSince(dependencies, file, { after: Math.min(madeFrom, file.seq), reader: actor });
    return problemOfRefusal(why).with({ extra: { changed }, headers: entryTag(file) });
  }

  async function answered(name: DecisionName, decided: Decided, by: By): Promise<Reply> {
    const { known, actor } = by;
    switch (decided.kind) {
      case 'taken': {
        const { seq, recorded, onRecord } = decided;
        const page = (await pageFor(dependencies, onRecord, actor)) ?? null;
        const body = { reference: onRecord.file.reference, decision: name, seq, recorded, case: page };
        const headers = entryTag(onRecord.file);
        return recorded ? { status: 200, body, headers } : { status: 202, body, headers, forNow: true };
      }
      case 'refused':
        if (decided.refusal.code === 'changed-since') throw await changedProblem(decided.refusal, by);
        throw problemOfRefusal(decided.refusal, decided);
      case 'no-such-case':
        throw noSuchCase(known.file.reference);
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
            decisions: catalogue.map((definition) => decisionEntry(profile, definition)),
          },
        }),
    }),
    post({
      path: '/api/cases/:reference/decisions/:decision',
      // The answer to a decision is no reading: the entry is the trace.
      access: whoSees('part', { shows: 'nothing' }),
      tag: 'Decisions',
      summary: 'Take a decision',
      body: z.unknown(),
      takesIfMatch: true,
      replies: {
        200: { description: 'It is decided and on the record.', schema: 'Decided', tagged: true },
        202: { description: 'It is decided, and still being written to the records.', schema: 'Decided', tagged: true },
      },
      refuses: [412],
      async answer({ known, params, body, actor, key, ifMatch }) {
        const name = decisionNamed(params['decision'] ?? '');
        const madeFrom = entryIn(ifMatch);
        const { reference } = known.file;
        const order = { reference, known, name, ...besideTheForm(body), actor, key, madeFrom };
        return answered(name, await decide(dependencies, order), { known, actor, madeFrom });
      },
      async again({ known, params, actor, key }) {
        const { reference, taken } = known.file;
        const seq = taken[key]?.seq;
        if (seq === undefined) return undefined;
        const [entry] = await dependencies.records.events.eventsOf(reference, { after: seq - 1, limit: 1 });
        const page = (await pageFor(dependencies, known, actor)) ?? null;
        const decided = { reference, decision: decisionNamed(params['decision'] ?? ''), seq, recorded: true };
        const first = entry?.by === undefined ? {} : { by: entry.by, at: entry.at };
        return { status: 200, body: { ...decided, ...first, case: page }, headers: entryTag(known.file) };
      },
    }),
  ];
}

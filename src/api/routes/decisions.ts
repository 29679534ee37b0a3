import * as z from 'zod/mini';
import type { CaseFile, DecisionName, Forms } from '../../procedure/case-file';
import { catalogue, definitionOf, isDecisionName } from '../../procedure/catalogue';
import { parseIsoDate } from '../../procedure/dates';
import type { Call } from '../../procedure/decision';
import { fieldProblems } from '../../procedure/forms';
import { stepTitle } from '../../procedure/step-names';
import { mayTake, take, whyMayNot } from '../../procedure/take';
import type { CaseReference, IsoDate } from '../../procedure/time';
import type { CaseOnRecord } from '../../records/cases';
import type { KeptWords } from '../../records/words';
import type { Outcome } from '../../temporal/cases';
import { caseAt, caseNow, casePage } from '../case-page';
import type { Dependencies } from '../dependencies';
import { jsonSchemaOf } from '../json-schema';
import { nearNames } from '../near-names';
import { Problem, refused, wrongFields, type WrongField } from '../problems';
import { get, post, type Ordered, type Reply, type Route } from '../route';
import { soon } from '../soon';
import { decisionOfEntry, schemaOfEntry, separateWords, wordsIdFor } from '../words';

/** How long what is decided is given to be read back from the records. */
const readBackWithinMs = 2_000;

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
function dayAndForm(body: unknown): {
  readonly on?: IsoDate;
  readonly form: unknown;
  readonly wrong: readonly WrongField[];
} {
  if (typeof body !== 'object' || body === null || !('on' in body)) return { form: body, wrong: [] };
  const { on: said, ...form } = body;
  const on = typeof said === 'string' ? parseIsoDate(said) : undefined;
  if (on !== undefined) return { on, form, wrong: [] };
  const sentence = 'The day it was taken must be a real date, year-month-day, such as 2026-12-07';
  return { form, wrong: [{ field: 'on', sentence }] };
}

/** A call that can go to the case, and the words that must be kept before it does. */
interface Prepared {
  readonly call: Call;
  readonly words: readonly KeptWords[];
}

/** Takes the words out of a form, by its own schema; the right value of a correction is read by what it corrects. */
function separated(file: CaseFile, name: DecisionName, form: unknown, key: string) {
  const idOf = wordsIdFor(file.reference, key);
  const first = separateWords(definitionOf(name).form, form, idOf);
  if (name !== 'correctFact') return first;
  // Parsed by the form of this very name.
  const { entry, field, value } = form as Forms['correctFact'];
  const corrects = decisionOfEntry(file, entry);
  if (corrects === undefined) {
    throw wrongFields([
      {
        field: 'entry',
        sentence: `Entry ${entry} is no decision on this case's record; its events list those that are`,
      },
    ]);
  }
  if (corrects === 'correctFact') {
    throw wrongFields([
      { field: 'entry', sentence: `Entry ${entry} is a correction itself; correct the entry that it corrected` },
    ]);
  }
  if (field === 'on') {
    if (typeof value === 'string' && parseIsoDate(value) !== undefined) return first;
    throw wrongFields([
      { field: 'value', sentence: 'The right day must be a real date, year-month-day, such as 2026-12-07' },
    ]);
  }
  const schema = schemaOfEntry(file, entry, field);
  if (schema === undefined) {
    throw wrongFields([{ field: 'field', sentence: `Entry ${entry} (${corrects}) has no field "${field}"` }]);
  }
  const checked = z.safeParse(schema, value);
  if (!checked.success) {
    throw wrongFields(
      fieldProblems(checked.error).map((one) => ({ ...one, field: one.field === '' ? 'value' : `value.${one.field}` })),
    );
  }
  const second = separateWords(schema, checked.data, (path) => idOf(path === '' ? 'value' : `value.${path}`));
  return {
    form: { ...(first.form as Forms['correctFact']), value: second.form },
    words: [...first.words, ...second.words],
  };
}

/** Decisions: the one way in which a case changes. */
export function decisionRoutes(dependencies: Dependencies): readonly Route[] {
  const { cases, records, profile, now, limits } = dependencies;

  function prepare({ file }: CaseOnRecord, name: DecisionName, { body, actor, key }: Ordered<unknown>): Prepared {
    // Who may not take it is told that before anything about its form; what was taken already is answered again.
    const mayNot = file.taken[key] === undefined ? whyMayNot(file, name, actor.id) : undefined;
    if (mayNot !== undefined) throw refused(mayNot);
    const { on, form, wrong } = dayAndForm(body);
    const checked = z.safeParse(definitionOf(name).form, form);
    const problems = [...(checked.success ? [] : fieldProblems(checked.error)), ...wrong];
    if (!checked.success || problems.length > 0) throw wrongFields(problems);
    const { form: carried, words } = separated(file, name, checked.data, key);
    return { call: { name, key, by: actor.id, form: carried, ...(on === undefined ? {} : { on }) }, words };
  }

  /** What a closed case answers is on the record; Temporal need not be asked. */
  function ofClosed(known: CaseOnRecord, call: Call): Outcome {
    const answer = take(known.file, call, caseNow(now(), known));
    if (answer.kind === 'refused') return answer;
    if (answer.kind === 'repeated') return { kind: 'taken', seq: answer.seq, recorded: true, repeated: true };
    throw new Error(`A closed case took the decision ${call.name}.`);
  }

  async function decided(known: CaseOnRecord, { call, words }: Prepared): Promise<Outcome> {
    const { file } = known;
    if (file.closedOn !== undefined && call.name !== 'reopenCase') return ofClosed(known, call);
    await records.words.keepWords(file.reference, words);
    if (file.closedOn !== undefined) return cases.reopen(file, call);
    const outcome = await cases.decide(file.reference, call);
    if (outcome.kind !== 'no-such-case') return outcome;
    const since = await caseAt(records, file.reference);
    return since.file.closedOn === undefined ? outcome : ofClosed(since, call);
  }

  async function answered(reference: CaseReference, call: Call, outcome: Outcome): Promise<Reply> {
    switch (outcome.kind) {
      case 'refused':
        throw refused(outcome.refusal);
      case 'no-such-case':
        throw new Problem('not-running', `${reference} is on the record, and Temporal does not run it. Tell IT.`);
      case 'taken': {
        const { seq } = outcome;
        const isThere = async () => {
          const one = await caseAt(records, reference);
          return one.file.seq >= seq && one;
        };
        // What is still being written may be there a moment later, and is never waited for longer than that.
        const patience = outcome.recorded ? (limits?.recordedWithinMs ?? readBackWithinMs) : 0;
        const known = await soon(isThere, patience);
        const recorded = known !== undefined;
        const page = await casePage(dependencies, known ?? (await caseAt(records, reference)));
        const body = { reference, decision: call.name, seq, recorded, case: page };
        return recorded ? { status: 200, body } : { status: 202, body, forNow: true };
      }
    }
  }

  return [
    get({
      path: '/api/decisions',
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
      tag: 'Decisions',
      summary: 'Take a decision',
      body: z.unknown(),
      replies: {
        200: { description: 'It is decided and on the record.', schema: 'Decided' },
        202: { description: 'It is decided, and still being written to the records.', schema: 'Decided' },
      },
      refuses: [404],
      async answer(ordered) {
        const name = decisionNamed(ordered.params['decision'] ?? '');
        const known = await caseAt(records, ordered.params['reference']);
        const prepared = prepare(known, name, ordered);
        const outcome = await decided(known, prepared);
        return answered(known.file.reference, prepared.call, outcome);
      },
    }),
  ];
}

import * as z from 'zod/mini';
import { readAnswer } from '../../casework/answering/answer-read';
import { answerForm, answerProblems } from '../../casework/answering/answer-form';
import { linesOf, removeLine, saveLine, type AnswerBegun } from '../../casework/answering/lines';
import { readRequest } from '../../casework/answering/request-read';
import { decisionFor, sendAnswer } from '../../casework/answering/sending';
import { hashOf } from '../../security/secret';
import { parseForm, wrongFields } from '../../casework/forms';
import type { Reader } from '../../casework/reading';
import { whoSees } from '../../http/access';
import { mayAnswer, mayReadRequest } from '../../procedure/asking/answered-by';
import { lineForm } from '../../procedure/asking/lines';
import { londonDate } from '../../procedure/time/dates';
import type { SavedLine } from '../../records/answer-lines';
import type { CaseOnRecord } from '../../records/cases';
import type { ApiDependencies } from '../dependencies';
import { entryTag } from '../entry-tag';
import { pageFor } from '../page-for';
import { noSuchCase, Problem, problemOfRefusal } from '../problems';
import { get, post, type ChangeRequest, type Reply, type Route } from '../route';

/* A request and its answer for programs: an agency reads what it is asked, keeps its entries and sends them. */

/** A request in a case, as an address names it. */
interface Named {
  readonly known: CaseOnRecord;
  readonly params: Readonly<Record<string, string>>;
}

type Ordered = ChangeRequest & Named;

const noSuchRequest = ({ params }: Named): Problem =>
  new Problem('not-found', `There is no request ${JSON.stringify(params['contribution'] ?? '')} that you can read.`, {
    nothingBegun: true,
  });

/** Finds a request that this person may read, or may answer. */
async function found(
  dependencies: ApiDependencies,
  named: Named,
  { reader, answers }: { readonly reader: Reader; readonly answers: boolean },
): Promise<AnswerBegun> {
  const { known, params } = named;
  const id = params['contribution'] ?? '';
  const may = answers ? mayAnswer : mayReadRequest;
  const request =
    reader !== 'installation' && may(known.file, reader, id)
      ? await readRequest(dependencies, known.file, id)
      : undefined;
  if (request === undefined || reader === 'installation') throw noSuchRequest(named);
  return { known, request, person: reader.id };
}

const entryOf = ({ line, happened, approximate, about, what, source, person, at }: SavedLine) => ({
  ...{ line, happened, approximate, about, what, source },
  ...{ by: person, at },
});

/** The request, the entries that are saved, and the last answer. */
async function bodyOf(dependencies: ApiDependencies, begun: AnswerBegun) {
  const [lines, answer] = await Promise.all([linesOf(dependencies, begun), readAnswer(dependencies, begun)]);
  const { due, telephone, question, ...request } = begun.request;
  return {
    ...request,
    reference: begun.known.file.reference,
    due: due ?? null,
    telephone: telephone ?? null,
    question: question ?? null,
    entries: lines.map(entryOf),
    answer:
      answer === undefined
        ? null
        : { by: answer.by, on: answer.on, ...answer.form, entries: answer.lines.map(entryOf) },
  };
}

const base = '/api/cases/:reference/requests/:contribution';
const tag = 'Requests and answers';
const whoReads = whoSees('part', { page: 'decide', shows: 'request' });
/** An order is answered with numbers alone, and so is no reading. */
const whoAnswers = whoSees('part', { page: 'decide', shows: 'nothing' });

const reading = (dependencies: ApiDependencies): Route =>
  get({
    path: base,
    access: whoReads,
    tag,
    summary: 'Read a request to an agency: what is asked, about whom, the entries that are saved, and the last answer',
    description:
      'For whoever was asked, a colleague to whom it was passed on, and whoever sees all of the case. The installation’s own token reads none, for a request has names.',
    replies: { 200: { description: 'The request.', schema: 'Request' } },
    refuses: [404],
    async answer({ known, params, reader }) {
      const begun = await found(dependencies, { known, params }, { reader, answers: false });
      return { status: 200, body: await bodyOf(dependencies, begun) };
    },
  });

/** Answers an order with numbers alone: answers are kept under their keys, and what was typed is kept once. */
async function savedBody(dependencies: ApiDependencies, begun: AnswerBegun, entry: string) {
  const { reference } = begun.known.file;
  const entries = (await linesOf(dependencies, begun)).length;
  return { reference, contribution: begun.request.id, entry, entries };
}

/** Saves a new entry, or the change of one. A new one is named by its key, so that the same key adds one entry. */
async function save(dependencies: ApiDependencies, ordered: Ordered): Promise<Reply> {
  const begun = await found(dependencies, ordered, { reader: ordered.actor, answers: true });
  const { line } = ordered.params;
  const which = line === undefined ? { numbered: hashOf(`entry ${ordered.key}`) } : { line };
  const saved = await saveLine(dependencies, begun, { form: ordered.body, ...which });
  if (saved.kind === 'wrong') throw problemOfRefusal(wrongFields(saved.problems), { begun: false });
  return { status: line === undefined ? 201 : 200, body: await savedBody(dependencies, begun, saved.line) };
}

const entry = {
  happened: '2026-09-03',
  approximate: false,
  about: ['child-1'],
  what: 'Started in the toddler room.',
  source: 'The register of the nursery',
};

const saving = (dependencies: ApiDependencies): readonly Route[] => [
  post({
    path: `${base}/entries`,
    access: whoAnswers,
    tag,
    summary: 'Save an entry of an answer: a contact or an event, with its date and its source',
    description: 'What is saved is kept though nothing is sent yet. `happened` is a date, a month or a year.',
    body: lineForm(),
    examples: { entry },
    replies: { 201: { description: 'It is saved.', schema: 'EntrySaved' } },
    refuses: [404],
    answer: (ordered) => save(dependencies, ordered),
  }),
  post({
    path: `${base}/entries/:line`,
    access: whoAnswers,
    tag,
    summary: 'Change an entry of an answer',
    description: 'What it said before stays in the records.',
    body: lineForm(),
    examples: { entry },
    replies: { 200: { description: 'It is changed.', schema: 'EntrySaved' } },
    refuses: [404],
    answer: (ordered) => save(dependencies, ordered),
  }),
];

const nothing = z.strictObject({});

async function withdraw(dependencies: ApiDependencies, ordered: Ordered): Promise<Reply> {
  const begun = await found(dependencies, ordered, { reader: ordered.actor, answers: true });
  const read = parseForm(nothing, ordered.body, { today: londonDate(dependencies.now()) });
  if (read.kind === 'refused') throw problemOfRefusal(read.refusal, { begun: false });
  const { line = '' } = ordered.params;
  await removeLine(dependencies, begun, line);
  return { status: 200, body: await savedBody(dependencies, begun, line) };
}

const withdrawing = (dependencies: ApiDependencies): Route =>
  post({
    path: `${base}/entries/:line/withdrawals`,
    access: whoAnswers,
    tag,
    summary: 'Withdraw an entry of an answer',
    description: 'One that was withdrawn before stays so. What was sent already has it still.',
    body: nothing,
    replies: { 200: { description: 'It is withdrawn.', schema: 'EntrySaved' } },
    refuses: [404],
    answer: (ordered) => withdraw(dependencies, ordered),
  });

async function send(dependencies: ApiDependencies, ordered: Ordered): Promise<Reply> {
  const { actor, key, known } = ordered;
  const begun = await found(dependencies, ordered, { reader: actor, answers: true });
  const read = parseForm(answerForm(), ordered.body, { today: londonDate(dependencies.now()) });
  if (read.kind === 'refused') throw problemOfRefusal(read.refusal, { begun: false });
  const problems = answerProblems(read.form, (await linesOf(dependencies, begun)).length);
  if (problems.length > 0) throw problemOfRefusal(wrongFields(problems), { begun: false });
  const { lookedForEverybody: _looked, ...said } = read.form;
  const sent = await sendAnswer(dependencies, begun, { ...said, key });
  switch (sent.kind) {
    case 'taken': {
      const { seq, recorded, onRecord } = sent;
      const decision = decisionFor(begun).name;
      const page = (await pageFor(dependencies, onRecord, actor)) ?? null;
      const body = { reference: onRecord.file.reference, decision, seq, recorded, case: page };
      const headers = entryTag(onRecord.file);
      return recorded ? { status: 200, body, headers } : { status: 202, body, headers, forNow: true };
    }
    case 'refused':
      throw problemOfRefusal(sent.refusal, sent);
    case 'no-such-case':
      throw noSuchCase(known.file.reference);
    case 'not-running':
      throw new Problem('not-running', sent.sentence);
  }
}

const sending = (dependencies: ApiDependencies): Route =>
  post({
    path: `${base}/answer`,
    access: whoAnswers,
    tag,
    summary: 'Send the answer to a request: in full, in part, or that nothing is held',
    description:
      'It goes with the entries as they stand. An answer in full or in part has an entry or says where a document is; one in part says what is still to come; one that nothing is held says where was looked, and `lookedForEverybody`. It may be sent again until it is accepted.',
    body: answerForm(),
    examples: {
      full: { answer: 'returned', remarks: 'The key worker can be rung.' },
      part: { answer: 'partly', stillToCome: 'The records of the school nurse, next week.' },
      nil: { answer: 'nil', searched: 'The register and the archive.', lookedForEverybody: true },
    },
    replies: {
      200: { description: 'It is sent and on the record.', schema: 'Decided', tagged: true },
      202: { description: 'It is sent, and still being written to the records.', schema: 'Decided', tagged: true },
    },
    refuses: [404],
    answer: (ordered) => send(dependencies, ordered),
  });

/** Requests to agencies, the entries of their answers, and the answers. */
export const answeringRoutes = (dependencies: ApiDependencies): readonly Route[] => [
  reading(dependencies),
  ...saving(dependencies),
  withdrawing(dependencies),
  sending(dependencies),
];

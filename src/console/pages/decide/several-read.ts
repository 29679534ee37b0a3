import type * as z from 'zod/mini';
import { checkDecision } from '../../../casework/deciding';
import { keyOfRow, type RowToRecord } from '../../../casework/deciding-several';
import { caseNow } from '../../../casework/reading';
import { againstTheDay } from '../../../casework/preparing';
import type { DecisionName } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import type { SeveralAtOnce } from '../../../procedure/decision';
import { asksFor } from '../../../procedure/forms';
import { partsOf, saidOf, type FieldProblem, type Refusal } from '../../../procedure/refusals';
import { definitionOfSchema, isRecord } from '../../../procedure/schema-parts';
import {
  askedForSeveral,
  askedOfEach,
  formOfOne,
  owedToRecord,
  type OwedByOne,
} from '../../../procedure/several-at-once';
import { parseIsoDate, sayShortDate } from '../../../procedure/time/dates';
import type { IsoDate } from '../../../procedure/time/time';
import { caseContext } from '../../forms/case-context';
import type { FieldContext } from '../../forms/context';
import { within } from '../../forms/names';
import { questionOf } from '../../forms/questions';
import { readFields } from '../../forms/reading';
import { isTicked, rowName, tickedName, tickName, type RowToTick } from '../../forms/rows-to-tick';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Fields } from '../../http/page';
import { answerStateWords } from '../../wording/answer-state';
import { typographic } from '../../wording/letters';
import { problemsOnPage } from '../../wording/said-on-page';
import { dayField } from './form-read';
import type { AskedOfCase } from './page-of';

/** The page on which a decision is recorded for several owners at once. */
export interface SeveralPage {
  readonly asked: AskedOfCase;
  readonly dependencies: ConsoleDependencies;
  readonly name: DecisionName;
  readonly several: SeveralAtOnce<Readonly<Record<string, unknown>>>;
  readonly context: FieldContext;
  /** The fields that are asked of each. */
  readonly schema: z.core.$ZodType;
}

/** Makes the page of a decision that can be recorded for several at once. */
export async function severalPage(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { name, several }: Pick<SeveralPage, 'name' | 'several'>,
): Promise<SeveralPage> {
  const { known, visitor, now } = asked;
  const context = await caseContext(dependencies, {
    file: known.file,
    viewer: visitor.person,
    now: caseNow(now, known),
  });
  return { asked, dependencies, name, several, context, schema: askedOfEach(name) };
}

/** Says whose answer a value of the form is. */
export function ownerCalled({ name, several, context }: SeveralPage, value: string): string {
  const field = definitionOfSchema(definitionOf(name).form).shape?.[several.each];
  const question = field === undefined ? undefined : questionOf(field);
  if (question?.kind === 'chosen') return context.called(question.among, value);
  const options = question?.kind === 'choice' ? question.options : [];
  return options.find((option) => option.value === value)?.text ?? value;
}

function soFar({ contribution: { since, due, state, kind } }: OwedByOne): string {
  const said = [
    // The name of a request for further information says when it was made.
    ...(kind === 'further' ? [] : [`Asked ${sayShortDate(since)}`]),
    ...(due === undefined ? [] : [`due ${sayShortDate(due)}`]),
  ].join(', ');
  return typographic(state === 'not-yet' ? said : `${said}. ${answerStateWords[state]}`);
}

/** Lists the rows of the page: whoever still owes, and whoever was ticked before somebody else recorded their answer. */
export function rowsOfPage(page: SeveralPage, typed: Fields): readonly RowToTick[] {
  const { asked, name } = page;
  const { file } = asked.known;
  const owed = owedToRecord(file, name, asked.visitor.person.id).map(({ value }) => value);
  return askedForSeveral(file, name)
    .filter(({ value }) => owed.includes(value) || isTicked(typed, value))
    .map((one) => ({ value: one.value, label: ownerCalled(page, one.value), hint: soFar(one) }));
}

/** The form after reading and checking: what is to be recorded of each, or what has to be put right first. */
export type ReadSeveral =
  | { readonly kind: 'in-order'; readonly on: IsoDate; readonly rows: readonly RowToRecord[] }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** Reads what was typed. Keeps and changes nothing. */
export function readSeveral(page: SeveralPage, typed: Fields, key: string): ReadSeveral {
  const ticked = rowsOfPage(page, typed).filter(({ value }) => isTicked(typed, value));
  const none = { field: tickedName, sentence: typographic(asksFor('Choose', page.several.question)) };
  const day = readDay(page, typed);
  const rows = ticked.map(({ value }) => readRow(page, { typed, key, on: day.on }, value));
  const problems = [...day.problems, ...(ticked.length === 0 ? [none] : []), ...rows.flatMap((row) => row.problems)];
  return problems.length > 0 || day.on === undefined
    ? { kind: 'wrong', problems }
    : { kind: 'in-order', on: day.on, rows };
}

interface DayRead {
  readonly on?: IsoDate;
  readonly problems: readonly FieldProblem[];
}

function readDay(page: SeveralPage, typed: Fields): DayRead {
  const { asked, name, context } = page;
  const { known } = asked;
  const { form, problems } = readFields(dayField(known.file.notification.receivedOn), typed, context, 'on');
  const on = typeof form === 'string' ? parseIsoDate(form) : undefined;
  const byRules = inWords(page, againstTheDay(known.file, name, { on, now: caseNow(asked.now, known) }));
  // The rules say more about a wrong day than its field does, and the page shows one sentence.
  const wrong = byRules.length > 0 ? byRules : problems;
  return { ...(on === undefined || wrong.length > 0 ? {} : { on }), problems: wrong };
}

const inWords = ({ asked, dependencies }: SeveralPage, problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problemsOnPage({ profile: dependencies.profile, policy: asked.known.file.policy }, problems);

interface Sent {
  readonly typed: Fields;
  readonly key: string;
  readonly on: IsoDate | undefined;
}

interface RowRead extends RowToRecord {
  readonly problems: readonly FieldProblem[];
}

function readRow(page: SeveralPage, sent: Sent, value: string): RowRead {
  const { form, problems } = readFields(page.schema, sent.typed, page.context, rowName(value));
  const row = { value, answers: isRecord(form) ? form : {} };
  return { ...row, problems: problems.length > 0 ? problems : wrongByRules(page, sent, row) };
}

/**
 * Lists what the rules find wrong within a row. A decision that is refused for another reason is no mistake of the form:
 * that is said once the others are recorded.
 */
function wrongByRules(page: SeveralPage, { key, on }: Sent, row: RowToRecord): readonly FieldProblem[] {
  const { asked, name } = page;
  const { known, visitor } = asked;
  const isOnRecord = known.file.taken[keyOfRow({ key, name, on }, row)] !== undefined;
  if (on === undefined || isOnRecord) return [];
  const form = formOfOne(name, row.value, row.answers);
  const checked = checkDecision(known.file, { name, on, form, actor: visitor.person, now: caseNow(asked.now, known) });
  return checked.kind === 'refused' && checked.refusal.code === 'invalid'
    ? inWords(page, inRow(page, row.value, checked.refusal))
    : [];
}

function inRow({ several }: SeveralPage, value: string, refusal: Refusal): readonly FieldProblem[] {
  const { fields = [] } = refusal;
  if (fields.length === 0) return [{ field: tickName(value), ...saidOf(partsOf(refusal)) }];
  return fields.map((one) => ({
    ...one,
    field: several.asks.some((asked) => asked === one.field) ? within(rowName(value), one.field) : tickName(value),
  }));
}

import * as z from 'zod/mini';
import { spelledOut } from '../../../casework/reading';
import { schemaOfEntry } from '../../../casework/free-text';
import type { CaseFile, DecisionName, Fact } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import { valueAt } from '../../../procedure/time/value-at';
import { entryBySeq } from '../../../procedure/case/entries';
import { date, words, yesNo } from '../../../procedure/forms';
import { confirmedField } from '../../../procedure/notification/notification-people';
import { isRecord } from '../../../procedure/schema-parts';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { confirmName } from '../../forms/confirm-question';
import { typedOf } from '../../forms/typed';
import type { Fields } from '../../http/page';

/** The questions that the page of a decision asks, and how its answers become the form of the decision. */
export interface DecisionQuestions {
  readonly schema: z.core.$ZodType;
  /** Values sent with the form unchanged, such as the entry that is to be corrected. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Values that the fields hold at first. */
  readonly atFirst: Fields;
  /** Returns the form of the decision, made from the answers. */
  formOf(answers: unknown): unknown;
  /** Returns on whose behalf it is recorded; undefined where it is somebody's own, or never asked. */
  onBehalfOf(answers: unknown): unknown;
  /** Returns the page's name for a field that the rules complain of. */
  asNamed(field: string): string;
}

/** Asks for a decision by its own form. */
export const askingFor = (name: DecisionName): DecisionQuestions => ({
  schema: definitionOf(name).form,
  fixed: {},
  atFirst: {},
  formOf: (answers) => answers,
  onBehalfOf: () => undefined,
  asNamed: (field) => field,
});

/** The field that a correction corrects, and the entry that it belongs to. */
export interface Corrects {
  readonly title: string;
  readonly fact: Fact<unknown>;
  readonly field: string;
  readonly schema: z.core.$ZodType;
}

/**
 * Finds the entry and field that are to be corrected, from an address or a form; each is absent if it does not exist.
 */
export function correctsOf(file: CaseFile, said: Fields): { readonly entry?: number; readonly corrects?: Corrects } {
  const entry = Number(one(said, 'entry'));
  const found = Number.isInteger(entry) && entry > 0 ? entryBySeq(file, entry) : undefined;
  if (found?.stands !== true || found.name === 'correctFact') return {};
  const field = one(said, 'field');
  if (field === '' || found.decides.includes(field)) return { entry };
  const schema =
    field === 'on' && found.name !== undefined ? date('The right day', 'happened') : schemaOfEntry(file, entry, field);
  return schema === undefined
    ? { entry }
    : { entry, corrects: { title: found.title, fact: found.fact, field, schema } };
}

/** The days that may lie so far back that the year is asked about. */
const lookedBack = (field: string): boolean => ['receivedOn', 'receivedAt', 'authorityAwareOn'].includes(field);

const yearsAreRight = z.optional(
  yesNo('The year is right', 'Needed only where the day lies so far back that the year may be mistyped'),
);

/** Asks for a correction with the field that it corrects, which holds the present value, and a reason. */
export async function askingToCorrect(
  { records }: Pick<ConsoleDependencies, 'records'>,
  { reference }: CaseFile,
  { fact, field, schema }: Corrects,
): Promise<DecisionQuestions> {
  const reason = words('The reason', 'Why it is corrected; what it said before stays on the record');
  const now = field === 'on' ? fact.on : valueAt(fact.form, field.split('.'));
  const spelled = await spelledOut({ records }, reference, { now });
  return {
    schema: z.strictObject({
      value: schema,
      reason,
      ...(lookedBack(field) ? { yearsAreRight } : {}),
      confirmed: confirmedField(),
    }),
    fixed: { entry: String(fact.seq), field },
    atFirst: typedOf(schema, spelled.now, 'value'),
    formOf: (answers) => ({ ...(isRecord(answers) ? answers : {}), entry: fact.seq, field }),
    onBehalfOf: () => undefined,
    asNamed: (wrong) =>
      ['reason', 'yearsAreRight', confirmName, 'value'].includes(wrong) || wrong.startsWith('value.') ? wrong : 'value',
  };
}

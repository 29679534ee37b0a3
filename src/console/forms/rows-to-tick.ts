import type * as z from 'zod/mini';
import { every } from '../http/fields';
import type { Fields } from '../http/page';
import type { FieldContext } from './context';
import type { Field } from './field';
import { fieldsOf, type Filled } from './fields-of';
import { idOf, within } from './names';

/* Rows of one form that are ticked, each with the same few fields: the same answer for several people or agencies. */

/** The field with the values of all rows that are ticked. */
export const tickedName = 'for';
/** The name under which a row has its fields. */
export const rowName = (value: string): string => within('each', value);
/** The name by which a problem is that of a whole row. */
export const tickName = (value: string): string => within(tickedName, value);

/** A row that can be ticked. */
export interface RowToTick {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A row as the macro `rowsToTick` of forms/fields.njk shows it. */
export interface ShownRow extends RowToTick {
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly problem?: string;
  /** Fields that are shown once the row is ticked. */
  readonly fields: readonly Field[];
}

/** True if a row was ticked. */
export const isTicked = (typed: Fields, value: string): boolean => every(typed, tickedName).includes(value);

/** Makes the rows, with what was typed in each and what is wrong with it. */
export const shownRows = (
  rows: readonly RowToTick[],
  {
    schema,
    context,
    filled,
  }: { readonly schema: z.core.$ZodType; readonly context: FieldContext; readonly filled: Filled },
): readonly ShownRow[] =>
  rows.map((row) => {
    const problem = filled.problems?.find(({ field }) => field === tickName(row.value))?.sentence;
    return {
      ...row,
      id: idOf(tickName(row.value)),
      name: tickedName,
      checked: isTicked(filled.typed ?? {}, row.value),
      ...(problem === undefined ? {} : { problem }),
      fields: fieldsOf(schema, context, filled, rowName(row.value)),
    };
  });

/** Returns what was typed without the rows of these values. */
export function withoutRows(typed: Fields, values: readonly string[]): Fields {
  const isOfRow = (name: string): boolean => values.some((value) => name.startsWith(`${rowName(value)}.`));
  const kept = Object.entries(typed).filter(([name]) => name !== tickedName && !isOfRow(name));
  const ticked = every(typed, tickedName).filter((value) => !values.includes(value));
  return { ...Object.fromEntries(kept), ...(ticked.length === 0 ? {} : { [tickedName]: ticked }) };
}

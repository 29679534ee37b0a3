import type { FieldProblem } from '../../procedure/refusals';
import type { Field } from './field';
import { idOf } from './names';

/** A message of the error summary, linked to the element that it is about. */
export interface SummaryItem {
  readonly text: string;
  readonly href: string;
}

/** The error summary of a page: each message linked to its field, to the first field where it is about the whole. */
export const errorSummary = (
  problems: readonly FieldProblem[],
  fields: readonly Field[],
  first = '#main-content',
): readonly SummaryItem[] =>
  problems.map(({ field, sentence }) => ({ text: sentence, href: hrefOf(field, fields) ?? first }));

function hrefOf(name: string, fields: readonly Field[]): string | undefined {
  for (const field of fields) {
    if (field.name === name) return `#${focusOf(field)}`;
    if (field.kind === 'date' || field.kind === 'moment') {
      if (name.startsWith(`${field.name}.`)) return `#${idOf(name)}`;
    }
    const inside =
      field.kind === 'group' ? field.fields : field.kind === 'rows' ? field.rows.flatMap((row) => row.fields) : [];
    const found = hrefOf(name, inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The element that takes the focus for a field. */
function focusOf(field: Field): string {
  if (field.kind === 'date' || field.kind === 'moment') return field.boxes[0]?.id ?? field.id;
  if (field.kind === 'group' && field.given === undefined)
    return field.fields[0] === undefined ? field.id : focusOf(field.fields[0]);
  if (field.kind === 'rows') {
    const inside = field.rows[0]?.fields[0];
    return inside === undefined ? field.id : focusOf(inside);
  }
  return field.id;
}

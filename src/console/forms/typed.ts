import type * as z from 'zod/mini';
import { londonDate, londonTime, parseInstant, whichOfTwo } from '../../procedure/time/dates';
import { isRecord } from '../../procedure/schema-parts';
import type { Fields } from '../http/page';
import { givenName, rowsName, within } from './names';
import { questionOf, type Question } from './questions';
import { dateParts, typedDateOf } from './typed-date';
import { clockPart, isTwice } from './typed-moment';

/** A value of a schema as it would have been typed into its form: for showing what there is, to be changed. */
export function typedOf(schema: z.core.$ZodType, value: unknown, name = ''): Fields {
  return Object.fromEntries(typed(questionOf(schema), value, name));
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

type Sent = readonly (readonly [string, string | readonly string[]])[];

function typed(question: Question, value: unknown, name: string): Sent {
  const given = value !== undefined;
  switch (question.kind) {
    case 'group': {
      const inside = isRecord(value) ? value : {};
      const parts = given
        ? question.parts.flatMap(({ key, question: one }) => typed(one, inside[key], within(name, key)))
        : [];
      return question.optional ? [[givenName(name), given ? 'yes' : 'no'], ...parts] : parts;
    }
    case 'rows': {
      const rows: readonly unknown[] = Array.isArray(value) ? value : [];
      return [
        [rowsName(name), String(Math.max(rows.length, 1))],
        ...rows.flatMap((one, at) => typed(question.each, one, within(name, at))),
      ];
    }
    case 'several':
      return Array.isArray(value) ? [[name, value.map(asText)]] : [];
    case 'date': {
      if (typeof value !== 'string') return [];
      const parts = typedDateOf(value);
      return dateParts.map((part) => [within(name, part), parts[part]] as const);
    }
    case 'moment': {
      const at = typeof value === 'string' ? parseInstant(value) : undefined;
      if (at === undefined) return [];
      const parts = typedDateOf(londonDate(at));
      return [
        ...dateParts.map((part) => [within(name, part), parts[part]] as const),
        [within(name, 'time'), londonTime(at)],
        ...(isTwice(londonDate(at), londonTime(at))
          ? [[within(name, clockPart), whichOfTwo(at).includes('winter') ? 'winter' : 'summer'] as const]
          : []),
      ];
    }
    case 'yes-no':
      return typeof value === 'boolean' ? [[name, value ? 'yes' : 'no']] : [];
    case 'confirmed':
      return value === true ? [[name, 'yes']] : [];
    default:
      return given ? [[name, asText(value)]] : [];
  }
}

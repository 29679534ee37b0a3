import type * as z from 'zod/mini';
import { asking } from '../../src/procedure/forms';
import { definitionOfSchema, isRecord, wrappedIn } from '../../src/procedure/schema-parts';

/* Forms at the edges of their types: every field of a form in turn, with the values at which its type ends. */

const dates = [
  '1899-12-31',
  '1900-01-01',
  '1905-06-01',
  '1949-12-31',
  '1950-01-01',
  '2014-01-02',
  '2032-12-31',
  '2036-11-23',
  '2047-11-23',
  '2062-12-18',
  '2199-12-31',
  '2200-01-01',
  '2026-02-30',
  '0000-00-00',
];
const moments = [
  '1900-01-01T00:00:00+23:59',
  '1950-01-01T00:00:00Z',
  '2026-11-20T09:30:00.1234Z',
  '2026-11-20T09:30Z',
  '2199-12-31T23:59:59.999-23:59',
  '9999-12-31T23:59:59Z',
];
const texts = ['', ' ', '\u200b', '\ufffe', '\ud800', '__proto__', 'constructor', 'P00', 'x'.repeat(20_001)];
const numbers = [-1, -0, 0, 0.5, 1, 6, 100_000, 100_001, 2 ** 53, 1e308];
/** What no type expects. */
const strange: readonly unknown[] = [null, [], {}, 'x', true, 7, { constructor: null, toString: 1 }];

/** The values at the edges of a schema, most of them wrong. */
function edgesOf(schema: z.core.$ZodType): readonly unknown[] {
  const as = asking.get(schema)?.as;
  if (as === 'date') return [...dates, ...strange];
  if (as === 'moment') return [...moments, ...strange];
  const definition = definitionOfSchema(schema);
  const inner = wrappedIn(definition);
  if (inner !== undefined) return [undefined, ...edgesOf(inner)];
  switch (definition.type) {
    case 'number':
      return [...numbers, ...strange];
    case 'boolean':
    case 'literal':
      return [true, false, ...strange];
    case 'array':
      return [Array.from({ length: 101 }, () => 'x'), ...strange];
    default:
      return [...texts, ...strange];
  }
}

/** A form with one field at an edge of its type, and where. */
export interface AtAnEdge {
  readonly path: string;
  readonly form: unknown;
}

/** A whole form with every field of it in turn at every edge of its type; fields that it leaves out too. */
export function formsAtEdges(schema: z.core.$ZodType, whole: unknown): readonly AtAnEdge[] {
  return [...within(schema, whole, '')];
}

function* within(schema: z.core.$ZodType, whole: unknown, path: string): Generator<AtAnEdge> {
  for (const edge of edgesOf(schema)) yield { path, form: edge };
  const definition = definitionOfSchema(schema);
  const inner = asking.get(schema)?.as === undefined ? wrappedIn(definition) : undefined;
  if (inner !== undefined) yield* inside(inner, whole, path);
  else yield* inside(schema, whole, path);
}

function* inside(schema: z.core.$ZodType, whole: unknown, path: string): Generator<AtAnEdge> {
  const { shape, element, ...definition } = definitionOfSchema(schema);
  const inner = asking.get(schema)?.as === undefined ? wrappedIn(definition) : undefined;
  if (inner !== undefined) yield* inside(inner, whole, path);
  if (element !== undefined) {
    const rows: readonly unknown[] = Array.isArray(whole) ? whole : [];
    for (const one of within(element, rows[0], `${path}.0`)) yield { ...one, form: [one.form, ...rows.slice(1)] };
  }
  if (shape === undefined) return;
  const fields = isRecord(whole) ? whole : {};
  for (const [key, field] of Object.entries(shape)) {
    for (const one of within(field, fields[key], path === '' ? key : `${path}.${key}`)) {
      const { [key]: _replaced, ...others } = fields;
      yield { ...one, form: one.form === undefined ? others : { ...others, [key]: one.form } };
    }
  }
}

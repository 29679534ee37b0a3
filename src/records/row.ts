import { isReference } from './case-reference';
import { fromMillis, parseIsoDate } from '../procedure/time/dates';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';

/**
 * A row of a result, read column by column and checked. Throws `TypeError` with the name of the column if it is missing
 * or of another type, which is a fault of the program or of the schema.
 */
export class Row {
  constructor(private readonly columns: Readonly<Record<string, unknown>>) {}

  /** True if the column is there and not null. */
  has(column: string): boolean {
    return this.columns[column] !== null && this.columns[column] !== undefined;
  }

  text(column: string): string {
    const value = this.columns[column];
    return typeof value === 'string' ? value : this.wrong(column, 'text');
  }

  /** A number without a fraction; PostgreSQL's bigint comes as text. */
  wholeNumber(column: string): number {
    const value = this.columns[column];
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : this.wrong(column, 'a whole number');
  }

  flag(column: string): boolean {
    const value = this.columns[column];
    return typeof value === 'boolean' ? value : this.wrong(column, 'true or false');
  }

  moment(column: string): Instant {
    const value = this.columns[column];
    return value instanceof Date ? fromMillis(value.getTime()) : this.wrong(column, 'a moment');
  }

  date(column: string): IsoDate {
    return parseIsoDate(this.text(column)) ?? this.wrong(column, 'a calendar date');
  }

  texts(column: string): readonly string[] {
    const value = this.columns[column];
    if (!Array.isArray(value)) return this.wrong(column, 'a list of texts');
    return value.map((entry: unknown) => (typeof entry === 'string' ? entry : this.wrong(column, 'a list of texts')));
  }

  reference(column = 'reference'): CaseReference {
    const value = this.text(column);
    return isReference(value) ? value : this.wrong(column, 'the reference of a case');
  }

  /** A text that must be one of these. */
  oneOf<const T extends string>(column: string, options: readonly T[]): T {
    const value = this.text(column);
    return options.find((one) => one === value) ?? this.wrong(column, `one of ${options.join(', ')}`);
  }

  /** The id of a person; any text may be one. */
  person(column: string): PersonId {
    return this.text(column) as PersonId;
  }

  /** The ids of people. */
  people(column: string): readonly PersonId[] {
    return this.texts(column) as readonly PersonId[];
  }

  /** A column of JSON as it was stored. */
  json(column: string): unknown {
    return this.columns[column];
  }

  /** Reads a column of JSON that must be an object with these fields. The caller checks the fields' values. */
  object(column: string, ...fields: readonly string[]): Readonly<Record<string, unknown>> {
    const value = this.columns[column];
    if (!isObject(value)) return this.wrong(column, 'a JSON object');
    const missing = fields.find((field) => !(field in value));
    return missing === undefined ? value : this.wrong(column, `a JSON object with "${missing}"`);
  }

  private wrong(column: string, wanted: string): never {
    throw new TypeError(`The column "${column}" of the records holds no ${wanted.replace(/^an? /, '')}.`);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

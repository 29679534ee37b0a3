/** The conditions of a statement, all of which must hold, and their parameter values. */
export class Where {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  /** Adds a value and returns its placeholder. Values are never written into the statement itself. */
  given(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  and(condition: string): this {
    this.#conditions.push(condition);
    return this;
  }

  get sql(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.join(' AND ')}`;
  }
}

/** Limits the number of rows of a page to between 1 and 200. */
export function pageSize(limit: number): number {
  return Math.min(Math.max(Math.trunc(limit), 1), 200);
}

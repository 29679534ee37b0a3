/** A step of the schema. A released step is never edited; a later step corrects it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** One step of the schema. Steps go forward only: what has been released is never edited, the next one mends it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

import type { Client } from 'pg';
import { BackupProblem } from './manifest';

/** A table of the records as the database describes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Tables whose rows its rows refer to. */
  readonly refersTo: readonly string[];
}

/**
 * Tables that a backup leaves out. The manifest lists the migrations. People sign in and type codes again. Keys are noted anew,
 * because nothing in an empty Temporal was written with the old ones.
 */
const leftOut = ['migrations', 'sessions', 'answer_sessions', 'payload_keys'];

const TABLES = `
SELECT t.relname::text AS name,
  ARRAY(SELECT attname::text FROM pg_attribute
        WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
  ARRAY(SELECT DISTINCT o.relname::text FROM pg_constraint AS c JOIN pg_class AS o ON o.oid = c.confrelid
        WHERE c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid) AS "refersTo"
FROM pg_class AS t WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace ORDER BY t.relname`;

/** Lists the tables that belong in a backup. A table comes after those that it refers to. */
export async function tablesOf(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refersTo: string[] }>(TABLES);
  return inOrderOfReference(rows.filter(({ name }) => !leftOut.includes(name)));
}

/** Puts tables in an order in which each comes after those that it refers to. */
export function inOrderOfReference(tables: readonly Table[]): readonly Table[] {
  const placed: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const ready = left.filter(({ refersTo }) => !left.some(({ name }) => refersTo.includes(name)));
    if (ready.length === 0) {
      throw new BackupProblem(`The tables ${left.map(({ name }) => name).join(', ')} refer to each other in a circle.`);
    }
    placed.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return placed;
}

/** Writes a table and its columns as a COPY statement names them. */
export const inCopy = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `"${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;

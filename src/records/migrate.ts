import { Client } from 'pg';
import { migrations } from './migrations/all';
import type { Db } from './db';
import { asRecordsError, RecordsUnavailable } from './unavailable';

/** Any number will do, as long as nothing else in the database takes the same advisory lock. */
const LOCK = 7_302_618_134;

/**
 * Brings the schema of the database up to this release and says which steps it took; none if it was there already.
 * All of them or none, one process at a time. A schema that is newer than the release is left as it is: while a new
 * release is brought in, the old one runs on beside it.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  // A connection of its own, for a long step must not be cut off by the patience of the pool.
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query that it breaks is rejected as well
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const taken = await takeSteps(client);
    await client.query('COMMIT');
    return taken;
  } catch (error) {
    throw asRecordsError(error);
  } finally {
    await client.end().catch(() => undefined); // ends an unfinished transaction too
  }
}

/** Takes the steps that were not taken yet, of those that are wanted, in the client's transaction; names them. */
export async function takeSteps(
  client: Client,
  isWanted: (number: number) => boolean = () => true,
): Promise<readonly string[]> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migrations (
       number integer PRIMARY KEY, name text NOT NULL, taken_at timestamptz NOT NULL DEFAULT now())`,
  );
  const done = await client.query<{ number: unknown }>('SELECT number FROM migrations');
  const numbers = new Set(done.rows.map((row) => row.number));
  const toTake = migrations.filter(({ number }) => !numbers.has(number) && isWanted(number));
  for (const { number, name, sql } of toTake) {
    await client.query(sql);
    await client.query('INSERT INTO migrations (number, name) VALUES ($1, $2)', [number, name]);
  }
  return toTake.map(({ number, name }) => `${String(number).padStart(4, '0')} ${name}`);
}

/** Resolves when the database answers and has this release's schema; rejects with `RecordsUnavailable` otherwise. */
export async function requireReady(db: Db): Promise<void> {
  const [table] = await db.query("SELECT to_regclass('migrations') IS NOT NULL AS there");
  const [row] =
    table?.flag('there') === true ? await db.query('SELECT coalesce(max(number), 0) AS number FROM migrations') : [];
  const latest = migrations.at(-1)?.number ?? 0;
  if ((row?.wholeNumber('number') ?? 0) < latest) {
    throw new RecordsUnavailable('the tables of this release are not there yet', undefined);
  }
}

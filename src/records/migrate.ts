import { Client } from 'pg';
import { migrations } from './migrations/all';
import type { Db } from './db';
import { asRecordsError, RecordsUnavailable } from './unavailable';

/** The advisory lock of migrations. Any number will do, if nothing else in the database uses it. */
const LOCK = 7_302_618_134;

/**
 * Migrates the schema of the database to this release and returns the names of the migrations; none if it was up to
 * date. All migrations take effect or none do, and only one process at a time migrates. A newer schema is left as it
 * is, because the old release runs on while a new one is brought in.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  // Opens its own connection, because the pool's timeout must not cut off a long migration.
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

/** Runs the wanted migrations that have not run yet, in the client's transaction, and returns their names. */
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

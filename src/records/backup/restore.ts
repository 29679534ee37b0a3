import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { takeSteps } from '../migrate';
import { migrations } from '../migrations/all';
import { asRecordsError } from '../unavailable';
import { checkFiles, checksumsFile } from './checksums';
import { BackupProblem, fileOf, manifestFile, readManifest, whyTooNew, type Manifest } from './manifest';
import { inCopy } from './tables';

/**
 * The backup to restore, and the database that takes it. `replace`: the present content of the database may be deleted.
 */
export interface RestoreOrder {
  readonly url: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly replace: boolean;
}

/**
 * Reads the manifest of a backup. Throws `BackupProblem` unless the backup is whole and this release can restore it.
 */
export async function openBackup(folder: string): Promise<Manifest> {
  const missing = [manifestFile, checksumsFile].find((file) => !existsSync(path.join(folder, file)));
  if (missing !== undefined) throw new BackupProblem(`There is no backup in ${folder}: it has no ${missing}.`);
  await checkFiles(folder, [manifestFile]);
  const manifest = readManifest(readFileSync(path.join(folder, manifestFile), 'utf8'));
  const tooNew = whyTooNew(
    manifest,
    migrations.map(({ number }) => number),
  );
  if (tooNew !== undefined) throw new BackupProblem(tooNew);
  await checkFiles(folder, manifest.tables.map(fileOf));
  return manifest;
}

/**
 * Restores a backup into the database and migrates it to this release, in one transaction. The database must be empty,
 * unless `replace` is given. Returns the names of the migrations that the backup did not have yet.
 */
export async function restoreRecords(order: RestoreOrder): Promise<readonly string[]> {
  const client = new Client({ connectionString: order.url, application_name: 'serious-incident-reviews restore' });
  client.on('error', () => undefined); // what it breaks is rejected as well
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query('SET LOCAL statement_timeout = 0');
    await makeRoom(client, order.replace);
    await takeSteps(client, (number) => order.manifest.migrations.includes(number));
    for (const table of order.manifest.tables) await fill(client, { ...order, table });
    await countOn(client);
    const steps = await takeSteps(client);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return steps;
  } catch (error) {
    throw asRecordsError(error);
  } finally {
    await client.end().catch(() => undefined); // ends an unfinished transaction too
  }
}

const IN_USE = `SELECT count(*)::integer AS number FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'serious-incident-reviews%'`;
const THERE = `SELECT count(*)::integer AS number FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`;

async function makeRoom(client: Client, replace: boolean): Promise<void> {
  const number = async (sql: string): Promise<number> =>
    (await client.query<{ number: number }>(sql)).rows[0]?.number ?? 0;
  if ((await number(IN_USE)) > 0) {
    throw new BackupProblem('The application is using this database. Stop every process of it first.');
  }
  if ((await number(THERE)) === 0) return;
  if (!replace) {
    throw new BackupProblem(
      'The database is not empty. Restore into an empty one, or add --replace: what is in it is then lost.',
    );
  }
  await client.query(CLEAR);
}

/** Drops all tables with everything that belongs to them, and the functions of their triggers. */
const CLEAR = `DO $$ DECLARE thing text;
BEGIN
  FOR thing IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace LOOP
    EXECUTE format('DROP TABLE %I CASCADE', thing);
  END LOOP;
  FOR thing IN SELECT oid::regprocedure::text FROM pg_proc WHERE prorettype = 'trigger'::regtype
    AND pronamespace = current_schema()::regnamespace AND proowner = current_user::regrole LOOP
    EXECUTE 'DROP FUNCTION ' || thing;
  END LOOP;
END $$`;

interface Filling extends Pick<RestoreOrder, 'folder'> {
  readonly table: Manifest['tables'][number];
}

async function fill(client: Client, { folder, table }: Filling): Promise<void> {
  // Disables triggers: the rows that they made are in the backup too, and would come twice.
  await client.query(`ALTER TABLE "${table.name}" DISABLE TRIGGER USER`);
  const rows = client.query(copyFrom(`COPY ${inCopy(table)} FROM STDIN`));
  await pipeline(createReadStream(path.join(folder, fileOf(table))), createGunzip(), rows);
  await client.query(`ALTER TABLE "${table.name}" ENABLE TRIGGER USER`);
  if (rows.rowCount !== table.rows) {
    throw new BackupProblem(`The backup says that ${table.name} has ${table.rows} rows, and ${rows.rowCount} came.`);
  }
}

const COUNTED = `SELECT table_name::text AS name, column_name::text AS column FROM information_schema.columns
WHERE table_schema = current_schema() AND is_identity = 'YES'`;

/** Sets each identity column's sequence to go on after the restored numbers. */
async function countOn(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(COUNTED);
  for (const { name, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('"${name}"', '${column}'),
         coalesce(max("${column}"), 0) + 1, false) FROM "${name}"`,
    );
  }
}

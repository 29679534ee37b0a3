import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { checksums, checksumsFile } from './checksums';
import { BackupProblem, fileOf, manifestFile, type Manifest, type Origin, type TableInBackup } from './manifest';
import { asRecordsError } from '../unavailable';
import { inCopy, tablesOf } from './tables';

/** The database to back up, and the folder to make. The folder must not exist yet. */
export interface BackupOrder {
  readonly url: string;
  readonly folder: string;
  readonly origin: Origin;
}

/**
 * Copies the records into a folder while they are in use. All tables are copied as they were at one moment. The folder
 * gets its name only when the backup is whole and on the disk.
 */
export async function backUpRecords({ url, folder, origin }: BackupOrder): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const client = new Client({ connectionString: url, application_name: 'serious-incident-reviews backup' });
  client.on('error', () => undefined); // what it breaks is rejected as well
  try {
    await client.connect();
    // Reads all tables as of one moment. Entries recorded meanwhile are in the next backup.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL datestyle = 'ISO'");
    await client.query('SET LOCAL statement_timeout = 0');
    const facts = await factsOf(client);
    const tables: TableInBackup[] = [];
    for (const { name, columns } of await tablesOf(client)) {
      const rows = client.query(copyTo(`COPY ${inCopy({ name, columns })} TO STDOUT`));
      await pipeline(rows, createGzip(), createWriteStream(path.join(unfinished, fileOf({ name })), { mode: 0o600 }));
      tables.push({ name, columns: [...columns], rows: rows.rowCount });
    }
    const manifest: Manifest = { format: 1, ...origin, ...facts, tables };
    const write = (file: string, text: string) => writeFileSync(path.join(unfinished, file), text, { mode: 0o600 });
    write(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
    const files = [manifestFile, ...tables.map(fileOf)];
    write(checksumsFile, await checksums(unfinished, files));
    for (const file of [...files, checksumsFile, '.']) ontoTheDisk(path.join(unfinished, file));
    renameSync(unfinished, folder);
    ontoTheDisk(path.dirname(folder));
    return manifest;
  } catch (error) {
    throw asRecordsError(error);
  } finally {
    await client.end().catch(() => undefined);
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function factsOf(client: Client): Promise<Pick<Manifest, 'migrations' | 'payloadKeys' | 'cases'>> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('migrations') IS NOT NULL AS there");
  if (rows[0]?.there !== true) throw new BackupProblem('There is nothing to back up: the records have no tables yet.');
  const numbers = async (sql: string): Promise<number[]> =>
    (await client.query<{ number: number }>(sql)).rows.map(({ number }) => number);
  const [all = 0, open = 0] = await numbers(
    'SELECT count(*)::integer AS number FROM cases UNION ALL SELECT count(*)::integer FROM cases WHERE closed_on IS NULL',
  );
  const keys = await client.query<{ id: string }>('SELECT id FROM payload_keys ORDER BY first_used_at, id');
  return {
    migrations: await numbers('SELECT number FROM migrations ORDER BY number'),
    payloadKeys: keys.rows.map(({ id }) => id),
    cases: { all, open },
  };
}

function ontoTheDisk(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

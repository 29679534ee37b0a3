import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { lastLogLine, startGuarded } from '../processes/guarded';
import type { Exit, Guarded } from '../processes/guarded';
import { portForNow } from '../processes/ports';
import { databaseAddress, DATABASE, USER } from './embedded-running';
import { postgresProgram } from './postgres-program';
import type { Account, PostgresProgram } from './postgres-program';

/** The embedded PostgreSQL, ready for connections. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Resolves when the server has ended, wanted or not. */
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<void>;
}

/** The data folder for the records, a function that receives progress messages, and limits. */
export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: (sentence: string) => void;
  /** For the records of tests, which are thrown away: writes are not forced onto the disk, which saves time. */
  readonly disposable?: boolean;
  /**
   * Greatest number of connections. Temporal needs more than the records do, if it keeps its state in this server too.
   */
  readonly maxConnections?: number;
}

/** Thrown when the embedded PostgreSQL could not be started. The message is a sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

const READY_WITHIN_MS = 60_000;
const LEFT_BEHIND_MS = 20_000;
// SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back and everything is written.
const STOP = { signal: 'SIGINT', graceMs: 20_000 } as const;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '64MB',
  // No parallel workers: several queries run at a time anyway, and starting a worker takes as long as the longest
  // query.
  max_parallel_workers_per_gather: '0',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
};
const DISPOSABLE = {
  ...SETTINGS,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '4GB',
};

/**
 * Starts PostgreSQL in the data folder, which the caller has locked. Creates the database if it is not there. Listens
 * on a free port of the loopback interface only. Requires a password that is kept in this data folder.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  disposable = false,
  maxConnections = 50,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = path.join(path.resolve(dataDir), 'records');
  const answer = postgresProgram(folder, path.join(path.resolve(dataDir), 'run', 'postgresql-lib'));
  if (!answer.ok) throw new EmbeddedPostgresError(answer.sentence);
  const { program } = answer;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  handOver(folder, program.owner);
  const password = keptPassword(folder, program.owner);
  if (!existsSync(path.join(folder, 'db'))) {
    log('Setting up the records (PostgreSQL).');
    await initialise({ folder, dataDir, program });
  }
  const leftBehindUntil = Date.now() + LEFT_BEHIND_MS;
  for (let attempt = 1; ; attempt += 1) {
    const port = await portForNow();
    const settings = { ...(disposable ? DISPOSABLE : SETTINGS), max_connections: String(maxConnections) };
    const server = await serve({ folder, dataDir, program, port, settings });
    const connection = { host: '127.0.0.1', port, user: USER, password };
    if (await isReady(server, connection)) {
      await createDatabase(connection);
      const stop = async (): Promise<void> => {
        await server.stop();
      };
      return { url: databaseAddress(port, password), exited: server.exited, stop };
    }
    await server.stop();
    const lastLines = readFileSync(server.logFile, 'utf8').slice(-2000);
    // Tries another port: a program may have taken this one after it was found free.
    if (attempt < 3 && /could not (bind|create any)/.test(lastLines)) continue;
    // Waits for a killed server: its lock file stands until the system has collected the process. The data folder is
    // locked by this process, so no other server can be running in it.
    if (Date.now() < leftBehindUntil && /lock file "postmaster.pid" already exists/.test(lastLines)) {
      await pause(200);
      continue;
    }
    const why = lastLogLine(server.logFile);
    throw new EmbeddedPostgresError(
      `The records (PostgreSQL) did not start: ${why} The whole story is in ${server.logFile}.`,
    );
  }
}

interface Place {
  readonly folder: string;
  readonly dataDir: string;
  readonly program: PostgresProgram;
}

interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

async function initialise({ folder, dataDir, program }: Place): Promise<void> {
  // Makes the database under another name first, so that a folder called `db` is always complete.
  const unfinished = path.join(folder, 'db.new');
  rmSync(unfinished, { recursive: true, force: true });
  const args = ['--pgdata', unfinished, '--username', USER, '--pwfile', path.join(folder, 'password')];
  const how = ['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-instructions'];
  const initdb = await startGuarded({
    name: 'initdb',
    dataDir,
    ...program.commandLine('initdb', [...args, ...how]),
    env: program.env,
    cwd: '/',
    stop: STOP,
  });
  const { code } = await initdb.exited;
  if (code !== 0) {
    const why = lastLogLine(initdb.logFile);
    throw new EmbeddedPostgresError(
      `The records (PostgreSQL) could not be set up: ${why} The whole story is in ${initdb.logFile}.`,
    );
  }
  renameSync(unfinished, path.join(folder, 'db'));
}

interface Serving extends Place {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

function serve({ folder, dataDir, program, port, settings }: Serving): Promise<Guarded> {
  const all = Object.entries({ ...settings, port: String(port) });
  const args = ['-D', path.join(folder, 'db'), ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const commandLine = program.commandLine('postgres', args);
  return startGuarded({ name: 'postgresql', dataDir, ...commandLine, env: program.env, cwd: '/', stop: STOP });
}

async function isReady(server: Guarded, connection: Connection): Promise<boolean> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  const until = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < until) {
    if (await answers(connection)) return true;
    await pause(50);
  }
  return false;
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(connection: Connection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} template template0 encoding 'UTF8'`);
  } finally {
    await client.end();
  }
}

function keptPassword(folder: string, owner: Account | undefined): string {
  const file = path.join(folder, 'password');
  if (!existsSync(path.join(folder, 'db'))) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  if (owner !== undefined) chownSync(file, owner.uid, owner.gid);
  return readFileSync(file, 'utf8').trim();
}

function handOver(folder: string, owner: Account | undefined): void {
  if (owner === undefined) return;
  chownSync(folder, owner.uid, owner.gid);
  const db = path.join(folder, 'db');
  // Changes the owner of a database that belongs to root, as after root restored it from a copy.
  if (!existsSync(db) || statSync(db).uid !== 0) return;
  chownSync(db, owner.uid, owner.gid);
  for (const name of readdirSync(db, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(db, name), owner.uid, owner.gid);
  }
}

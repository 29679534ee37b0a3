import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/records/embedded';
import { openRecords } from '../../src/records/records';
import type { Records } from '../../src/records/records';

/** A PostgreSQL server that a test may use. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** An empty database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Drops the database, and stops the server if it was started for it. */
  drop(): Promise<void>;
}

/** Empty records of their own for one test file, ready to be written. */
export interface TestRecords {
  readonly url: string;
  readonly records: Records;
  /** Empties every table. For `beforeEach`. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded PostgreSQL in a folder of its own, which is gone after `stop`. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'records-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An empty database on the server of `TEST_DATABASE_URL`, or on an embedded one started for it where there is none. */
export async function freshDatabase(): Promise<TestDatabase> {
  const given = process.env['TEST_DATABASE_URL'];
  const server: TestServer = given ? { url: given, stop: () => Promise.resolve() } : await startTestServer();
  const name = `records_test_${randomBytes(6).toString('hex')}`;
  await administer(server.url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await administer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

/** Empty records with their tables. For `beforeAll`; `close` belongs in `afterAll`. */
export async function freshRecords(): Promise<TestRecords> {
  const database = await freshDatabase();
  const records = await openRecords({ url: database.url });
  await records.migrate();
  const cleaner = new Client({ connectionString: database.url });
  await cleaner.connect();
  return {
    url: database.url,
    records,
    clear: async () => {
      await cleaner.query(EMPTY);
    },
    close: async () => {
      await cleaner.end();
      await records.close();
      await database.drop();
    },
  };
}

/*
 * TRUNCATE would make every table's files anew, a hundred times slower for the few rows of a test. It is one statement,
 * because what refers to what is looked at when it ends; the lock waits for whoever is still writing.
 */
const EMPTY = `DO $$ DECLARE tables text[] := ARRAY(
  SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations');
BEGIN
  EXECUTE 'LOCK TABLE ' || array_to_string(tables, ', ');
  EXECUTE (SELECT 'WITH ' || string_agg('emptied_' || nth || ' AS (DELETE FROM ' || name || ')', ', ') || ' SELECT'
           FROM unnest(tables) WITH ORDINALITY AS each(name, nth));
END $$`;

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

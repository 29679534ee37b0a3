import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { openRecords } from '../../src/records/records';
import { RecordsUnavailable } from '../../src/records/unavailable';
import { freshDatabase, startTestServer } from '../support/records';
import type { TestDatabase } from '../support/records';
import { aRecording, aSummary, reference } from './builders';

describe('a database that is away', () => {
  it('is RecordsUnavailable from the moment it stops, for reading and writing', async () => {
    const server = await startTestServer();
    const broken: string[] = [];
    const records = await openRecords({ url: server.url, patience: 2_000, log: (sentence) => broken.push(sentence) });
    await records.migrate();
    await records.record(aRecording(reference(1), 1), aSummary(reference(1)));
    await server.stop();

    const asked = [
      () => records.cases.get(reference(1)),
      () => records.record(aRecording(reference(1), 2), aSummary(reference(1))),
      () => records.idempotency.begin({ scope: 's', key: 'k', bodyHash: 'h', leaseMs: 1 }),
      () => records.ready(),
      () => records.migrate(),
      () => openRecords({ url: server.url }),
    ];
    for (const ask of asked) await expect(ask()).rejects.toBeInstanceOf(RecordsUnavailable);
    expect(broken.length).toBeGreaterThan(0);
    await records.close();
    await records.close();
    await expect(records.cases.get(reference(1))).rejects.toBeInstanceOf(RecordsUnavailable);
  });

  it('is told from a fault of the program, and never tells the password', async () => {
    const database = await freshDatabase();
    const url = new URL(database.url);
    url.pathname = '/there_is_none';
    const error: unknown = await openRecords({ url: url.href }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RecordsUnavailable);
    expect(String(error)).toContain('no database of that name');
    if (url.password !== '') expect(String(error)).not.toContain(url.password);
    await database.drop();
  });
});

describe('the tables', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await freshDatabase()));
  afterAll(() => database.drop());

  it('are made once by the first of several processes that start together', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => openRecords({ url: database.url, size: 2 })));
    await expect(processes[0]?.ready()).rejects.toBeInstanceOf(RecordsUnavailable);
    const taken = await Promise.all(processes.map((records) => records.migrate()));

    expect(taken.filter((steps) => steps.length > 0)).toHaveLength(1);
    expect(taken.flat()).toContain('0001 cases');
    await Promise.all(processes.map((records) => records.ready()));
    await Promise.all(processes.map((records) => records.close()));
  });

  it('stay usable when the server breaks a connection, and when all of them are taken', async () => {
    const broken: string[] = [];
    const log = (sentence: string) => broken.push(sentence);
    const records = await openRecords({ url: database.url, size: 1, patience: 3_000, log });
    await records.ready();
    const administrator = new Client({ connectionString: database.url });
    await administrator.connect();
    await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    while (broken.length === 0) await pause(10);
    await records.ready();

    await administrator.query('BEGIN; LOCK TABLE cases');
    const answers = await Promise.allSettled([1, 2].map(() => records.cases.openReferences()));
    for (const answer of answers) {
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(RecordsUnavailable);
    }
    await administrator.query('ROLLBACK');
    expect(await records.cases.openReferences()).toEqual([]);
    await administrator.end();
    await records.close();
  });
});

import { Client } from 'pg';
import type { CaseReference } from '../../src/procedure/time/time';
import { openRecords } from '../../src/records/records';
import type { Records } from '../../src/records/records';
import { freshRecords, startTestServer } from '../support/records';
import type { TestRecords } from '../support/records';
import { aRecording, aSummary, reference } from './builders';

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 10_000; waited += 20) await new Promise((go) => setTimeout(go, 20));
  if (!isSo()) throw new Error('It did not come to it within ten seconds.');
}

describe('listening to recordings', () => {
  let test: TestRecords;
  let another: Records;
  const stops: (() => Promise<void>)[] = [];
  const heard: string[] = [];
  let missed = 0;
  const listen = async (records: Records) => {
    const stop = await records.listen(
      (of: CaseReference, seq) => heard.push(`${of} ${seq}`),
      () => (missed += 1),
    );
    stops.push(stop);
    return stop;
  };
  const record = (records: Records, n: number, seq: number) =>
    records.record(aRecording(reference(n), seq), aSummary(reference(n)));

  beforeAll(async () => {
    test = await freshRecords();
    another = await openRecords({ url: test.url });
  });
  beforeEach(() => {
    heard.length = 0;
    missed = 0;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(async () => {
    await another.close();
    await test.close();
  });

  it('hears what any process recorded, and not what changed no file', async () => {
    await listen(test.records);
    await record(another, 1, 2);
    await until(() => heard.length > 0);
    await record(test.records, 1, 1);
    await Promise.all([record(test.records, 2, 1), record(another, 3, 7)]);
    await until(() => heard.length > 2);
    expect([...heard].sort()).toEqual(['SIN-2026-0001 2', 'SIN-2026-0002 1', 'SIN-2026-0003 7']);
    expect(missed).toBe(0);
  });

  it('hears of a case once when it is recorded many times in a moment, and by its last number', async () => {
    await listen(another);
    for (let seq = 1; seq <= 30; seq += 1) void record(test.records, 4, seq);
    await until(() => heard.includes('SIN-2026-0004 30'));
    expect(heard.length).toBeLessThan(30);
  });

  it('hears nothing once it was stopped', async () => {
    const stop = await listen(test.records);
    await stop();
    await record(test.records, 5, 1);
    await new Promise((go) => setTimeout(go, 200));
    expect(heard).toEqual([]);
  });

  it('goes on when the server broke its connection, and says that it may have missed some', async () => {
    await listen(test.records);
    const administrator = new Client({ connectionString: test.url });
    await administrator.connect();
    await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE '% live'`,
    );
    await administrator.end();
    await until(() => missed === 1);
    await record(test.records, 6, 1);
    await until(() => heard.length === 1);
  });

  it('keeps nobody waiting for a database that is away, and stops all the same', async () => {
    const server = await startTestServer();
    const said: string[] = [];
    const records = await openRecords({ url: server.url, log: (sentence) => said.push(sentence) });
    await records.migrate();
    await server.stop();
    await listen(records);
    await until(() => said.some((sentence) => sentence.includes('listens')));
    for (const stop of stops.splice(0)) await stop();
    await records.close();
  });
});

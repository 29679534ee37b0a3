import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { backUpRecords } from '../../src/records/backup/back-up';
import { fileOf, whyTooNew } from '../../src/records/backup/manifest';
import { openBackup, restoreRecords } from '../../src/records/backup/restore';
import { inOrderOfReference, tablesOf } from '../../src/records/backup/tables';
import { takeSteps } from '../../src/records/migrate';
import { migrations } from '../../src/records/migrations/all';
import { openRecords } from '../../src/records/records';
import { freshDatabase, freshRecords, type TestDatabase, type TestRecords } from '../support/records';
import { aNotice, aRecording, aSummary, at, manager, reference, today } from './builders';

const origin = { madeAt: at, version: '0.1.0', profile: { name: 'kirklees', edition: 'abc' } };
const one = reference(1);
const two = reference(2);

const asked = async <T extends object>(url: string, sql: string): Promise<readonly T[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Every row of every table that a backup has, as text. */
async function contentOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const content: Record<string, string[]> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t ORDER BY 1`);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await client.end();
  }
}

describe('A backup of the records', () => {
  let source: TestRecords;
  let folder: string;
  let targets: TestDatabase[];

  const target = async (): Promise<string> => {
    const database = await freshDatabase();
    targets.push(database);
    return database.url;
  };
  const backUp = async (name = 'backup') => {
    const into = path.join(folder, name);
    const manifest = await backUpRecords({ url: source.url, folder: into, origin });
    return { folder: into, manifest };
  };
  const restored = async (from: string, replace = false, url?: string): Promise<string> => {
    const into = url ?? (await target());
    await restoreRecords({ url: into, folder: from, manifest: await openBackup(from), replace });
    return into;
  };

  beforeAll(async () => {
    source = await freshRecords();
  });
  afterAll(() => source.close());
  beforeEach(async () => {
    await source.clear();
    targets = [];
    folder = mkdtempSync(path.join(tmpdir(), 'backup-test-'));
    const { records } = source;
    await records.record(aRecording(one, 1, { notices: [aNotice('one/a'), aNotice('one/b')] }), aSummary(one));
    await records.record(aRecording(two, 1), aSummary(two, { closedOn: today }));
    await records.notices.markSent('one/a', { at, messageId: '<one@example.org>' });
    await records.meetings.add({ group: 'exec', on: today, by: manager, at });
    await records.installation.setFact('a fact', { text: 'tabs\tand "quotes"\nand \\ more', nothing: null });
  });
  afterEach(async () => {
    await Promise.all(targets.map((database) => database.drop()));
    rmSync(folder, { recursive: true, force: true });
  });

  test('is put back row by row, what triggers made too, and what was sent stays sent', async () => {
    const { manifest, folder: from } = await backUp();
    expect(manifest.cases).toEqual({ all: 2, open: 1 });
    const url = await restored(from);
    expect(await contentOf(url)).toEqual(await contentOf(source.url));
    const records = await openRecords({ url });
    const standings = (await records.notices.noticesOf(one)).map(({ notice, standing }) => [
      notice.key,
      standing.state,
    ]);
    await records.close();
    expect(standings).toEqual([
      ['one/a', 'sent'],
      ['one/b', 'waiting'],
    ]);
  });

  test('is of one moment, however much is recorded while it is made', async () => {
    let stop = false;
    const recording = (async () => {
      for (let seq = 2; !stop; seq += 1) await source.records.record(aRecording(one, seq), aSummary(one));
    })();
    for (const name of ['first', 'second', 'third']) {
      const url = await restored((await backUp(name)).folder);
      const [row] = await asked<{ seq: number; last: number; events: number }>(
        url,
        `SELECT c.seq, max(e.seq) AS last, count(*)::integer AS events FROM cases AS c
         JOIN case_events AS e USING (reference) WHERE reference = '${one}' GROUP BY c.seq`,
      );
      expect(row).toEqual({ seq: row?.seq, last: row?.seq, events: row?.seq });
    }
    stop = true;
    await recording;
  });

  test('lets the database count on where it was', async () => {
    const url = await restored((await backUp()).folder);
    const records = await openRecords({ url });
    await records.meetings.add({ group: 'sub-group', on: today, by: manager, at });
    expect(await records.meetings.list()).toHaveLength(2);
    await records.record(aRecording(two, 2), aSummary(two));
    await records.close();
  });

  test('leaves out who is signed in, and the keys that an empty Temporal does not need', async () => {
    await source.records.payloadKeys.note({ id: 'k1', mark: 'mark' });
    const { manifest, folder: from } = await backUp();
    expect(manifest.payloadKeys).toEqual(['k1']);
    expect(readdirSync(from)).not.toContain('sessions.copy.gz');
    const url = await restored(from);
    expect(await asked(url, 'SELECT id FROM payload_keys')).toEqual([]);
  });

  test('goes into an empty database only, unless it is told that what is there may go', async () => {
    const { folder: from } = await backUp();
    const url = await restored(from);
    await expect(restored(from, false, url)).rejects.toThrow('The database is not empty.');
    await asked(url, `DELETE FROM notices`);
    await restored(from, true, url);
    expect(await contentOf(url)).toEqual(await contentOf(source.url));
  });

  test('does not go into a database that the application is using', async () => {
    const { folder: from } = await backUp();
    await expect(restored(from, true, source.url)).rejects.toThrow('The application is using this database.');
  });

  test('is refused when it is not what it was, and nothing is changed', async () => {
    const { folder: from, manifest } = await backUp();
    const table = path.join(from, 'notices.copy.gz');
    const whole = readFileSync(table);
    writeFileSync(table, whole.subarray(0, whole.length - 1));
    await expect(openBackup(from)).rejects.toThrow('notices.copy.gz is not what it was when it was made.');
    const url = await target();
    await expect(restoreRecords({ url, folder: from, manifest, replace: false })).rejects.toThrow();
    expect(await contentOf(url)).toEqual({});
    rmSync(table);
    await expect(openBackup(from)).rejects.toThrow('notices.copy.gz is missing.');
    await expect(openBackup(folder)).rejects.toThrow('There is no backup in');
  });

  test('of a newer release is refused in a sentence', () => {
    const known = migrations.map(({ number }) => number);
    expect(whyTooNew({ migrations: known, version: '0.1.0' }, known)).toBeUndefined();
    expect(whyTooNew({ migrations: [...known, 999], version: '9.0.0' }, known)).toBe(
      `The backup was made by a newer release (9.0.0, whose tables are at step 999; this one knows ${known.at(-1) ?? 0}). Restore it with that release, or a later one.`,
    );
  });

  test('of an earlier release is brought up to this one', async () => {
    const old = await target();
    const client = new Client({ connectionString: old });
    await client.connect();
    const early = migrations.slice(0, -1).map(({ number }) => number);
    await takeSteps(client, (number) => early.includes(number));
    await client.query(`INSERT INTO installation (fact, value) VALUES ('old', '1')`);
    // What a later step made is not there to be asked.
    await client.query('CREATE TABLE IF NOT EXISTS payload_keys (id text, first_used_at timestamptz)');
    const from = path.join(folder, 'old');
    const manifest = await backUpRecords({ url: old, folder: from, origin });
    await client.end();
    expect(manifest.migrations).toEqual(early);
    const url = await target();
    const steps = await restoreRecords({ url, folder: from, manifest, replace: false });
    expect(steps).toHaveLength(1);
    const records = await openRecords({ url });
    await records.ready();
    expect(await records.installation.fact('old')).toBe(1);
    await records.close();
  });
});

describe('The tables of a backup', () => {
  test('come after those that they refer to', () => {
    const table = (name: string, ...refersTo: string[]) => ({ name, columns: ['id'], refersTo });
    const ordered = inOrderOfReference([table('a', 'b'), table('b', 'c'), table('c'), table('d', 'a', 'c')]);
    expect(ordered.map(({ name }) => name)).toEqual(['c', 'b', 'a', 'd']);
    expect(() => inOrderOfReference([table('a', 'b'), table('b', 'a')])).toThrow('in a circle');
    expect(fileOf({ name: 'cases' })).toBe('cases.copy.gz');
  });
});

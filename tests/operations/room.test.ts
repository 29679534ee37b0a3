import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readiness } from '../../src/http/readiness';
import { whyNot } from '../../src/records/unavailable';
import { roomIn } from '../../src/operations/room';
import { fillDisk, prepareDisk } from '../faults/cast/full-disk';
import { freshRecords, type TestRecords } from '../support/records';

/* A full disk can still be read. Whether what comes in can be kept is found out by keeping something. */

let kept: TestRecords;
let dataDir: string;
beforeAll(async () => {
  kept = await freshRecords();
  await prepareDisk(kept.url);
});
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'room-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
afterAll(() => kept.close());

const ready = (more: Partial<Parameters<typeof roomIn>[0]> = {}) =>
  readiness({
    records: () => whyNot(() => kept.records.ready()),
    engine: () => Promise.resolve(undefined),
    room: roomIn({ records: kept.records, dataDir, logTrouble: () => undefined, ...more }),
  });

test('with room on every disk an installation is ready, and leaves nothing behind of what it tried', async () => {
  expect(await ready()).toMatchObject({ isReady: true, sentence: 'Ready.' });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a worker by itself, which keeps nothing in a folder, is ready without one', async () => {
  const room = roomIn({ records: kept.records, logTrouble: () => undefined });
  expect(await room()).toBeUndefined();
});

test('with the disk of the records full it is not ready, and says so', async () => {
  await fillDisk(kept.url, true);
  try {
    expect(await ready()).toMatchObject({
      isReady: false,
      parts: { records: 'ready', disk: 'full' },
      sentence: expect.stringContaining('the disk of the database is full') as string,
    });
  } finally {
    await fillDisk(kept.url, false);
  }
  expect((await ready()).isReady).toBe(true);
});

test('with the data folder not to be written it is not ready', async () => {
  const sentence = expect.stringContaining('the data folder cannot be written') as string;
  expect(await ready({ dataDir: path.join(dataDir, 'gone') })).toMatchObject({ isReady: false, sentence });
});

test('with the records away it still says that the data folder cannot be written, for that may be why', async () => {
  const { parts, sentence } = await readiness({
    records: () => Promise.resolve('The records cannot be reached: nothing answers at the address of the database.'),
    engine: () => Promise.resolve(undefined),
    room: roomIn({ records: kept.records, dataDir: path.join(dataDir, 'gone'), logTrouble: () => undefined }),
  });
  expect(parts).toMatchObject({ records: 'away', disk: 'full' });
  expect(sentence).toMatch(/^Not ready: the records cannot be reached: .*, and the data folder cannot be written/);
});

test('with a log that cannot be written it is not ready, and says how many lines are lost', async () => {
  const { isReady, sentence } = await ready({ logTrouble: () => ({ code: 'ENOSPC', lost: 12 }) });
  expect([isReady, sentence]).toEqual([false, 'Not ready: the log cannot be written (ENOSPC, 12 lines lost).']);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callCopy, goOnHere, whetherAtHome } from '../src/place';
import { freshRecords, type TestRecords } from './support/records';

/* The records know their place: a copy that is started elsewhere asks once, and holds everything back until then. */

let kept: TestRecords;
let folder: string;
beforeAll(async () => {
  kept = await freshRecords();
});
beforeEach(async () => {
  await kept.clear();
  folder = mkdtempSync(path.join(tmpdir(), 'place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => kept.close());

const at = (place: string | undefined, dataDir = folder) => ({ place, dataDir, databaseUrl: undefined });
const kindAt = async (where: Parameters<typeof whetherAtHome>[0]) => (await whetherAtHome(where, kept.records)).kind;

test('records that know of no place, as those of 0.1.0, are at home where they are started first, and again', async () => {
  expect(await kindAt(at(undefined))).toBe('at-home');
  expect(await kindAt(at(undefined))).toBe('at-home');
});

test('a copied data folder in another place asks, until somebody says that it goes on there', async () => {
  await kindAt(at(undefined));
  const copy = mkdtempSync(path.join(tmpdir(), 'copy-'));
  try {
    const elsewhere = await whetherAtHome(at(undefined, copy), kept.records);
    expect(elsewhere).toMatchObject({
      kind: 'elsewhere',
      sentence: expect.stringMatching(/no email is sent.*place -- here.*place -- copy/) as string,
    });
    await goOnHere(at(undefined, copy), kept.records);
    expect(await kindAt(at(undefined, copy))).toBe('at-home');
    expect(await kindAt(at(undefined))).toBe('elsewhere');
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('a copy to look at stays one at every start, and can go on there after all', async () => {
  await kindAt(at('Huddersfield'));
  await callCopy(at('A laptop'), kept.records);
  const copy = await whetherAtHome(at('A laptop'), kept.records);
  expect(copy).toMatchObject({
    kind: 'elsewhere',
    sentence: expect.stringMatching(/^This is a copy to look at/) as string,
  });
  expect(await kindAt(at('Huddersfield'))).toBe('at-home');
  await goOnHere(at('A laptop'), kept.records);
  expect(await kindAt(at('A laptop'))).toBe('at-home');
});

test('a database of its own is told by its own identifier, whatever address leads to it and whichever folder asks', async () => {
  const by = (databaseUrl: string, dataDir: string) => ({ place: undefined, dataDir, databaseUrl });
  expect(await kindAt(by('postgres://one/reviews', folder))).toBe('at-home');
  expect(await kindAt(by('postgres://two/reviews', tmpdir()))).toBe('at-home');
});

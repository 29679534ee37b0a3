import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerPlace, whetherAtHome } from '../../src/installation/place';
import { instant } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { freshRecords, type TestRecords } from '../support/records';

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

const now = instant('2026-11-23T09:30:00.000Z');
const at = (place: string | undefined, dataDir = folder) => ({ place, dataDir, databaseUrl: undefined });
const kindAt = async (where: Parameters<typeof whetherAtHome>[0]) =>
  (await whetherAtHome(where, kept.records, now)).kind;
const answer = (where: Parameters<typeof whetherAtHome>[0], said: 'here' | 'copy', after?: number, by?: string) =>
  answerPlace(where, kept.records, {
    said,
    at: now,
    ...(after === undefined ? {} : { after }),
    ...(by === undefined ? {} : { by: by as PersonId }),
  });

test('records that know of no place, as those of 0.1.0, are at home where they are started first, and again', async () => {
  expect(await kindAt(at(undefined))).toBe('at-home');
  expect(await kindAt(at(undefined))).toBe('at-home');
});

test('a copied data folder in another place asks, until somebody says that it goes on there', async () => {
  await kindAt(at(undefined));
  const copy = mkdtempSync(path.join(tmpdir(), 'copy-'));
  try {
    const elsewhere = await whetherAtHome(at(undefined, copy), kept.records, now);
    expect(elsewhere).toMatchObject({
      kind: 'elsewhere',
      sentence: expect.stringMatching(/no email is sent.*place -- here.*place -- copy/) as string,
    });
    await answer(at(undefined, copy), 'here');
    expect(await kindAt(at(undefined, copy))).toBe('at-home');
    expect(await kindAt(at(undefined))).toBe('elsewhere');
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('a copy to look at stays one at every start, and can go on there after all', async () => {
  await kindAt(at('Huddersfield'));
  await answer(at('A laptop'), 'copy');
  const copy = await whetherAtHome(at('A laptop'), kept.records, now);
  expect(copy).toMatchObject({
    kind: 'elsewhere',
    sentence: expect.stringMatching(/^This is a copy to look at/) as string,
  });
  expect(await kindAt(at('Huddersfield'))).toBe('at-home');
  await answer(at('A laptop'), 'here');
  expect(await kindAt(at('A laptop'))).toBe('at-home');
});

test('a database of its own is told by its own identifier, whatever address leads to it and whichever folder asks', async () => {
  const by = (databaseUrl: string, dataDir: string) => ({ place: undefined, dataDir, databaseUrl });
  expect(await kindAt(by('postgres://one/reviews', folder))).toBe('at-home');
  expect(await kindAt(by('postgres://two/reviews', tmpdir()))).toBe('at-home');
});

test('whoever is asked is told where the records were started last, and when', async () => {
  await kindAt(at('Huddersfield'));
  const elsewhere = await whetherAtHome(at('A laptop'), kept.records, now);
  expect(elsewhere).toMatchObject({
    found: { here: '“A laptop”', there: '“Huddersfield”', lastStartedAt: now },
    answers: 0,
    copy: false,
    sentence: expect.stringContaining('(“Huddersfield”, started 9:30am on Monday 23 November 2026)') as string,
  });
});

test('of two who answer at once one is recorded, with their name, and the other is told', async () => {
  await kindAt(at('Huddersfield'));
  const both = await Promise.all([answer(at('A laptop'), 'here', 0, 'P01'), answer(at('A laptop'), 'copy', 0, 'P43')]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['answered', 'answered-before']);
  expect(await kept.records.installation.fact('place-answers')).toHaveLength(1);
  const first = both[0]?.kind === 'answered';
  expect(await kindAt(at('A laptop'))).toBe(first ? 'at-home' : 'elsewhere');
  expect(await kept.records.installation.fact('place-answers')).toMatchObject([
    first ? { said: 'here', by: 'P01', at: now } : { said: 'copy', by: 'P43', at: now },
  ]);
});

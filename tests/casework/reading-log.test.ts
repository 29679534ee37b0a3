import { ReadingLog, ReadingNotLogged, sameReadingMs, type Opened } from '../../src/casework/reading-log';
import { fromMillis, instant, toMillis } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import type { CaseReading } from '../../src/records/readings';
import type { Records } from '../../src/records/records';
import { RecordsUnavailable } from '../../src/records/unavailable';

const began = instant('2026-11-23T10:00:00.000Z');
const after = (ms: number) => fromMillis(toMillis(began) + ms);

const opened = (more: Partial<Opened> = {}): Opened => ({
  at: began,
  person: 'P01' as PersonId,
  credential: { kind: 'session', name: '2026-11-23T09:00:00.000Z' },
  part: 'overview',
  cases: ['SIN-2026-0001'],
  seq: 7,
  ...more,
});

/** A log on records that answer when the test lets them. */
function aLog() {
  const batches: (readonly CaseReading[])[] = [];
  const held: { readonly done: () => void; readonly fail: (error: Error) => void }[] = [];
  const add = (readings: readonly CaseReading[]) =>
    new Promise<void>((done, fail) => {
      batches.push(readings);
      held.push({ done, fail });
    });
  const answer = async (error?: Error) => {
    const next = held.shift();
    if (error === undefined) next?.done();
    else next?.fail(error);
    await new Promise(setImmediate);
  };
  const log = new ReadingLog({ readings: { add } as Records['readings'] });
  const noted = async (one: Opened) => {
    const before = batches.length;
    const note = log.note(one);
    if (batches.length > before) await answer();
    await note;
    return batches.length - before;
  };
  return { log, batches, answer, noted };
}

describe('A page that is opened again', () => {
  test('is the same reading within five minutes, and another after them', async () => {
    const { noted } = aLog();
    expect(await noted(opened())).toBe(1);
    expect(await noted(opened({ at: after(sameReadingMs - 1) }))).toBe(0);
    expect(await noted(opened({ at: after(sameReadingMs) }))).toBe(1);
    // The five minutes count from what is in the log: a page that refreshes itself for hours is seen again and again.
    expect(await noted(opened({ at: after(2 * sameReadingMs - 1) }))).toBe(0);
    expect(await noted(opened({ at: after(2 * sameReadingMs) }))).toBe(1);
  });

  test.each<[string, Partial<Opened>]>([
    ['by another person', { person: 'P02' as PersonId }],
    ['in another session', { credential: { kind: 'session', name: '2026-11-23T09:30:00.000Z' } }],
    ['by a token', { credential: { kind: 'token', name: '1' } }],
    ['as another part', { part: 'record' }],
    ['of another case', { cases: ['SIN-2026-0002'] }],
    ['with something new in it', { seq: 8 }],
    ['by a clock that was set back', { at: after(-1) }],
  ])('%s is another reading', async (_what, more) => {
    const { noted } = aLog();
    await noted(opened());
    expect(await noted(opened(more))).toBe(1);
  });
});

describe('Readings that come at once', () => {
  const person = (n: number) => opened({ person: `P${n}` as PersonId });

  test('go together in the next statement, and each is acknowledged when its own is written', async () => {
    const { log, batches, answer } = aLog();
    const acknowledged: number[] = [];
    for (const n of [11, 12, 13]) void log.note(person(n)).then(() => acknowledged.push(n));
    expect(batches.map((batch) => batch.length)).toEqual([1]);
    await answer();
    expect(acknowledged).toEqual([11]);
    expect(batches.map((batch) => batch.length)).toEqual([1, 2]);
    await answer();
    expect(acknowledged).toEqual([11, 12, 13]);
  });

  test('are refused with their own statement, and written when they come again', async () => {
    const { log, batches, answer, noted } = aLog();
    const first = log.note(person(11));
    const second = log.note(person(12));
    const failed = expect(first).rejects.toThrow('away');
    await answer(new Error('away'));
    await failed;
    await answer();
    await second;
    expect(batches).toHaveLength(2);
    expect(await noted(person(11))).toBe(1);
  });
});

test('A reading that cannot be written is refused with the reason, in words for whoever wanted to read', async () => {
  const { log, answer } = aLog();
  const note = log.note(opened());
  const refused = note.catch((error: unknown) => error);
  await answer(new RecordsUnavailable('the disk of the database is full', undefined));
  const error = await refused;
  if (!(error instanceof ReadingNotLogged)) throw new Error('It was not refused.');
  expect(error).toBeInstanceOf(RecordsUnavailable);
  expect(error.sentence).toBe(
    'Whoever reads about a case is put in the reading log first. The log cannot be written at present: the disk of the database is full.',
  );
});

test('What is remembered is limited, whoever reads however much', async () => {
  const { noted } = aLog();
  for (let n = 0; n < 10_050; n += 1) await noted(opened({ seq: n }));
  // The first of them were forgotten early, which writes one line too many and loses none.
  expect(await noted(opened({ seq: 0 }))).toBe(1);
  expect(await noted(opened({ seq: 10_049 }))).toBe(0);
});

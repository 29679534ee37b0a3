import { keepHouse, type Housekeeping } from '../../src/jobs/purge';
import { usualOutsideSettings } from '../../src/procedure/outside-notification/settings';
import { instant } from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';
import { RecordsUnavailable } from '../../src/records/unavailable';

const hour = 3_600_000;
let now: Instant;
let forgotten: Instant[];
let setAside: Instant[];
let readingsForgotten: Instant[];
let logged: { readonly level: 'warn' | 'error'; readonly sentence: string }[];
let sessionsFail: Error | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  setAside = [];
  readingsForgotten = [];
  [now, forgotten, logged, sessionsFail] = [instant('2026-12-03T09:00:00.000Z'), [], [], undefined];
});
afterEach(() => jest.useRealTimers());

/** Records of which housekeeping asks no more than this. */
const records = {
  drafts: { purge: () => Promise.resolve(0) },
  sessions: { purge: () => (sessionsFail === undefined ? Promise.resolve(0) : Promise.reject(sessionsFail)) },
  idempotency: { forgetAnswers: (before: Instant) => Promise.resolve(forgotten.push(before)) },
  outsideNotifications: {
    forgetSetAside: (before: Instant) => Promise.resolve(setAside.push(before)),
    forgetSenders: () => Promise.resolve(),
  },
  readings: { purge: (before: Instant) => Promise.resolve(readingsForgotten.push(before)) },
  answerLinks: { purgeSessions: () => Promise.resolve() },
} as unknown as Housekeeping['records'];
const log: Housekeeping['log'] = {
  warn: (_what, sentence) => void logged.push({ level: 'warn', sentence }),
  error: (_what, sentence) => void logged.push({ level: 'error', sentence }),
};

async function anHourOfHousekeeping(): Promise<void> {
  const stop = keepHouse({
    records,
    log,
    now: () => now,
    profile: { outside: usualOutsideSettings, readingsKeptYears: 6 },
  });
  try {
    await jest.advanceTimersByTimeAsync(0);
    now = instant('2026-12-03T10:00:00.000Z');
    sessionsFail = undefined;
    await jest.advanceTimersByTimeAsync(hour);
  } finally {
    await stop();
  }
}

test('answers to programs are forgotten after two days, at the start and every hour', async () => {
  await anHourOfHousekeeping();
  expect(forgotten).toEqual(['2026-12-01T09:00:00.000Z', '2026-12-01T10:00:00.000Z']);
  expect(logged).toEqual([]);
});

test('the content of a notification that was set aside is removed after the days of the settings', async () => {
  await anHourOfHousekeeping();
  expect(setAside).toEqual(['2026-09-04T09:00:00.000Z', '2026-09-04T10:00:00.000Z']);
});

test('readings are forgotten after the years of the settings, by the calendar of London', async () => {
  now = instant('2026-07-03T23:30:00.000Z');
  const stop = keepHouse({
    records,
    profile: { outside: usualOutsideSettings, readingsKeptYears: 7 },
    log,
    now: () => now,
  });
  await jest.advanceTimersByTimeAsync(0);
  await stop();
  expect(readingsForgotten).toEqual(['2019-07-03T23:00:00.000Z']);
});

test.each([
  ['a warning where the records are away', new RecordsUnavailable('they are closed', undefined), 'warn'],
  ['an error where the program is wrong', new TypeError('It is no function.'), 'error'],
] as const)(
  'what is not forgotten is %s, once for each hour, and keeps nothing else from it',
  async (_what, failed, level) => {
    sessionsFail = failed;
    await anHourOfHousekeeping();
    expect(logged).toEqual([
      { level, sentence: 'Sessions that have ended were not forgotten; in an hour it is tried again.' },
    ]);
    expect(forgotten).toHaveLength(2);
  },
);

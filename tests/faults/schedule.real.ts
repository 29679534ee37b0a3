import type { CaseEvent } from '../../src/procedure/case/record';
import { startCast, type Cast } from './cast/cast';
import { check } from './checks';
import { kinds, type Violation } from './observed';
import { inflict } from './inflict';
import { atLongest, run, type Ran } from './run';
import { faults, leftOut, readAsked, scheduleOf, withoutRoom, type Fault } from './schedule';

/* The schedule on the real server, in real processes. Run by `npm run test:faults`, which says how long and with which seed. */

const asked = readAsked(
  (process.env['FAULTS_ASKED'] ?? '').split(' ').filter(Boolean),
  Math.floor(Math.random() * 1_000_000),
);
const began = Date.now();
const say = (sentence: string): void =>
  void process.stderr.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${sentence}\n`);

let cast: Cast;
let ran: Ran;
let violations: readonly Violation[];

beforeAll(
  async () => {
    say(
      `The seed is ${asked.seed}: npm run test:faults -- --seed ${asked.seed} --minutes ${asked.minutes} --cases ${asked.cases} --as ${asked.as}${asked.only.length === 0 ? '' : ` --only ${asked.only.join(',')}`}`,
    );
    cast = await startCast({ say, as: asked.as });
    const restarts = await fetch(`${cast.url}/api/reconciliation`, {
      headers: { authorization: `Bearer ${cast.token}` },
    });
    if (!restarts.ok) say('No case is terminated: this application restarts none.');
    if (cast.disk === undefined)
      say(`No disk is made full: ${process.env['FAULTS_NO_DISK'] ?? 'npm run test:faults makes one to fill'}.`);
    const without: readonly Fault[] = [
      ...leftOut(asked.only),
      ...withoutRoom(asked),
      ...(restarts.ok ? [] : (['a case is terminated'] as const)),
      ...(cast.disk === undefined ? (['the disk is full'] as const) : []),
    ];
    const schedule = scheduleOf(asked.seed, { cases: asked.cases, without });
    const each = faults.length - new Set(without).size;
    ran = await run(cast, {
      ...{ schedule, minutes: asked.minutes, say },
      // Whoever asks for some faults alone sees each of them.
      enough: ({ faults: happened }) => asked.only.length === 0 || happened >= each,
      inflict: (act, going) => inflict(cast, act, going),
    });
    violations = check(ran.observed);
    const { observed, happened, put, warnings } = ran;
    const reminders = observed.cases
      .flatMap(({ notices }) => notices)
      .filter(({ notice }) => notice.kind === 'reminders');
    say(
      `${Object.values(happened).reduce((sum, times) => sum + times, 0)} faults, ${observed.acknowledged.length} decisions in ${observed.cases.length} cases, ${reminders.length} reminders, ${observed.mail.length} messages; ${JSON.stringify({ happened, put, warnings }, undefined, 2)}`,
    );
    for (const answer of new Set(observed.readWhileFull.map((one) => one.answer)))
      say(`Read while full: ${answer}, ${observed.readWhileFull.filter((one) => one.answer === answer).length} times.`);
    for (const one of [...observed.disks, ...observed.copies]) say(JSON.stringify(one));
    for (const { kind, reference, sentence } of violations) say(`${kind}, ${reference}: ${sentence}`);
    for (const one of observed.cases.filter(({ reference }) => violations.some((v) => v.reference === reference))) {
      for (const { from, to } of one.jumps) say(`${one.reference}: its clock jumped from ${from} to ${to}`);
      for (const entry of one.events) say(`${one.reference}: ${entryWords(entry, one.recordedAt.get(entry.seq))}`);
    }
  },
  (asked.minutes * (asked.only.length === 0 ? 1 : atLongest) + 15) * 60_000,
);

afterAll(() => cast?.stop(), 300_000);

/** An entry by the case's clock and by the wall's. */
function entryWords({ seq, kind, decision, at, by }: CaseEvent, recordedAt: number | undefined): string {
  const recorded = recordedAt === undefined ? 'never' : new Date(recordedAt).toISOString();
  return `${seq} ${decision ?? kind}${by === undefined ? '' : ` by ${by}`} of ${at}, recorded ${recorded}`;
}

test('something happened: cases were opened, decisions taken, reminders sent', () => {
  expect(ran.observed.opened.length).toBeGreaterThan(0);
  expect(ran.observed.acknowledged.length).toBeGreaterThan(10 * asked.minutes);
});

test.each(kinds)('the promise is kept: nothing is %s', (kind) => {
  expect(violations.filter((one) => one.kind === kind).map(({ sentence }) => sentence)).toEqual([]);
});

import { startCast, type Cast } from './cast/cast';
import { plant, plantedBugs } from './cast/planted';
import { check } from './checks';
import type { Violation } from './observed';
import { inflict } from './inflict';
import { run } from './run';
import { faults, scheduleOf } from './schedule';

/* The whole with bugs in it: a short run of a few cases, whose checks must report every one of them. */

const planted = plant(plantedBugs);
const say = (sentence: string): void => void process.stderr.write(`planted  ${sentence}\n`);
let cast: Cast;
let violations: readonly Violation[];

beforeAll(async () => {
  cast = await startCast({ say, program: planted.program });
  const without = faults.filter((one) => /^(a case is terminated|everything is killed|the disk|the data )/.test(one));
  const schedule = scheduleOf(1, { cases: 8, without });
  const { observed } = await run(cast, {
    schedule,
    minutes: 0.5,
    // The entry that is lost is the seventh of a case.
    enough: ({ faults: happened, acknowledged }) => happened >= 2 && acknowledged.some(({ seq }) => seq % 7 === 0),
    say,
    patienceMs: 30_000,
    inflict: (act, going) => inflict(cast, act, going),
  });
  violations = check(observed);
}, 1_200_000);

afterAll(async () => {
  await cast?.stop();
  planted.remove();
}, 300_000);

test.each(plantedBugs)('it is reported that $what', ({ shows }) => {
  expect(violations.map(({ kind }) => kind)).toContain(shows);
});

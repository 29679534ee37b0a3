import { setTimeout as pause } from 'node:timers/promises';
import { startTree, type Tree } from './cast/tree';
import { check } from './checks';
import { run, type Ran } from './run';
import { faults, scheduleOf } from './schedule';

/* An installation as `npm start` starts it, whose whole process tree is killed again and again. */

const say = (sentence: string): void => void process.stderr.write(`npm start  ${sentence}\n`);
let tree: Tree;
let ran: Ran;

beforeAll(async () => {
  tree = await startTree();
  const without = faults.filter((one) => one !== 'everything is killed at once');
  ran = await run(tree, {
    schedule: scheduleOf(2, { cases: 8, without }),
    ...{ minutes: 0.7, say },
    enough: ({ faults: kills, acknowledged }) => kills > 1 && acknowledged.length > 5,
    async inflict() {
      await tree.killAll();
      await pause(500);
      await tree.start();
    },
  });
}, 900_000);

afterAll(() => tree?.stop(), 300_000);

test('a whole process tree that is killed again and again loses nothing and does nothing twice', () => {
  expect(ran.happened['everything is killed at once']).toBeGreaterThan(1);
  expect(ran.observed.acknowledged.length).toBeGreaterThan(5);
  expect(check(ran.observed).map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([]);
});

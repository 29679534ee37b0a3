import { version } from '../../package.json';
import { quietRuntime } from './support/engine';
import { counts, expectedOf, ofSavedHistories, replay, savedOf, savedReleases } from './support/histories';
import { buildWith } from './support/second-build';

/* Cases go on under code that did not begin them: histories of every way of every release, replayed with what is shipped. */

beforeAll(quietRuntime);

test('There are histories of this release', () => {
  expect(savedReleases()).toContain(version);
});

test.each(savedReleases())(
  'Every history of release %s can be replayed with the workflows that are shipped',
  async (release) => {
    const ways = savedOf(release);
    const expected = expectedOf(release);
    expect(counts(ways)).toEqual(expected);
    const { replayed, broken } = await replay([...ways.values()].flat(), ofSavedHistories);
    expect(broken).toEqual([]);
    expect(replayed).toBe(Object.values(expected).reduce((sum, { runs }) => sum + runs, 0));
  },
  300_000,
);

test('A timer that is started after the email beside which it was started is found', async () => {
  const build = await buildWith([
    {
      file: 'workflows/case.ts',
      from: 'async function keepTime(): Promise<never> {',
      to: 'async function keepTime(): Promise<never> { await condition(() => !effects.areAtRest());',
    },
  ]);
  try {
    // The run in which the case opened is the first of its runs and the last that is saved.
    const opening = savedOf(version).get('straight')?.slice(-1) ?? [];
    const { replayed, broken } = await replay(opening, ofSavedHistories, build.bundle);
    expect(replayed).toBe(1);
    expect(broken).toEqual([expect.stringMatching(/nondeterminism|TMPRL1100/i)]);
  } finally {
    build.remove();
  }
}, 300_000);

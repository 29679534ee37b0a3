import { version } from '../../package.json';
import { quietRuntime } from './support/engine';
import { atRest, counts, expectedOf, ofSavedHistories, replay, savedOf, savedReleases } from './support/histories';
import { buildWith } from './support/second-build';

/* Cases go on under code that did not begin them: histories of every way of every release, replayed with what is shipped. */

beforeAll(quietRuntime);

test('There are histories of this release', () => {
  expect(savedReleases()).toContain(version);
});

/**
 * Ways of a release whose whole histories are replayed no more, each for the rule that has changed since: it changes what
 * happens in a run in mid-activity, never in a run at rest. Source: DESIGN, "Upgrades".
 */
const localReviews = 'the day notified for publication is reminded of, and checks of progress keep their day';
const changedSince: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0.1.0': {
    straight: localReviews,
    'with-an-action': localReviews,
    'the-panel-disagrees-and-a-local-review-starts': localReviews,
    'the-exec-group-asks-for-more-twice': localReviews,
    'improvements-only': localReviews,
    'missed-six-months': localReviews,
    'the-review-decision-reopened': localReviews,
    'not-published': 'the family is to be told where nothing is published',
    'held-for-a-trial': 'whoever owes a step on hold is not chased',
  },
};

/** A way is told twice, the second time moving on wherever it waits; its runs are active in between. */
const toldOn = (way: string): string => way.replace(/-moved-on$/, '');
const runsOn = (release: string, isMeant: (way: string) => boolean) =>
  [...savedOf(release)].flatMap(([way, runs]) => (isMeant(toldOn(way)) ? runs : []));

test.each(savedReleases())(
  'Every history of release %s can be replayed whole, but for the ways of which a rule has changed since',
  async (release) => {
    const ways = savedOf(release);
    expect(counts(ways)).toEqual(expectedOf(release));
    const { replayed, broken } = await replay([...ways.values()].flat(), ofSavedHistories);
    expect(replayed).toBe(Object.values(expectedOf(release)).reduce((sum, { runs }) => sum + runs, 0));
    const wayOf = new Map([...ways].flatMap(([way, runs]) => runs.map(({ workflowId }) => [workflowId, way] as const)));
    const brokenWays = new Set(broken.map((one) => toldOn(wayOf.get(one.slice(0, one.indexOf(':'))) ?? one)));
    expect([...brokenWays].sort()).toEqual(Object.keys(changedSince[release] ?? {}).sort());
  },
  300_000,
);

/** Releases some of whose ways are replayed no more as a whole. */
const changed = savedReleases().filter((release) => changedSince[release] !== undefined);

// A history that is replayed whole has its runs at rest within it.
test.each(changed)(
  'Every run at rest of release %s can be replayed, on the ways of which a rule has changed since',
  async (release) => {
    const runs = runsOn(release, (way) => changedSince[release]?.[way] !== undefined);
    const resting = runs.flatMap((run) => atRest(run) ?? []);
    expect(resting.length).toBeGreaterThan(Object.keys(changedSince[release] ?? {}).length);
    const { replayed, broken } = await replay(resting, ofSavedHistories);
    expect(broken).toEqual([]);
    expect(replayed).toBe(resting.length);
  },
  300_000,
);

test('A timer that is started after the email beside which it was started is found', async () => {
  const build = await buildWith([
    {
      file: 'workflows/time.ts',
      from: 'export async function keepTime(run: Run): Promise<never> {',
      to: 'export async function keepTime(run: Run): Promise<never> { await condition(() => !run.effects.areAtRest());',
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

import { takeOver, tookOver, type Takeover } from '../../src/upgrades/replay-gate';
import type { CaseReference } from '../../src/procedure/time/time';

/* One process after an upgrade: the new build is tried on every open case before it takes a task of any. */

const first = 'SIN-2026-0001' as CaseReference;
const second = 'SIN-2026-0002' as CaseReference;

function an(installation: { readonly ranLast?: string; readonly open?: readonly CaseReference[] } = {}) {
  const facts = new Map<string, unknown>([['key of open cases', 'k1']]);
  if (installation.ranLast !== undefined) facts.set('build', installation.ranLast);
  const said: string[] = [];
  const replayed: CaseReference[] = [];
  const records = {
    cases: { openReferences: () => Promise.resolve(installation.open ?? [first, second]) },
    installation: {
      fact: (name: string) => Promise.resolve(facts.get(name)),
      setFact: (name: string, value: unknown) => Promise.resolve(void facts.set(name, value)),
    },
  } as unknown as Takeover['records'];
  const start = (build: string, broken: readonly CaseReference[] = [], writesWith = 'k1') =>
    takeOver({
      records,
      build,
      writesWith,
      say: (sentence) => said.push(sentence),
      replay: (references) => {
        replayed.push(...references);
        return Promise.resolve(broken.map((reference) => ({ reference, why: 'TMPRL1100' })));
      },
    });
  return { start, said, replayed, records, facts };
}

test('The build that ran last is not tried again, however many cases are open', async () => {
  const { start, replayed } = an({ ranLast: 'a1' });
  expect(await start('a1')).toEqual({ kind: 'may-go-on', open: [] });
  expect(replayed).toEqual([]);
});

test('Another build is tried on every open case, and each is then asked to take it up', async () => {
  const { start, replayed, records, facts } = an({ ranLast: 'a1' });
  expect(await start('b2')).toEqual({ kind: 'may-go-on', open: [first, second] });
  expect(replayed).toEqual([first, second]);
  expect(facts.get('build')).toBe('a1');
  await tookOver(records, { build: 'b2', writesWith: 'k1' });
  expect(facts.get('build')).toBe('b2');
});

test('Under another key every open case is asked to go on, so that none stays written with the one before', async () => {
  const { start, replayed, records } = an({ ranLast: 'a1' });
  expect(await start('a1', [], 'k2')).toEqual({ kind: 'may-go-on', open: [first, second] });
  expect(replayed).toEqual([]);
  await tookOver(records, { build: 'a1', writesWith: 'k2' });
  expect(await start('a1', [], 'k2')).toEqual({ kind: 'may-go-on', open: [] });
});

test('A new installation has nothing to try', async () => {
  const { start, replayed } = an({ open: [] });
  expect(await start('a1')).toEqual({ kind: 'may-go-on', open: [] });
  expect(replayed).toEqual([]);
});

test('Where a case cannot go on, nothing goes on; the case is named, with what to do', async () => {
  const { start, said, facts } = an({ ranLast: 'a1' });
  expect(await start('b2', [second])).toEqual({
    kind: 'held-back',
    why: 'release',
    sentence:
      'Case SIN-2026-0002 cannot go on under this release, so that no case is touched and no decision is taken. Start the release before it (a1), stop it with Ctrl-C, and start this one again; or tell whoever made it.',
  });
  expect(said).toContain('SIN-2026-0002 cannot go on under this build: TMPRL1100');
  expect(facts.get('build')).toBe('a1');
});

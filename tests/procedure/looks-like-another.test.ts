import { aCase } from '../support/a-case';

const told = (count: number) => {
  const looksLike = Array.from({ length: count }, (_none, n) => `SIN-2026-${String(n + 1).padStart(4, '0')}`);
  return aCase()
    .notifying({ looksLike })
    .notices.filter(({ kind }) => kind === 'looks-like-another');
};

test.each([
  [1, 'SIN-2026-0001'],
  [2, 'SIN-2026-0001 and SIN-2026-0002'],
  [5, 'SIN-2026-0001, SIN-2026-0002, SIN-2026-0003, SIN-2026-0004 and SIN-2026-0005'],
  [24, 'SIN-2026-0001, SIN-2026-0002, SIN-2026-0003, SIN-2026-0004, SIN-2026-0005 and 19 more'],
])('A notification that looks like %i others gives rise to one email, which names five of them at most', (n, said) => {
  expect(told(n).map(({ values }) => values['other'])).toEqual([said]);
});

test('A notification that looks like no other tells nobody so', () => {
  expect(told(0)).toEqual([]);
});

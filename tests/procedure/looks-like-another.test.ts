import { aCase } from '../support/a-case';

it('a notification that looks like two others says so of each, and every email has a key of its own', () => {
  const { notices } = aCase().notifying({ looksLike: ['SIN-2026-0001', 'SIN-2026-0002'] });
  const told = notices.filter(({ kind }) => kind === 'looks-like-another');
  expect(told.map(({ values }) => values['other'])).toEqual(['SIN-2026-0001', 'SIN-2026-0002']);
  expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
});

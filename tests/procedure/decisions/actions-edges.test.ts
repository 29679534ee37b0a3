import { actionOf } from '../../../src/procedure/case/actions';
import { tasksOf } from '../../../src/procedure/dates/tasks';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Actions at the edges: two of them, the days they are due by, and what their owners are told when that moves. */

const told = (one: CaseBuilder) => one.notices.findLast(({ kind }) => kind === 'action-assigned');

/** Two actions of different owners and days: A2 of Monday 23 November, A3 of Friday 27 November. */
const two = () =>
  aCase()
    .with('addAction', { owner: 'P25', dueOn: '2027-01-15' })
    .with('addAction', { owner: 'P18', dueOn: '2027-01-29' }, { on: '2026-11-27' });

describe('The day by which an action is due', () => {
  test.each([
    ['the day before', '2026-11-22', 'invalid'],
    ['the day itself', '2026-11-23', undefined],
    ['the day after', '2026-11-24', undefined],
  ])('%s: %s', (_which, dueOn, code) => {
    expect(aCase().refusal('addAction', { dueOn })?.code).toBe(code);
    const reassigned = aCase().with('addAction').refusal('reassignAction', { dueOn });
    expect(reassigned?.code).toBe(code);
    if (code !== undefined)
      expect(reassigned?.sentence).toBe('Enter a due date that is not before the date this happened.');
  });

  test('stays as it was where an action is reassigned without one', () => {
    const one = two().with('reassignAction', { action: 'A2', owner: 'P09', dueOn: undefined });
    expect(actionOf(one.file, 'A2')).toMatchObject({ owner: 'P09', dueOn: '2027-01-15' });
    expect(told(one)).toMatchObject({ to: 'P09', values: { action: 'A2', due: '2027-01-15' } });
  });
});

describe('The number by which people know an action', () => {
  const titles = ({ file }: CaseBuilder) =>
    tasksOf(file).flatMap(({ id, title }) => (/^action/.test(id) ? [title] : []));

  test('counts within the case, in its tasks and for the review of its impact', () => {
    expect(titles(two())).toEqual(['Action 1', 'Action 2']);
    expect(titles(two().with('completeAction', { action: 'A3' }))).toEqual([
      'Action 1',
      'Review the impact of action 2',
      'Review the impact of action 2',
    ]);
  });

  test('stays with it when an action before it is set aside, or corrected', () => {
    const reason = words('Added twice');
    expect(titles(two().with('setEntryAside', { entry: 2, reason }))).toEqual(['Action 2']);
    const corrected = two().with('correctFact', { entry: 2, field: 'dueOn', value: '2027-01-20', reason });
    expect(titles(corrected)).toEqual(['Action 1', 'Action 2']);
  });
});

describe('The owner of an action', () => {
  test('is told its code and its day when it is added', () => {
    const one = two();
    expect(told(one)).toMatchObject({ to: 'P18', values: { action: 'A3', due: '2027-01-29' } });
    expect(told(one)?.values).not.toHaveProperty('was');
  });

  test('is told, where its day moves, what it was, and which email that replaces', () => {
    const once = two().with('reassignAction', { action: 'A2', owner: 'P25', dueOn: '2027-02-01' });
    // A2 was added on Monday 23 November. Nothing that was told of A3 is replaced.
    const values = { action: 'A2', due: '2027-02-01', was: '2027-01-15', replaces: '2026-11-23' };
    expect(told(once)).toMatchObject({ to: 'P25', values });
    const other = once.with(
      'reassignAction',
      { action: 'A3', owner: 'P18', dueOn: '2027-02-15' },
      { on: '2026-11-30' },
    );
    expect(told(other)?.values).toMatchObject({ was: '2027-01-29', replaces: '2026-11-27' });
    const again = other.with('reassignAction', { action: 'A2', owner: 'P25', dueOn: '2027-02-08' });
    expect(told(again)?.values).toMatchObject({ action: 'A2', was: '2027-02-01', replaces: '2026-11-27' });
  });

  test.each([
    ['the same owner, and the same day', 'P25', '2027-01-15'],
    ['another owner, and the same day', 'P09', '2027-01-15'],
    ['another owner, and another day', 'P09', '2027-02-01'],
  ])('is told of nothing that it replaces: %s', (_what, owner, dueOn) => {
    const values = told(two().with('reassignAction', { action: 'A2', owner, dueOn }))?.values;
    expect(values).toMatchObject({ action: 'A2', due: dueOn });
    expect(values).not.toHaveProperty('was');
    expect(values).not.toHaveProperty('replaces');
  });
});

describe('What is done with an action', () => {
  test.each(['reassignAction', 'completeAction'] as const)('comes after that very action was added: %s', (name) => {
    const on = '2026-11-26';
    expect(two().refusal(name, { action: 'A2' }, { on })).toBeUndefined();
    const why = two().refusal(name, { action: 'A3' }, { on });
    expect(why).toMatchObject({ code: 'against-the-record', entry: 3 });
    expect(why?.sentence).toMatch(/Action 2 was added on Friday 27 November 2026 \(entry 3\)/);
  });

  test('is done with each of them: the second is completed after the first, and neither twice', () => {
    const first = two().with('completeAction', { action: 'A2' });
    expect(first.refusal('completeAction', { action: 'A2' })?.code).toBe('already-decided');
    expect(first.refusal('completeAction', { action: 'A3' })).toBeUndefined();
    expect(first.refusal('reassignAction', { action: 'A3' })).toBeUndefined();
  });

  test.each([
    ['reassignAction', { owner: 'P77' }],
    ['completeAction', {}],
    ['lookAtActionAgain', { months: 3 }],
  ] as const)('is refused where there is no such action, whatever else is wrong: %s', (name, form) => {
    const why = two().refusal(name, { action: 'A9', ...form });
    expect(why).toEqual({ code: 'invalid', sentence: 'There is no action A9 in this case.' });
  });
});

import { turnsOf } from '../../src/procedure/turns';
import { aCase, type CaseBuilder } from '../support/a-case';

const turn = (one: CaseBuilder, id: string) => turnsOf(one.file).find((each) => each.id === id);

test('On the day a case opens it is the turn of each owner of steps 2 to 5, with the date and why', () => {
  expect(turnsOf(aCase().file).map(({ step, owner, people, due }) => [step, owner, people, due])).toEqual([
    ['front-door', 'service-director', ['P05'], '2026-11-27'],
    ['decision-meeting', 'business-manager', ['P01'], '2026-11-27'],
    ['information', 'spr-coordinator', ['P02'], '2026-12-01'],
  ]);
  expect(turn(aCase(), 'information')).toMatchObject({
    title: 'Step 5, Information and chronology',
    dueAt: '2026-12-01T17:00:00.000Z',
    why: expect.stringContaining('day 7') as string,
  });
});

test("The Panel's reply is chased by the Business Manager, for nobody outside the partnership is reminded", () => {
  expect(turn(aCase().at('panel-reply'), 'panel-reply')).toMatchObject({ owner: 'national-panel', people: ['P01'] });
});

test('Where nobody has the part yet, the Business Manager stands in', () => {
  const one = aCase().at('comments');
  const without = one.as({ ...one.file, people: { ...one.file.people, 'sub-group-chair': [] } });
  expect(turn(without.past('amendments'), 'final-draft')?.people).toEqual(['P36']);
  const noAuthor = aCase().at('draft');
  expect(
    turn(noAuthor.as({ ...noAuthor.file, people: { ...noAuthor.file.people, author: [] } }), 'draft'),
  ).toMatchObject({
    owner: 'author',
    people: ['P01'],
  });
});

test('The comments are the turn of the members who have not answered', () => {
  const one = aCase().at('comments');
  const before = turn(one, 'comments');
  expect(before).toMatchObject({
    owner: 'sub-group-member',
    people: expect.arrayContaining(['P16', 'P17']) as string[],
  });
  const after = turn(one.with('recordComment', { member: 'P17' }), 'comments');
  expect(after?.people).toEqual(before?.people.filter((person) => person !== 'P17'));
});

test('An action is its owner’s turn, and has no step', () => {
  const one = aCase().with('addAction', { owner: 'P25', dueOn: '2026-12-04' });
  const [action] = turnsOf(one.file).filter(({ id }) => id.startsWith('action:'));
  expect(action).toMatchObject({ owner: 'wider-partner', people: ['P25'], due: '2026-12-04' });
  expect(action).not.toHaveProperty('step');
});

test('It is nobody’s turn in a case that was withdrawn or closed', () => {
  expect(turnsOf(aCase().with('withdrawCase').file)).toEqual([]);
  const one = aCase();
  expect(turnsOf({ ...one.file, closedOn: one.today })).toEqual([]);
});

import { isoDate } from '../../src/procedure/time/dates';
import { openDecisions } from '../../src/procedure/describe';
import { outsideBodies } from '../../src/procedure/roles';
import { turnsOf } from '../../src/procedure/reminders/turns';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

const turn = (one: CaseBuilder, id: string) => turnsOf(one.file).find((each) => each.id === id);

test('On the day a case opens steps 2 to 5 are the turn of the Business Unit, and each partner is asked for two things, with the date and why', () => {
  expect(turnsOf(aCase().file).map(({ step, owner, people, due }) => [step, owner, people, due])).toEqual([
    ['front-door', 'spr-coordinator', ['P02'], '2026-11-27'],
    ['decision-meeting', 'business-manager', ['P01'], '2026-11-27'],
    ['information', 'spr-coordinator', ['P02'], '2026-12-01'],
    // The agencies to ask and the summary, from each delegated partner, a working day before the decision meeting.
    ...(['la-partner', 'police-partner', 'health-partner'] as const).flatMap((partner, at) => [
      [undefined, partner, [`P0${at + 7}`], '2026-11-26'],
      [undefined, partner, [`P0${at + 7}`], '2026-11-26'],
    ]),
  ]);
  expect(turn(aCase(), 'information')).toMatchObject({
    title: 'Step 5, Information and chronology',
    dueAt: '2026-12-01T17:00:00.000Z',
    why: expect.stringContaining('day 7') as string,
  });
});

test('Step 2 is the turn of the Service Director once the Business Unit has sent it to the Front Door', () => {
  expect(turn(aCase().with('sendToFrontDoor'), 'front-door')).toMatchObject({
    owner: 'service-director',
    people: ['P05'],
  });
});

test('Step 4 is the turn of the Local Authority once the Exec’s answer to an escalation is on the record', () => {
  const escalated = aCase()
    .choosing({
      recordDecisionMeeting: [
        {
          views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
          disagreement: { scrutineerInput: words('Heard'), escalated: true, reason: words('It matters') },
        },
      ],
    })
    .at('outcome');
  expect(turn(escalated, 'outcome')).toMatchObject({ owner: 'business-manager', people: ['P01'] });
  expect(turn(escalated.with('recordExecAnswer'), 'outcome')).toMatchObject({ owner: 'la-partner' });
});

test('The sign-off is the turn of the Exec group once the Business Unit has sent it the papers', () => {
  const unsent = aCase()
    .before('sendAmendments')
    .with('sendAmendments')
    .with('tellCommunications')
    .with('recordMediaStatement')
    .with('completeSignOffTemplate')
    .with('recordFinalDraft')
    .with('approveFinalDraft');
  expect(turn(unsent, 'sign-off')).toMatchObject({ owner: 'business-manager', people: ['P01'] });
  expect(turn(unsent.with('sendExecPapers'), 'sign-off')).toMatchObject({ owner: 'exec-member' });
});

test('A practice learning review is the Scrutineer’s turn again once the author has reported: its learning is shared', () => {
  const nominated = aCase()
    .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-02-26') }] })
    .at('practice-learning-review')
    .with('appointAuthor');
  expect(turn(nominated, 'practice-learning-review')).toMatchObject({ owner: 'author' });
  const reported = nominated.with('recordLearningReviewReport').with('recordPracticeLearningEvent');
  expect(turn(reported, 'practice-learning-review')).toMatchObject({ owner: 'scrutineer' });
});

test('Whoever’s turn a step is can put something on the record about it, all the way to the end', () => {
  for (let one: CaseBuilder | undefined = aCase(); one !== undefined; one = one.next()) {
    const { file } = one;
    for (const { step, owner } of turnsOf(file)) {
      if (step === undefined || outsideBodies.some((body) => body === owner)) continue;
      const open = openDecisions(file).filter((each) => each.step === step);
      if (open.length > 0)
        expect([step, open.flatMap(({ roles }) => roles)]).toEqual([step, expect.arrayContaining([owner])]);
    }
  }
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

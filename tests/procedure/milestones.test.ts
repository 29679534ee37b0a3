import { milestonesOf } from '../../src/procedure/dates/milestones';
import { instant, isoDate } from '../../src/procedure/time/dates';
import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';

/* Dates were counted by hand, as in plan.test.ts; the days of the straight way stand in tests/support/script.ts. */

test('A case that was just opened has its limits so far, and nothing is said of what is not known', () => {
  const { file } = aCase();
  expect(milestonesOf(file)).toMatchObject({
    receivedOn: '2026-11-23',
    dayOne: '2026-11-23',
    criteria: ['serious-harm'],
    notifyingAgency: 'Hospital trust',
    within24Hours: true,
    ending: 'under-way',
    limits: {
      'form-within-24-hours': { due: '2026-11-23', metOn: '2026-11-23', kept: true },
      outcome: { due: '2026-11-27' },
    },
    openActions: [],
  });
  expect(Object.keys(milestonesOf(file).limits)).toEqual(['form-within-24-hours', 'outcome']);
  for (const name of ['outcome', 'outcomeOn', 'reviewType', 'panelReply', 'publication', 'closedOn']) {
    expect(milestonesOf(file)).not.toHaveProperty(name);
  }
});

test('Being late with the form, by a minute, is reported', () => {
  const late = aCase().notifying({
    knownAt: instant('2026-11-22T09:59:00Z'),
    receivedAt: instant('2026-11-23T10:00:00Z'),
  });
  expect(milestonesOf(late.file)).toMatchObject({
    within24Hours: false,
    limits: { 'form-within-24-hours': { kept: false } },
  });
});

test('A published review has kept every limit that it met in time, and says what was published when', () => {
  const published = aCase().past('publication');
  const milestones = milestonesOf(published.file);
  const publishedOn = published.file.facts.recordPublication?.[0]?.on;
  expect(milestones).toMatchObject({
    outcome: 'notify',
    reviewType: 'LCSPR',
    panelReply: 'agrees',
    ending: 'published',
    publication: {
      what: 'full',
      on: publishedOn,
      intendedOn: published.file.facts.sendNoticeOfIntent?.[0]?.form.publishOn,
    },
  });
  expect(Object.entries(milestones.limits).map(([name, { due, kept }]) => [name, due, kept])).toEqual([
    ['form-within-24-hours', '2026-11-23', true],
    ['outcome', '2026-11-27', true],
    ['rapid-review-by-the-procedure', '2026-12-10', true],
    ['rapid-review-to-panel', expect.any(String), true],
    ['panel-reply', expect.any(String), true],
    ['six-months-from-day-one', '2027-05-21', true],
    ['published-within', expect.any(String), true],
  ]);
});

test('A limit is held against its own date, though the deadline was extended', () => {
  const extended = aCase()
    .at('submission')
    .with('extendDeadline', { deadline: 'submission', to: '2026-12-17' })
    .with('submitRapidReview', {}, { on: '2026-12-14' });
  expect(milestonesOf(extended.file).limits).toMatchObject({
    'rapid-review-by-the-procedure': { due: '2026-12-10', extendedTo: '2026-12-17', metOn: '2026-12-14', kept: false },
    'rapid-review-to-panel': { metOn: '2026-12-14', kept: true },
  });
});

test("The Panel's clock runs again from the answer to what it asked", () => {
  const asking = aCase()
    .choosing({ recordPanelReply: [{ reply: 'wants-more' }] })
    .at('panel-answer');
  expect(milestonesOf(asking.file)).toMatchObject({
    panelReply: 'wants-more',
    limits: { 'panel-reply': { kept: true } },
  });
  const answered = asking.with('answerPanel', {}, { on: '2027-01-11' });
  expect(milestonesOf(answered.file)).toMatchObject({
    limits: { 'panel-reply': { due: '2027-02-01' } }, // 15 after 11 January: 12–15; 18–22; 25–29; 1 February
    steps: { 'panel-reply': { from: '2027-01-11' } },
  });
  expect(milestonesOf(answered.file).limits['panel-reply']).not.toHaveProperty('kept');
});

test('A step is open from the day the last before it was done, and took the working days from there', () => {
  const one = aCase().past('rapid-review-meeting');
  const { steps } = milestonesOf(one.file);
  expect(steps.notification).toEqual({ from: '2026-11-23', on: '2026-11-23', workingDays: 0 });
  expect(steps['front-door']).toEqual({ from: '2026-11-23', on: '2026-11-24', workingDays: 1 });
  expect(steps['decision-meeting']).toMatchObject({ from: '2026-11-23', on: '2026-11-25', workingDays: 2 });
  const [outcome, information, meeting] = [steps.outcome, steps.information, steps['rapid-review-meeting']];
  expect(outcome?.from).toBe('2026-11-25');
  expect(meeting?.from).toBe([outcome?.on, information?.on].sort().at(-1));
  expect(steps.determination).toEqual({ from: meeting?.on });
  expect(steps.submission).toEqual({});
});

test('A case that did not proceed has its outcome, and no limits of a Rapid Review', () => {
  const not = aCase()
    .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
    .past('outcome');
  const milestones = milestonesOf(not.file);
  expect(milestones).toMatchObject({
    outcome: 'not-to-proceed',
    outcomeOn: '2026-11-25',
    ending: 'did-not-proceed',
    limits: { outcome: { kept: true } },
  });
  expect(Object.keys(milestones.limits)).toEqual(['form-within-24-hours', 'outcome']);
});

test('Step 4 was kept by its notification, though the criteria proved later not to be met', () => {
  const later = aCase()
    .at('determination')
    .with('recordCriteriaNotMet', {}, { by: 'la-partner' })
    .with('enterOnMatrix');
  expect(milestonesOf(later.file)).toMatchObject({
    outcome: 'criteria-not-met',
    outcomeOn: later.today,
    limits: { outcome: { due: '2026-11-27', kept: true } },
    steps: { 'rapid-review-meeting': { on: expect.any(String) as string } },
  });
});

test('A withdrawn case says so, and when', () => {
  const withdrawn = aCase().with('withdrawCase', {}, { on: '2026-11-25' });
  expect(milestonesOf(withdrawn.file)).toMatchObject({
    outcome: 'withdrawn',
    outcomeOn: '2026-11-25',
    ending: 'withdrawn',
  });
});

test('A report that is not published, and one of which only the improvements are, are told apart', () => {
  const signed = (outcome: 'not-to-publish' | 'improvements-only') =>
    aCase()
      .choosing({ recordSignOff: [{ outcome, reason: words('Harm') }] })
      .past('sign-off');
  expect(milestonesOf(signed('not-to-publish').file).publication).toEqual({ what: 'not-published' });
  expect(milestonesOf(signed('improvements-only').file).publication).toEqual({
    what: 'improvements-only',
    intendedOn: signed('improvements-only').file.facts.tellCommunications?.[0]?.form.expectedOn,
  });
});

test('Open actions are listed with their agency and date until they are complete', () => {
  const one = aCase().with('addAction', { owner: 'P25', agency: 'gp', dueOn: '2027-01-15' }).with('addAction');
  expect(milestonesOf(one.file).openActions[0]).toEqual({
    id: 'A2',
    number: 1,
    owner: 'P25',
    agency: 'gp',
    addedOn: isoDate('2026-11-23'),
    dueOn: isoDate('2027-01-15'),
    text: one.file.facts.addAction?.[0]?.form.action,
  });
  expect(milestonesOf(one.with('completeAction').file).openActions.map(({ id }) => id)).toEqual(['A3']);
});

test('Milestones are the same after they were kept as JSON', () => {
  for (const one of [aCase(), aCase().at('panel-reply'), aCase().atTheEnd()]) {
    const milestones = milestonesOf(one.file);
    expect(JSON.parse(JSON.stringify(milestones))).toEqual(milestones);
    expect(JSON.stringify(milestones)).not.toContain('null');
  }
});

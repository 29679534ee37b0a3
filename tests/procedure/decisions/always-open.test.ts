import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../src/procedure/catalogue';
import { plannedDates } from '../../../src/procedure/dates/plan';
import { outcome, reviewType } from '../../../src/procedure/case/position';
import { roles } from '../../../src/procedure/roles';
import { isSettled, openSteps } from '../../../src/procedure/dates/steps';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision, threeExecs, threePartners } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Always open, at every stage: the record, actions, holds, parallel processes, and changes of course. */

/** Roles of the partnership outside cases, and the bodies outside the partnership. */
const others = ['national-panel', 'secretary-of-state', 'ofsted', 'it-officer', 'information-governance-officer'];
/** Everybody in the partnership who has a part in a case. */
const ourOwn = roles.filter((role) => !others.includes(role));

decision('extendDeadline', {
  given: aCase,
  may: ['business-manager', 'scrutineer', ...threePartners],
  tells: { 'deadline-extended': ['spr-coordinator', 'business-manager'] },
  twice: 'against-the-record',
  refused: [
    {
      when: 'the case has no such deadline',
      given: aCase,
      form: { deadline: 'circus' },
      code: 'invalid',
      says: /no open deadline/,
    },
    {
      when: 'the new date is no later',
      given: aCase,
      form: { to: '2026-12-01' },
      code: 'against-the-record',
      says: /due by Tuesday 1 December 2026 already/,
    },
    {
      when: 'it is not a working day',
      given: aCase,
      form: { to: '2026-12-05' },
      code: 'invalid',
      says: /not a working day/,
    },
    {
      when: 'the step is done',
      given: () => aCase().past('information'),
      form: { to: '2026-12-18' },
      code: 'invalid',
      says: /no open deadline/,
    },
  ],
});

decision('addNote', { given: aCase, may: ourOwn, twice: 'taken again' });

decision('recordMediaInterest', {
  given: aCase,
  may: [...businessUnit, 'communications', ...threePartners],
  tells: { 'media-interest': [...threeExecs, 'business-manager'] },
  twice: 'taken again',
});

decision('replacePerson', {
  given: aCase,
  may: ['business-manager', 'spr-coordinator'],
  tells: { 'person-replaced': ['P77' as PersonId] },
  twice: 'against-the-record',
  refused: [
    {
      when: 'the one who leaves does not have that part',
      given: aCase,
      form: { leaves: 'P01' },
      code: 'against-the-record',
      says: /Who has it: P08/,
    },
    { when: 'it is the author', given: aCase, form: { role: 'author' }, code: 'wrong-role', says: /replaceAuthor/ },
    { when: 'they are the same person', given: aCase, form: { joins: 'P08' }, code: 'invalid', says: /the same/ },
    {
      when: 'nobody of the partnership has that id',
      given: aCase,
      form: { joins: 'P59' },
      code: 'invalid',
      says: /P59 is nobody of this partnership/,
    },
    { when: 'it is the notification form itself', given: aCase, form: { joins: 'P00' }, code: 'invalid', says: /P07/ },
  ],
});

test('Whoever joins may do what their part may do, and whoever left may not', () => {
  const one = aCase().with('replacePerson');
  const form = { partner: 'police' };
  expect(one.refusal('recordAgencySummary', form, { by: 'P77' as PersonId })).toBeUndefined();
  expect(one.refusal('recordAgencySummary', form, { by: 'P08' as PersonId })?.code).toBe('unknown-person');
});

decision('addFamilyMember', {
  given: aCase,
  may: [...businessUnit, 'author', 'identified-professional'],
  twice: 'already-decided',
});

decision('correctFact', {
  given: () => aCase().with('sendToFrontDoor', {}, { on: '2026-11-24' }),
  may: [...businessUnit, 'scrutineer'],
  tells: { 'fact-corrected': ['front-door', 'service-director'] },
  twice: 'taken again',
  refused: [
    { when: 'there is no such entry', given: aCase, form: { entry: 40 }, code: 'invalid', says: /Entry 40/ },
    {
      when: 'the right day is in the future',
      given: () => aCase().with('sendToFrontDoor'),
      form: { value: '2026-11-26' },
      code: 'in-the-future',
      says: /future/,
    },
    {
      when: 'the right day is before the notification',
      given: () => aCase().with('sendToFrontDoor'),
      form: { value: '2026-11-20' },
      code: 'against-the-record',
      says: /before the notification/,
    },
    {
      when: 'it is what was decided',
      given: () => aCase().past('outcome'),
      form: { entry: 8, field: 'outcome', value: 'not-to-proceed' },
      code: 'against-the-record',
      says: /Take the decision again/,
    },
    {
      when: 'the entry would not be whole',
      given: () => aCase().past('outcome'),
      form: { entry: 9, field: 'reference', value: '' },
      code: 'invalid',
      says: /Ofsted's reference/,
    },
    {
      when: 'the corrected entry would have been refused itself',
      given: () => aCase().at('publication'),
      form: { entry: aCase().at('publication').file.seq, field: 'publishOn', value: '2027-03-01' },
      code: 'against-the-record',
      says: /it is published after that/,
    },
    {
      when: 'it would say the same as another entry',
      given: () => aCase().past('decision-meeting'),
      form: { entry: 5, field: 'partner', value: 'la' },
      code: 'already-decided',
      says: /on the record already/,
    },
  ],
});

test('A correction keeps the old value on the record', () => {
  const one = aCase()
    .past('outcome')
    .with('correctFact', {
      entry: 9,
      field: 'reference',
      value: 'OFSTED-2026-181',
      reason: words('Two digits swapped'),
    });
  expect(one.file.facts.recordOfstedNotification?.[0]).toMatchObject({
    form: { reference: 'OFSTED-2026-181' },
    corrections: [{ seq: 10, field: 'reference', was: 'OFSTED-2026-118' }],
  });
});

const acting = () => aCase().with('addAction');
const completed = () => acting().with('completeAction');
decision('addAction', {
  given: aCase,
  may: [...businessUnit, ...threePartners, 'scrutineer', 'sub-group-chair'],
  form: { owner: 'P25' },
  tells: { 'action-assigned': ['P25' as PersonId] },
  twice: 'taken again',
  refused: [
    {
      when: 'nobody can be told of it',
      given: aCase,
      form: { owner: 'P555' },
      code: 'invalid',
      says: /nobody of this partnership/,
    },
    {
      when: 'whoever is to do it has no part in the case',
      given: aCase,
      form: { owner: 'P77' },
      code: 'invalid',
      says: /no role in this case/,
    },
    {
      when: 'its date is past',
      given: aCase,
      form: { dueOn: '2026-11-20' },
      code: 'invalid',
      says: /not before the date this happened/,
    },
  ],
});
decision('reassignAction', {
  given: acting,
  may: [...businessUnit, 'sub-group-chair'],
  tells: { 'action-assigned': ['health-partner'] },
  twice: 'taken again',
  refused: [
    { when: 'there is no such action', given: aCase, code: 'invalid', says: /no action A0/ },
    { when: 'it is complete', given: completed, code: 'too-late', says: /complete/ },
  ],
});
decision('completeAction', {
  given: acting,
  may: ourOwn,
  twice: 'already-decided',
  refused: [
    { when: 'there is no such action', given: aCase, code: 'invalid', says: /no action A0/ },
    {
      when: "it is another person's",
      given: acting,
      taken: { by: 'P30' as PersonId },
      code: 'wrong-role',
      says: /another person's/,
    },
    { when: 'there is no evidence', given: acting, form: { evidence: '' }, code: 'invalid', says: /evidence/ },
  ],
});
test('The owner of an action completes it, whatever their part in the case', () => {
  expect(
    aCase()
      .with('addAction', { owner: 'P15' })
      .refusal('completeAction', {}, { by: 'P15' as PersonId }),
  ).toBeUndefined();
});
decision('lookAtActionAgain', {
  given: () => completed().with('addNote', {}, { on: '2027-05-24' }),
  may: [...businessUnit, 'sub-group-chair', 'sub-group-member', 'scrutineer'],
  form: { months: 6 },
  twice: 'already-decided',
  refused: [
    { when: 'it is not complete', given: acting, code: 'too-early', says: /not complete yet/ },
    {
      // Six months after Monday 23 November 2026 is Sunday 23 May 2027; the look is on the Monday.
      when: 'six months are not over',
      given: completed,
      taken: { on: '2027-05-21' },
      code: 'too-early',
      says: /on or after Monday 24 May 2027/,
    },
    {
      when: 'no such look is foreseen',
      given: completed,
      form: { months: 3 },
      code: 'invalid',
      says: /6 and 12 months/,
    },
  ],
});

decision('addParallelProcess', { given: aCase, may: [...businessUnit, ...threePartners], twice: 'taken again' });
decision('updateParallelProcess', {
  given: () => aCase().with('addParallelProcess'),
  may: [...businessUnit, ...threePartners],
  twice: 'taken again',
  refused: [
    { when: 'there is no such process', given: aCase, code: 'invalid', says: /no such parallel process/ },
    {
      when: 'it goes on and has no next date',
      given: () => aCase().with('addParallelProcess'),
      form: { nextOn: undefined },
      code: 'invalid',
      says: /next date/,
    },
  ],
});

const held = () => aCase().at('learning-event').with('placeHold');
decision('placeHold', {
  given: () => aCase().at('learning-event'),
  may: ['business-manager', 'scrutineer', ...threePartners],
  tells: { 'hold-placed': ['business-manager', ...threePartners, 'scrutineer', 'author'] },
  twice: 'already-decided',
  refused: [
    {
      when: 'the step is done',
      given: () => aCase().at('learning-event'),
      form: { step: 'planning' },
      code: 'too-late',
      says: /nothing to put on hold/,
    },
    {
      when: 'the day to look again has passed',
      given: () => aCase().at('learning-event'),
      form: { lookAgainOn: '2026-12-01' },
      code: 'invalid',
      says: /one to come/,
    },
    {
      when: 'the process that holds it is not in the register',
      given: () => aCase().at('learning-event'),
      form: { process: 'P9' },
      code: 'invalid',
      says: /no such parallel process in this case \(P9\)/,
    },
  ],
});
decision('lookAtHoldAgain', {
  given: held,
  may: ['business-manager', 'scrutineer', ...threePartners],
  twice: 'taken again',
  refused: [
    { when: 'there is no such hold', given: aCase, code: 'invalid', says: /no such hold in this case \(H0\)/ },
    { when: 'it was lifted', given: () => held().with('liftHold'), code: 'too-late', says: /lifted/ },
  ],
});
decision('liftHold', {
  given: held,
  may: ['business-manager', 'scrutineer', ...threePartners],
  tells: { 'hold-lifted': ['business-manager', ...threePartners, 'scrutineer', 'author'] },
  twice: 'too-late',
  refused: [{ when: 'there is no such hold', given: aCase, code: 'invalid', says: /no such hold in this case \(H0\)/ }],
});
decision('draftDelayLetter', {
  given: held,
  may: businessUnit,
  twice: 'already-decided',
  refused: [{ when: 'the hold was lifted', given: () => held().with('liftHold'), code: 'too-late', says: /lifted/ }],
});
decision('sendDelayLetter', {
  given: () => held().with('draftDelayLetter'),
  may: businessUnit,
  tells: { 'delay-letter': ['national-panel', 'secretary-of-state', 'business-manager'] },
  twice: 'already-decided',
  refused: [{ when: 'it is not drafted', given: held, code: 'too-early', says: /draft of the letter first/ }],
});
decision('recordDelayAnswer', {
  given: () => held().with('draftDelayLetter').with('sendDelayLetter'),
  may: businessUnit,
  twice: 'already-decided',
  refused: [{ when: 'no letter was sent', given: held, code: 'too-early', says: /No delay letter/ }],
});
decision('recordProgressCheck', {
  given: () => aCase().at('learning-event'),
  may: [...threePartners, 'business-manager'],
  tooEarly: () => aCase().at('submission'),
  twice: 'taken again',
});

const determined = () => aCase().past('submission');
decision('reopenReviewDecision', {
  given: determined,
  may: ['business-manager', 'scrutineer', ...threePartners],
  tells: { 'review-decision-reopened': [...threePartners, 'scrutineer', 'business-manager'] },
  tooEarly: () => aCase().at('determination'),
  twice: 'already-decided',
});
decision('withdrawCase', {
  given: aCase,
  may: ['business-manager'],
  tells: {
    'case-withdrawn': ['business-manager', 'spr-coordinator', ...threePartners, 'scrutineer', 'service-director'],
  },
  twice: 'already-decided',
  refused: [
    {
      when: 'the case it duplicates is not named',
      given: aCase,
      form: { why: 'duplicate' },
      code: 'invalid',
      says: /duplicates/,
    },
    {
      when: 'it would duplicate itself',
      given: aCase,
      form: { why: 'duplicate', duplicateOf: 'SIN-2026-0007' },
      code: 'invalid',
      says: /itself/,
    },
  ],
});
const closed = (one: CaseBuilder) => one.as({ ...one.file, closedOn: one.today });
const didNotProceed = () =>
  closed(
    aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .atTheEnd(),
  );
decision('reopenCase', {
  given: didNotProceed,
  may: ['business-manager', ...threePartners],
  tells: {
    'case-reopened': [
      'business-manager',
      'spr-coordinator',
      ...threePartners,
      'scrutineer',
      'sub-group-chair',
      'sub-group-member',
    ],
  },
  twice: 'against-the-record',
  refused: [{ when: 'the case is open', given: determined, code: 'against-the-record', says: /nothing to reopen/ }],
});
decision('moveToCurrentProfile', { given: aCase, may: ['business-manager'], twice: 'taken again' });

describe('A change of course', () => {
  test('a reopened case that did not proceed is decided anew, on clocks that count from that day', () => {
    const one = didNotProceed().with('reopenCase', {}, { on: '2027-02-01' });
    expect(one.file.closedOn).toBeUndefined();
    expect(openSteps(one.file)).toEqual(['decision-meeting', 'information']);
    expect(plannedDates(one.file, 'decision-meeting').due).toBe('2027-02-05');
    expect(plannedDates(one.file, 'outcome').due).toBe('2027-02-05');
    // What was met keeps the date it was met by.
    expect(plannedDates(one.file, 'front-door').due).toBe('2026-11-27');
    expect(openSteps(one.choosing({ recordOutcome: [] }).atTheEnd().file)).toEqual([]);
  });

  test('a withdrawn case that is reopened goes on where it was', () => {
    const before = aCase().at('learning-event');
    const withdrawn = before.with('withdrawCase');
    expect(openSteps(withdrawn.file)).toEqual([]);
    expect(openSteps(closed(withdrawn).with('reopenCase').file)).toEqual(openSteps(before.file));
  });

  test('where the criteria proved not to be met, the case ends there, and goes on where it was if reopened', () => {
    const before = aCase().at('determination').with('recordDetermination');
    const ended = before.with('recordCriteriaNotMet', {}, { by: 'la-partner' });
    expect(outcome(ended.file)).toBe('criteria-not-met');
    expect(openSteps(ended.file)).toEqual(['outcome']);
    expect(openSteps(ended.with('enterOnMatrix').file)).toEqual([]);
    expect(openSteps(ended.with('reopenCase').file)).toEqual(['submission']);
  });

  test('any other closed case that is reopened has its review decision up again', () => {
    const one = closed(
      aCase()
        .choosing({ recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] })
        .atTheEnd(),
    );
    const reopened = one.with('reopenCase');
    expect(openSteps(reopened.file)).toEqual(['review-decision']);
    expect(openSteps(reopened.with('decideReviewAgain').file)).toEqual(['planning']);
  });

  test('a Panel that disagrees puts the review type up again while the response clock runs', () => {
    const one = aCase()
      .choosing({ recordPanelReply: [{ reply: 'disagrees' }] })
      .past('panel-reply');
    expect(openSteps(one.file)).toEqual(['response', 'review-decision']);
    const stopped = one.with('decideReviewAgain', { reviewType: 'none', termsOfReference: undefined });
    expect(openSteps(stopped.file)).toEqual(['response']);
    expect(stopped.file.facts.collateChronologies).toHaveLength(1);
  });

  test('a Panel that wants more is answered, and its clock runs again', () => {
    const one = aCase().choosing({
      recordPanelReply: [{ reply: 'wants-more' }, { reply: 'wants-more' }, { reply: 'agrees' }],
    });
    const first = one.at('panel-answer');
    expect(openSteps(first.file)).not.toContain('panel-reply');
    const answered = first.with('answerPanel', {}, { on: '2026-12-24' });
    expect(openSteps(answered.file)).toContain('panel-reply');
    // 15 working days after Thursday 24 December: closed to 1 January; 4 January is the first, 22 January the 15th.
    expect(plannedDates(answered.file, 'panel-reply').due).toBe('2027-01-22');
    expect(openSteps(answered.with('recordPanelReply', { reply: 'wants-more' }).file)).toContain('panel-answer');
    expect(openSteps(one.atTheEnd().file)).toEqual([]);
  });

  test('new facts before the submission: the determination of step 7 is taken again', () => {
    const one = aCase().at('submission').with('reopenReviewDecision');
    expect(openSteps(one.file)).toEqual(['determination']);
    expect(one.file.superseded).toHaveLength(1);
    expect(reviewType(one.with('recordDetermination').file)).toBe('LCSPR');
  });

  test('further action sends the report back to step 14, as often as needed', () => {
    const again = { outcome: 'further-action', reason: words('More on housing') } as const;
    const one = aCase().choosing({ recordSignOff: [again, again, { outcome: 'publish', reason: undefined }] });
    const back = one.before('recordSignOff').with('recordSignOff', again, { on: '2027-03-18' });
    expect(openSteps(back.file)).toEqual(['amendments']);
    expect(back.file.facts.recordMediaStatement).toHaveLength(1);
    const end = one.atTheEnd();
    expect(openSteps(end.file)).toEqual([]);
    expect(end.file.superseded.filter(({ name }) => name === 'recordSignOff')).toHaveLength(2);
  });

  test('actions are awaited in a case that did not proceed, and in one that is not published', () => {
    const not = aCase()
      .with('addAction')
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .past('outcome');
    expect(openSteps(not.file)).toEqual(['actions']);
    const unpublished = aCase()
      .with('addAction')
      .choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: words('Harm') }] })
      .past('reasons-sent');
    expect(openSteps(unpublished.file)).toEqual(['actions']);
    expect(isSettled(unpublished.atTheEnd().file, 'actions')).toBe(true);
  });
});

test('Every decision of the catalogue has its given, when and then', () => {
  const tested = readdirSync(__dirname).flatMap((name) =>
    [...readFileSync(path.join(__dirname, name), 'utf8').matchAll(/^decision\('(\w+)'/gm)].map((found) => found[1]),
  );
  expect(tested.sort()).toEqual(catalogue.map(({ name }) => name).sort());
});

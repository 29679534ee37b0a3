import { isoDate } from '../../src/procedure/time/dates';
import type { Role } from '../../src/procedure/roles';
import { stepIds, type StepId } from '../../src/procedure/step-ids';
import { unsettledBefore, isReached, isRequired, ownerOf, steps, waitsFor } from '../../src/procedure/dates/steps';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

/* The table of steps: what each comes after, in which cases it is called for, and who is reminded of it. */

const first = ['notification', 'front-door', 'decision-meeting', 'outcome'] as const;
const toThePanel = ['information', 'rapid-review-meeting', 'determination', 'submission', 'panel-reply'] as const;
const notified = [...first, ...toThePanel, 'response'] as const;
const toTheSignOff = [
  'planning',
  'author-material',
  'learning-event',
  'draft',
  'draft-to-sub-group',
  'comments',
  'amendments',
  'final-draft',
  'sign-off',
] as const;
const local = [...notified, ...toTheSignOff] as const;
const published = ['family-contact', 'notice-of-intent', 'publication'] as const;

const reply = (one: 'agrees' | 'disagrees' | 'wants-more') => ({ recordPanelReply: [{ reply: one }] });
const none = { recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] } as const;
const learning = {
  recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-02-26') }],
} as const;
const signedOff = (outcome: 'publish' | 'improvements-only' | 'not-to-publish') =>
  aCase()
    .choosing({ recordSignOff: [{ outcome, ...(outcome === 'publish' ? {} : { reason: words('Because') }) }] })
    .past('sign-off');
const notToProceed = () => aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] });
const answered = () =>
  aCase()
    .choosing({ recordPanelReply: [{ reply: 'wants-more' }, { reply: 'agrees' }] })
    .past('panel-answer');

test.each<[StepId, readonly StepId[]]>([
  ['notification', []],
  ['front-door', ['notification']],
  ['decision-meeting', ['notification']],
  ['outcome', ['front-door', 'decision-meeting']],
  ['information', ['notification']],
  ['rapid-review-meeting', ['outcome', 'information']],
  ['determination', ['rapid-review-meeting']],
  ['submission', ['determination']],
  ['panel-reply', ['submission']],
  ['panel-answer', ['submission']],
  ['response', ['panel-reply', 'panel-answer']],
  ['review-decision', ['submission']],
  ['planning', ['submission', 'review-decision']],
  ['author-material', ['planning']],
  ['learning-event', ['author-material']],
  ['draft', ['learning-event']],
  ['draft-to-sub-group', ['draft']],
  ['comments', ['draft-to-sub-group']],
  ['amendments', ['comments']],
  ['final-draft', ['amendments']],
  ['sign-off', ['final-draft']],
  ['family-contact', ['sign-off']],
  ['reasons-sent', ['response', 'family-contact', 'sign-off']],
  ['notice-of-intent', ['response', 'family-contact']],
  ['publication', ['notice-of-intent']],
  ['practice-learning-review', ['submission', 'review-decision']],
  ['actions', stepIds.slice(0, -1)],
])('Step %s comes after %j', (step, before) => {
  expect(steps[step].after).toEqual(before);
});

describe('Called for are', () => {
  test.each<[string, () => CaseBuilder, readonly StepId[]]>([
    ['a case that has just opened', aCase, [...first, 'information', 'actions']],
    ['one that was withdrawn', () => aCase().with('withdrawCase'), ['notification']],
    ['one that does not proceed', () => notToProceed().past('outcome'), [...first, 'actions']],
    ['one that proceeds', () => aCase().at('determination'), [...notified, 'actions']],
    ['one without a review', () => aCase().choosing(none).past('determination'), [...notified, 'actions']],
    [
      'a practice learning review',
      () => aCase().choosing(learning).past('determination'),
      [...notified, 'practice-learning-review', 'actions'],
    ],
    ['a local review', () => aCase().past('determination'), [...local, ...published, 'actions']],
    [
      'one about which the Panel wants more',
      () => aCase().choosing(reply('wants-more')).at('panel-answer'),
      [...local, 'panel-answer', ...published, 'actions'],
    ],
    ['one in which the Panel was answered', answered, [...local, 'panel-answer', ...published, 'actions']],
    ['one in which it was answered, withdrawn', () => answered().with('withdrawCase'), ['notification']],
    [
      'one in which the Panel disagrees',
      () => aCase().choosing(reply('disagrees')).at('review-decision'),
      [...local, 'review-decision', ...published, 'actions'],
    ],
    [
      'one that was decided on again',
      () => aCase().choosing(reply('disagrees')).past('review-decision'),
      [...local, 'review-decision', ...published, 'actions'],
    ],
    [
      'one that was decided on again, withdrawn',
      () => aCase().choosing(reply('disagrees')).past('review-decision').with('withdrawCase'),
      ['notification'],
    ],
    ['one that is to be published', () => signedOff('publish'), [...local, ...published, 'actions']],
    [
      'one of which the improvements alone are published',
      () => signedOff('improvements-only'),
      [...local, ...published, 'reasons-sent', 'actions'],
    ],
    ['one that is not published', () => signedOff('not-to-publish'), [...local, 'reasons-sent', 'actions']],
  ])('in %s', (_which, given, required) => {
    const { file } = given();
    const found = stepIds.filter((step) => isRequired(file, step));
    expect([...found].sort()).toEqual([...required].sort());
  });
});

describe('Who is reminded of a step', () => {
  const passes = (step: StepId, given: () => CaseBuilder) => ownerOf(given().file, step);

  test.each<[StepId, Role, () => CaseBuilder, Role, () => CaseBuilder]>([
    [
      'outcome',
      'la-partner',
      () => aCase().at('outcome'),
      'spr-coordinator',
      () => aCase().before('recordOfstedNotification'),
    ],
    [
      'author-material',
      'spr-coordinator',
      () => aCase().at('author-material'),
      'author',
      () => aCase().before('recordInitialDraft'),
    ],
    [
      'final-draft',
      'author',
      () => aCase().at('final-draft'),
      'sub-group-chair',
      () => aCase().before('approveFinalDraft'),
    ],
    [
      'practice-learning-review',
      'scrutineer',
      () => aCase().choosing(learning).at('practice-learning-review'),
      'author',
      () => aCase().choosing(learning).at('practice-learning-review').with('appointAuthor', {}, { by: 'la-partner' }),
    ],
  ])('%s: first the %s', (step, first, at, then, later) => {
    expect([passes(step, at), passes(step, later)]).toEqual([first, then]);
  });

  test('is the co-ordinator for step 2 until the notification is with the Front Door, then the Service Director', () => {
    expect(ownerOf(aCase().file, 'front-door')).toBe('spr-coordinator');
    expect(ownerOf(aCase().with('sendToFrontDoor').file, 'front-door')).toBe('service-director');
  });

  test('stays the same where nobody comes after them in it', () => {
    expect(ownerOf(aCase().at('sign-off').file, 'sign-off')).toBe('exec-member');
  });
});

describe('The way to a step', () => {
  test('is open once all that it comes after is settled, all the way back', () => {
    const { file } = aCase().past('front-door');
    expect(['front-door', 'decision-meeting', 'information'].map((step) => isReached(file, step as StepId))).toEqual([
      true,
      true,
      true,
    ]);
    // The decision meeting is still to come, and the review is neither called for nor reached.
    expect([isReached(file, 'outcome'), isReached(file, 'planning')]).toEqual([false, false]);
    expect(waitsFor(file, 'outcome')).toEqual(['decision-meeting']);
  });

  test('names each step that holds it back once, the nearest first', () => {
    const { file } = aCase();
    // The Rapid Review is not called for yet, and waits for the outcome and the information.
    expect(unsettledBefore(file, ['outcome', 'rapid-review-meeting'])).toEqual(['outcome', 'information']);
    expect(unsettledBefore(file, ['front-door', 'information', 'front-door'])).toEqual(['front-door', 'information']);
    expect(unsettledBefore(file, ['notification'])).toEqual([]);
  });
});

import { factsOf } from '../../../src/procedure/case/facts';
import { dayOneOf, plannedDates } from '../../../src/procedure/dates/plan';
import { openSteps } from '../../../src/procedure/dates/steps';
import { aCase, type CaseBuilder } from '../../support/a-case';

/* Decisions that change the course of a case, at their edges: when each is open, its first day, what it sets aside. */

const whenAsked = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.code ?? 'taken';
const said = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.sentence ?? '';
const closedOn = (one: CaseBuilder, day: string) => one.as({ ...one.file, closedOn: day as never });
const aside = (one: CaseBuilder) => one.file.superseded.map(({ name, by }) => [name, by]);
const byLa = { by: 'la-partner' } as const;

const notToProceed = () => aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] });
/** Decided, and not yet on the Matrix. */
const ending = () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }, byLa);
const criteriaNotMet = () => aCase().at('submission').with('recordCriteriaNotMet', {}, byLa);

describe('The review decision is reopened', () => {
  test.each<[string, () => CaseBuilder, string]>([
    ['a case without an outcome', aCase, 'too-early'],
    ['a case that does not proceed', () => notToProceed().past('outcome'), 'too-early'],
    ['a case before its determination', () => aCase().at('determination'), 'too-early'],
    ['a case whose criteria proved not to be met', criteriaNotMet, 'too-early'],
    ['a withdrawn case', () => aCase().at('submission').with('withdrawCase'), 'too-early'],
    ['a case that is determined', () => aCase().at('submission'), 'taken'],
    ['a case that is submitted', () => aCase().past('submission'), 'taken'],
    [
      'a case in which it is up already',
      () => aCase().past('submission').with('reopenReviewDecision'),
      'already-decided',
    ],
    [
      'a case in which it was up, and was taken again',
      () => aCase().past('submission').with('reopenReviewDecision').with('decideReviewAgain'),
      'taken',
    ],
  ])('%s: %s', (_which, given, code) => {
    expect(whenAsked(given(), 'reopenReviewDecision')).toBe(code);
  });

  test('and where none was taken yet, the refusal says so', () => {
    const none = 'No review decision has been taken in this case yet.';
    expect(said(aCase().at('determination'), 'reopenReviewDecision')).toBe(none);
    expect(said(aCase(), 'reopenReviewDecision')).toBe(none);
  });

  test('before the submission the determination is set aside, and is what is asked for', () => {
    const before = aCase().at('submission');
    const one = before.with('reopenReviewDecision');
    expect(aside(one)).toEqual([['recordDetermination', one.file.seq]]);
    expect(one.notices.at(-1)).toMatchObject({ kind: 'review-decision-reopened', step: 'determination' });
    expect(one.file.course).toBe(before.file.course + 1);
  });

  test('after the submission nothing is set aside, and the review decision is what is asked for', () => {
    const before = aCase().past('submission');
    const one = before.with('reopenReviewDecision');
    expect(aside(one)).toEqual([]);
    expect(one.notices.at(-1)).toMatchObject({ kind: 'review-decision-reopened', step: 'review-decision' });
    expect(one.file.course).toBe(before.file.course + 1);
  });

  test('not on a day before the decision that it puts up again', () => {
    const one = aCase().at('submission').with('addNote', {}, { on: '2026-12-07' });
    // The determination was of Friday 4 December, the tenth working day.
    expect(whenAsked(one, 'reopenReviewDecision', {}, { on: '2026-12-03' })).toBe('against-the-record');
    expect(whenAsked(one, 'reopenReviewDecision', {}, { on: '2026-12-04' })).toBe('taken');
  });
});

describe('A case is withdrawn', () => {
  test.each([
    ['opened in error', { why: 'opened-in-error' }, undefined],
    ['opened in error, and another case named', { why: 'opened-in-error', duplicateOf: 'SIN-2026-0003' }, /only for a/],
    ['a duplicate', { why: 'duplicate', duplicateOf: 'SIN-2026-0003' }, undefined],
    ['a duplicate of a case that is not named', { why: 'duplicate' }, /Name the case that this one duplicates/],
    ['a duplicate of itself', { why: 'duplicate', duplicateOf: 'SIN-2026-0007' }, /cannot duplicate itself/],
  ])('%s', (_why, form, says) => {
    const why = aCase().refusal('withdrawCase', form);
    expect(why?.code).toBe(says && 'invalid');
    expect(why?.sentence ?? '').toMatch(says ?? /^$/);
  });

  test('as a duplicate, and goes on naming the other case when it is corrected', () => {
    const one = aCase().with('withdrawCase', { why: 'duplicate', duplicateOf: 'SIN-2026-0003' });
    const correct = (value: unknown) => ({ entry: one.file.seq, field: 'duplicateOf', value, reason: 'A slip' });
    expect(said(one, 'correctFact', correct(undefined))).toMatch(/Name the case that this one duplicates/);
    expect(whenAsked(one, 'correctFact', correct('SIN-2026-0004'))).toBe('taken');
  });

  test('which changes its course', () => {
    expect(aCase().with('withdrawCase').file.course).toBe(aCase().file.course + 1);
  });
});

describe('A case is reopened', () => {
  test.each<[string, () => CaseBuilder, string]>([
    ['one that has no outcome yet', aCase, 'against-the-record'],
    ['one that is under way', () => aCase().past('submission'), 'against-the-record'],
    ['one that has closed', () => closedOn(aCase().past('submission'), '2026-12-08'), 'taken'],
    ['one that was withdrawn', () => aCase().with('withdrawCase'), 'taken'],
    ['one that does not proceed, before it closes', () => ending(), 'taken'],
    ['one whose criteria proved not to be met', criteriaNotMet, 'taken'],
  ])('%s: %s', (_which, given, code) => {
    expect(whenAsked(given(), 'reopenCase')).toBe(code);
  });

  test('on the day on which it closed, or after', () => {
    const one = closedOn(aCase().past('submission').with('addNote', {}, { on: '2026-12-11' }), '2026-12-10');
    expect(said(one, 'reopenCase', {}, { on: '2026-12-09' })).toMatch(/closed on Thursday 10 December 2026/);
    expect(whenAsked(one, 'reopenCase', {}, { on: '2026-12-10' })).toBe('taken');
    expect(whenAsked(one, 'reopenCase', {}, { on: '2026-12-11' })).toBe('taken');
  });

  test.each<[string, () => CaseBuilder]>([
    ['the outcome', () => notToProceed().past('outcome')],
    ['that the criteria were not met', criteriaNotMet],
    ['the withdrawal', () => aCase().past('outcome').with('addNote', {}, { on: '2026-12-07' }).with('withdrawCase')],
  ])('not before the day of what ended it: %s', (_what, given) => {
    const ended = given();
    const after = ended.with('addNote', {}, { on: '2026-12-31' });
    expect(whenAsked(after, 'reopenCase', {}, { on: ended.today })).toBe('taken');
    const why = after.refusal('reopenCase', {}, { on: '2026-11-24' });
    expect(why?.code).toBe('against-the-record');
    expect(why?.sentence).toMatch(/^What ended the case was decided on/);
  });
});

describe('A case that is reopened', () => {
  const escalated = {
    views: { la: 'notify', police: 'do-not-notify', health: 'notify' },
    disagreement: { scrutineerInput: 'Heard', escalated: true, reason: 'They do not agree' },
  } as never;

  test('having not proceeded is decided anew: its meeting, its answer, its outcome and its entry are set aside', () => {
    const ended = notToProceed()
      .choosing({ recordDecisionMeeting: [escalated] })
      .atTheEnd();
    const one = closedOn(ended, ended.today).with('reopenCase', {}, { on: '2027-02-01' });
    const by = one.file.seq;
    expect(aside(one)).toEqual(
      ['recordDecisionMeeting', 'recordExecAnswer', 'recordOutcome', 'enterOnMatrix'].map((name) => [name, by]),
    );
    expect(one.file.countsFrom).toBe('2027-02-01');
    expect(dayOneOf(one.file)).toBe('2027-02-01');
    expect(one.file.met).toEqual({ notification: '2026-11-27', 'front-door': '2026-11-27' });
    expect(one.file).not.toHaveProperty('closedOn');
    expect(one.file.course).toBe(ended.file.course + 1);
  });

  test('having been withdrawn goes on where it was, whatever else ended it before', () => {
    const ended = notToProceed().past('outcome');
    const one = ended.with('withdrawCase').with('reopenCase');
    expect(aside(one)).toEqual([['withdrawCase', one.file.seq]]);
    expect(factsOf(one.file, 'recordOutcome')).toHaveLength(1);
    expect(one.file.countsFrom).toBe(ended.file.countsFrom);
  });

  test('whose criteria proved not to be met has them met again, and its outcome stands', () => {
    const one = criteriaNotMet().with('reopenCase');
    expect(aside(one)).toEqual([['recordCriteriaNotMet', one.file.seq]]);
    expect(factsOf(one.file, 'recordOutcome')).toHaveLength(1);
  });

  test('having come to its end loses nothing, and keeps its Day 1', () => {
    const ended = aCase().atTheEnd();
    const one = closedOn(ended, ended.today).with('reopenCase');
    expect(aside(one)).toEqual(ended.file.superseded.map(({ name, by }) => [name, by]));
    expect(one.file.countsFrom).toBe('2026-11-23');
    expect(openSteps(one.file)).toEqual(['review-decision']);
  });

  test('counts from the right day where that is corrected, and from no other where another answer is', () => {
    const ended = notToProceed().past('outcome');
    const one = ended.with('reopenCase', {}, { on: '2026-12-07' }).with('addNote', {}, { on: '2026-12-11' });
    const entry = one.file.facts.reopenCase?.[0]?.seq;
    const correcting = (field: string, value: string) =>
      one.with('correctFact', { entry, field, value, reason: 'A slip' }).file;
    expect(correcting('on', '2026-12-08').countsFrom).toBe('2026-12-08');
    expect(plannedDates(correcting('on', '2026-12-08'), 'outcome').due).toBe('2026-12-14');
    expect(correcting('reason', 'Other facts').countsFrom).toBe('2026-12-07');
  });
});

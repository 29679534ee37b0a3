import { conflictsOf } from '../../src/procedure/dates/conflicts';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { isoDate } from '../../src/procedure/time/dates';
import { plannedDates } from '../../src/procedure/dates/plan';
import { aCase, type CaseBuilder } from '../support/a-case';

/* Conflicts around the notice, holds and extensions. The case was received on Monday 23 November 2026. */

const found = (file: CaseFile, id: string) => conflictsOf(file).find((one) => one.id === id);
const dueOf = ({ file }: CaseBuilder, step: 'notice-of-intent' | 'publication' | 'learning-event') =>
  plannedDates(file, step).due ?? '';

describe('A notice on its last day leaves seven working days before publication', () => {
  // The notice is due on Friday 16 April 2027; publication is not due before Friday 21 May.
  const given = () => aCase().at('notice-of-intent');

  test('where publication is due later, nothing is in the way', () => {
    expect([dueOf(given(), 'notice-of-intent'), dueOf(given(), 'publication')]).toEqual(['2027-04-16', '2027-05-21']);
    expect(found(given().file, 'notice-and-publication')).toBeUndefined();
  });

  const extended = (to: string) => given().with('extendDeadline', { deadline: 'notice-of-intent', to });

  test.each([
    ['2027-05-12', false],
    ['2027-05-13', true],
  ])('extended to %s it is a conflict: %s', (to, isConflict) => {
    expect(found(extended(to).file, 'notice-and-publication') !== undefined).toBe(isConflict);
  });

  test('the sentence names both days, and the day of publication that is left', () => {
    expect(found(extended('2027-05-13').file, 'notice-and-publication')).toMatchObject({
      steps: ['notice-of-intent', 'publication'],
      sentence: expect.stringMatching(
        /Thursday 13 May 2027 \(step 17\), allows publication on Monday 24 May 2027.*due on Friday 21 May 2027/,
      ) as unknown,
    });
  });

  test('once the notice has gone, nothing of it is said', () => {
    expect(found(extended('2027-05-13').past('notice-of-intent').file, 'notice-and-publication')).toBeUndefined();
  });
});

describe('A hold past the date of its step', () => {
  const until = (lookAgainOn: string) =>
    aCase().at('learning-event').with('placeHold', { step: 'learning-event', lookAgainOn });
  const hold = ({ file }: CaseBuilder) => conflictsOf(file).find(({ id }) => id.startsWith('hold-'));

  test.each([
    ['2027-02-22', false],
    ['2027-02-23', true],
  ])('looked at again on %s is in conflict with Monday 22 February: %s', (on, isConflict) => {
    expect(dueOf(until(on), 'learning-event')).toBe('2027-02-22');
    expect(hold(until(on)) !== undefined).toBe(isConflict);
  });

  test('names its step and the date, and is gone once it is lifted', () => {
    const held = until('2027-03-01');
    expect(hold(held)).toMatchObject({ steps: ['learning-event'], latest: '2027-02-22' });
    expect(hold(held.with('liftHold'))).toBeUndefined();
  });
});

describe('An extension past the law', () => {
  const extended = (to: string) => aCase().past('determination').with('extendDeadline', { deadline: 'submission', to });

  test.each([
    ['2026-12-17', false],
    ['2026-12-18', true],
  ])('to %s is a conflict with the statutory Thursday 17 December: %s', (to, isConflict) => {
    expect(found(extended(to).file, 'extended-submission') !== undefined).toBe(isConflict);
  });

  test('is gone once the step is done', () => {
    const done = extended('2026-12-21').past('submission');
    expect(found(done.file, 'extended-submission')).toBeUndefined();
  });

  test("of a step that the law does not govern is the partners' own matter", () => {
    const { file } = aCase().at('draft').with('extendDeadline', { deadline: 'draft', to: '2027-12-01' });
    expect(conflictsOf(file).filter(({ id }) => id.startsWith('extended-'))).toEqual([]);
    expect(found(file, 'extended-draft')).toBeUndefined();
    expect(isoDate('2027-12-01') > (plannedDates(aCase().at('draft').file, 'draft').due ?? '')).toBe(true);
  });
});

import { stepIds } from '../../src/procedure/step-ids';
import { isReached, isSettled, waitsFor } from '../../src/procedure/dates/steps';
import { whyNotOpen } from '../../src/procedure/not-open';
import { aCase, type CaseBuilder } from '../support/a-case';

/* A sentence that says what is waited for names what is really missing. */

const reopened = (): CaseBuilder =>
  aCase().at('draft').with('reopenReviewDecision', undefined, { by: 'business-manager' });

test.each([
  ['step 7', () => aCase().at('determination')],
  ['step 8', () => aCase().at('submission')],
])(
  'Before %s, step 9 waits for the submission, and not for a review decision that nobody has put up again',
  (_at, of) => {
    expect(whyNotOpen(of().file, 'askChronologies')).toMatchObject({
      code: 'too-early',
      sentence: 'Step 9, Chronologies and planning waits for: Step 8, Submission to the National Panel.',
    });
    expect(waitsFor(of().file, 'planning')).toEqual(['submission']);
  },
);

test('Step 12 waits for the review decision that is up again, and not for step 11, which is done', () => {
  expect(whyNotOpen(reopened().file, 'recordDraft')).toMatchObject({
    code: 'too-early',
    sentence: 'Step 12, Draft to the Business Unit waits for: Review decision, taken again.',
  });
  expect(waitsFor(reopened().file, 'draft')).toEqual(['review-decision']);
});

test('A step that is not reached always names something to do, and nothing that is done', () => {
  for (const { file } of [aCase(), aCase().at('determination'), aCase().at('comments'), reopened()]) {
    for (const step of stepIds.filter((one) => !isReached(file, one))) {
      const waited = waitsFor(file, step);
      expect(waited).not.toEqual([]);
      expect(waited.filter((one) => isSettled(file, one))).toEqual([]);
    }
  }
});

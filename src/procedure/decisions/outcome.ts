import * as z from 'zod/mini';
import { define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { part, says } from '../sentence';
import { fact } from '../case/facts';
import { choice, code, keptAt, words } from '../forms';
import { isWithdrawn, outcome } from '../case/position';
import { toldOfCriteriaNotMet } from '../case/told-otherwise';
import { tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import {
  criteriaNotMet,
  notificationToMake,
  notToProceed,
  ofstedNotified,
  outcomeTellings,
  proceedsAfterAll,
} from './outcome-notices';

/* Step 4: whether to notify, and what follows from that. */

const recordOutcomeForm = z.strictObject({
  outcome: choice('The outcome', {
    notify: 'Notify Ofsted and the National Panel',
    'not-to-proceed': 'Do not proceed to a Rapid Review',
  }),
  reason: words('The reason'),
});
const recordOfstedNotificationForm = z.strictObject({ reference: code("Ofsted's reference") });
const recordCriteriaNotMetForm = z.strictObject({ reason: words('Why the criteria were not met after all') });
const enterOnMatrixForm = z.strictObject({ keptAt: keptAt('The entry on the Matrix') });

declare module '../case/case-file' {
  interface Forms {
    recordOutcome: z.infer<typeof recordOutcomeForm>;
    recordOfstedNotification: z.infer<typeof recordOfstedNotificationForm>;
    recordCriteriaNotMet: z.infer<typeof recordCriteriaNotMetForm>;
    enterOnMatrix: z.infer<typeof enterOnMatrixForm>;
  }
}

export const recordOutcome = define({
  name: 'recordOutcome',
  step: 'outcome',
  title: 'Record the decision whether to notify',
  past: 'recorded the decision whether to notify',
  source: 'step 4',
  roles: ['la-partner'],
  onBehalf: true,
  form: recordOutcomeForm,
  decides: ['outcome'],
  needs: (file) =>
    fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true &&
    fact(file, 'recordExecAnswer') === undefined
      ? refusal(
          'too-early',
          says`The disagreement was escalated; record the Exec partners' answer first${part.by('recordExecAnswer')}.`,
        )
      : undefined,
  // Not to proceed stays open while nothing has gone to the Panel, so a first answer may still be changed for the other.
  refuse: (file, form, taking) => {
    const before = fact(file, 'recordOutcome');
    if (before?.form.outcome === form.outcome) {
      return {
        ...refusal(
          'already-decided',
          says`That is the outcome already, recorded by ${part.person(before.by)} (${part.role(before.role, file.policy.roleTitles)}) on ${part.day(before.on)}.`,
        ),
        first: { by: before.by, at: before.recordedAt },
      };
    }
    const answered = fact(file, 'recordExecAnswer');
    return notBefore(answered, taking, 'The outcome comes after the Exec partners answered the escalation, on');
  },
  notices: [notificationToMake, notToProceed, proceedsAfterAll],
  tells: outcomeTellings,
});

export const recordOfstedNotification = define({
  name: 'recordOfstedNotification',
  step: 'outcome',
  title: 'Record the notification to Ofsted and the National Panel',
  past: 'recorded the notification to Ofsted and the National Panel',
  source: 'step 4',
  roles: ['spr-coordinator', 'business-manager'],
  leaves: true,
  form: recordOfstedNotificationForm,
  once: true,
  follows: ['recordOutcome'],
  needs: (file) =>
    fact(file, 'recordOutcome')?.form.outcome === 'notify'
      ? undefined
      : refusal(
          'against-the-record',
          says`The Local Authority has decided not to notify; it may still change that${part.by('recordOutcome')}.`,
        ),
  notices: [ofstedNotified],
  tells: () => [tell(ofstedNotified)],
});

export const enterOnMatrix = define({
  name: 'enterOnMatrix',
  step: 'outcome',
  title: "Enter the case on the Children's Case Matrix",
  past: "entered the case on the Children's Case Matrix",
  source: 'step 4; points of note: not to proceed with a Rapid Review',
  roles: businessUnit,
  form: enterOnMatrixForm,
  once: true,
  follows: ['recordOutcome'],
  needs: (file) =>
    outcome(file) === 'notify'
      ? refusal(
          'against-the-record',
          says`The case proceeds; it goes on the Matrix with its final report${part.by('sendNoticeOfIntent')}.`,
        )
      : undefined,
});

export const recordCriteriaNotMet = define({
  name: 'recordCriteriaNotMet',
  title: 'Decide that the criteria were not met after all',
  past: 'decided that the criteria were not met after all',
  source: "the Panel's FAQ: once notified, no Rapid Review is skipped unless the criteria prove not to be met",
  roles: ['la-partner'],
  onBehalf: true,
  form: recordCriteriaNotMetForm,
  follows: ['recordOfstedNotification'],
  notOpen: (file) => {
    if (fact(file, 'submitRapidReview') !== undefined) {
      return refusal(
        'too-late',
        says`The Rapid Review has gone to the Panel; the review decision can be reopened instead${part.by('reopenReviewDecision')}.`,
      );
    }
    if (isWithdrawn(file)) return refusal('against-the-record', 'The case is withdrawn.');
    return fact(file, 'recordCriteriaNotMet') === undefined
      ? undefined
      : refusal('already-decided', 'It has already been decided that the criteria were not met.');
  },
  effect: (file) => ({ ...file, course: file.course + 1 }),
  notices: [criteriaNotMet],
  tells: (file, { seq }) => [tell(criteriaNotMet, { to: toldOfCriteriaNotMet(file, seq) })],
});

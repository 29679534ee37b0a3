import type { Forms } from '../../../src/procedure/case/case-file';
import { because, on, type Said, type Script } from '../script';
import type { Situation } from '../situation';

type Determination = Said<Forms['recordDetermination']>;

const criteria = {
  improvements: { met: true, reason: 'Handovers between services can improve' },
  recurrentThemes: { met: false, reason: 'Not seen here before' },
  workingTogether: { met: true, reason: 'Two agencies did not speak to each other' },
  panelView: { met: false, reason: 'The Panel has not considered it yet' },
} as const;

const terms = (s: Situation) => ({
  keptAt: 'Reviews, terms of reference',
  ...s.period,
  familyMembers: s.family,
});

/** The determination of step 7: a local review follows. */
export const localReview = (s: Situation): Determination => ({
  criteria,
  reviewType: 'LCSPR',
  reason: 'A local review will show how to improve',
  chair: 'scrutineer',
  termsOfReference: terms(s),
});

/** A practice learning review follows, with a date of its own. */
export const learningReview = (s: Situation): Determination => ({
  ...localReview(s),
  reviewType: 'PLR',
  reason: 'The learning is clear; practitioners work on it together',
  dueOn: s.day(60),
});

/** No review follows. */
export const noReview = (): Determination => ({
  criteria,
  reviewType: 'none',
  reason: 'The learning is clear already, and is being acted on',
  chair: 'scrutineer',
});

/** Step 6: the meeting and its minutes. */
const meeting: Script = [
  because(
    'The Scrutineer was ill',
    on(6, 'administrator', 'arrangeRapidReviewMeeting', (s) => ({ meetingOn: s.workingDaysOn(3) })),
  ),
  on(9, 'business-manager', 'recordRapidReviewMeeting', {
    attended: { la: true, police: true, health: true, scrutineer: true, legal: true },
    keyPoints: {
      information: 'Gathered, reviewed and clarified',
      protection: 'The child is safe',
      parallelProcesses: 'A criminal investigation',
      immediateLearning: 'Share the safety plan with every agency',
      familyAndPractitioners: 'A link worker is named; the practitioners are supported',
      nextSteps: 'As the determination will say',
      inequalities: 'Considered: language was a barrier',
    },
  }),
  on(9, 'administrator', 'fileMinutes', { keptAt: 'Reviews, minutes' }),
];

/** Steps 6 to 8, with what was determined; what was learnt at once becomes an action. */
export const rapidlyReviewed = (determination: (s: Situation) => Determination): Script => [
  ...meeting,
  on(10, 'scrutineer', 'recordDetermination', determination),
  on(10, 'business-manager', 'addAction', (s) => ({
    action: 'Share the safety plan with every agency that works with the family',
    owner: s.holder('wider-partner'),
    dueOn: s.day(50),
  })),
  on(11, 'scrutineer', 'submitRapidReview', { keptAt: 'Reviews, submission', execPartnersTold: true }),
];

import * as z from 'zod/mini';
import { define } from '../decision';
import { fact } from '../case/facts';
import { keptAt, words } from '../forms';
import { businessUnit } from '../roles';
import { authorOf } from '../case/author';
import { defineNotice, tell } from '../reminders/notice';
import { stands } from '../reminders/true-until';
import { learningEventHeld } from './draft-report-notices';

/* The practice learning review: a report, a Practice Learning Event, and its learning shared (step 8). */

const recordLearningReviewReportForm = z.strictObject({ keptAt: keptAt('The report') });
const recordPracticeLearningEventForm = z.strictObject({ attended: words('Who attended') });
const shareLearningForm = z.strictObject({ withWhom: words('With whom it was shared') });

declare module '../reminders/notice' {
  interface Notices {
    'learning-shared': typeof learningShared;
  }
}

declare module '../case/case-file' {
  interface Forms {
    recordLearningReviewReport: z.infer<typeof recordLearningReviewReportForm>;
    recordPracticeLearningEvent: z.infer<typeof recordPracticeLearningEventForm>;
    shareLearning: z.infer<typeof shareLearningForm>;
  }
}

export const recordLearningReviewReport = define({
  name: 'recordLearningReviewReport',
  step: 'practice-learning-review',
  title: 'Record the report of the practice learning review',
  past: 'recorded the report of the practice learning review',
  confirmation: 'Report of the practice learning review recorded',
  source: 'step 8: the Scrutineer or nominated author brings together a report',
  roles: ['scrutineer', 'author', ...businessUnit],
  form: recordLearningReviewReportForm,
  once: true,
});

export const recordPracticeLearningEvent = define({
  name: 'recordPracticeLearningEvent',
  step: 'practice-learning-review',
  title: 'Record the Practice Learning Event',
  past: 'recorded the Practice Learning Event',
  confirmation: 'Practice Learning Event recorded',
  source: 'step 8: a Practice Learning Event supported by the three partners',
  roles: ['scrutineer', 'author', ...businessUnit],
  form: recordPracticeLearningEventForm,
  once: true,
  notices: [learningEventHeld],
  tells: (file) => [
    tell(learningEventHeld, {
      to: [authorOf(file) === undefined ? 'scrutineer' : 'author', 'business-manager'],
      values: { reportIn: fact(file, 'recordLearningReviewReport') === undefined ? undefined : 'yes' },
    }),
  ],
});

const learningShared = defineNotice({
  kind: 'learning-shared',
  title: 'The learning from a practice learning review',
  to: ['sub-group-chair', 'sub-group-member', 'wider-partner'],
  stillTrue: stands,
});

export const shareLearning = define({
  name: 'shareLearning',
  step: 'practice-learning-review',
  title: 'Record that the learning was shared',
  past: 'recorded that the learning was shared',
  source: 'step 8; the learning is shared',
  roles: ['scrutineer', ...businessUnit],
  form: shareLearningForm,
  once: true,
  follows: ['recordLearningReviewReport', 'recordPracticeLearningEvent'],
  notices: [learningShared],
  tells: () => [tell(learningShared)],
});

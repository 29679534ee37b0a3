import { reviewType } from '../src/procedure/case/position';
import type { Case } from './stages';

/** The review that was decided on; where the decision is up again, that comes first. */
export async function practiceReview(c: Case): Promise<void> {
  await c.done('review-decision');
  switch (reviewType(c.file)) {
    case 'LCSPR':
      return localReview(c);
    case 'PLR':
      return learningReview(c);
    case 'none':
    case undefined:
      return;
  }
}

/** Steps 9 to 16. When the Exec group asks for further action, step 14 is open again. */
async function localReview(c: Case): Promise<void> {
  await c.done('planning'); //            9   by day 24
  await c.done('author-material'); //     10  by day 36
  await c.done('learning-event'); //      11  by day 60
  await c.done('draft'); //               12  by day 60
  await c.done('draft-to-sub-group'); //  13  by day 71
  await c.done('comments'); //            13  two weeks
  await c.recorded('recordSubGroupMeeting'); // 13c  the meeting on the draft, three weeks after sharing
  await c.done('amendments'); //          14  by day 82
  await c.done('final-draft'); //         14  two weeks
  await c.done('sign-off'); //            15  by day 83
  await c.done('family-contact'); //      16  by day 89
}

/** A practice learning review (PLR): its report and its event, in either order, then what was learned is shared. */
async function learningReview(c: Case): Promise<void> {
  await Promise.all([c.recorded('recordLearningReviewReport'), c.recorded('recordPracticeLearningEvent')]);
  await c.recorded('shareLearning');
  await c.done('practice-learning-review');
}

import { beside, on, type Path, type Script } from '../script';
import { informed, notified } from '../stages/deciding';
import { oneActionOverseen } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { learningReview, rapidlyReviewed } from '../stages/rapid-review';

const learnt: Script = [
  on(15, 'health-partner', 'appointAuthor', (s) => ({
    author: s.holder('author'),
    declaration: 'None: no work for any of the agencies',
    fit: true,
  })),
  on(35, 'author', 'recordLearningReviewReport', { keptAt: 'Reviews, report of the practice learning review' }),
  on(41, 'scrutineer', 'recordPracticeLearningEvent', { attended: 'Twenty practitioners of five agencies' }),
  on(41, 'wider-partner', 'completeAction', (s) => ({ action: s.action(0).id, evidence: 'Reviews, evidence' })),
  on(45, 'scrutineer', 'shareLearning', { withWhom: 'Every partner, and the Learning and Development sub-group' }),
];

export const practiceLearningReview: Path = {
  name: 'practice-learning-review',
  title: 'A practice learning review in place of a local review',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(learningReview),
    ...beside(panelAgrees, learnt),
    ...oneActionOverseen,
  ],
  ending: 'practice-learning-review',
  emails: ['author-appointed', 'learning-event-held', 'learning-shared'],
};

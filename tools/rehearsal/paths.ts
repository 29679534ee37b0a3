import { execAsksForMore } from './paths/exec-asks-for-more';
import { heldForTrial } from './paths/held-for-trial';
import { improvementsOnlyPath } from './paths/improvements-only';
import { missedDeadlines } from './paths/missed-deadlines';
import { notProceeding } from './paths/not-proceeding';
import { notPublished } from './paths/not-published';
import { panelDisagrees } from './paths/panel-disagrees';
import { panelWantsMorePath } from './paths/panel-wants-more';
import { practiceLearningReview } from './paths/practice-learning-review';
import { straight } from './paths/straight';
import type { Path } from './script';

/** Every way through the procedure that can be rehearsed, the straight one first. */
export const paths: readonly Path[] = [
  straight,
  notProceeding,
  practiceLearningReview,
  panelDisagrees,
  panelWantsMorePath,
  execAsksForMore,
  heldForTrial,
  missedDeadlines,
  improvementsOnlyPath,
  notPublished,
];

import { beside, daysLater, on, mustBeRefused, type Path, type Script } from '../script';
import { informed, notified } from '../stages/deciding';
import { checkOn, execPapers, reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

/** Step 14 again, all but the media's part of it, for the Exec group's next meeting. */
const amendedAgain: Script = [
  mustBeRefused(
    'too-early',
    on(daysLater(0), 'author', 'recordFinalDraft', {
      keptAt: 'Reviews, final draft',
      nonInvolvementConfirmed: true,
      improvementsAndReasons: true,
    }),
  ),
  on(daysLater(1), 'administrator', 'sendAmendments', { keptAt: 'Reviews, what the Exec group asks for' }),
  on(daysLater(0), 'administrator', 'completeSignOffTemplate', {
    keptAt: 'Reviews, sign-off template, second version',
  }),
  on(daysLater(1), 'author', 'recordFinalDraft', {
    keptAt: 'Reviews, final draft, second version',
    nonInvolvementConfirmed: true,
    improvementsAndReasons: true,
  }),
  on(daysLater(1), 'sub-group-chair', 'approveFinalDraft', { note: 'Agreed by email' }),
  ...execPapers,
  checkOn(daysLater(0)),
];

export const execAsksForMore: Path = {
  name: 'exec-asks-for-more',
  title: 'The Exec group sends the report back, and publishes it at its next meeting',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, reviewed),
    ...signedOffActs('further-action', 'Say more clearly what the schools are to do'),
    ...amendedAgain,
    ...signedOffActs('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['further-action-asked', 'deadline-extended', 'published'],
};

import { beside, later, on, refused, type Path, type Script } from '../script';
import { informed, notified } from '../stages/deciding';
import { checkOn, execPapers, reviewed, signedOff } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

/** Step 14 again, all but the media's part of it, for the Exec group's next meeting. */
const amendedAgain: Script = [
  refused(
    'too-early',
    on(later(0), 'author', 'recordFinalDraft', {
      keptAt: 'Reviews, final draft',
      nonInvolvementConfirmed: true,
      improvementsAndReasons: true,
    }),
  ),
  on(later(1), 'administrator', 'sendAmendments', { keptAt: 'Reviews, what the Exec group asks for' }),
  on(later(0), 'administrator', 'completeSignOffTemplate', { keptAt: 'Reviews, sign-off template, second version' }),
  on(later(1), 'author', 'recordFinalDraft', {
    keptAt: 'Reviews, final draft, second version',
    nonInvolvementConfirmed: true,
    improvementsAndReasons: true,
  }),
  on(later(1), 'sub-group-chair', 'approveFinalDraft', { note: 'Agreed by email' }),
  ...execPapers,
  checkOn(later(0)),
];

export const execAsksForMore: Path = {
  name: 'exec-asks-for-more',
  title: 'The Exec group sends the report back, and publishes it at its next meeting',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, reviewed),
    ...signedOff('further-action', 'Say more clearly what the schools are to do'),
    ...amendedAgain,
    ...signedOff('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['further-action-asked', 'deadline-extended', 'published'],
};

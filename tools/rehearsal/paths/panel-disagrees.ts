import { beside, delayed, daysLater, on, mustBeRefused, type Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { responded } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, noReview, rapidlyReviewed } from '../stages/rapid-review';

export const panelDisagrees: Path = {
  name: 'panel-disagrees',
  title: 'No review is decided on, the Panel disagrees, and a local review follows',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(noReview),
    mustBeRefused(
      'too-early',
      on(12, 'la-partner', 'appointAuthor', (s) => ({ author: s.holder('author'), declaration: 'None', fit: true })),
    ),
    on(16, 'business-manager', 'recordPanelReply', {
      reply: 'disagrees',
      summary: 'The Panel sees concerns about agencies working together that a local review would bring out',
    }),
    on(daysLater(1), 'scrutineer', 'decideReviewAgain', localReview),
    ...beside(responded, delayed(6, reviewed)),
    ...signedOffActs('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['panel-replied', 'review-decision-reopened', 'determination-told', 'published'],
};

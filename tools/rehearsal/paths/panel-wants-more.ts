import { beside, on, type Path, type Script } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { responded } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

/** The Panel's clock runs again from each answer that it is given. */
const answered: Script = [
  on(20, 'business-manager', 'recordPanelReply', {
    reply: 'wants-more',
    summary: 'The Panel asks what the schools knew, and when',
  }),
  on(24, 'business-manager', 'answerPanel', { keptAt: 'Reviews, answer to the Panel' }),
  on(33, 'business-manager', 'recordPanelReply', {
    reply: 'agrees',
    summary: 'The Panel has what it needs, and agrees',
  }),
  ...responded,
];

export const panelWantsMorePath: Path = {
  name: 'panel-wants-more',
  title: 'The Panel asks for more before it agrees',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(answered, reviewed),
    ...signedOffActs('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['panel-replied', 'panel-answered', 'published'],
};

import type { Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';
import { beside } from '../script';

export const straight: Path = {
  name: 'straight',
  title: 'The straight way: a local review, published',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, reviewed),
    ...signedOffActs('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['oversight-asked', 'submitted-to-panel', 'draft-shared', 'notice-of-intent', 'published', 'reminders'],
};

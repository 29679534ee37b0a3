import { beside, type Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published, reasonsSent } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

export const improvementsOnlyPath: Path = {
  name: 'improvements-only',
  title: 'The improvements alone are published, with the reasons to the Panel and the Secretary of State',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, reviewed),
    ...signedOffActs('improvements-only', 'The whole report would lead to the child'),
    ...familyContacted,
    ...reasonsSent,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'improvements-only',
  emails: ['signed-off', 'reasons-sent', 'published'],
};

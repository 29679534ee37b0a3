import { beside, daysLater, on, mustBeRefused, type Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { recommended, twoActionsOverseen } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { reasonsSent } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

export const notPublished: Path = {
  name: 'not-published',
  title: 'Nothing is published, with the reasons to the Panel and the Secretary of State',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, reviewed),
    ...signedOffActs('not-to-publish', 'Any publication would harm the surviving children'),
    mustBeRefused(
      'against-the-record',
      on(daysLater(1), 'business-manager', 'sendNoticeOfIntent', (s) => ({
        publishOn: s.workingDaysOn(8),
        keptAt: 'Reviews, full report',
        matrixLink: "Children's Case Matrix, row 41",
      })),
    ),
    ...reasonsSent,
    ...recommended,
    ...twoActionsOverseen,
  ],
  ending: 'not-published',
  emails: ['not-to-be-published', 'reasons-sent'],
};

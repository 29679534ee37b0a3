import { beside, later, on, refused, type Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOff } from '../stages/local-review';
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
    ...signedOff('not-to-publish', 'Any publication would harm the surviving children'),
    refused(
      'against-the-record',
      on(later(1), 'business-manager', 'sendNoticeOfIntent', (s) => ({
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

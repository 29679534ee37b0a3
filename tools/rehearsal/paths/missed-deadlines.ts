import { beside, delayed, daysLater, on, type Path } from '../script';
import { informed, notified } from '../stages/deciding';
import { reviewed, signedOffActs } from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

export const missedDeadlines: Path = {
  name: 'missed-deadlines',
  title: 'The Rapid Review is late, publication comes after six months: reminders, escalation, breaches',
  script: [
    ...beside(notified, informed),
    ...delayed(6, rapidlyReviewed(localReview)),
    ...delayed(8, beside(panelAgrees, reviewed)),
    ...signedOffActs('publish'),
    ...familyContacted,
    on((s) => s.workingDaysOn(3, s.clock('six-months-from-day-one')), 'business-manager', 'addNote', {
      note: 'The notice of intent was forgotten',
    }),
    on(daysLater(0), 'communications', 'recordMediaInterest', {
      interest: 'A newspaper asks when the report comes out',
    }),
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['reminders', 'media-interest', 'published'],
  breach: true,
};

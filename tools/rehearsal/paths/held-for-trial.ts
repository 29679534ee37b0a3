import { beside, delayed, on, mustBeRefused, type Path, type Script } from '../script';
import { informed, notified } from '../stages/deciding';
import {
  amended,
  begun,
  checkOn,
  commented,
  drafted,
  firstActionDone,
  planned,
  signedOffActs,
} from '../stages/local-review';
import { overseen, recommended } from '../stages/oversight';
import { panelAgrees } from '../stages/panel-reply';
import { familyContacted, published } from '../stages/publication';
import { localReview, rapidlyReviewed } from '../stages/rapid-review';

/** Practitioners are witnesses in a trial: the learning event waits for it, and the clocks run on. */
const held: Script = [
  on(32, 'spr-coordinator', 'addParallelProcess', (s) => ({
    kind: 'criminal',
    contact: 'The officer in the case',
    nextOn: s.day(62),
  })),
  on(33, 'scrutineer', 'placeHold', (s) => ({
    step: 'learning-event',
    reason: 'Four practitioners are witnesses in the trial',
    agreedBy: 'The three partners, with the prosecutor',
    lookAgainOn: s.day(62),
    process: s.process.id,
  })),
  mustBeRefused('too-early', on(34, 'author', 'recordLearningEvent', { attended: 'Forty practitioners' })),
  on(35, 'administrator', 'draftDelayLetter', (s) => ({ hold: s.hold.id, keptAt: 'Reviews, delay letter, draft' })),
  on(36, 'business-manager', 'sendDelayLetter', (s) => ({ hold: s.hold.id, keptAt: 'Reviews, delay letter' })),
  on(44, 'administrator', 'recordDelayAnswer', (s) => ({ hold: s.hold.id, answer: 'The Panel has noted it' })),
  checkOn(46),
  on(61, 'business-manager', 'lookAtHoldAgain', (s) => ({
    hold: s.hold.id,
    lookAgainOn: s.day(70),
    note: 'The jury is out',
  })),
  on(62, 'spr-coordinator', 'updateParallelProcess', (s) => ({
    process: s.process.id,
    ended: true,
    note: 'Both were convicted',
  })),
  checkOn(63),
  on(63, 'scrutineer', 'liftHold', (s) => ({ hold: s.hold.id, reason: 'The trial is over' })),
];

export const heldForTrial: Path = {
  name: 'held-for-trial',
  title: 'A trial holds the learning event back past its date, and the delay is explained',
  script: [
    ...beside(notified, informed),
    ...rapidlyReviewed(localReview),
    ...beside(panelAgrees, [...planned, ...begun]),
    ...beside(held, firstActionDone),
    ...delayed(30, [...drafted, ...commented, ...amended]),
    ...signedOffActs('publish'),
    ...familyContacted,
    ...published,
    ...recommended,
    ...overseen,
  ],
  ending: 'published',
  emails: ['hold-placed', 'delay-letter', 'hold-lifted', 'published'],
};

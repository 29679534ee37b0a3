import { daysLater, on, type ScriptedAct, type Script } from '../script';

/** Adds an action from what a review found, and completes it. */
export const recommended: Script = [
  on(daysLater(1), 'sub-group-chair', 'addAction', (s) => ({
    action: 'Bring the joint training on unexplained injuries to every agency',
    owner: s.holder('health-partner'),
    dueOn: s.workingDaysOn(30),
  })),
  on(daysLater(20), 'health-partner', 'completeAction', (s) => ({
    action: s.action(1).id,
    evidence: 'Reviews, evidence of action 2',
  })),
];

const looked = (nth: number, months: 6 | 12): ScriptedAct =>
  on(
    (s) => s.lookAgain(nth, months),
    'sub-group-chair',
    'lookAtActionAgain',
    (s) => ({
      action: s.action(nth).id,
      months,
      effect: months === 6 ? 'It is known; not everywhere used' : 'It is used everywhere',
      effective: months === 6 ? 'in-part' : 'yes',
    }),
  );

/** The first action is looked at again six and twelve months after it was complete. */
export const oneActionOverseen: Script = [looked(0, 6), looked(0, 12)];

export const twoActionsOverseen: Script = [looked(0, 6), looked(1, 6), looked(0, 12), looked(1, 12)];

/** Both actions, and the year on the website between their last looks. */
export const overseen: Script = [
  looked(0, 6),
  looked(1, 6),
  looked(0, 12),
  on((s) => s.clock('publicly-available'), 'business-manager', 'decideDisplay', {
    decision: 'It comes down; the learning summary stays',
  }),
  looked(1, 12),
];

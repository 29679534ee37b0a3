import { factsOf } from '../case/facts';
import { holdsOn } from '../case/holds';
import { completion } from '../dates/steps';
import { defineNotice, type StillTrue } from '../reminders/notice';
import { dateValue, textValue } from '../reminders/notice-values';
import { firstFound, isLater, unlessWithdrawn, untilStep } from '../reminders/true-until';
import { partnerRoles } from '../roles';
import { isStep } from '../step-ids';
import { sayDate } from '../time/dates';

/* Emails about holds. */

declare module '../reminders/notice' {
  interface Notices {
    'hold-placed': typeof holdPlaced;
    'hold-lifted': typeof holdLifted;
  }
}

/** The people who are told that a step is held, when the hold is looked at again, and that the step goes on. */
const toldOfHolds = ['business-manager', ...partnerRoles, 'scrutineer', 'author'] as const;

const holdStands: StillTrue = (notice, file) => {
  const { step } = notice;
  const hold = step === undefined || !isStep(step) ? undefined : holdsOn(file, step)[0];
  if (hold === undefined) return 'The hold was lifted.';
  const looked = factsOf(file, 'lookAtHoldAgain').findLast(({ form }) => form.hold === hold.id);
  return looked !== undefined && isLater(looked, notice) && looked.form.lookAgainOn !== notice.values['lookAgainOn']
    ? `A newer email replaces it: the hold is to be reviewed on ${sayDate(hold.lookAgainOn)}.`
    : { values: { lookAgainOn: hold.lookAgainOn } };
};

export const holdPlaced = defineNotice({
  kind: 'hold-placed',
  title: 'A step is on hold',
  to: toldOfHolds,
  always: { lookAgainOn: dateValue },
  sometimes: { parallelProcess: textValue('P9'), was: dateValue, replaces: dateValue },
  stillTrue: firstFound(unlessWithdrawn, holdStands),
});

export const holdLifted = defineNotice({
  kind: 'hold-lifted',
  title: 'A hold has been lifted',
  to: toldOfHolds,
  stillTrue: firstFound(unlessWithdrawn, (notice, file, today) => {
    const { step } = notice;
    if (step === undefined || !isStep(step)) return undefined;
    if (holdsOn(file, step).length > 0) return 'The step is on hold again.';
    return completion(file, step) === undefined ? undefined : untilStep(step)(notice, file, today);
  }),
});

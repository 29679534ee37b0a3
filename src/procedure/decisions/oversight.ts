import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { define, notBefore, type Taking } from '../decision';
import { factsOf, toldOn } from '../case/facts';
import { choice, chosenAmong, code, date, line, words, yesNo } from '../forms';
import { afterPlacing, holdOf, holdsOn, placed, standingHold } from '../case/holds';
import { pastDates } from '../dates/limits';
import { mayBeRequired } from '../may-be-required';
import { processOf, processWords } from '../case/parallel-processes';
import { reviewIsUnderWay } from '../case/position';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import { tell } from '../reminders/notice';
import { businessUnit, partnerRoles } from '../roles';
import { completion, isRequired } from '../dates/steps';
import { stepLabels } from '../step-names';
import { holdLifted, holdPlaced } from './oversight-notices';

/* Parallel processes, holds, and the partners' checks of progress and quality (reg. 14). */

const addParallelProcessForm = z.strictObject({
  kind: choice('The process', processWords),
  contact: words('The contact'),
  nextOn: date('Its next date', 'planned'),
});
const updateParallelProcessForm = z.strictObject({
  process: chosenAmong('open-process', code('The process', 'Its code, such as P9')),
  nextOn: z.optional(date('Its next date', 'planned')),
  ended: yesNo('It has ended'),
  note: words('What happened'),
});
const placeHoldForm = z.strictObject({
  step: choice('The step', stepLabels),
  reason: words('The reason'),
  agreedBy: line('Who agreed'),
  lookAgainOn: date('Date to review the hold', 'planned'),
  process: z.optional(chosenAmong('open-process', code('The parallel process it waits for', 'Its code, such as P9'))),
});
const hold = chosenAmong('standing-hold', code('The hold', 'Its code, such as H9'));
const lookAtHoldAgainForm = z.strictObject({
  hold,
  lookAgainOn: date('Date to review the hold next', 'planned'),
  note: words('What was found'),
});
const liftHoldForm = z.strictObject({ hold, reason: words('The reason') });
const recordProgressCheckForm = z.strictObject({
  progress: words("The review's progress"),
  quality: words("The review's quality"),
  onTime: yesNo('It is on time'),
});

declare module '../case/case-file' {
  interface Forms {
    addParallelProcess: z.infer<typeof addParallelProcessForm>;
    updateParallelProcess: z.infer<typeof updateParallelProcessForm>;
    placeHold: z.infer<typeof placeHoldForm>;
    lookAtHoldAgain: z.infer<typeof lookAtHoldAgainForm>;
    liftHold: z.infer<typeof liftHoldForm>;
    recordProgressCheck: z.infer<typeof recordProgressCheckForm>;
  }
}

const alwaysOpen = () => undefined;

/** Refuses to look at a hold again, or to lift it, on a day before it was last looked at. */
const afterLooking = (file: CaseFile, id: string, taking: Taking): Refusal | undefined =>
  afterPlacing(file, id, taking) ??
  notBefore(
    factsOf(file, 'lookAtHoldAgain').findLast((one) => one.form.hold === id),
    taking,
    'The hold was last reviewed on',
  );

const knownProcess = (file: CaseFile, id: string): Refusal | undefined =>
  processOf(file, id) === undefined
    ? refusal('invalid', says`There is no such parallel process in this case${part.code(id)}.`)
    : undefined;

/**
 * Refuses to put something off to a day before the decision. A decision of long ago may be recorded with the day as it
 * was.
 */
const inThePast = (day: string, decidedOn: string): Refusal | undefined =>
  day < decidedOn ? refusal('invalid', 'That day has passed; give one to come.') : undefined;

export const addParallelProcess = define({
  name: 'addParallelProcess',
  title: 'Add a parallel process',
  past: 'added a parallel process',
  confirmation: 'Parallel process added',
  source: 'ways through: parallel processes are a register',
  roles: [...businessUnit, ...partnerRoles],
  form: addParallelProcessForm,
  notOpen: alwaysOpen,
  refuse: (_file, form, taking) => inThePast(form.nextOn, taking.on),
});

export const updateParallelProcess = define({
  name: 'updateParallelProcess',
  title: 'Update a parallel process',
  past: 'updated a parallel process',
  confirmation: 'Parallel process updated',
  source: 'ways through: a contact and next date each',
  roles: [...businessUnit, ...partnerRoles],
  form: updateParallelProcessForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    knownProcess(file, form.process) ??
    notBefore(
      factsOf(file, 'addParallelProcess').find(({ seq }) => `P${seq}` === form.process),
      taking,
      'The process was put on the record on',
    ) ??
    notBefore(
      factsOf(file, 'updateParallelProcess').findLast((one) => one.form.process === form.process),
      taking,
      'The process was last updated on',
    ) ??
    (form.ended === (form.nextOn === undefined)
      ? undefined
      : refusal('invalid', 'Give its next date, or say that it has ended.')) ??
    (form.nextOn === undefined ? undefined : inThePast(form.nextOn, taking.on)),
});

export const placeHold = define({
  name: 'placeHold',
  title: 'Put a step on hold',
  past: 'put a step on hold',
  source: 'ways through: a hold has a reason, who agreed, and a date to look at it again; the clocks keep running',
  roles: ['business-manager', 'scrutineer', ...partnerRoles],
  form: placeHoldForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) => {
    if (holdsOn(file, form.step).length > 0) {
      return refusal(
        'already-decided',
        says`${part.step(form.step)} is on hold already. Review that hold${part.by('lookAtHoldAgain')}.`,
      );
    }
    const done = completion(file, form.step);
    if (done !== undefined && isRequired(file, form.step) && form.step !== 'actions') {
      return refusal(
        'too-late',
        says`${part.step(form.step)} was done on ${part.day(done.on)}; there is nothing to put on hold.`,
      );
    }
    if (!mayBeRequired(file, form.step)) {
      return refusal(
        'against-the-record',
        says`${part.step(form.step)} is not needed in this case; there is nothing to put on hold.`,
      );
    }
    return (
      inThePast(form.lookAgainOn, taking.on) ??
      (form.process === undefined ? undefined : knownProcess(file, form.process))
    );
  },
  limits: (file, { step, lookAgainOn }) => pastDates(file, step, { date: lookAgainOn, field: 'lookAgainOn' }),
  saysWhy: 'reason',
  notices: [holdPlaced],
  tells: (_file, taken) => [
    tell(holdPlaced, {
      step: taken.form.step,
      values: { lookAgainOn: taken.form.lookAgainOn, parallelProcess: taken.form.process },
    }),
  ],
});

export const lookAtHoldAgain = define({
  name: 'lookAtHoldAgain',
  title: 'Review a hold',
  past: 'reviewed a hold',
  confirmation: 'Hold reviewed',
  source: 'ways through: a date to look at it again',
  roles: ['business-manager', 'scrutineer', ...partnerRoles],
  form: lookAtHoldAgainForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    standingHold(file, form.hold) ?? inThePast(form.lookAgainOn, taking.on) ?? afterLooking(file, form.hold, taking),
  limits: (file, { hold: id, lookAgainOn }) => {
    const held = holdOf(file, id);
    return held === undefined ? [] : pastDates(file, held.step, { date: lookAgainOn, field: 'lookAgainOn' });
  },
  saysWhy: 'note',
  notices: [holdPlaced],
  tells: (file, taken, before) => {
    const { hold: id, lookAgainOn } = taken.form;
    const held = holdOf(before, id);
    if (held === undefined || held.lookAgainOn === lookAgainOn) return [];
    const earlier = factsOf(before, 'lookAtHoldAgain').findLast((one) => one.form.hold === id) ?? placed(before, id);
    return [
      tell(holdPlaced, {
        step: held.step,
        values: {
          lookAgainOn,
          was: held.lookAgainOn,
          replaces: earlier && toldOn(earlier),
          parallelProcess: placed(file, id)?.form.process,
        },
      }),
    ];
  },
});

export const liftHold = define({
  name: 'liftHold',
  title: 'Lift a hold',
  past: 'lifted a hold',
  confirmation: 'Hold lifted',
  source: 'ways through: holds',
  roles: ['business-manager', 'scrutineer', ...partnerRoles],
  form: liftHoldForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) => standingHold(file, form.hold) ?? afterLooking(file, form.hold, taking),
  notices: [holdLifted],
  tells: (file, taken) => [tell(holdLifted, { step: holdOf(file, taken.form.hold)?.step ?? 'actions' })],
});

export const recordProgressCheck = define({
  name: 'recordProgressCheck',
  title: "Record the partners' check of progress and quality",
  past: "recorded the partners' check of progress and quality",
  confirmation: "Partners' check of progress and quality recorded",
  source: 'reg. 14: at regular intervals, from step 9 to 15',
  roles: [...partnerRoles, 'business-manager'],
  form: recordProgressCheckForm,
  follows: ['submitRapidReview'],
  notOpen: (file) =>
    reviewIsUnderWay(file)
      ? undefined
      : refusal('too-early', 'Progress is checked while a review is under way, from step 9 to 15.'),
});

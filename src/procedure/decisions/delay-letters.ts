import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { define, notBefore, type Taking } from '../decision';
import { factsOf } from '../case/facts';
import { chosenAmong, code, keptAt, words } from '../forms';
import { afterPlacing, holdOf, letterOf, standingHold } from '../case/holds';
import { extensionOf } from '../dates/plan';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import { defineNotice, tell } from '../reminders/notice';
import { dateValue } from '../reminders/notice-values';
import { stands } from '../reminders/true-until';
import { businessUnit } from '../roles';

/* Letters that explain a hold's delay to the Panel and the Secretary of State: drafted, sent and answered. */

const hold = (which: 'hold' | 'standing-hold' = 'standing-hold') =>
  chosenAmong(which, code('The hold', 'Its code, such as H9'));
const draftDelayLetterForm = z.strictObject({ hold: hold(), keptAt: keptAt('The draft of the delay letter') });
const sendDelayLetterForm = z.strictObject({ hold: hold(), keptAt: keptAt('The delay letter as sent') });
const recordDelayAnswerForm = z.strictObject({ hold: hold('hold'), answer: words('The answer') });

declare module '../case/case-file' {
  interface Forms {
    draftDelayLetter: z.infer<typeof draftDelayLetterForm>;
    sendDelayLetter: z.infer<typeof sendDelayLetterForm>;
    recordDelayAnswer: z.infer<typeof recordDelayAnswerForm>;
  }
}

declare module '../reminders/notice' {
  interface Notices {
    'delay-letter': typeof delayLetter;
  }
}

const alwaysOpen = () => undefined;

/** A letter is drafted, sent and answered in this order. */
const afterLetter = (
  file: CaseFile,
  name: 'draftDelayLetter' | 'sendDelayLetter',
  { hold: id, taking }: { readonly hold: string; readonly taking: Taking },
): Refusal | undefined => {
  const what = name === 'draftDelayLetter' ? 'The letter was drafted on' : 'The letter was sent on';
  return notBefore(
    factsOf(file, name).findLast((one) => one.form.hold === id),
    taking,
    what,
  );
};

const delayLetter = defineNotice({
  kind: 'delay-letter',
  title: 'A review will be delayed',
  to: ['national-panel', 'secretary-of-state', 'business-manager'],
  ofCase: true,
  sometimes: { expectedOn: dateValue },
  stillTrue: stands,
});

export const draftDelayLetter = define({
  name: 'draftDelayLetter',
  title: 'Record the draft of a delay letter',
  past: 'recorded the draft of a delay letter',
  confirmation: 'Draft of a delay letter recorded',
  source: 'Working Together: a delay is explained to the Panel and the Secretary of State',
  roles: businessUnit,
  form: draftDelayLetterForm,
  notOpen: alwaysOpen,
  once: (form) => form.hold,
  refuse: (file, form, taking) => standingHold(file, form.hold) ?? afterPlacing(file, form.hold, taking),
});

export const sendDelayLetter = define({
  name: 'sendDelayLetter',
  title: 'Send a delay letter',
  past: 'sent a delay letter',
  confirmation: 'Delay letter sent',
  source: 'Working Together: a delay is explained to the Panel and the Secretary of State',
  roles: businessUnit,
  leaves: true,
  form: sendDelayLetterForm,
  notOpen: alwaysOpen,
  once: (form) => form.hold,
  refuse: (file, form, taking) =>
    standingHold(file, form.hold) ??
    (letterOf(file, form.hold).drafted
      ? afterLetter(file, 'draftDelayLetter', { hold: form.hold, taking })
      : refusal('too-early', says`Record the draft of the letter first${part.by('draftDelayLetter')}.`)),
  notices: [delayLetter],
  tells: (file) => [tell(delayLetter, { values: { expectedOn: extensionOf(file, 'publication') } })],
});

export const recordDelayAnswer = define({
  name: 'recordDelayAnswer',
  title: 'Record the answer to a delay letter',
  past: 'recorded the answer to a delay letter',
  source: 'ways through: its answer recorded',
  roles: businessUnit,
  onBehalfOf: 'national-panel',
  form: recordDelayAnswerForm,
  notOpen: alwaysOpen,
  once: (form) => form.hold,
  refuse: (file, form, taking) => {
    if (holdOf(file, form.hold) === undefined)
      return refusal('invalid', says`There is no such hold in this case${part.code(form.hold)}.`);
    return letterOf(file, form.hold).sent
      ? afterLetter(file, 'sendDelayLetter', { hold: form.hold, taking })
      : refusal('too-early', says`No delay letter has been sent for that hold${part.by('sendDelayLetter')}.`);
  },
});

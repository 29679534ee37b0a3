import type { CaseFile } from '../case/case-file';
import { fact } from '../case/facts';
import { isReached } from '../dates/steps';
import { defineNotice, tell } from '../reminders/notice';
import { firstFound, untilDecided, untilStep } from '../reminders/true-until';
import { execRoles, partnerRoles } from '../roles';

/* Emails of steps 2 and 3. */

declare module '../reminders/notice' {
  interface Notices {
    'oversight-asked': typeof oversightAsked;
    'outcome-to-decide': typeof outcomeToDecide;
    'disagreement-escalated': typeof disagreementEscalated;
    'exec-answered': typeof execAnswered;
  }
}

const untilOutcome = untilDecided('recordOutcome', 'The decision whether to notify was taken');

export const oversightAsked = defineNotice({
  kind: 'oversight-asked',
  title: 'Asks for the Service Director’s oversight',
  to: ['front-door', 'service-director'],
  asks: "the Service Director's oversight",
  forms: ['recordOversight'],
  stillTrue: untilStep('front-door'),
});

export const disagreementEscalated = defineNotice({
  kind: 'disagreement-escalated',
  title: 'The partners’ disagreement goes to the Exec partners',
  to: [...execRoles, 'scrutineer'],
  asks: "the Exec partners' answer",
  forms: ['recordExecAnswer'],
  stillTrue: firstFound(untilDecided('recordExecAnswer', 'The Exec partners answered'), untilOutcome),
});

export const execAnswered = defineNotice({
  kind: 'exec-answered',
  title: 'The Exec partners have answered',
  to: [...partnerRoles, 'business-manager'],
  asks: 'the decision whether to notify',
  forms: ['recordOutcome'],
  stillTrue: untilOutcome,
});

export const outcomeToDecide = defineNotice({
  kind: 'outcome-to-decide',
  title: 'Asks the Local Authority whether to notify',
  to: ['la-partner'],
  asks: 'the decision whether to notify',
  forms: ['recordOutcome'],
  stillTrue: untilOutcome,
});

/** Asks the Local Authority for the outcome once steps 2 and 3 are done, unless the Exec partners answer first. */
export const asksForOutcome = (file: CaseFile, before: CaseFile) =>
  file.asksForOutcome === true &&
  isReached(file, 'outcome') &&
  !isReached(before, 'outcome') &&
  fact(file, 'recordOutcome') === undefined &&
  fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated !== true
    ? [tell(outcomeToDecide, { step: 'outcome' })]
    : [];

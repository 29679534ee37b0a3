import type { CaseFile, Fact, Forms } from '../case/case-file';
import { factsOf, toldOn } from '../case/facts';
import { outcome } from '../case/position';
import { subGroup, toldNotToProceed } from '../case/told-otherwise';
import { defineNotice, tell, type StillTrue, type Telling } from '../reminders/notice';
import { dateValue } from '../reminders/notice-values';
import { asLastDecided, firstFound, stands, unlessWithdrawn, untilDecided } from '../reminders/true-until';
import { partnerRoles } from '../roles';

/* Emails of step 4. */

declare module '../reminders/notice' {
  interface Notices {
    'notification-to-make': typeof notificationToMake;
    'not-to-proceed': typeof notToProceed;
    'proceeds-after-all': typeof proceedsAfterAll;
    'ofsted-notified': typeof ofstedNotified;
    'criteria-not-met': typeof criteriaNotMet;
  }
}

const isToBeNotified: StillTrue = (_notice, file) =>
  outcome(file) === 'notify' ? undefined : 'The case is not to be notified any more.';

export const notificationToMake = defineNotice({
  kind: 'notification-to-make',
  title: 'Asks to notify Ofsted and the National Panel',
  to: ['spr-coordinator', 'business-manager'],
  asks: 'the notification to Ofsted and the National Panel',
  forms: ['recordOfstedNotification'],
  stillTrue: firstFound(
    isToBeNotified,
    untilDecided('recordOfstedNotification', 'Ofsted and the National Panel were notified'),
  ),
});

export const notToProceed = defineNotice({
  kind: 'not-to-proceed',
  title: 'A case does not proceed',
  stillTrue: asLastDecided('recordOutcome', () => ({})),
});

export const proceedsAfterAll = defineNotice({
  kind: 'proceeds-after-all',
  title: 'A case proceeds after all',
  to: subGroup,
  sometimes: { replaces: dateValue },
  stillTrue: firstFound(
    unlessWithdrawn,
    isToBeNotified,
    asLastDecided('recordOutcome', () => ({})),
  ),
  replaces: (_notice, earlier) => earlier.kind === 'not-to-proceed',
});

export const ofstedNotified = defineNotice({
  kind: 'ofsted-notified',
  title: 'Ofsted and the National Panel have been notified',
  to: [...partnerRoles, 'scrutineer', 'business-manager'],
  stillTrue: stands,
});

export const criteriaNotMet = defineNotice({
  kind: 'criteria-not-met',
  title: 'The criteria were not met after all',
  ofCase: true,
  stillTrue: stands,
});

/** Tells of the outcome of step 4: those whom it concerns, and those who were told the other one. */
export function outcomeTellings(
  file: CaseFile,
  { seq, form }: Fact<Forms['recordOutcome']>,
): readonly Telling<'not-to-proceed' | 'notification-to-make' | 'proceeds-after-all'>[] {
  if (form.outcome === 'not-to-proceed') {
    const asked = factsOf(file, 'recordOutcome').some((one) => one.seq < seq && one.form.outcome === 'notify');
    return [
      tell(notToProceed, { to: [...subGroup, 'business-manager', ...(asked ? ['spr-coordinator' as const] : [])] }),
    ];
  }
  const earlier = toldNotToProceed(file, seq);
  return [
    tell(notificationToMake),
    ...(earlier === undefined ? [] : [tell(proceedsAfterAll, { values: { replaces: toldOn(earlier) } })]),
  ];
}

import type { CaseFile, Fact, Forms } from './case-file';
import type { Telling } from '../decision';
import { everOf, factsOf, toldOn } from './facts';
import { determination } from './position';
import { partnerRoles, type Role } from '../roles';

/* Tells people again who were told something of the course of a case that is not so any more. */

const subGroup = ['sub-group-chair', 'sub-group-member'] as const;

/** The last decision not to proceed before an entry, standing or not: the sub-group was told of it. */
const toldNotToProceed = (file: CaseFile, seq: number) =>
  everOf(file, 'recordOutcome').findLast((one) => one.seq < seq && one.form.outcome === 'not-to-proceed');

/** True if the sub-group was told before an entry that the case ended, or of its report. */
const subGroupKnows = (file: CaseFile, seq: number): boolean =>
  toldNotToProceed(file, seq) !== undefined ||
  (['recordCriteriaNotMet', 'shareDraft', 'sendNoticeOfIntent', 'recordPublication'] as const).some((name) =>
    everOf(file, name).some((one) => one.seq < seq),
  );

/** Tells of the outcome of step 4: those whom it concerns, and those who were told the other one. */
export function outcomeTellings(file: CaseFile, { seq, form }: Fact<Forms['recordOutcome']>): readonly Telling[] {
  if (form.outcome === 'not-to-proceed') {
    const asked = factsOf(file, 'recordOutcome').some((one) => one.seq < seq && one.form.outcome === 'notify');
    return [
      { kind: 'not-to-proceed', to: [...subGroup, 'business-manager', ...(asked ? ['spr-coordinator' as const] : [])] },
    ];
  }
  const earlier = toldNotToProceed(file, seq);
  const proceeds: Telling[] =
    earlier === undefined ? [] : [{ kind: 'proceeds-after-all', to: subGroup, values: { replaces: toldOn(earlier) } }];
  return [{ kind: 'notification-to-make', to: ['spr-coordinator', 'business-manager'] }, ...proceeds];
}

/** Lists who is told that the criteria were not met: the wider partners too, once they may know of a review. */
export const toldOfCriteriaNotMet = (file: CaseFile, seq: number): readonly Role[] => [
  ...subGroup,
  ...partnerRoles,
  'scrutineer',
  'national-panel',
  'business-manager',
  'spr-coordinator',
  ...((determination(file)?.seq ?? seq) < seq ? (['wider-partner'] as const) : []),
];

/** Lists who is told that the case is withdrawn. */
export const toldOfWithdrawal = (file: CaseFile, seq: number): readonly Role[] => [
  'business-manager',
  'spr-coordinator',
  ...partnerRoles,
  'scrutineer',
  'service-director',
  ...(subGroupKnows(file, seq) ? subGroup : []),
];

/** Lists who is told that the case is reopened: all who were told how it ended, by what the reopening sets aside. */
export function toldOfReopening(file: CaseFile, seq: number): readonly Role[] {
  const ended = file.superseded.filter(({ by }) => by === seq);
  const told = ended.flatMap(({ name, fact }): readonly Role[] => {
    if (name === 'withdrawCase') return toldOfWithdrawal(file, fact.seq);
    if (name === 'recordCriteriaNotMet') return toldOfCriteriaNotMet(file, fact.seq);
    return name === 'recordOutcome' ? subGroup : [];
  });
  const always: readonly Role[] = [
    'business-manager',
    'spr-coordinator',
    ...partnerRoles,
    'scrutineer',
    'sub-group-chair',
  ];
  return [...new Set([...always, ...told])];
}

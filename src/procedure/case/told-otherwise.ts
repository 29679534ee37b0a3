import type { CaseFile } from './case-file';
import { everOf } from './facts';
import { determination } from './position';
import { partnerRoles, type Role } from '../roles';

/* People who are told how a case ends or goes on, those included who were told otherwise before. */

/** The sub-group's members, who are told how a case ends. */
export const subGroup = ['sub-group-chair', 'sub-group-member'] as const;

/** The last decision not to proceed before an entry, standing or not: the sub-group was told of it. */
export const toldNotToProceed = (file: CaseFile, seq: number) =>
  everOf(file, 'recordOutcome').findLast((one) => one.seq < seq && one.form.outcome === 'not-to-proceed');

/** Decisions that tell the sub-group of a case. */
const tellingTheSubGroup = [
  'recordDetermination',
  'decideReviewAgain',
  'recordCriteriaNotMet',
  'shareDraft',
  'sendNoticeOfIntent',
  'recordPublication',
] as const;

/** True if the sub-group was told before an entry that the case ended, or which review follows, or of its report. */
const subGroupKnows = (file: CaseFile, seq: number): boolean =>
  toldNotToProceed(file, seq) !== undefined ||
  tellingTheSubGroup.some((name) => everOf(file, name).some((one) => one.seq < seq));

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

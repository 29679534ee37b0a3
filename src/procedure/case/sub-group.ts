import type { CaseFile } from './case-file';
import { factsOf } from './facts';
import type { PersonId } from '../time/time';

/** The members of the sub-group in this case, its chair among them: each must have answered (step 13). */
export const subGroupMembers = (file: CaseFile): readonly PersonId[] => [
  ...new Set([...(file.people['sub-group-chair'] ?? []), ...(file.people['sub-group-member'] ?? [])]),
];

/** The members whose comments, or nil answer, are still to come. */
export const membersToAnswer = (file: CaseFile): readonly PersonId[] =>
  subGroupMembers(file).filter((member) => !factsOf(file, 'recordComment').some((one) => one.form.member === member));

/** Decisions that show that the round of the sub-group's comments is over. */
export const roundIsOver = [
  'sendAmendments',
  'tellCommunications',
  'recordMediaStatement',
  'completeSignOffTemplate',
  'sendExecPapers',
] as const;

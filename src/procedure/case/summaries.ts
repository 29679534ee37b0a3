import type { Partner } from '../roles';
import { answered, type AnswerSoFar } from './answers';
import type { CaseFile } from './case-file';
import { fact, factsOf } from './facts';

/** The name of the request for a partner's agency summary (step 3). It is in case files and never changes. */
export const summaryId = (partner: Partner): string => `summary:${partner}`;

/** Says how far a partner has sent the agency summary. */
export function agencySummaryOf(file: CaseFile, partner: Partner): AnswerSoFar {
  const theirs = ({ form }: { readonly form: { readonly partner: Partner } }): boolean => form.partner === partner;
  return answered(file, summaryId(partner), {
    answers: factsOf(file, 'recordAgencySummary').filter(theirs),
    without: factsOf(file, 'goAheadWithoutSummary').filter(theirs),
    collated: fact(file, 'recordDecisionMeeting') !== undefined,
  });
}

import type { CaseReference } from '../procedure/time/time';

/** A case that is on the record but not in Temporal. Only IT can repair that. */
export interface NotRunning {
  readonly kind: 'not-running';
  readonly sentence: string;
}

/** Says that a case does not run. */
export const notRunning = (reference: CaseReference): NotRunning => ({
  kind: 'not-running',
  sentence: `${reference} is on the record, and Temporal does not run it. Tell IT.`,
});

/** Says the same to somebody who was about to record something. */
export const nothingCanBeAdded = 'The case is on the record, but nothing can be added to it at the moment. Tell IT.';

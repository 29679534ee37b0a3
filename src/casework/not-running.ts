import type { CaseReference } from '../procedure/time/time';

/** A case that the records have and Temporal does not run: nobody but IT can mend that. */
export interface NotRunning {
  readonly kind: 'not-running';
  readonly sentence: string;
}

/** Says that a case does not run. */
export const notRunning = (reference: CaseReference): NotRunning => ({
  kind: 'not-running',
  sentence: `${reference} is on the record, and Temporal does not run it. Tell IT.`,
});

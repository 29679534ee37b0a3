import type { CaseFile } from './case-file';
import { factsOf } from './facts';
import type { IsoDate } from '../time/time';

/** The kinds of process that may run beside a review. */
export const processWords = {
  criminal: 'Criminal investigation or proceedings',
  coroner: "Coroner's inquest",
  'family-court': 'Family court proceedings',
  employment: 'Employment or professional conduct process',
  'other-review': 'Another review',
} as const;

/** A criminal, coroner's, court, employment or other process beside the review. */
export interface ParallelProcess {
  readonly id: string;
  readonly kind: string;
  readonly nextOn?: IsoDate;
  readonly ended: boolean;
}

export function processesOf(file: CaseFile): readonly ParallelProcess[] {
  return factsOf(file, 'addParallelProcess').map((added) => {
    const id = `P${added.seq}`;
    const last = factsOf(file, 'updateParallelProcess').findLast((one) => one.form.process === id);
    const ended = last?.form.ended ?? false;
    const nextOn = last?.form.nextOn ?? added.form.nextOn;
    return { id, kind: added.form.kind, ended, ...(ended ? {} : { nextOn }) };
  });
}

export const processOf = (file: CaseFile, id: string): ParallelProcess | undefined =>
  processesOf(file).find((one) => one.id === id);

import { ApplicationFailure } from '@temporalio/common';
import { toMillis } from '../src/procedure/time/dates';
import type { Records } from '../src/records/records';
import type { Activities } from './activities';
import { caseSummary } from './case-summary';

export interface RecordDependencies {
  readonly records: Pick<Records, 'record'>;
  readonly clock: () => number;
  readonly log: (sentence: string) => void;
}

/** Writes to the records. The key is the case and the entry's number: however often it is tried, it is there once. */
export const recordActivity =
  ({ records, clock, log }: RecordDependencies): Activities['record'] =>
  async (recording) => {
    const { file, events } = recording;
    const at = events.at(-1)?.at;
    // A practice case runs ahead of the wall's clock; what reads it has to know by how much.
    const practiceOffsetMs = file.practice && at !== undefined ? Math.max(0, toMillis(at) - clock()) : 0;
    const { contradicted, refused } = await records.record({ ...recording, practiceOffsetMs }, caseSummary(file));
    for (const { kind, details } of events) if (kind === 'rule-failed') log(String(details['sentence']));
    if (contradicted.length > 0) {
      log(
        `${file.reference}: entries ${contradicted.join(', ')} are on the record already with another content, which stands. The case has to be restarted from its record (npm run reconcile).`,
      );
    }
    // Tried again and again, so that nobody is told that it is recorded; restarting the case ends it with its run.
    if (refused) {
      throw ApplicationFailure.retryable(
        "Temporal's history of this case contradicts its record, which stands; restart it from the record.",
        'ContradictsRecord',
      );
    }
  };

import type { Connection } from '@temporalio/client';
import type { Installation } from './open';
import { casesOn } from '../temporal/client';
import { severalAtOnce } from '../temporal/concurrency';

/** As many as the server starts without any of them waiting long. */
const atOnce = 16;

interface Where extends Pick<Installation, 'records' | 'dataConverter'> {
  readonly connection: Connection;
  readonly namespace: string;
}

/** Number of cases that are open on the record, and of those that had to be started. */
export interface StartedCases {
  readonly open: number;
  readonly started: number;
}

/** Starts every open case that does not run from its file on the record. Doing it twice is doing it once. */
export async function startCases({ records, ...where }: Where): Promise<StartedCases> {
  const cases = casesOn(where);
  const open = await records.cases.openReferences();
  let started = 0;
  await severalAtOnce(atOnce, open, async (reference) => {
    const onRecord = await records.cases.get(reference);
    if (onRecord === undefined) return;
    if (await cases.restart({ file: onRecord.file, aheadMs: onRecord.practiceOffsetMs })) started += 1;
  });
  return { open: open.length, started };
}

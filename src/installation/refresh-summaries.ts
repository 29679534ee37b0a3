import { caseSummary } from '../../activities/case-summary';
import type { CaseReference } from '../procedure/time/time';
import type { Records } from '../records/records';

const batch = 100;

/** Summarises anew every case that an earlier release recorded, so that lists show it as this release does. */
export async function bringSummariesUpToDate(
  { cases }: Pick<Records, 'cases'>,
  say: (sentence: string) => void,
): Promise<void> {
  let after: CaseReference | undefined;
  for (;;) {
    const outdated = await cases.outdated(batch, after);
    const last = outdated.at(-1);
    if (last === undefined) return;
    if (after === undefined) say('Summarising the cases of an earlier release anew.');
    for (const { reference, seq, file } of outdated) await cases.summarise(reference, seq, caseSummary(file));
    after = last.reference;
  }
}

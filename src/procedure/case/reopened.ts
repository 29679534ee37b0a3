import type { CaseFile, Fact, Forms } from './case-file';
import { metDates } from '../dates/deadlines';
import { factsOf } from './facts';
import { reviewDecisionReopenings } from './position';

/** The review decision that stood before another, by the order of the record. */
const decisionBefore = (file: CaseFile, seq: number) =>
  [...factsOf(file, 'recordDetermination'), ...factsOf(file, 'decideReviewAgain')]
    .filter((one) => one.seq < seq)
    .sort((a, b) => a.seq - b.seq)
    .at(-1);

/** True if the decision begins a local review in a case that was closed without one and reopened. */
function beginsReviewOfReopened(file: CaseFile, taken: Fact<Forms['decideReviewAgain']>): boolean {
  const reopening = reviewDecisionReopenings(file).findLast(({ seq }) => seq < taken.seq);
  return (
    taken.form.reviewType === 'LCSPR' &&
    decisionBefore(file, taken.seq)?.form.reviewType !== 'LCSPR' &&
    factsOf(file, 'reopenCase').some(({ seq }) => seq === reopening?.seq)
  );
}

/**
 * A local review of a case that was closed without one begins with the day on which it was decided on: Day 1 is found
 * from that day, and what is done keeps the date it was met by. Any other decision leaves Day 1 where it is.
 */
export const fromItsOwnDayOne = (file: CaseFile, taken: Fact<Forms['decideReviewAgain']>): CaseFile =>
  beginsReviewOfReopened(file, taken)
    ? { ...file, met: { ...metDates(file), ...file.met }, countsFrom: taken.on }
    : file;

/** Day 1 counts from the right day where the day of the decision that it counts from has been corrected. */
export function withDayOneCorrected(file: CaseFile, right: Fact<unknown>): CaseFile {
  const last = right.corrections?.at(-1);
  const counted =
    last?.field === 'on' && last.was === file.countsFrom && file.countsFrom !== file.notification.receivedOn;
  return counted ? { ...file, countsFrom: right.on } : file;
}

import type { CaseFile } from './case/case-file';
import { against } from './decision';
import { factsOf } from './case/facts';
import type { Refusal } from './refusals';
import { part, says } from './sentence';
import type { IsoDate } from './time/time';

/** The file open again: the day on which it was closed is kept with the number of the entry that reopened it. */
export function opened(file: CaseFile, reopenedBy: number): CaseFile {
  const { closedOn, ...open } = file;
  return closedOn === undefined
    ? open
    : { ...open, closings: [...(file.closings ?? []), { on: closedOn, reopenedBy }] };
}

/**
 * Refuses an entry dated on a London day on which the case was closed. The days of the closing and of the reopening
 * count as open. So does a closing whose reopening is not on the file. A reopening dated before its closing is refused
 * too.
 */
export function whyClosedThen(
  file: CaseFile,
  { on, seq }: { readonly on: IsoDate; readonly seq?: number },
): Refusal | undefined {
  for (const { on: closedOn, reopenedBy } of file.closings ?? []) {
    const reopening = factsOf(file, 'reopenCase').find((one) => one.seq === reopenedBy);
    if (seq === reopenedBy && on < closedOn) {
      return against({ seq }, says`The case was closed on ${part.day(closedOn)}; it is reopened after that.`);
    }
    if (reopening !== undefined && seq !== reopenedBy && closedOn < on && on < reopening.on) {
      return against(
        reopening,
        says`The case was closed then: from ${part.day(closedOn)} until it was reopened on ${part.day(reopening.on)} (entry ${reopening.seq}). ${part.day(on)} lies between; give a day on which the case was open.`,
      );
    }
  }
  return undefined;
}

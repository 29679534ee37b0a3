import type { CaseFile } from '../case/case-file';
import type { Telling } from './notice';
import { plannedDates } from '../dates/plan';
import { kindOfNotice } from './notice-kinds';
import type { Notice } from '../case/record';
import { noticeKey } from './notice-key';
import { isShutOut } from '../case/shut-out';
import { holders, once } from './recipients';
import type { StepId } from '../step-ids';
import { stepNumber, stepTitle } from '../step-names';
import type { Instant, IsoDate } from '../time/time';

/** An act that gives rise to notices, as far as a notice says it. */
interface Act {
  readonly seq: number;
  readonly at: Instant;
  readonly on: IsoDate;
  readonly step?: StepId | undefined;
}

/** The notices that an act gives rise to: one recipient each, nobody told the same thing twice, nobody who is shut out. */
export function noticesOf(file: CaseFile, tellings: readonly Telling[], act: Act): readonly Notice[] {
  return tellings.flatMap((telling) => {
    const values: Readonly<Record<string, string | undefined>> = telling.values ?? {};
    const given = Object.entries(values).filter((one): one is [string, string] => (one[1] ?? '') !== '');
    const step = telling.step ?? act.step;
    const ofStep = kindOfNotice(telling.kind).ofCase !== true && step !== undefined;
    const due = step === undefined ? undefined : plannedDates(file, step).due;
    const recipients = once(telling.to.flatMap((one) => (typeof one === 'string' ? holders(file, one) : [one]))).filter(
      ({ person }) => !isShutOut(file, person),
    );
    const number = step === undefined ? undefined : stepNumber(step);
    return recipients.map(({ person, as }): Notice => ({
      key: noticeKey({
        reference: file.reference,
        entry: act.seq,
        step,
        kind: telling.kind,
        to: person,
        on: act.on,
        about: telling.about,
      }),
      kind: telling.kind,
      to: person,
      as,
      at: act.at,
      practice: file.practice,
      ...(step === undefined ? {} : { step }),
      values: {
        on: act.on,
        ...(ofStep ? { step: stepTitle(step) } : {}),
        ...(ofStep && number !== undefined ? { stepNumber: number } : {}),
        ...(ofStep && due !== undefined ? { due } : {}),
        ...Object.fromEntries(given),
      },
      lines: [],
    }));
  });
}

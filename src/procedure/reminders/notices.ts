import type { CaseFile } from '../case/case-file';
import type { Telling } from '../decision';
import type { Owner } from '../dates/deadlines';
import { plannedDates } from '../dates/plan';
import { kindOfNotice } from './notice-kinds';
import type { Notice } from '../case/record';
import { outsideBodies, type Role } from '../roles';
import { isShutOut } from '../case/shut-out';
import type { StepId } from '../step-ids';
import { stepNumber, stepTitle } from '../step-names';
import type { Instant, IsoDate, PersonId } from '../time/time';

export interface Recipient {
  readonly person: PersonId;
  readonly as: Role;
}

/** Whoever holds a role in this case. */
export const holders = (file: CaseFile, role: Role): readonly Recipient[] =>
  (file.people[role] ?? []).filter((person) => !isShutOut(file, person)).map((person) => ({ person, as: role }));

/**
 * Lists who is reminded of what an owner owes. A body outside the partnership is not reminded: the Business Manager
 * chases it. The Business Manager also stands in if nobody holds the role or the person is shut out of the case.
 */
export function ownersOf(file: CaseFile, owner: Owner): readonly Recipient[] {
  const found =
    typeof owner !== 'string'
      ? [owner].filter(({ person }) => !isShutOut(file, person))
      : outsideBodies.some((body) => body === owner)
        ? []
        : holders(file, owner);
  return found.length > 0 ? found : holders(file, 'business-manager');
}

/** Each person once, under the first role they were named in. */
export const once = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.filter((one, at) => recipients.findIndex((other) => other.person === one.person) === at);

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
    const ofStep = kindOfNotice(telling.kind).ofStep && step !== undefined;
    const due = step === undefined ? undefined : plannedDates(file, step).due;
    const recipients = once(telling.to.flatMap((one) => (typeof one === 'string' ? holders(file, one) : [one]))).filter(
      ({ person }) => !isShutOut(file, person),
    );
    const number = step === undefined ? undefined : stepNumber(step);
    return recipients.map(({ person, as }): Notice => ({
      key: [
        file.reference,
        act.seq,
        step ?? 'case',
        telling.kind,
        person,
        act.on,
        ...(telling.about === undefined ? [] : [telling.about]),
      ].join('/'),
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

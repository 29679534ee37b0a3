import type { CaseFile } from '../case/case-file';
import { everOf } from '../case/facts';
import { isWithdrawn } from '../case/position';
import { ownersOf, type Recipient } from '../reminders/recipients';
import { businessUnit } from '../roles';
import { londonDate } from '../time/dates';
import type { IsoDate } from '../time/time';
import { contributionsOf, isAwaited, type Contribution } from './contributions';

/*
 * Contributions of a case by kind, with how many are in, and whether those who owe one can be chased. Source: DESIGN,
 * "Asking and answering".
 */

/** Contributions of one kind in a case. */
export interface WaitedFor {
  readonly kind: Contribution['kind'];
  readonly all: readonly Contribution[];
  /** Contributions that are in, or that the case continued without. */
  readonly settled: readonly Contribution[];
  readonly owed: readonly Contribution[];
  /** Contributions that are owed by people outside the Business Unit, who can be chased. */
  readonly toChase: readonly Contribution[];
  /** Answers to be accepted. */
  readonly toRead: readonly Contribution[];
}

/** Lists what a case waits for from people, by kind. A kind of which nothing is owed and nothing is to be read is left out. */
export function waitingIn(file: CaseFile): readonly WaitedFor[] {
  if (file.closedOn !== undefined || isWithdrawn(file)) return [];
  const contributions = contributionsOf(file);
  return [...new Set(contributions.map(({ kind }) => kind))]
    .map((kind) => {
      const all = contributions.filter((one) => one.kind === kind);
      const owed = all.filter((one) => isAwaited(file, one));
      return {
        kind,
        all,
        settled: all.filter((one) => !owed.includes(one)),
        owed,
        toChase: owed.filter((one) => chasedFor(file, one).length > 0),
        // An answer to a step that nobody waits for any more may still have to be accepted.
        toRead: all.filter(({ state, agency }) => state === 'answered' && agency !== undefined),
      };
    })
    .filter(({ owed, toRead }) => owed.length + toRead.length > 0);
}

/**
 * Lists who is chased for a contribution: whoever owes it. Nobody where the Business Unit stands in for them: it would
 * chase itself.
 */
export const chasedFor = (file: CaseFile, { owner }: Contribution): readonly Recipient[] =>
  ownersOf(file, owner).filter(({ as }) => !businessUnit.some((role) => role === as));

/** The London day on which the Business Unit last chased those who owe a contribution; undefined if it never did. */
export function lastChased(file: CaseFile, id: string): IsoDate | undefined {
  // A chase whose entry was set aside has been sent all the same.
  return everOf(file, 'chaseAnswers')
    .filter(({ form }) => form.contributions.includes(id))
    .map(({ recordedAt }) => londonDate(recordedAt))
    .sort()
    .at(-1);
}

/** Lists the contributions whose owners can be chased: those that are owed by people outside the Business Unit. */
export const chaseable = (file: CaseFile): readonly Contribution[] => waitingIn(file).flatMap(({ toChase }) => toChase);

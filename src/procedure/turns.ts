import type { CaseFile } from './case-file';
import { openDeadlines, owing } from './deadlines';
import { once, ownersOf } from './notices';
import type { Role } from './roles';
import type { StepId } from './step-ids';
import type { Instant, IsoDate, PersonId } from './time';

/** An open date of a case, with whose turn it is: what "my work" is found by, across cases. */
export interface Turn {
  /** A step's id, or that of a task such as `action:A12`. */
  readonly id: string;
  readonly step?: StepId;
  readonly title: string;
  /** The part in which it is owed, whoever stands in for it. */
  readonly owner: Role;
  /** Who is reminded of it: the Business Manager where nobody has that part, or they are not ours. */
  readonly people: readonly PersonId[];
  readonly due: IsoDate;
  readonly dueAt: Instant;
  readonly why: string;
}

/**
 * Whose turn it is: every open deadline with who must act, the same people that the reminders go to. Source: the table
 * of steps (owner); "Reminders and escalation".
 */
export const turnsOf = (file: CaseFile): readonly Turn[] =>
  openDeadlines(file).map((deadline) => {
    const { id, step, title, owner, due, dueAt, why } = deadline;
    const people = once(owing(file, deadline).flatMap((one) => ownersOf(file, one))).map(({ person }) => person);
    const part = typeof owner === 'string' ? owner : owner.as;
    return { id, ...(step === undefined ? {} : { step }), title, owner: part, people, due, dueAt, why };
  });

import type { CaseFile } from '../case/case-file';
import { catalogue } from '../catalogue';
import { openDeadlines, owing } from '../dates/deadlines';
import { once, ownersOf } from './notices';
import { outsideBodies, type Role } from '../roles';
import type { StepId } from '../step-ids';
import { ownerOf, steps } from '../dates/steps';
import { mayTake, whyNotOpen } from '../take';
import type { Instant, IsoDate, PersonId } from '../time/time';

/** An open date of a case, with whose turn it is: what "my work" is found by, across cases. */
export interface Turn {
  /** A step's id, or that of a task such as `action:A12`. */
  readonly id: string;
  readonly step?: StepId;
  readonly title: string;
  /** The part whose turn it is, whoever stands in for it. */
  readonly owner: Role;
  /** Whose turn it is by name: the Business Manager's where nobody has that part, or they are not ours. */
  readonly people: readonly PersonId[];
  readonly due: IsoDate;
  readonly dueAt: Instant;
  readonly why: string;
}

/**
 * Whose turn an open step is: its owner's, but while somebody else has to do their part of it first it is theirs. The
 * Service Director can oversee nothing before the Business Unit has sent it to the Front Door. Source: steps 2, 3, 8
 * and 15.
 */
export function whoseTurn(file: CaseFile, step: StepId): Role {
  const owner = ownerOf(file, step);
  // What comes from outside is put on the record by others, and is awaited from there all the same.
  if (outsideBodies.some((body) => body === owner)) return owner;
  const able = catalogue
    .filter((one) => one.step === step && whyNotOpen(file, one.name) === undefined)
    .map(({ name }) => mayTake(file, name));
  const [first] = able;
  if (first === undefined || able.some((roles) => roles.includes(owner))) return owner;
  const likely = [steps[step].owner, 'business-manager'] as const;
  return likely.find((role) => first.includes(role)) ?? first[0] ?? owner;
}

/**
 * Whose turn it is: every open deadline with who must act now. Reminders go to the same people, but for a step that
 * somebody else is to do their part of first: they go to its owner. Source: the table of steps (owner); "Reminders and
 * escalation".
 */
export const turnsOf = (file: CaseFile): readonly Turn[] =>
  openDeadlines(file).map((deadline) => {
    const { id, step, title, owner, due, dueAt, why } = deadline;
    const turn = step === undefined ? owner : whoseTurn(file, step);
    const whose = turn === owner ? owing(file, deadline) : [turn];
    const people = once(whose.flatMap((one) => ownersOf(file, one))).map(({ person }) => person);
    const part = typeof turn === 'string' ? turn : turn.as;
    return { id, ...(step === undefined ? {} : { step }), title, owner: part, people, due, dueAt, why };
  });

import type { CaseFile } from '../case/case-file';
import { catalogue } from '../catalogue';
import { openDeadlines, owing } from '../dates/deadlines';
import { once, ownersOf } from './recipients';
import { businessUnit, outsideBodies, type Role } from '../roles';
import type { StepId } from '../step-ids';
import { ownerOf, steps } from '../dates/steps';
import { whyNotOpen } from '../not-open';
import { mayBeRecordedFor, mayTake } from '../may-take';
import type { Instant, IsoDate, PersonId } from '../time/time';

/** An open date of a case, with whose turn it is: what "my work" is found by, across cases. */
export interface Turn {
  /** A step's id, or that of a task such as `action:A12`. */
  readonly id: string;
  readonly step?: StepId;
  readonly title: string;
  /** The part whose turn it is, whoever stands in for it. */
  readonly owner: Role;
  /**
   * People whose turn it is. The Business Manager, if nobody has that part, or the people are not of the partnership.
   */
  readonly people: readonly PersonId[];
  readonly due: IsoDate;
  readonly dueAt: Instant;
  readonly why: string;
  /** The step that it is part of, where somebody is asked for something within a step. */
  readonly within?: StepId;
}

/**
 * Returns the role whose turn it is at an open step: the step's owner, unless somebody else has to do their part of the
 * step first. The Service Director can oversee nothing before the Business Unit has sent the case to the Front Door.
 * Source: steps 2, 3, 8 and 15.
 */
export function whoseTurn(file: CaseFile, step: StepId): Role {
  const owner = ownerOf(file, step);
  // A step of an outside body is awaited from that body, though others put it on the record.
  if (outsideBodies.some((body) => body === owner)) return owner;
  const able = catalogue
    .filter((one) => one.step === step && whyNotOpen(file, one.name) === undefined)
    .map(({ name }) => [...mayTake(file, name), ...(mayBeRecordedFor(file, name).length > 0 ? businessUnit : [])]);
  const [first] = able;
  if (first === undefined || able.some((roles) => roles.includes(owner))) return owner;
  const likely = [steps[step].owner, 'business-manager'] as const;
  return likely.find((role) => first.includes(role)) ?? first[0] ?? owner;
}

/**
 * Lists every open deadline with who must act now. Reminders go to the same people, with one exception: while somebody
 * else has to do their part of a step first, they go to its owner. Source: the table of steps (owner); "Reminders and
 * escalation".
 */
export const turnsOf = (file: CaseFile): readonly Turn[] =>
  openDeadlines(file).map((deadline) => {
    const { id, step, within, title, owner, due, dueAt, why } = deadline;
    const turn = step === undefined ? owner : whoseTurn(file, step);
    const whose = turn === owner ? owing(file, deadline) : [turn];
    const people = once(whose.flatMap((one) => ownersOf(file, one))).map(({ person }) => person);
    const part = typeof turn === 'string' ? turn : turn.as;
    const ofStep = { ...(step === undefined ? {} : { step }), ...(within === undefined ? {} : { within }) };
    return { id, ...ofStep, title, owner: part, people, due, dueAt, why };
  });

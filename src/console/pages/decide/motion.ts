import * as z from 'zod/mini';
import type { CaseFile } from '../../../procedure/case/case-file';
import { fromMillis, toMillis } from '../../../procedure/time/dates';
import { openDeadlines } from '../../../procedure/dates/deadlines';
import { planOf, type StepStatus } from '../../../procedure/describe';
import { stepLabel } from '../../../procedure/step-names';
import { stepIds, type StepId } from '../../../procedure/step-ids';
import type { CaseReference, Instant, IsoDate, PersonId } from '../../../procedure/time/time';
import { hashOf } from '../../../security/secret';
import { deadlineTitle } from '../../wording/case-status';
import type { ConsoleDependencies } from '../../http/dependencies';
import { typographic } from '../../wording/letters';

/* Changes that a decision set in motion, found by comparing the plan before with the plan after. */

/** A plan, as far as two are compared. */
const outline = z.object({
  steps: z.record(z.string(), z.object({ status: z.string(), due: z.nullable(z.string()) })),
  tasks: z.record(z.string(), z.object({ title: z.string(), due: z.string() })),
});
type Outline = z.infer<typeof outline>;

/** The plan of a case at a moment, as far as it is compared. */
export function outlineOf(file: CaseFile, now: Instant): Outline {
  const steps = planOf(file, now).map(({ id, status, due }) => [id, { status, due }] as const);
  const tasks = openDeadlines(file)
    .filter(({ step }) => step === undefined)
    .map((task) => [task.id, { title: deadlineTitle(task, file), due: task.due }] as const);
  return { steps: Object.fromEntries(steps), tasks: Object.fromEntries(tasks) };
}

interface MovedDate {
  readonly title: string;
  /** Undefined if there was no date before; `now` is undefined if there is none any more. */
  readonly was: IsoDate | undefined;
  readonly now: IsoDate | undefined;
}

/** The changes of the plan that came with a decision. */
export interface Motion {
  readonly done: readonly string[];
  readonly opened: readonly string[];
  readonly toBeDoneAgain: readonly string[];
  readonly noLongerNeeded: readonly string[];
  readonly dates: readonly MovedDate[];
}

const isOpen = (status: StepStatus): boolean => status === 'open' || status === 'overdue';

/** Compares the plans before and after a decision. */
export function motionBetween(before: Outline, after: Outline): Motion {
  const became = (test: (was: StepStatus, is: StepStatus) => boolean): readonly string[] =>
    stepIds.filter((id) => test(statusIn(before, id), statusIn(after, id))).map((id) => typographic(stepLabel(id)));
  const stepDates = stepIds
    .filter((id) => ['open', 'overdue', 'on-hold', 'not-yet'].includes(statusIn(after, id)))
    .map((id) => ({ title: typographic(stepLabel(id)), was: dueIn(before, id), now: dueIn(after, id) }));
  const taskDates = Object.entries(after.tasks).map(([id, { title, due }]) => ({
    title: typographic(title),
    was: asDate(before.tasks[id]?.due),
    now: asDate(due),
  }));
  return {
    done: became((was, is) => was !== 'done' && is === 'done'),
    opened: became((was, is) => !isOpen(was) && was !== 'done' && isOpen(is)),
    toBeDoneAgain: became((was, is) => was === 'done' && is !== 'done' && is !== 'not-required'),
    noLongerNeeded: fewOf(became((was, is) => was !== 'not-required' && was !== 'done' && is === 'not-required')),
    dates: [...stepDates, ...taskDates].filter(({ was, now }) => was !== now),
  };
}

const mostSaid = 6;

/** A long list cut short, saying how many more there are. */
const fewOf = (all: readonly string[]): readonly string[] =>
  all.length <= mostSaid ? all : [...all.slice(0, mostSaid - 1), `and ${all.length - mostSaid + 1} later steps`];

// The casts are safe: `outlineOf` wrote both plans, from the same types.
const statusIn = (plan: Outline, id: StepId): StepStatus => (plan.steps[id]?.status ?? 'not-required') as StepStatus;
const dueIn = (plan: Outline, id: StepId): IsoDate | undefined => asDate(plan.steps[id]?.due ?? undefined);
const asDate = (text: string | undefined): IsoDate | undefined => text as IsoDate | undefined;

const kind = 'decision-recorded';
const keptMs = 7 * 24 * 60 * 60 * 1000;

const kept = z.object({ before: outline, after: z.optional(outline) });

/** The plan before a decision, and after it once that is known. */
export type KeptOutlines = z.infer<typeof kept>;

/** The entry of a decision on the record, and the person who took it. */
export interface RecordedBy {
  readonly reference: CaseReference;
  readonly entry: number;
  readonly person: PersonId;
  readonly now: Instant;
}

const idOf = ({ reference, entry, person }: RecordedBy): string => hashOf(`${kind}/${reference}/${entry}/${person}`);

/** Keeps the plan before and after a decision for the page that says what it set in motion. */
export const keepOutlines = (
  { records }: Pick<ConsoleDependencies, 'records'>,
  by: RecordedBy,
  outlines: KeptOutlines,
): Promise<void> =>
  records.drafts.put({
    idHash: idOf(by),
    kind,
    person: by.person,
    reference: by.reference,
    body: outlines,
    key: idOf(by),
    madeAt: by.now,
    expiresAt: fromMillis(toMillis(by.now) + keptMs),
  });

/** The plans that were kept for this person's decision; nothing where another took it, or it is long past. */
export async function keptOutlines(
  { records }: Pick<ConsoleDependencies, 'records'>,
  by: RecordedBy,
): Promise<KeptOutlines | undefined> {
  const draft = await records.drafts.get(idOf(by), by.now);
  const read = draft?.kind === kind ? z.safeParse(kept, draft.body) : undefined;
  return read?.success === true ? read.data : undefined;
}

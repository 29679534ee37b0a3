import * as z from 'zod/mini';
import type { DecisionName } from '../../../procedure/case/case-file';
import { fromMillis, toMillis } from '../../../procedure/time/dates';
import { hashOf } from '../../../security/secret';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Fields } from '../../http/page';
import type { AskedOfCase } from './page-of';

/* The outcome of a form for several owners: what was recorded, what was refused, and what was typed for that. Kept for a day. */

const kind = 'several-decisions';
const keptMs = 24 * 60 * 60 * 1000;

const body = z.object({
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  recorded: z.array(z.object({ value: z.string(), entry: z.int() })),
  refused: z.array(z.object({ field: z.string(), sentence: z.string() })),
  seen: z.int(),
});

/** The outcome of a form that was sent. */
export interface SeveralOutcome {
  /** The fields as they were typed for the rows that are not recorded. */
  readonly typed: Fields;
  readonly recorded: readonly { readonly value: string; readonly entry: number }[];
  /** The sentence for each row that was refused, by the name of its tick. */
  readonly refused: readonly { readonly field: string; readonly sentence: string }[];
  /** The last entry of the record when the form was opened. */
  readonly seen: number;
}

type Needs = Pick<ConsoleDependencies, 'records'>;

/** Names a form by whose it is, so that nobody finds the outcome of another person's. */
const idOf = ({ known, visitor }: AskedOfCase, name: DecisionName, key: string): string =>
  hashOf([kind, visitor.person.id, known.file.reference, name, key].join(' '));

/** Keeps the outcome of the form with this key. */
export async function keepOutcome(
  { records }: Needs,
  asked: AskedOfCase,
  { name, key, outcome }: { readonly name: DecisionName; readonly key: string; readonly outcome: SeveralOutcome },
): Promise<void> {
  const { known, visitor, now } = asked;
  await records.drafts.put({
    idHash: idOf(asked, name, key),
    kind,
    person: visitor.person.id,
    reference: known.file.reference,
    body: outcome,
    key,
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + keptMs),
  });
}

/** Returns the outcome of the form with this key; undefined if it was never sent, or too long ago. */
export async function outcomeKept(
  { records }: Needs,
  asked: AskedOfCase,
  { name, key }: { readonly name: DecisionName; readonly key: string },
): Promise<SeveralOutcome | undefined> {
  if (key === '') return undefined;
  const draft = await records.drafts.get(idOf(asked, name, key), asked.now);
  const read = draft?.kind === kind ? z.safeParse(body, draft.body) : undefined;
  return read?.success === true ? read.data : undefined;
}

import * as z from 'zod/mini';
import type { DecisionName } from '../../../procedure/case/case-file';
import { fromMillis, toMillis } from '../../../procedure/time/dates';
import type { CaseReference, Instant, PersonId } from '../../../procedure/time/time';
import { hashOf, newSecret } from '../../../security/secret';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Fields } from '../../http/page';

/* Drafts of decisions between the form and the record, kept under a secret in the address of the person who writes. */

const kind = 'decision';
const hour = 60 * 60 * 1000;
const keptMs = 24 * hour;

const body = z.object({
  decision: z.string(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The entry of the record that it became. */
  entry: z.optional(z.int()),
  /** The last entry of the record when its form was opened; not in drafts of 0.1.0. */
  seen: z.optional(z.int()),
});

/** A decision that somebody is about to record. */
export interface DecisionDraft {
  readonly secret: string;
  readonly typed: Fields;
  readonly key: string;
  readonly entry?: number | undefined;
  /** The last entry of the record when its form was opened. */
  readonly seen?: number | undefined;
}

/** The person and the decision that a draft belongs to. */
export interface DraftOf {
  readonly reference: CaseReference;
  readonly decision: DecisionName;
  readonly person: PersonId;
  readonly now: Instant;
}

type Needs = Pick<ConsoleDependencies, 'records'>;

const same = (a: Fields, b: Fields): boolean => {
  const sorted = (fields: Fields) => JSON.stringify(Object.entries(fields).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};

/** The draft with this secret, if it is this person's and of this decision. */
export async function findDraft(
  { records }: Needs,
  secret: string,
  { reference, decision, person, now }: DraftOf,
): Promise<DecisionDraft | undefined> {
  if (secret === '') return undefined;
  const draft = await records.drafts.get(hashOf(secret), now);
  if (draft?.kind !== kind || draft.person !== person || draft.reference !== reference) return undefined;
  const read = z.safeParse(body, draft.body);
  if (!read.success || read.data.decision !== decision) return undefined;
  const { typed, entry, seen } = read.data;
  return { secret, typed, key: draft.key, entry, seen };
}

/**
 * Keeps what was typed in place of an earlier draft. A draft with other content gets a new idempotency key. The same
 * content keeps its key, so that it is recorded once.
 */
export async function keepDraft(
  { records }: Needs,
  of: DraftOf,
  { typed, seen }: Pick<DecisionDraft, 'typed' | 'seen'>,
  before: DecisionDraft | undefined,
): Promise<DecisionDraft> {
  const goesOn = before !== undefined && before.entry === undefined;
  const secret = goesOn ? before.secret : newSecret();
  const key = goesOn && same(before.typed, typed) ? before.key : newSecret();
  const draft = { secret, typed, key, seen };
  await put({ records }, of, draft);
  return draft;
}

/**
 * Notes the entry that the draft became: a second press of the button leads to it. The draft is then kept for an hour.
 */
export const markRecorded = ({ records }: Needs, of: DraftOf, draft: DecisionDraft, entry: number): Promise<void> =>
  put({ records }, of, { ...draft, entry }, hour);

const put = (
  { records }: Needs,
  { reference, decision, person, now }: DraftOf,
  { secret, typed, key, entry, seen }: DecisionDraft,
  forMs = keptMs,
): Promise<void> =>
  records.drafts.put({
    idHash: hashOf(secret),
    kind,
    person,
    reference,
    body: { decision, typed, entry, seen },
    key,
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + forMs),
  });

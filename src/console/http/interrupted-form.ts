import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../../procedure/time/dates';
import type { PersonId } from '../../procedure/time/time';
import type { FoundSession } from '../../records/sessions';
import { hashOf, newSecret } from '../../security/secret';
import type { ConsoleDependencies } from './dependencies';
import type { Asked, Fields, Visitor } from './page';

/*
 * Forms that people were typing when their session ended or gave way to another: kept by person and address for a day.
 */

const keptMs = 24 * 60 * 60 * 1000;
const kind = 'typed-when-the-session-ended';

/** At most so many forms are kept of one address: two tabs may have the same form open. */
const mostOfOneAddress = 5;

const fieldsKept = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const keptBody = z.object({ forms: z.array(fieldsKept) });

type Needs = Pick<ConsoleDependencies, 'records'>;

const idOf = (person: PersonId, address: string): string => hashOf(`${kind} ${person} ${address}`);

/** The forms that are kept of a person for an address, the last that was sent first. */
async function formsKept({ records }: Needs, idHash: string, now: Asked['now']) {
  const draft = await records.drafts.get(idHash, now);
  const body = draft?.kind === kind ? z.safeParse(keptBody, draft.body) : undefined;
  return body?.success === true ? body.data.forms : [];
}

/** Keeps what was sent to an address under a session that is over. */
export async function keepTyped(
  needs: Needs,
  { address, fields, now }: Pick<Asked, 'address' | 'fields' | 'now'>,
  was: Pick<FoundSession, 'person'> | undefined,
): Promise<void> {
  // Whoever was never signed in has typed nothing here.
  if (was?.person === undefined) return;
  const { _csrf, ...typed } = fields;
  const idHash = idOf(was.person, address);
  const before = await formsKept(needs, idHash, now);
  const others = before.filter((form) => JSON.stringify(form) !== JSON.stringify(typed));
  await needs.records.drafts.put({
    idHash,
    kind,
    person: was.person,
    body: { forms: [typed, ...others].slice(0, mostOfOneAddress) },
    key: newSecret(),
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + keptMs),
  });
}

/** Returns what this person had typed at this very address when their session ended, once; nothing where nothing is kept. */
export async function typedBefore(
  needs: Needs,
  { address, now }: Pick<Asked, 'address' | 'now'>,
  visitor: Visitor | undefined,
): Promise<Fields | undefined> {
  if (visitor === undefined) return undefined;
  const idHash = idOf(visitor.person.id, address);
  const [last, ...others] = await formsKept(needs, idHash, now);
  if (last === undefined) return undefined;
  if (others.length === 0) await needs.records.drafts.remove(idHash);
  else await needs.records.drafts.change(idHash, { forms: others }, now);
  return last;
}

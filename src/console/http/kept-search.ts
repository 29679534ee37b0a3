import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../../procedure/time/dates';
import { hashOf, newSecret } from '../../security/secret';
import type { ConsoleDependencies } from './dependencies';
import type { Asked, ByVisitor } from './page';

/* Text that is sought may be a name. The text is kept for a day, and addresses carry a secret that stands for the text. */

const kind = 'search';
const keptMs = 24 * 60 * 60 * 1000;
const body = z.object({ text: z.string() });

type Needs = Pick<ConsoleDependencies, 'records'>;
type By = Pick<Asked & ByVisitor, 'visitor' | 'now'>;

/** Keeps what this person searches for; answers what stands for it in addresses. */
export async function keepSearch({ records }: Needs, { visitor, now }: By, text: string): Promise<string> {
  const secret = newSecret();
  await records.drafts.put({
    idHash: hashOf(secret),
    kind,
    person: visitor.person.id,
    body: { text },
    key: newSecret(),
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + keptMs),
  });
  return secret;
}

/** Returns the text that this person sought; nothing where the text is no longer kept, or is another person's. */
export async function keptSearch(
  { records }: Needs,
  { visitor, now }: By,
  sought: string,
): Promise<string | undefined> {
  const draft = await records.drafts.get(hashOf(sought), now);
  if (draft?.kind !== kind || draft.person !== visitor.person.id) return undefined;
  const read = z.safeParse(body, draft.body);
  return read.success ? read.data.text : undefined;
}

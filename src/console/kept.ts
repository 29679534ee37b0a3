import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../procedure/dates';
import type { FoundSession } from '../records/sessions';
import { hashOf, newSecret } from '../security/secret';
import { clearCookie, setCookie } from './cookies';
import type { Dependencies } from './dependencies';
import type { Asked, Fields, Visitor } from './page';

/* What somebody was typing when their session ended or gave way to another: kept for a while, and shown to them alone. */

const keptSeconds = 24 * 60 * 60;
const kind = 'typed-when-the-session-ended';

const keptBody = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

type Needs = Pick<Dependencies, 'records' | 'publicUrl'>;

/** Keeps what was sent under a session that is over; answers the cookies by which its writer finds it again. */
export async function keepTyped(
  { records, publicUrl }: Needs,
  { address, fields, now }: Asked,
  was: Pick<FoundSession, 'person'> | undefined,
): Promise<readonly string[]> {
  // Whoever was never signed in has typed nothing here.
  if (was?.person === undefined) return [];
  const secret = newSecret();
  const { _csrf, ...typed } = fields;
  await records.drafts.put({
    idHash: hashOf(secret),
    kind,
    person: was.person,
    body: { path: pathOf(address), fields: typed },
    key: newSecret(),
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + keptSeconds * 1000),
  });
  return [setCookie(publicUrl, { name: 'kept', value: secret, seconds: keptSeconds })];
}

/** What this person had typed on this very page when their session ended, once; with the cookies that go with it. */
export async function typedBefore(
  { records, publicUrl }: Needs,
  { address, cookies, now }: Asked,
  visitor: Visitor | undefined,
): Promise<{ readonly fields: Fields; readonly cookies: readonly string[] } | undefined> {
  const secret = cookies['kept'];
  if (secret === undefined || secret === '' || visitor === undefined) return undefined;
  const draft = await records.drafts.get(hashOf(secret), now);
  if (draft?.kind !== kind || draft.person !== visitor.person.id) return undefined;
  const body = z.safeParse(keptBody, draft.body);
  if (!body.success || body.data.path !== pathOf(address)) return undefined;
  await records.drafts.remove(draft.idHash);
  return { fields: body.data.fields, cookies: [clearCookie(publicUrl, 'kept')] };
}

const pathOf = (address: string): string => address.split('?')[0] ?? '/';

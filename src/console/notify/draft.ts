import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../../procedure/dates';
import type { CaseReference, Instant } from '../../procedure/time';
import { hashOf, newSecret } from '../../security/secret';
import { clearCookie, setCookie } from '../cookies';
import type { Dependencies } from '../dependencies';
import type { Asked, Fields } from '../page';
import { newReturnCode } from './return-code';

/* A notification that somebody is writing: kept in the records, found by what their browser or their paper holds. */

/** Days for which a form is kept from the day on which it was begun. */
export const keptDays = 14;
const confirmationDays = 1;
const daySeconds = 24 * 60 * 60;
const kind = 'notification';
const sentKind = 'notification-sent';

/** What a whole form may come to, in characters; its longest texts are 20,000 each. */
const largest = 200_000;

const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const written = z.object({
  practice: z.boolean(),
  rescued: z.optional(z.boolean()),
  pages: z.record(z.string(), fields),
  children: z.array(fields),
  family: z.array(fields),
});
const sentForm = z.object({
  reference: z.string(),
  receivedAt: z.string(),
  practice: z.boolean(),
  dues: z.record(z.string(), z.string()),
});

/** A form as far as it is written: what was typed on each page, right or wrong. */
export interface WrittenForm {
  readonly practice: boolean;
  /** It began with a page that was sent when the form before it was no longer kept. */
  readonly rescued?: boolean | undefined;
  readonly pages: Readonly<Record<string, Fields>>;
  readonly children: readonly Fields[];
  readonly family: readonly Fields[];
}

/** What is kept of a form once it was sent: enough to say so again. */
export interface SentForm {
  readonly reference: CaseReference;
  readonly receivedAt: Instant;
  readonly practice: boolean;
  /** When steps of the case are due, by step. */
  readonly dues: Readonly<Record<string, string>>;
}

/** A form that is being written in this browser. */
export interface OpenForm {
  readonly kind: 'open';
  readonly idHash: string;
  readonly code: string;
  /** The idempotency key under which it is sent. */
  readonly key: string;
  readonly form: WrittenForm;
  readonly keptUntil: Instant;
}

/** What this browser has of a notification. */
export type FoundForm = OpenForm | { readonly kind: 'none' } | { readonly kind: 'sent'; readonly sent: SentForm };

type Needs = Pick<Dependencies, 'records' | 'publicUrl'>;

/** A form of which nothing is written. */
export const emptyForm: WrittenForm = { practice: false, pages: {}, children: [], family: [] };

const daysAfter = (now: Instant, days: number): Instant => fromMillis(toMillis(now) + days * daySeconds * 1000);

/** Whether a form can still be kept: not everything fits on a form. */
export const fits = (form: WrittenForm): boolean => JSON.stringify(form).length <= largest;

/** The form of this code, if it is kept. */
export async function formOfCode({ records }: Needs, code: string, now: Instant): Promise<FoundForm> {
  const draft = await records.drafts.get(hashOf(code), now);
  if (draft?.kind === sentKind) {
    const read = z.safeParse(sentForm, draft.body);
    // Written by `markSent` alone, from a case's own reference and dates.
    return read.success ? { kind: 'sent', sent: read.data as unknown as SentForm } : { kind: 'none' };
  }
  const read = draft?.kind === kind ? z.safeParse(written, draft.body) : undefined;
  if (draft === undefined || read?.success !== true) return { kind: 'none' };
  return { kind: 'open', idHash: draft.idHash, code, key: draft.key, form: read.data, keptUntil: draft.expiresAt };
}

/** The form that is being written in this browser. */
export async function formHere(needs: Needs, { cookies, now }: Pick<Asked, 'cookies' | 'now'>): Promise<FoundForm> {
  const code = cookies['notification'];
  return code === undefined || code === '' ? { kind: 'none' } : formOfCode(needs, code, now);
}

/** The cookie by which this browser finds a form again. */
export const formCookie = (publicUrl: string, code: string): string =>
  setCookie(publicUrl, { name: 'notification', value: code, seconds: keptDays * daySeconds });

/** Leaves the form in this browser; it is kept, and its code still finds it. */
export const leaveCookie = (publicUrl: string): string => clearCookie(publicUrl, 'notification');

/** Begins a form in this browser; answers the cookies that go with it. */
export async function beginForm(
  { records, publicUrl }: Needs,
  form: WrittenForm,
  now: Instant,
): Promise<readonly string[]> {
  const code = newReturnCode();
  await records.drafts.put({
    idHash: hashOf(code),
    kind,
    body: form,
    key: newSecret(),
    madeAt: now,
    expiresAt: daysAfter(now, keptDays),
  });
  return [formCookie(publicUrl, code)];
}

/** Keeps a form as it is written now. False: it is no longer kept at all. */
export const keepForm = ({ records }: Needs, { idHash }: OpenForm, form: WrittenForm, now: Instant): Promise<boolean> =>
  records.drafts.change(idHash, form, now);

/** Puts the confirmation in the place of what was written, which is in the case now and nowhere else. */
export async function markSent(
  { records }: Needs,
  { idHash, key }: OpenForm,
  sent: SentForm,
  now: Instant,
): Promise<void> {
  await records.drafts.put({
    idHash,
    kind: sentKind,
    reference: sent.reference,
    body: sent,
    key,
    madeAt: now,
    expiresAt: daysAfter(now, confirmationDays),
  });
}

import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../../procedure/time/dates';
import { isReceiptNumber, type ReceiptNumber } from '../../procedure/outside-notification/receipt-number';
import type { CaseReference, Instant } from '../../procedure/time/time';
import { hashOf, newSecret } from '../../security/secret';
import { redirect, type Answer } from '../http/answer';
import { clearCookie, setCookie } from '../http/cookies';
import type { ConsoleDependencies } from '../http/dependencies';
import { one } from '../http/fields';
import type { Asked, Fields } from '../http/page';
import { newReturnCode } from './return-code';

/* A notification that somebody is writing: kept in the records, found by what their browser or their paper holds. */

/** Days for which a form is kept from the day on which it was begun. */
export const keptDays = 14;
const confirmationDays = 1;
const daySeconds = 24 * 60 * 60;
const kind = 'notification';
const sentKind = 'notification-sent';
const receivedKind = 'notification-received';

/** The largest form, in characters; its longest texts are 20,000 each. */
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

const receivedForm = z.object({ number: z.string().check(z.refine(isReceiptNumber)), receivedAt: z.string() });

/** A form as far as it is written: what was typed on each page, right or wrong. */
export interface WrittenForm {
  readonly practice: boolean;
  /** True if the form began with a page that was sent after the form before it had expired. */
  readonly rescued?: boolean | undefined;
  readonly pages: Readonly<Record<string, Fields>>;
  readonly children: readonly Fields[];
  readonly family: readonly Fields[];
}

/** The facts kept of a form after it was sent: enough to show the confirmation again. */
export interface SentForm {
  readonly reference: CaseReference;
  readonly receivedAt: Instant;
  readonly practice: boolean;
  /** When steps of the case are due, by step. */
  readonly dues: Readonly<Record<string, string>>;
}

/** A form that waits for the Business Unit, because its sender was not signed in. */
export interface ReceivedForm {
  readonly kind: 'received';
  readonly handle: string;
  /** The code that this browser or its sender holds. */
  readonly code: string;
  readonly number: ReceiptNumber;
  readonly receivedAt: Instant;
}

/** A form that is being written in this browser. */
export interface OpenForm {
  readonly kind: 'open';
  /** The name of the form in the addresses of its pages; of no use without the cookie that holds the code. */
  readonly handle: string;
  readonly idHash: string;
  readonly code: string;
  /** The idempotency key under which it is sent. */
  readonly key: string;
  readonly form: WrittenForm;
  /** Changes each time that the form is kept. */
  readonly version: string | undefined;
  readonly keptUntil: Instant;
}

/** The outcomes of looking up a code. */
export type FoundForm =
  | OpenForm
  | ReceivedForm
  | { readonly kind: 'none' }
  | { readonly kind: 'sent'; readonly handle: string; readonly sent: SentForm };

/**
 * The outcomes of looking for this browser's notification; `several` if the address names none of those being written.
 */
export type FormHere = FoundForm | { readonly kind: 'several'; readonly open: readonly OpenForm[] };

type Needs = Pick<ConsoleDependencies, 'records' | 'publicUrl'>;

/** A form of which nothing is written. */
export const emptyForm: WrittenForm = { practice: false, pages: {}, children: [], family: [] };

const daysAfter = (now: Instant, days: number): Instant => fromMillis(toMillis(now) + days * daySeconds * 1000);

/** True if a form is small enough to be kept. */
export const fits = (form: WrittenForm): boolean => JSON.stringify(form).length <= largest;

/** The form of this code, if it is kept. */
export async function formOfCode({ records }: Needs, code: string, now: Instant): Promise<FoundForm> {
  const draft = await records.drafts.get(hashOf(code), now);
  if (draft?.kind === sentKind) {
    const read = z.safeParse(sentForm, draft.body);
    // Only `markSent` writes this, from the reference and dates of a case.
    if (!read.success) return { kind: 'none' };
    return { kind: 'sent', handle: handleOf(code), sent: read.data as unknown as SentForm };
  }
  if (draft?.kind === receivedKind) {
    const read = z.safeParse(receivedForm, draft.body);
    // Only `markReceived` writes this, from the number and the moment of receipt.
    return read.success
      ? ({ kind: 'received', handle: handleOf(code), code, ...read.data } as ReceivedForm)
      : { kind: 'none' };
  }
  const read = draft?.kind === kind ? z.safeParse(written, draft.body) : undefined;
  if (draft === undefined || read?.success !== true) return { kind: 'none' };
  const { idHash, key, version, expiresAt } = draft;
  const form = withPagesOfToday(read.data);
  return { kind: 'open', handle: handleOf(code), idHash, code, key, form, version, keptUntil: expiresAt };
}

/** Moves what an earlier release asked on a page of its own, "The circumstances", to the page that asks it now. */
function withPagesOfToday(form: WrittenForm): WrittenForm {
  const { circumstances, ...pages } = form.pages;
  if (circumstances === undefined) return form;
  return { ...form, pages: { ...pages, 'what-happened': { ...circumstances, ...pages['what-happened'] } } };
}

/** Returns the handle that addresses carry in place of the code; the code cannot be worked out from it. */
const handleOf = (code: string): string => hashOf(`handle of ${code}`).slice(0, 12);

/** The most forms that one browser remembers. The code of a form still opens one that the browser has forgotten. */
const mostForms = 20;

/** Lists the codes that this browser holds: one in the cookie of each form, and one in the cookie of release 0.1.0. */
const codesIn = (cookies: Asked['cookies']): readonly string[] =>
  Object.entries(cookies)
    .flatMap(([name, code]) => (/^notification(?:-|$)/.test(name) && code !== undefined && code !== '' ? [code] : []))
    .slice(-mostForms);

const formsHere = (needs: Needs, { cookies, now }: Pick<Asked, 'cookies' | 'now'>): Promise<readonly FoundForm[]> =>
  Promise.all([...new Set(codesIn(cookies))].map((code) => formOfCode(needs, code, now)));

/** The form that the address names; where it names none, the only one that is being written in this browser. */
export async function formHere(
  needs: Needs,
  { cookies, query, now }: Pick<Asked, 'cookies' | 'query' | 'now'>,
): Promise<FormHere> {
  const codes = codesIn(cookies);
  const handle = one(query, 'form');
  if (handle !== '') {
    const code = codes.find((held) => handleOf(held) === handle);
    return code === undefined ? { kind: 'none' } : formOfCode(needs, code, now);
  }
  const found = await formsHere(needs, { cookies, now });
  const open = found.filter((form) => form.kind === 'open');
  const sent = found.filter((form) => form.kind === 'sent' || form.kind === 'received');
  // An empty form cannot be the one that is meant.
  const written = open.filter(({ form }) => isWritten(form));
  if (written.length > 1) return { kind: 'several', open };
  return written[0] ?? lastBegun(open) ?? (sent.length === 1 ? sent[0] : undefined) ?? { kind: 'none' };
}

const isWritten = ({ pages, children, family }: WrittenForm): boolean =>
  Object.keys(pages).length > 0 || children.length > 0 || family.length > 0;

/** All forms are kept for the same number of days, so the one kept longest was begun last. */
const lastBegun = (open: readonly OpenForm[]): OpenForm | undefined =>
  open.reduce<OpenForm | undefined>(
    (last, one) => (last === undefined || one.keptUntil >= last.keptUntil ? one : last),
    undefined,
  );

/** Every form that is being written in this browser, those in which nothing is written yet too. */
export async function openFormsHere(
  needs: Needs,
  { cookies, now }: Pick<Asked, 'cookies' | 'now'>,
): Promise<readonly OpenForm[]> {
  const found = await formsHere(needs, { cookies, now });
  return found.filter((form) => form.kind === 'open');
}

/** The address of a page of the form with this handle. */
export function inForm(handle: string, address: string): string {
  const url = new URL(address, 'http://here.invalid');
  url.searchParams.set('form', handle);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The page of the form that a code finds, and the cookie by which this browser finds it again. */
export function toForm(publicUrl: string, code: string, page: string): Answer {
  const handle = handleOf(code);
  const cookie = { name: `notification-${handle}`, value: code, seconds: keptDays * daySeconds };
  return redirect(inForm(handle, page), [setCookie(publicUrl, cookie)]);
}

/** Leaves the form in this browser; it is kept, and its code still finds it. */
export const leaveCookies = (publicUrl: string, { handle, code }: OpenForm, cookies: Asked['cookies']) => [
  clearCookie(publicUrl, `notification-${handle}`),
  ...(cookies['notification'] === code ? [clearCookie(publicUrl, 'notification')] : []),
];

/** Begins a form in this browser, and leads to this page of it. */
export async function beginForm(
  { records, publicUrl }: Needs,
  { form, page, now }: { readonly form: WrittenForm; readonly page: string; readonly now: Instant },
): Promise<Answer> {
  const code = newReturnCode();
  await records.drafts.put({
    idHash: hashOf(code),
    kind,
    body: form,
    key: newSecret(),
    madeAt: now,
    expiresAt: daysAfter(now, keptDays),
  });
  return toForm(publicUrl, code, page);
}

/** The most attempts to keep a form that another tab is keeping at the same moment. */
const tries = 20;

/**
 * Makes a change to a form as it is kept now, which another tab may have changed since it was read, and returns the form
 * with the change; nothing where it is no longer kept, or was sent.
 */
export async function keepForm(
  needs: Needs,
  { idHash, code, ...read }: OpenForm,
  change: (form: WrittenForm) => WrittenForm,
  now: Instant,
): Promise<WrittenForm | undefined> {
  let latest: Pick<OpenForm, 'form' | 'version'> = read;
  for (let tried = 0; tried < tries; tried += 1) {
    const form = change(latest.form);
    if (await needs.records.drafts.change(idHash, form, now, latest.version)) return form;
    const found = await formOfCode(needs, code, now);
    if (found.kind !== 'open') return undefined;
    latest = found;
  }
  throw new Error('A notification form was kept by others each time that it was to be kept.');
}

/** Replaces what was written by the receipt number, under which the records have it now. */
export async function markReceived(
  { records }: Needs,
  { idHash, key }: OpenForm,
  { number, receivedAt }: Pick<ReceivedForm, 'number' | 'receivedAt'>,
  now: Instant,
): Promise<void> {
  await records.drafts.put({
    ...{ idHash, kind: receivedKind, body: { number, receivedAt }, key },
    madeAt: now,
    expiresAt: daysAfter(now, confirmationDays),
  });
}

/** Replaces what was written by the confirmation, for the case has it now. */
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

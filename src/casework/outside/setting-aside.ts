import { asideForm, asideProblems } from '../../procedure/outside-notification/setting-aside';
import { sightOf } from '../../procedure/permissions';
import type { Refusal } from '../../procedure/refusals';
import { londonDate } from '../../procedure/time/dates';
import type { CaseReference } from '../../procedure/time/time';
import type { OutsideNotification } from '../../records/outside-notifications';
import { parseForm, wrongFields } from '../forms';
import type { Office } from '../office';
import { findCase } from '../reading';
import { tellWorkflow } from './receiving';
import { settledBefore, type Settles } from './taking';

/** The result of setting a notification aside. */
export type SetAside =
  | { readonly kind: 'set-aside'; readonly notification: OutsideNotification }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-there' };

/**
 * Sets a waiting notification aside with the reason: no case opens from it. Of two who press at once the first decides.
 * Throws `RecordsUnavailable`.
 */
export async function setNotificationAside(
  office: Office,
  { number, by, key, form: sent }: Settles & { readonly form: unknown },
): Promise<SetAside> {
  const { records, now } = office;
  const read = parseForm(asideForm(), sent, { today: londonDate(now()) });
  if (read.kind === 'refused') return read;
  const { reason, why, reference } = read.form;
  const problems = asideProblems(read.form);
  if (problems.length > 0) return { kind: 'refused', refusal: wrongFields(problems) };
  const repeats = await caseNamed(office, by, reference);
  if (repeats === 'no-such-case') {
    const sentence = 'There is no such case among those you can see. A reference looks like SIN-2026-0007';
    return { kind: 'refused', refusal: wrongFields([{ field: 'reference', sentence }]) };
  }
  const aside = { reason, why, ...(repeats === undefined ? {} : { reference: repeats }) };
  await records.outsideNotifications.setAside(number, { by: by.id, at: now(), key }, aside);
  const settled = await records.outsideNotifications.get(number);
  if (settled === undefined) return { kind: 'not-there' };
  if (settled.state !== 'set-aside' || settled.settled?.by !== by.id || settled.settled.key !== key)
    return { kind: 'refused', refusal: settledBefore(settled) };
  await tellWorkflow(office, number, 'changed');
  return { kind: 'set-aside', notification: settled };
}

async function caseNamed(
  office: Office,
  by: Settles['by'],
  named: string | undefined,
): Promise<CaseReference | undefined | 'no-such-case'> {
  if (named === undefined) return undefined;
  const known = await findCase(office, named.toUpperCase());
  return known === undefined || sightOf(by, known.file) === 'none' ? 'no-such-case' : known.file.reference;
}

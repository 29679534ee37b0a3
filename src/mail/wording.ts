import { parseIsoDate, sayDate } from '../procedure/time/dates';
import type { Policy } from '../procedure/policy';
import type { NoticeKind } from '../procedure/reminders/notice';
import { isOrganisation } from '../procedure/case/inquiries';
import { readAgencies, type ValueShape } from '../procedure/reminders/notice-values';
import { roles } from '../procedure/roles';
import type { Role } from '../procedure/roles';
import { isStep } from '../procedure/step-ids';
import { stepTitle } from '../procedure/step-names';
import { valuesOfKind } from './values';

/** Parts of a policy that the wording of an email needs. */
export type WordingPolicy = Pick<Policy, 'partnership' | 'roleTitles' | 'agencies'>;

/** Text as it may stand in a header or a sentence: one line, no control, format or direction characters, not endless. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

/** Text that Markdown shows as it is: no value can become a link, a heading, a list or HTML. */
export function asMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A date in words, "Monday 7 December 2026"; anything that is no ISO date stays as it came. */
export function longDate(text: string): string {
  const date = parseIsoDate(text);
  return date === undefined ? text : sayDate(date);
}

/** A date in words without its year, "Monday 7 December". */
export function shortDate(text: string): string {
  return longDate(text).replace(/ \d{4}$/, '');
}

/** The values of a notice in words, with the short form beside each date; what it did not bring is empty. */
export function inWords(
  kind: NoticeKind,
  values: Readonly<Record<string, string>>,
  policy: WordingPolicy,
): Record<string, string> {
  const { required, optional } = valuesOfKind(kind);
  const said: Record<string, string> = {};
  for (const [name, { shape }] of Object.entries({ ...required, ...optional })) {
    const value = oneLine(values[name] ?? '');
    said[name] = say(shape, value, policy);
    if (shape === 'date') said[`${name}Short`] = shortDate(value);
  }
  return said;
}

function say(shape: ValueShape, value: string, policy: WordingPolicy): string {
  if (shape === 'date') return longDate(value);
  if (shape === 'agency') return sayAgencies(value, policy);
  if (shape === 'web-address') return webAddress(value) ?? '';
  if (shape === 'step') return isStep(value) ? stepTitle(value) : value;
  if (shape === 'role') return isRole(value) ? policy.roleTitles[value] : value;
  return shape === 'text' || shape === 'request' ? value : (own(shape.choice, value) ?? value);
}

/** The names of agencies whose codes are given with commas between them, "Police, Education and GP"; a name stays as it came. */
function sayAgencies(value: string, { agencies }: WordingPolicy): string {
  // An organisation beside the settings is written to about itself: "your organisation".
  const codes = readAgencies(value).filter((code) => !isOrganisation(code));
  if (codes.length === 0) return '';
  if (!codes.every((code) => own(agencies, code) !== undefined)) return value;
  return sayList(codes.map((code) => own(agencies, code)?.name ?? code));
}

/** A list in words, "one, two and three". */
const sayList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** An http or https address, as somebody typed it with or without its scheme; undefined where it is none. */
export function webAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = !/\s/.test(text) && URL.canParse(whole) ? new URL(whole) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
    ? url.href
    : undefined;
}

const isRole = (value: string): value is Role => roles.some((role) => role === value);

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

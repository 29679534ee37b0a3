import { kindOfNotice, noticeKinds } from '../procedure/reminders/notice-kinds';
import type { NoticeKind } from '../procedure/reminders/notice';
import { commonValues, stepValues, type NoticeValues, type ValueShape } from '../procedure/reminders/notice-values';

/** Values that a notice of one kind must have, and those that it may have; a template tests the latter with `{% if %}`. */
export interface KindValues {
  readonly required: NoticeValues;
  readonly optional: NoticeValues;
}

/** The values of a kind: its own, the day something happened, and those of its step where it belongs to one. */
export function valuesOfKind(kind: NoticeKind): KindValues {
  const { always: required = {}, sometimes = {}, ofCase } = kindOfNotice(kind);
  const common = Object.entries(ofCase === true ? commonValues : stepValues);
  const others = common.filter(([name]) => !Object.hasOwn(required, name));
  return { required, optional: { ...sometimes, ...Object.fromEntries(others) } };
}

/** Placeholders of every template, whatever its kind. */
const commonPlaceholders = [
  ...(['reference', 'partnership', 'recipient', 'role', 'link', 'form', 'today', 'practice'] as const),
  // Says "yes" where a body outside the partnership is written to, which can open no page.
  'outside',
];

/**
 * Placeholders of reminders alone: the list, worst first, its subject in words, where the case stands, and the words of
 * the link.
 */
const reminderPlaceholders = ['headline', 'lines', 'standing', 'where'] as const;

const isDate = (shape: ValueShape): boolean => shape === 'date';

/** The placeholder of emails that may carry links by which people answer without an account. */
const linksPlaceholder: Readonly<Partial<Record<NoticeKind, readonly ['links']>>> = {
  'information-asked': ['links'],
  'chronology-asked': ['links'],
  reminders: ['links'],
};

/** The names of a kind's values as a template may write them, the short forms of its dates included. */
function ownPlaceholders(kind: NoticeKind): readonly string[] {
  const { required, optional } = valuesOfKind(kind);
  const own = Object.entries({ ...required, ...optional });
  return own.flatMap(([name, { shape }]) => (isDate(shape) ? [name, `${name}Short`] : [name]));
}

/** Every placeholder that a template of a kind may use. */
export const placeholders = (kind: NoticeKind): ReadonlySet<string> =>
  new Set([
    ...commonPlaceholders,
    ...ownPlaceholders(kind),
    ...(linksPlaceholder[kind] ?? []),
    ...(kind === 'reminders' ? reminderPlaceholders : []),
  ]);

/** Says whether any kind of notice has a value of this name. */
export const isValueName = (name: string): boolean => noticeKinds.some((kind) => ownPlaceholders(kind).includes(name));

/** A value of each kind for trying a template out; `step` and the like are as a real case would have them. */
export function sampleValues(kind: NoticeKind, which: 'all' | 'required'): Record<string, string> {
  const { required, optional } = valuesOfKind(kind);
  const values = Object.entries(which === 'all' ? { ...required, ...optional } : required);
  return Object.fromEntries(values.map(([name, { sample }]) => [name, sample]));
}

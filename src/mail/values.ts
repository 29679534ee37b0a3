import { kindOfNotice, valueNames, type NoticeKind, type ValueName } from '../procedure/reminders/notice-kinds';

/**
 * Format of a value that comes with a notice. A `date` is an ISO date and is written "Monday 7 December 2026"; a date
 * already in words stays as it is. Its short form "Monday 7 December" stands beside it, as `dueShort` for `due`. An
 * `agency`, `role` or `step` may be an id, which becomes the name or title; several agencies are ids with commas
 * between them. A `web-address` that is not one is left out. A `choice` has words of its own.
 */
export type ValueShape =
  'text' | 'date' | 'agency' | 'role' | 'step' | 'web-address' | { readonly choice: Readonly<Record<string, string>> };

/** Format of each value. */
export const valueShapes = {
  step: 'step',
  stepNumber: 'text',
  due: 'date',
  on: 'date',
  was: 'date',
  replaces: 'date',
  receivedOn: 'date',
  agency: 'agency',
  other: 'text',
  meetingOn: 'date',
  panelDue: 'date',
  reply: {
    choice: {
      agrees: 'agrees with the decision',
      disagrees: 'does not agree with the decision',
      'wants-more': 'wants more information',
      'takes-up-nationally': 'takes the case up nationally',
    },
  },
  reviewType: {
    choice: {
      none: 'no further review',
      PLR: 'a practice learning review',
      LCSPR: 'a local child safeguarding practice review',
    },
  },
  publishOn: 'date',
  expectedOn: 'date',
  displayUntil: 'date',
  website: 'web-address',
  action: 'text',
  deadline: 'step',
  lookAgainOn: 'date',
  parallelProcess: 'text',
  reportIn: 'text',
  improvementsOnly: 'text',
  notPublished: 'text',
  part: 'role',
  authority: 'text',
  entry: 'text',
  count: 'text',
} as const satisfies Readonly<Record<ValueName, ValueShape>>;

/**
 * Values that a notice of one kind must have, and those that it may have; a template tests the latter with `{% if %}`.
 */
export interface KindValues {
  readonly required: readonly ValueName[];
  readonly optional: readonly ValueName[];
}

/** The values of a kind: its own, the day something happened, and those of its step where it belongs to one. */
export function valuesOfKind(kind: NoticeKind): KindValues {
  const { always, sometimes, ofStep } = kindOfNotice(kind);
  const common: readonly ValueName[] = ofStep ? ['step', 'stepNumber', 'due', 'on'] : ['on'];
  return { required: always, optional: [...sometimes, ...common.filter((name) => !always.includes(name))] };
}

/** Placeholders of every template, whatever its kind. */
export const commonPlaceholders = [
  'reference',
  'partnership',
  'recipient',
  'role',
  'link',
  'today',
  'practice',
] as const;

/** Placeholders of reminders alone: the list, worst first, and its subject in words. */
const reminderPlaceholders = ['headline', 'lines'] as const;

/** Every placeholder that a template of a kind may use, the short forms of its dates included. */
export function placeholders(kind: NoticeKind): ReadonlySet<string> {
  const { required, optional } = valuesOfKind(kind);
  const own = [...required, ...optional];
  const short = own.filter((name) => valueShapes[name] === 'date').map((name) => `${name}Short`);
  return new Set([...commonPlaceholders, ...own, ...short, ...(kind === 'reminders' ? reminderPlaceholders : [])]);
}

/** Says whether any kind of notice has a value of this name. */
export const isValueName = (name: string): boolean =>
  valueNames.some((one) => one === name || (valueShapes[one] === 'date' && `${one}Short` === name));

/** The values that a notice of a kind ought to bring and does not. */
export function missingValues(kind: NoticeKind, values: Readonly<Record<string, string>>): readonly ValueName[] {
  return valuesOfKind(kind).required.filter((name) => (values[name] ?? '') === '');
}

/** A value of each kind for trying a template out; `step` and the like are as a real case would have them. */
export function sampleValues(kind: NoticeKind, which: 'all' | 'required'): Record<string, string> {
  const { required, optional } = valuesOfKind(kind);
  const names = which === 'all' ? [...required, ...optional] : required;
  return Object.fromEntries(names.map((name) => [name, sampleOf(name)]));
}

function sampleOf(name: ValueName): string {
  const shape: ValueShape = valueShapes[name];
  if (shape === 'date') return '2026-12-07';
  if (typeof shape === 'object') return Object.keys(shape.choice)[0] ?? '';
  if (shape === 'agency') return 'Hospital trust';
  if (shape === 'role') return 'author';
  if (shape === 'step') return 'information';
  if (shape === 'web-address') return 'https://example.org/reviews/a-review';
  const texts: Readonly<Partial<Record<ValueName, string>>> = {
    other: 'SIN-2026-0003',
    stepNumber: '5',
    action: 'A12',
    parallelProcess: 'P9',
    reportIn: 'yes',
    improvementsOnly: 'yes',
    notPublished: 'yes',
    entry: 'entry 1, the notification',
    count: '2',
  };
  return texts[name] ?? 'Northmoor Council';
}

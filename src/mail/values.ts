import type { NoticeKind } from '../procedure/record';

/**
 * How a value that comes with a notice is put into words. A `date` is an ISO date and is said as "Monday 7 December
 * 2026" (a date already in words stays so); beside it stands its short form, `dueShort` for `due`, "Monday 7
 * December". An `agency`, `role` or `step` may be an id: the name or title is put in. A `choice` has words of its own.
 */
export type ValueShape =
  'text' | 'date' | 'agency' | 'role' | 'step' | { readonly choice: Readonly<Record<string, string>> };

/**
 * Every value that a notice may bring, by name. None of them is anything that a person wrote, and none says who a
 * child or relative is or what happened: an email carries a reference, a step, a date and a link, and no more.
 * Source: "Reminders and escalation".
 */
export const valueShapes = {
  step: 'step',
  stepNumber: 'text',
  due: 'date',
  on: 'date',
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
  action: 'text',
  deadline: 'step',
  was: 'date',
  part: 'role',
  authority: 'text',
} as const satisfies Readonly<Record<string, ValueShape>>;

export type ValueName = keyof typeof valueShapes;

/** What a notice of one kind must bring, and what it may bring besides; a template asks for the latter with `{% if %}`. */
export interface KindValues {
  readonly required: readonly ValueName[];
  readonly optional: readonly ValueName[];
}

/** What any notice may bring: the step's title and number, by when it is to be done, and the day something happened. */
export const always = ['step', 'stepNumber', 'due', 'on'] as const satisfies readonly ValueName[];

const needs = (required: readonly ValueName[], optional: readonly ValueName[] = []): KindValues => ({
  required,
  optional: [...always, ...optional],
});
const nothing = needs([]);
const may = (...optional: ValueName[]): KindValues => needs([], optional);

/** Which values each kind of notice has, beside the common ones that every template may use. */
export const kindValues: Readonly<Record<NoticeKind, KindValues>> = {
  'case-opened': may('receivedOn', 'agency'),
  'agency-summary-asked': nothing,
  'agencies-to-ask': nothing,
  'looks-like-another': needs(['other']),
  'oversight-asked': nothing,
  'disagreement-escalated': nothing,
  'exec-answered': nothing,
  'notification-to-make': nothing,
  'not-to-proceed': nothing,
  'ofsted-notified': nothing,
  'criteria-not-met': nothing,
  'information-asked': may('agency'),
  'rapid-review-arranged': needs(['meetingOn']),
  'determination-to-make': nothing,
  'determination-told': may('reviewType'),
  'submitted-to-panel': may('panelDue'),
  'panel-replied': needs(['reply']),
  'panel-answered': may('panelDue'),
  'review-decision-reopened': nothing,
  'dissemination-agreed': nothing,
  'author-appointed': nothing,
  'chronology-asked': may('agency'),
  'identified-professional-named': nothing,
  'material-sent': nothing,
  'learning-event-held': nothing,
  'draft-in': nothing,
  'draft-shared': may('meetingOn'),
  'amendments-sent': nothing,
  'communications-told': may('expectedOn'),
  'final-draft-in': may('meetingOn'),
  'exec-papers': may('meetingOn'),
  'signed-off': nothing,
  'further-action-asked': nothing,
  'not-to-be-published': nothing,
  'family-contact-asked': may('publishOn'),
  'reasons-sent': nothing,
  'notice-of-intent': needs(['publishOn']),
  published: may('displayUntil'),
  'learning-shared': nothing,
  'action-assigned': may('action'),
  'media-interest': nothing,
  'deadline-extended': may('deadline', 'was'),
  'hold-placed': nothing,
  'hold-lifted': nothing,
  'delay-letter': may('expectedOn'),
  'person-replaced': may('part'),
  'case-withdrawn': nothing,
  'case-reopened': nothing,
  'case-closed': nothing,
  'home-authority-told': may('authority'),
  reminders: nothing,
};

/** What every template may use, whatever the kind. */
export const commonPlaceholders = [
  'reference',
  'partnership',
  'recipient',
  'role',
  'link',
  'today',
  'practice',
] as const;

/** What only the reminders have: the list, worst first, and its subject in words. */
export const reminderPlaceholders = ['headline', 'lines'] as const;

/** Every placeholder that a template of a kind may use, the short forms of its dates included. */
export function placeholders(kind: NoticeKind): ReadonlySet<string> {
  const { required, optional } = kindValues[kind];
  const own = [...required, ...optional];
  const short = own.filter((name) => valueShapes[name] === 'date').map((name) => `${name}Short`);
  return new Set([...commonPlaceholders, ...own, ...short, ...(kind === 'reminders' ? reminderPlaceholders : [])]);
}

/** The values that a notice of a kind ought to bring and does not. */
export function missingValues(kind: NoticeKind, values: Readonly<Record<string, string>>): readonly ValueName[] {
  return kindValues[kind].required.filter((name) => (values[name] ?? '') === '');
}

/** A value of each kind for trying a template out; `step` and the like are as a real case would have them. */
export function sampleValues(kind: NoticeKind, which: 'all' | 'required'): Record<string, string> {
  const { required, optional } = kindValues[kind];
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
  const texts: Readonly<Record<string, string>> = { other: 'SIN-2026-0003', stepNumber: '5', action: 'A12' };
  return texts[name] ?? 'Northmoor Council';
}

/* Values that an email brings, each with its format and a sample by which templates are tried out. */

/**
 * Format of a value that comes with a notice. A `date` is an ISO date and is written "Monday 7 December 2026"; a date
 * already in words stays as it is. Its short form "Monday 7 December" stands beside it, as `dueShort` for `due`. An
 * `agency`, `role` or `step` may be an id, which becomes the name or title; several agencies are ids with commas
 * between them. A `request` is the code of one; the link of the email leads to that. A `web-address` that is not one is left out. A `choice` has words of its own.
 */
export type ValueShape =
  | 'text'
  | 'date'
  | 'agency'
  | 'role'
  | 'step'
  | 'web-address'
  | 'request'
  | { readonly choice: Readonly<Record<string, string>> };

/** A value of an email: its format, and what stands there when a template is tried out. */
export interface NoticeValue {
  readonly shape: ValueShape;
  readonly sample: string;
}

/** Values of an email, by name. */
export type NoticeValues = Readonly<Record<string, NoticeValue>>;

export const dateValue: NoticeValue = { shape: 'date', sample: '2026-12-07' };
export const agencyValue: NoticeValue = { shape: 'agency', sample: 'Hospital trust' };
export const roleValue: NoticeValue = { shape: 'role', sample: 'author' };
export const stepValue: NoticeValue = { shape: 'step', sample: 'information' };
export const addressValue: NoticeValue = { shape: 'web-address', sample: 'https://example.org/reviews/a-review' };
/** An address that is not for the public, such as that of a meeting online. */
export const webAddressValue: NoticeValue = { shape: 'web-address', sample: 'https://meet.example.org/a-meeting' };

export const requestValue: NoticeValue = { shape: 'request', sample: 'return:gp' };

export const textValue = (sample: string): NoticeValue => ({ shape: 'text', sample });

/** A value that is there or not; a template asks for it with `{% if %}`, and writes nothing of it. */
export const yesValue: NoticeValue = textValue('yes');

/** A value that is one of several answers, each with its words; the first is the sample. */
export const choiceValue = (choice: Readonly<Record<string, string>>): NoticeValue => ({
  shape: { choice },
  sample: Object.keys(choice)[0] ?? '',
});

/** Writes the agencies of one email as the value that it brings. */
export const writeAgencies = (agencies: readonly string[]): string => agencies.join(',');

/** Reads the agencies that an email is about; none where it is about none. */
export const readAgencies = (value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : value.split(',');

/** Values that are in every email, and those that come with the step that an email belongs to. */
export const commonValues = { on: dateValue } as const;
export const stepValues = { step: stepValue, stepNumber: textValue('5'), due: dateValue, ...commonValues } as const;

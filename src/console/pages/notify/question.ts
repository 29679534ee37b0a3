import { clockPart } from '../../forms/typed-moment';

/** An answer that a question offers. */
export interface NotifyOption {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

interface Asking {
  /** The field of the form, dotted, which is the name in the page too. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The problem shown if there is no answer. A question without this may be left open. */
  readonly missing?: string;
}

/** A question of the form. */
export type NotifyQuestion =
  | (Asking & {
      readonly kind: 'text';
      readonly type?: 'email' | 'tel';
      readonly autocomplete?: string;
      readonly width?: string;
    })
  | (Asking & { readonly kind: 'long'; readonly rows: number })
  | (Asking & { readonly kind: 'choice'; readonly options: readonly NotifyOption[] })
  | (Asking & { readonly kind: 'yes-no' })
  | (Asking & { readonly kind: 'choices'; readonly options: readonly NotifyOption[] })
  /** Choices, and what they leave out, one to a line. */
  | (Asking & {
      readonly kind: 'choices-and-more';
      readonly options: readonly NotifyOption[];
      readonly moreLabel: string;
    })
  | (Asking & { readonly kind: 'confirm'; readonly text: string })
  /** A day; `what` names it in a sentence about it. */
  | (Asking & { readonly kind: 'date'; readonly what: string })
  | (Asking & { readonly kind: 'moment'; readonly what: string });

/** The name under which the rest of `choices-and-more` is sent. */
export const moreName = (name: string): string => `${name}.more`;
/** The name of the time of a moment; its day has the question's own name. */
export const timeName = (name: string): string => `${name}.time`;
/** The name of the answer that says which of two equal times is meant. */
export const clockName = (name: string): string => `${name}.${clockPart}`;

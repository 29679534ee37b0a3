import type { ShownCases } from '../../http/readings';
import type { ReadPart } from '../../procedure/read-parts';

/** A template and what it shows; the model is plain values, worked out before. */
export interface View {
  readonly kind: 'view';
  readonly status: number;
  /** The template's path below src/console. */
  readonly template: string;
  /** The title of the browser's tab, which screen readers read first. */
  readonly title: string;
  readonly model: object;
  readonly shown?: ShownCases;
}

/** A file, and what it shows. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
  /** Shown in the page, such as a picture, rather than saved. */
  readonly inline?: boolean;
  readonly shown?: ShownCases;
}

/** The answers that a page can give. */
export type Answer =
  | View
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly string[] }
  | FileAnswer
  /** Tells the browser of changes while the page is open. `follow` resolves with a function that stops it. */
  | { readonly kind: 'live'; follow(tell: (what: string) => void): Promise<() => void> }
  | { readonly kind: 'not-found'; readonly sentence: string }
  | { readonly kind: 'not-allowed'; readonly sentence: string };

/** A page. */
export const view = (template: string, title: string, model: object = {}, status = 200): View => ({
  kind: 'view',
  status,
  template,
  title,
  model,
});

/** The references of the cases in a list, each as often as it occurs. */
export const referencesIn = (list: readonly { readonly reference: string }[]): readonly string[] =>
  list.map(({ reference }) => reference);

/** The same answer with the cases that it shows, for the reading log; `part` where it shows another than its route. */
export const showingCases = <A extends View | FileAnswer>(answer: A, cases: readonly string[], part?: ReadPart): A => ({
  ...answer,
  shown: { cases, ...(part === undefined ? {} : { part }) },
});

/** Redirects to another page, which the browser fetches with GET, so that going back does not send the form again. */
export const redirect = (to: string, cookies: readonly string[] = []): Answer => ({ kind: 'redirect', to, cookies });

/** A file to save. */
const file = (name: string, type: string, content: Buffer | string): FileAnswer => ({
  kind: 'file',
  name,
  type,
  content,
});

/** An Excel workbook to save. */
export const workbookFile = (name: string, content: Buffer): FileAnswer =>
  file(`${name}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content);

/** A picture within a page. */
export const picture = (name: string, type: string, content: Buffer | string): FileAnswer => ({
  kind: 'file',
  name,
  type,
  content,
  inline: true,
});

/** The answer if there is no such thing, or if this person must not learn that there is. */
export const notFound = (sentence = 'Check the address, or go to the page that you came from.'): Answer => ({
  kind: 'not-found',
  sentence,
});

/** The answer if the page exists but is not for this person. */
export const notAllowed = (sentence: string): Answer => ({ kind: 'not-allowed', sentence });

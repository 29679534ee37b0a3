export { typographic } from '../../procedure/typographic';

/** The first letter large, as at the start of a line. */
export const begin = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The first letter small, as within a sentence. */
export const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Returns the words for an option, or the option itself if it has none, such as one that a later release dropped. */
export const wordOf = (words: Readonly<Record<string, string>>, option: string): string =>
  Object.hasOwn(words, option) ? (words[option] ?? option) : option;

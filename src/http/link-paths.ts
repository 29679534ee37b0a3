/* The addresses of links by which people answer without an account. Each is a secret. */

/** The beginning of every address of a link. */
const ofLink = /^\/answer\//i;

/** True if a path is that of a link, or of a page behind one. */
export const isOfLink = (path: string): boolean => ofLink.test(path);

/** The path as the log may have it: of a link without its token, by which somebody could open it. */
export const pathForLog = (path: string): string => path.replace(/^(\/answer\/)[^/]*/i, '$1…');

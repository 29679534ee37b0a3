/**
 * The apostrophes and quotation marks of a printed sentence. Rules, templates and profiles are written with those of a
 * keyboard; console and emails show them with those of print, and what somebody wrote on a case as they wrote it.
 */
export const typographic = (text: string): string => text.replaceAll("'", '’').replaceAll(/"([^"]*)"/g, '“$1”');

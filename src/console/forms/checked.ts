import { every, one } from '../http/fields';
import type { Fields } from '../http/page';

/** What the person wants of a form that is checked before it is sent. */
export type Wanted = 'check' | 'change' | 'confirm';

/** Which of a form's buttons was pressed; anything else than the two of the check page is the form itself. */
export function wantedOf(fields: Fields): Wanted {
  const said = one(fields, 'want');
  return said === 'change' || said === 'confirm' ? said : 'check';
}

/** Everything that was typed, for the hidden fields of the check page. */
export const keptFields = (fields: Fields): readonly { readonly name: string; readonly value: string }[] =>
  Object.keys(fields)
    .filter((name) => !['_csrf', '_seen', 'want', 'key'].includes(name))
    .flatMap((name) => every(fields, name).map((value) => ({ name, value: value.trim() })));

/** Cases that were asked to plan again, as an address says it; nothing for what no address of ours says. */
export function casesAsked(text: string): string | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const count = Number(text);
  if (count === 0) return 'No case is open, so none had to be planned again.';
  return `Every open case is planned again: ${count} ${count === 1 ? 'case was' : 'cases were'} asked. Dates already met do not move.`;
}

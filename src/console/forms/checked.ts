import { every, one } from '../http/fields';
import type { Fields } from '../http/page';

/** The actions of a form that is checked before it is sent: check the answers, change them, or confirm them. */
export type Wanted = 'check' | 'change' | 'confirm';

/** Returns the button that was pressed. Anything but the two buttons of the check page means the form itself. */
export function wantedOf(fields: Fields): Wanted {
  const said = one(fields, 'want');
  return said === 'change' || said === 'confirm' ? said : 'check';
}

/** Lists all typed values, for the hidden fields of the check page. */
export const keptFields = (fields: Fields): readonly { readonly name: string; readonly value: string }[] =>
  Object.keys(fields)
    .filter((name) => !['_csrf', '_seen', 'want', 'key'].includes(name))
    .flatMap((name) => every(fields, name).map((value) => ({ name, value: value.trim() })));

/** Says how many cases were asked to plan again; undefined if the address gives no number of up to six digits. */
export function casesAsked(text: string): string | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const count = Number(text);
  if (count === 0) return 'No case is open, so none had to be planned again.';
  return `Every open case is planned again: ${count} ${count === 1 ? 'case was' : 'cases were'} asked. Dates already met do not move.`;
}

import { isReadable } from '../../procedure/written-text';
import { every } from '../http/fields';
import type { Fields } from '../http/page';
import type { Rows } from './questions';

/* The names under which the fields of a form are sent: the dotted path, and below it the parts that a field has. */

/** The field for a key within another; the form itself is the empty name. */
export const within = (name: string, key: string | number): string => (name === '' ? String(key) : `${name}.${key}`);

/** Whether an optional group is filled in: yes or no. */
export const givenName = (name: string): string => `${name}._given`;
/** How many rows a form showed. */
export const rowsName = (name: string): string => `${name}._rows`;
/** Pressed to show one more row, the value being the name of the rows. */
export const addRowName = '_add';
/** Pressed to take a row away, the value being the name of the row. */
export const removeRowName = '_remove';

/** The element's id: a fragment of an address, and what its messages are linked to. */
export const idOf = (name: string): string => name.replaceAll('.', '-').replaceAll('_', '');

/** Whether nothing at all was typed or chosen below a name. */
export function isBlank(name: string, typed: Fields): boolean {
  const below = (one: string): boolean => one === name || one.startsWith(`${name}.`);
  return !Object.keys(typed).some((one) => below(one) && !one.endsWith('._rows') && every(typed, one).some(isReadable));
}

const mostRows = 100;

/** How many rows of this are shown: as many as before, and one at least to type in. */
export function rowCount({ atLeast }: Rows, name: string, typed: Fields): number {
  const said = Number(every(typed, rowsName(name)).at(-1) ?? '');
  const count = Number.isInteger(said) && said > 0 ? said : Math.max(atLeast, 1);
  return Math.min(count, mostRows);
}

/** Whether the form asks for more or fewer rows rather than being sent. */
export const changesRows = (typed: Fields): boolean =>
  typed[addRowName] !== undefined || typed[removeRowName] !== undefined;

/** What is typed once a row is added or taken away, and the name of the field to look at next. */
export function withRowsChanged(typed: Fields): { readonly typed: Fields; readonly at: string } {
  const { [addRowName]: _add, [removeRowName]: _remove, ...rest } = typed;
  const add = every(typed, addRowName).at(-1);
  if (add !== undefined) {
    const count = Number(every(typed, rowsName(add)).at(-1) ?? '1') || 1;
    return { typed: { ...rest, [rowsName(add)]: String(Math.min(count + 1, mostRows)) }, at: within(add, count) };
  }
  const remove = every(typed, removeRowName).at(-1) ?? '';
  const dot = remove.lastIndexOf('.');
  const name = remove.slice(0, dot);
  const gone = Number(remove.slice(dot + 1));
  const count = Number(every(typed, rowsName(name)).at(-1) ?? '1') || 1;
  const kept = Object.entries(rest).flatMap(([key, value]) => {
    const moved = movedUp(key, name, gone);
    return moved === undefined ? [] : [[moved, value] as const];
  });
  return {
    typed: { ...Object.fromEntries(kept), [rowsName(name)]: String(Math.max(count - 1, 1)) },
    at: within(name, Math.max(Math.min(gone, count - 2), 0)),
  };
}

/** The name of a field once the row `gone` is not there; nothing where it was in that row. */
function movedUp(key: string, name: string, gone: number): string | undefined {
  if (!key.startsWith(`${name}.`)) return key;
  const [index = '', ...deeper] = key.slice(name.length + 1).split('.');
  const at = /^\d+$/.test(index) ? Number(index) : -1;
  if (at < gone) return key;
  return at === gone ? undefined : [name, at - 1, ...deeper].join('.');
}

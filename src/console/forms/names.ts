import { isReadable } from '../../procedure/written-text';
import { every } from '../http/fields';
import type { Fields } from '../http/page';
import type { Rows } from './questions';

/* Names of form fields: the dotted path of the field, followed by the name of a part if it has parts. */

/** The field for a key within another; the form itself is the empty name. */
export const within = (name: string, key: string | number): string => (name === '' ? String(key) : `${name}.${key}`);

/** The field for another key of the group in which a field stands. */
export const nextTo = (name: string, key: string): string => within(name.split('.').slice(0, -1).join('.'), key);

/** Returns the name of the field that says whether an optional group is filled in: yes or no. */
export const givenName = (name: string): string => `${name}._given`;
/** Returns the name of the field that says how many rows the form showed. */
export const rowsName = (name: string): string => `${name}._rows`;
/** Returns the name of the box for answers that a list to choose from leaves out, one to a line. */
export const othersName = (name: string): string => `${name}.more`;
/** Name of the button that adds a row; its value is the name of the rows. */
const addRowName = '_add';
/** Name of the button that removes a row; its value is the name of the row. */
const removeRowName = '_remove';

/** The element's id: a fragment of an address, and what its messages are linked to. */
export const idOf = (name: string): string => name.replaceAll('.', '-').replaceAll('_', '');

/** True if nothing was typed or chosen in the field of this name and the fields below it. */
export function isBlank(name: string, typed: Fields): boolean {
  const below = (one: string): boolean => one === name || one.startsWith(`${name}.`);
  return !Object.keys(typed).some((one) => below(one) && !one.endsWith('._rows') && every(typed, one).some(isReadable));
}

const mostRows = 100;

/**
 * Returns how many rows to show: as many as before, at first the least allowed but at least one, never more than 100.
 */
export function rowCount({ atLeast }: Rows, name: string, typed: Fields): number {
  const said = Number(every(typed, rowsName(name)).at(-1) ?? '');
  const count = Number.isInteger(said) && said > 0 ? said : Math.max(atLeast, 1);
  return Math.min(count, mostRows);
}

/** True if a button that adds or removes a row was pressed, rather than the one that sends the form. */
export const changesRows = (typed: Fields): boolean =>
  typed[addRowName] !== undefined || typed[removeRowName] !== undefined;

/** Adds or removes the row that was asked for. Returns the values after that, and the name of the row to go on with. */
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

/** Returns the name of a field after row `gone` is removed; undefined for a field of that row. */
function movedUp(key: string, name: string, gone: number): string | undefined {
  if (!key.startsWith(`${name}.`)) return key;
  const [index = '', ...deeper] = key.slice(name.length + 1).split('.');
  const at = /^\d+$/.test(index) ? Number(index) : -1;
  if (at < gone) return key;
  return at === gone ? undefined : [name, at - 1, ...deeper].join('.');
}

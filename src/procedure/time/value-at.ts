/* Values inside a form, by the path that names them. */

/** The value at a dotted path of a form. */
export function valueAt(form: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
    form,
  );
}

/** The form with another value at a dotted path. */
export function withValueAt(form: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(form))
    return form.map((one: unknown, at) => (String(at) === key ? withValueAt(one, rest, value) : one));
  const inside = typeof form === 'object' && form !== null ? (form as Record<string, unknown>) : {};
  return { ...inside, [key]: withValueAt(inside[key], rest, value) };
}

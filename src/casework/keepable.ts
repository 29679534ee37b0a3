const deepest = 32;

/**
 * Why something that was sent cannot be kept, in a sentence; nothing where it can. PostgreSQL takes neither NUL nor half
 * a character, and what is nested without end is no form.
 */
export function whyNotKeepable(value: unknown): string | undefined {
  const rest: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: one, depth } = next;
    if (typeof one === 'string' && (one.includes('\0') || /\p{Surrogate}/u.test(one))) {
      return 'A text contains a character that cannot be kept.';
    }
    if (typeof one !== 'object' || one === null) continue;
    if (depth > deepest) return 'The body is nested too deeply.';
    for (const [key, inside] of Object.entries(one)) {
      rest.push({ value: key, depth: depth + 1 }, { value: inside, depth: depth + 1 });
    }
  }
  return undefined;
}

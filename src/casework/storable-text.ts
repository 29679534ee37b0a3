import { unwritableIn } from '../procedure/written-text';

const deepest = 32;

/**
 * Says in a sentence why a value that was sent cannot be stored; undefined if it can. A text may contain only what XML
 * 1.0 allows, because Excel files are made from it. A value that is nested too deeply is refused too.
 */
export function whyNotKeepable(value: unknown): string | undefined {
  const rest: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: one, path } = next;
    const why = typeof one === 'string' ? whyNotText(one, path) : undefined;
    if (why !== undefined) return why;
    if (typeof one !== 'object' || one === null) continue;
    if (path.length > deepest) return 'The body is nested too deeply.';
    for (const [key, inside] of Object.entries(one)) {
      const found = unwritableIn(key);
      if (found !== undefined) return `The name of a field contains ${found}, which cannot be kept.`;
      rest.push({ value: inside, path: [...path, key] });
    }
  }
  return undefined;
}

function whyNotText(text: string, path: readonly string[]): string | undefined {
  const found = unwritableIn(text);
  if (found === undefined) return undefined;
  const where = path.length === 0 ? 'A text' : `The text of "${path.join('.').slice(0, 200)}"`;
  return `${where} contains the character ${found}, which cannot be kept. Take it out and send the rest again.`;
}

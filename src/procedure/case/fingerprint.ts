/** A value as text: the same value always gives the same text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

// Looked up once: in a sandbox every look at a global is slow, and this is asked for every letter.
const { imul } = Math;

/** FNV-1a over the text, 32 bits, from a given start. */
function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/**
 * Tells whether a key comes with what it came with before. It is no security measure: the workflow's sandbox has no
 * cryptography, and a caller can only deceive themselves.
 */
export const fingerprint = (value: unknown): string => {
  const text = canonical(value);
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01234567);
};

/** Thrown for a cursor that this list did not give out: the sender made it up or cut it off. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super('The cursor is not one that this list gave out. Leave it out to begin at the start.');
  }
}

/** Writes the place where a list goes on, as an opaque text. */
export function writeCursor(...place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads the place from a cursor. Throws `InvalidCursor` unless each part satisfies its test. */
export function readCursor(cursor: string, tests: readonly ((part: string) => boolean)[]): readonly string[] {
  const parts = parse(cursor);
  const right = parts?.length === tests.length && tests.every((test, i) => test(parts[i] ?? ''));
  if (parts === undefined || !right) throw new InvalidCursor();
  return parts;
}

function parse(cursor: string): readonly string[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(place) && place.every((part) => typeof part === 'string') ? place : undefined;
  } catch {
    return undefined;
  }
}

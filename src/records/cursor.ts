/** The cursor was not given out by this list; whoever sent it made it up or cut it off. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super('The cursor is not one that this list gave out. Leave it out to begin at the start.');
  }
}

/** Where a list goes on, as text that says nothing to its reader. */
export function writeCursor(...place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor stands for; each part must satisfy its test. Throws `InvalidCursor` otherwise. */
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

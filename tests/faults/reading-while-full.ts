import { setTimeout as pause } from 'node:timers/promises';
import type { ReadWhileFull } from './observed';

/** The person who wants to read then, and who reads nothing at any other time. */
export const reader = 'P03';
/** Milliseconds between two tries. */
const everyMs = 500;

/** The application that is asked. */
interface Asked {
  readonly url: string;
  readonly token: string;
}

/** Opens a case again and again while something lasts, and answers what came of it. */
export async function readWhile(
  { url, token }: Asked,
  reference: string | undefined,
  lasts: Promise<unknown>,
): Promise<readonly ReadWhileFull[]> {
  const seen: ReadWhileFull[] = [];
  let isOver = false;
  const over = lasts.finally(() => {
    isOver = true;
  });
  while (reference !== undefined && !isOver) {
    const at = Date.now();
    const answer = await opened(`${url}/api/cases/${reference}`, token);
    // What was answered once it was over may have been written by then.
    if (!isOver && answer !== undefined) seen.push({ reference, at, answer });
    await Promise.race([over, pause(everyMs)]);
  }
  await over;
  return seen;
}

/** Status and code; undefined where nothing answered. */
async function opened(address: string, token: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, 'x-acting-as': reader },
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    const code = typeof body === 'object' && body !== null && 'code' in body ? ` ${String(body.code)}` : '';
    return `${response.status}${code}`;
  } catch {
    return undefined;
  }
}

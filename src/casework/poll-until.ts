import { setTimeout as pause } from 'node:timers/promises';

/** Polls until there is an answer. Returns undefined if there is none in time. */
export async function soon<T>(ask: () => Promise<T | undefined | false>, withinMs: number): Promise<T | undefined> {
  const end = performance.now() + withinMs;
  for (let ms = 10; ; ms = Math.min(ms * 2, 250)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() + ms > end) return undefined;
    await pause(ms);
  }
}

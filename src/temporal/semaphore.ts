/**
 * Limits the calls that run at the same time for one key. The others wait in the order in which they came. Each call
 * receives the time that it waited, in milliseconds.
 */
export function inTurn(most: number): <T>(of: string, act: (waitedMs: number) => Promise<T>) => Promise<T> {
  const lines = new Map<string, { going: number; readonly waiting: (() => void)[] }>();
  return async (of, act) => {
    const line = lines.get(of) ?? { going: 0, waiting: [] };
    lines.set(of, line);
    const since = performance.now();
    if (line.going < most) line.going += 1;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await act(performance.now() - since);
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if ((line.going -= 1) === 0) lines.delete(of);
    }
  };
}

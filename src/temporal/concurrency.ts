/** Processes items in order, so many at a time. After the first error no more are begun. */
export async function severalAtOnce<T>(
  atATime: number,
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = all.values();
  let failed = false;
  const goOn = async (): Promise<void> => {
    for (const one of left) {
      if (failed) return;
      try {
        await act(one);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, all.length) }, goOn));
}

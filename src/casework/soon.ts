/** Asks again and again until there is an answer, for so long at most. */
export async function soon<T>(ask: () => Promise<T | undefined | false>, withinMs: number): Promise<T | undefined> {
  const end = performance.now() + withinMs;
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() + pause > end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The value below which so much of the numbers lies. */
export const percentile = (numbers, part) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * part) - 1];

export const median = (numbers) => percentile(numbers, 0.5);

/** Returns the time that `act` takes, in milliseconds. */
export async function timed(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/**
 * Acts so often with so many callers at once, each of whom acts again as soon as it is answered: how many a second, and
 * how long each waited. The caller's number is given to the act.
 */
export async function load({ callers, times, act }) {
  const waits = [];
  let begun = 0;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: callers }, async (_nothing, caller) => {
        while (begun < times) {
          begun += 1;
          waits.push(await timed(() => act(caller)));
        }
      }),
    ),
  );
  return { aSecond: (times * 1000) / ms, p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) };
}

/** Several loads in turns, so that what else the machine does falls on each alike: the medians of their rounds. */
export async function inTurns(rounds, loads) {
  const found = Object.fromEntries(Object.keys(loads).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, one] of Object.entries(loads)) found[name].push(await load(one));
  return Object.fromEntries(
    Object.entries(found).map(([name, all]) => [
      name,
      {
        rounds: all,
        ...Object.fromEntries(['aSecond', 'p50', 'p99'].map((key) => [key, median(all.map((one) => one[key]))])),
      },
    ]),
  );
}

/** The median over the rounds of one load's figure to another's of the same round. */
export const ratio = (one, other, key) => median(one.rounds.map((round, at) => round[key] / other.rounds[at][key]));

/** Acts on each, so many at a time, in their order. */
export async function eachOf(all, atATime, act) {
  let at = 0;
  const one = async () => {
    while (at < all.length) {
      at += 1;
      await act(all[at - 1], at - 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
}

/**
 * A row of the report: what was measured, its figure, how that stands to the yardstick, and the yardstick.
 *
 * @typedef {string[]} Row
 */

/**
 * Says what is being done.
 *
 * @typedef {(sentence: string) => void} Say
 */

/**
 * Acts to be measured: how many callers act at once, and how often they act all together.
 *
 * @typedef {{ callers: number, times: number, act: (caller: number) => Promise<unknown> }} Load
 */

/**
 * Acts a second, and the milliseconds that half and nearly all of the callers waited at most.
 *
 * @typedef {{ aSecond: number, p50: number, p99: number }} Figures
 */

/**
 * Medians of some rounds, and the rounds.
 *
 * @typedef {Figures & { rounds: Figures[] }} Measured
 */

/**
 * Returns the value below which so much of the numbers lies.
 *
 * @param {readonly number[]} numbers
 * @param {number} part
 */
export const percentile = (numbers, part) =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * part) - 1] ?? Number.NaN;

/** @param {readonly number[]} numbers */
export const median = (numbers) => percentile(numbers, 0.5);

/**
 * Returns the time that `act` takes, in milliseconds.
 *
 * @param {() => unknown} act
 */
export async function timed(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/**
 * Acts so often with so many callers at once, each of whom acts again as soon as it is answered: how many a second, and
 * how long each waited. The caller's number is given to the act.
 *
 * @param {Load} load
 * @returns {Promise<Figures>}
 */
async function measure({ callers, times, act }) {
  /** @type {number[]} */
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

/**
 * Measures several loads in turns, so that what else the machine does falls on each alike. Returns a function that gives
 * what was found of each.
 *
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, Load>} loads
 * @returns {Promise<(name: Name) => Measured>}
 */
export async function inTurns(rounds, loads) {
  /** @type {Map<string, Figures[]>} */
  const found = new Map();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, load] of entriesOf(loads)) found.set(name, [...(found.get(name) ?? []), await measure(load)]);
  return (name) => {
    const all = found.get(name) ?? [];
    /** @param {keyof Figures} key */
    const of = (key) => median(all.map((one) => one[key]));
    return { rounds: all, aSecond: of('aSecond'), p50: of('p50'), p99: of('p99') };
  };
}

/**
 * @param {Record<string, Load>} loads
 * @returns {[string, Load][]}
 */
const entriesOf = (loads) => Object.entries(loads);

/**
 * Returns the median over the rounds of one load's figure to another's of the same round.
 *
 * @param {Measured} one
 * @param {Measured} other
 * @param {keyof Figures} key
 */
export const ratio = (one, other, key) =>
  median(one.rounds.map((round, at) => round[key] / (other.rounds[at]?.[key] ?? Number.NaN)));

/**
 * Acts on each, so many at a time, in their order.
 *
 * @template Item
 * @param {readonly Item[]} all
 * @param {number} atATime
 * @param {(item: Item, at: number) => Promise<unknown>} act
 */
export async function eachOf(all, atATime, act) {
  const left = all.entries();
  const next = async () => {
    for (const [at, item] of left) await act(item, at);
  };
  await Promise.all(Array.from({ length: atATime }, next));
}

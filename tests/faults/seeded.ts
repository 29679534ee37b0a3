/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export interface Chance {
  /** A whole number from nought up to, and without, this one. */
  below(most: number): number;
  /** One of these. */
  oneOf<T>(all: readonly [T, ...T[]]): T;
  /** True so many times in a hundred. */
  inHundred(times: number): boolean;
  /** The same things in another order. */
  shuffled<T>(all: readonly T[]): readonly T[];
}

/** Mulberry32: small, and good enough to pick faults by. A name gives what is picked for it an order of its own. */
export function seeded(seed: number, name = ''): Chance {
  let state = Buffer.from(name).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), seed ^ 0x811c9dc5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    oneOf: (all) => all[below(all.length)] ?? all[0],
    inHundred: (times) => below(100) < times,
    shuffled(all) {
      const mixed = [...all];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const [a, b] = [mixed[last], mixed[other]];
        if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
      }
      return mixed;
    },
  };
}

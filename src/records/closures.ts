import { datedChanges, readDated, type DatedChange } from './dated-changes';
import type { Db } from './db';

/** A day on which the partnership's office is closed, added after the profile was written. */
export type Closure = DatedChange;

/** Closure days. Nothing is deleted; one can be withdrawn. */
export function closuresRepository(db: Db) {
  const { add, ...others } = datedChanges<Closure>(db, {
    name: 'closures',
    own: [],
    days: 'ARRAY[date]',
    values: () => [],
    read: readDated,
  });
  return {
    ...others,
    /**
     * Adds a closure and returns the one that stands for that day. The same key twice is one closure. Of two closures
     * for one day the first stands.
     */
    add: (closure: Omit<Closure, 'withdrawn'>): Promise<Closure> => add(closure, [closure.date]),
  };
}

/** Closure days. */
export type ClosuresRepository = ReturnType<typeof closuresRepository>;

import type { CaseReference } from '../procedure/time/time';
import type { Db } from './db';

/** Allocates in one statement, so that a number is used up only together with its reference. */
const ALLOCATE = `
WITH already AS (
  SELECT reference FROM case_references WHERE allocated_for = $2::text
), counted AS (
  INSERT INTO reference_years AS known (year, last) SELECT $1::integer, 1 WHERE NOT EXISTS (SELECT FROM already)
  ON CONFLICT (year) DO UPDATE SET last = known.last + 1
  RETURNING last
), allocated AS (
  INSERT INTO case_references (reference, allocated_for)
  SELECT 'SIN-' || $1::integer || '-' || lpad(last::text, 4, '0'), $2::text FROM counted
  RETURNING reference
)
SELECT reference FROM already UNION ALL SELECT reference FROM allocated`;

const UNIQUE_VIOLATION = '23505';

/** References of cases, numbered anew each year. */
export function referencesRepository(db: Db) {
  const allocate = async (year: number, allocatedFor: string | undefined): Promise<CaseReference> => {
    const [row] = await db.query(ALLOCATE, [year, allocatedFor]);
    if (row === undefined) throw new Error('The database gave no reference.');
    return row.reference();
  };
  return {
    /**
     * Gives the next reference of the year, `SIN-2026-0007`; no two callers get the same. The same `allocatedFor` (the
     * idempotency key of a notification, say) gets the same reference again, so that a form sent again after a failure
     * does not become a second case.
     */
    async nextReference(year: number, allocatedFor?: string): Promise<CaseReference> {
      if (!Number.isInteger(year) || year < 1900 || year > 2199) throw new RangeError(`${year} is not a year.`);
      try {
        return await allocate(year, allocatedFor);
      } catch (error) {
        // Asks once more: another caller allocated for the same thing at the same moment, and its reference is now
        // found.
        if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
          return allocate(year, allocatedFor);
        }
        throw error;
      }
    },

    /** The reference that was given for this thing before, if one was. */
    async referenceOf(allocatedFor: string): Promise<CaseReference | undefined> {
      const [row] = await db.query('SELECT reference FROM case_references WHERE allocated_for = $1', [allocatedFor]);
      return row?.reference();
    },
  };
}

/** The references of cases. */
export type ReferencesRepository = ReturnType<typeof referencesRepository>;

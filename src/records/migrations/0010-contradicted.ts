import type { Migration } from './migration';

/**
 * Adds the number of the entry at which a case's history in Temporal parted from its record. While the number is there,
 * nothing of that history is recorded. The entry about the case's restart clears the number.
 */
export const contradictedColumn: Migration = {
  number: 10,
  name: 'contradicted',
  sql: `
ALTER TABLE cases ADD COLUMN contradicted integer;
`,
};

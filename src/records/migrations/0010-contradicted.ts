import type { Migration } from './migration';

/**
 * The number of the entry at which a case's history in Temporal parted from its record. While it stands nothing of that
 * history is recorded; the entry that the case was restarted from its record takes it away.
 */
export const contradicted: Migration = {
  number: 10,
  name: 'contradicted',
  sql: `
ALTER TABLE cases ADD COLUMN contradicted integer;
`,
};

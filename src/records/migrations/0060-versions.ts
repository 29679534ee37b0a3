import type { Migration } from './migration';

/** Adds the version of the shape in which an event or a notice was written; what is there is of the first. */
export const versions: Migration = {
  number: 60,
  name: 'versions',
  sql: `
ALTER TABLE case_events ADD COLUMN version smallint NOT NULL DEFAULT 1;
ALTER TABLE notices ADD COLUMN version smallint NOT NULL DEFAULT 1;
`,
};

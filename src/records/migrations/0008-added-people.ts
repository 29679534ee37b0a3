import type { Migration } from './migration';

/** People who were added in the console or through the API, beside those of the profile: by whom, and who ended them. */
export const addedPeople: Migration = {
  number: 8,
  name: 'added-people',
  sql: `
ALTER TABLE people
  ADD COLUMN key text UNIQUE,
  ADD COLUMN agency text,
  ADD COLUMN added_by text,
  ADD COLUMN added_at timestamptz,
  ADD COLUMN ended_by text,
  ADD COLUMN ended_at timestamptz,
  ADD CHECK ((key IS NULL) = (added_at IS NULL) AND (added_by IS NULL) = (added_at IS NULL)),
  ADD CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND (ended_at IS NULL OR added_at IS NOT NULL));
CREATE INDEX people_added ON people (id) WHERE added_at IS NOT NULL;
`,
};

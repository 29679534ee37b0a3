import type { Migration } from './migration';

/** Bank holidays that are moved, taken away or added beside the profile, and why a closure or meeting was taken back. */
export const calendarChanges: Migration = {
  number: 30,
  name: 'calendar-changes',
  sql: `
CREATE TABLE holiday_changes (
  key text PRIMARY KEY,
  change text NOT NULL CHECK (change IN ('moved', 'removed', 'added')),
  date date NOT NULL,
  to_date date CHECK ((to_date IS NULL) = (change <> 'moved')),
  name text,
  reason text NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
CREATE UNIQUE INDEX holiday_changes_one_a_day ON holiday_changes (date) WHERE withdrawn_at IS NULL;
ALTER TABLE closures ADD COLUMN withdrawn_reason text;
`,
};

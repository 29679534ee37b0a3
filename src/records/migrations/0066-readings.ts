import type { Migration } from './migration';

/** A table for who read which cases, when, which part of them, and by which credential. */
export const readings: Migration = {
  number: 66,
  name: 'readings',
  sql: `
CREATE TABLE readings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  person text,
  credential text NOT NULL,
  credential_name text NOT NULL,
  part text NOT NULL,
  cases text[] NOT NULL
);

CREATE INDEX readings_by_time ON readings (at, id);
CREATE INDEX readings_by_person ON readings (person, at, id);
CREATE INDEX readings_by_case ON readings USING gin (cases);
`,
};

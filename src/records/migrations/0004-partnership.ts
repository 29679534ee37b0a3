import type { Migration } from './migration';

/** Tables for the partnership and the installation rather than for one case. */
export const partnership: Migration = {
  number: 4,
  name: 'partnership',
  sql: `
CREATE TABLE people (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  title text NOT NULL,
  roles text[] NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE closures (
  key text PRIMARY KEY,
  date date NOT NULL,
  reason text NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  withdrawn_by text,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX closures_one_a_day ON closures (date) WHERE withdrawn_at IS NULL;

CREATE TABLE meetings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_group text NOT NULL CHECK (meeting_group IN ('sub-group', 'exec')),
  date date NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  cancelled_by text,
  cancelled_at timestamptz
);
CREATE UNIQUE INDEX meetings_one_a_day ON meetings (meeting_group, date) WHERE cancelled_at IS NULL;

CREATE TABLE idempotency_keys (
  scope text NOT NULL,
  key text NOT NULL,
  body_hash text NOT NULL,
  holder text NOT NULL,
  leased_until timestamptz NOT NULL,
  status integer,
  body json,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key)
);

CREATE TABLE installation (
  fact text PRIMARY KEY,
  value jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
`,
};

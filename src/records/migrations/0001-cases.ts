import type { Migration } from './migration';

/** References, cases with their latest file, and the events of their record. */
export const cases: Migration = {
  number: 1,
  name: 'cases',
  sql: `
CREATE TABLE reference_years (
  year integer PRIMARY KEY,
  last integer NOT NULL CHECK (last BETWEEN 1 AND 9999)
);

CREATE TABLE case_references (
  reference text PRIMARY KEY CHECK (reference ~ '^SIN-[0-9]{4}-[0-9]{4}$'),
  allocated_for text UNIQUE,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE cases (
  reference text PRIMARY KEY CHECK (reference ~ '^SIN-[0-9]{4}-[0-9]{4}$'),
  partnership text NOT NULL,
  profile text NOT NULL,
  practice boolean NOT NULL,
  practice_offset_ms bigint NOT NULL DEFAULT 0,
  stage text NOT NULL,
  steps text[] NOT NULL,
  next_due date,
  next_due_at timestamptz,
  review_type text,
  opened_at timestamptz NOT NULL,
  received_on date NOT NULL,
  closed_on date,
  agencies text[] NOT NULL,
  search text NOT NULL,
  seq integer NOT NULL,
  file jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX cases_newest_first ON cases (opened_at DESC, reference DESC);
CREATE INDEX cases_by_stage ON cases (stage, opened_at DESC, reference DESC);
CREATE INDEX cases_by_next_due_at ON cases (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX cases_by_next_due ON cases (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX cases_open ON cases (reference) WHERE closed_on IS NULL;

CREATE TABLE case_events (
  reference text NOT NULL REFERENCES cases,
  seq integer NOT NULL CHECK (seq > 0),
  kind text NOT NULL,
  at timestamptz NOT NULL,
  decision text,
  step text,
  event jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (reference, seq)
);
`,
};

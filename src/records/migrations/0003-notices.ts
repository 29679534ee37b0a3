import type { Migration } from './migration';

/** Emails that were decided, what became of them, the tasks that arise from refused ones, and the inside mailbox. */
export const notices: Migration = {
  number: 3,
  name: 'notices',
  sql: `
CREATE TABLE notices (
  key text PRIMARY KEY,
  reference text NOT NULL REFERENCES cases,
  kind text NOT NULL,
  recipient text NOT NULL,
  at timestamptz NOT NULL,
  practice boolean NOT NULL,
  notice jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'no-longer-true')),
  settled_at timestamptz CHECK ((settled_at IS NULL) = (state = 'waiting')),
  message_id text,
  answer text,
  attempts integer NOT NULL DEFAULT 0,
  last_attempt_at timestamptz,
  last_problem text,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX notices_of_case ON notices (reference, at, key);
CREATE INDEX notices_waiting ON notices (at, key) WHERE state = 'waiting';
CREATE INDEX notices_refused ON notices (at) WHERE state = 'refused';

CREATE TABLE tasks (
  key text PRIMARY KEY,
  reference text NOT NULL,
  kind text NOT NULL,
  sentence text NOT NULL,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by text,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tasks_of_case ON tasks (reference);
CREATE INDEX tasks_to_do ON tasks (created_at, key) WHERE done_at IS NULL;

CREATE TABLE mailbox (
  message_id text PRIMARY KEY,
  reference text NOT NULL,
  to_name text NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  plain text NOT NULL,
  html text NOT NULL,
  headers jsonb NOT NULL,
  at timestamptz NOT NULL,
  practice boolean NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX mailbox_newest_first ON mailbox (at DESC, message_id DESC);
CREATE INDEX mailbox_of_case ON mailbox (reference, at DESC, message_id DESC);
`,
};

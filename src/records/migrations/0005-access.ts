import type { Migration } from './migration';

/** Tables for sessions in the console, the accounts behind them, API tokens, and unfinished forms. */
export const access: Migration = {
  number: 5,
  name: 'access',
  sql: `
CREATE TABLE sign_ins (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text,
  email text,
  person text,
  linked_by text,
  linked_at timestamptz CHECK ((linked_at IS NULL) = (person IS NULL)),
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  UNIQUE (issuer, subject)
);
CREATE INDEX sign_ins_of_person ON sign_ins (person) WHERE person IS NOT NULL;

CREATE TABLE sign_in_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sign_in bigint NOT NULL REFERENCES sign_ins,
  change text NOT NULL CHECK (change IN ('linked', 'unlinked')),
  person text NOT NULL,
  by_person text,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_log_of_sign_in ON sign_in_log (sign_in, id);

CREATE TABLE sessions (
  id_hash text PRIMARY KEY,
  person text,
  sign_in bigint REFERENCES sign_ins,
  csrf text NOT NULL,
  began_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  absolute_until timestamptz NOT NULL,
  ended_at timestamptz,
  previous_visit_at timestamptz,
  id_token text
);
CREATE INDEX sessions_of_person ON sessions (person, last_seen_at) WHERE person IS NOT NULL;
CREATE INDEX sessions_absolute_until ON sessions (absolute_until);

CREATE TABLE api_tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  person text NOT NULL,
  hash text NOT NULL UNIQUE,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_by text,
  revoked_at timestamptz CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

CREATE TABLE drafts (
  id_hash text PRIMARY KEY,
  kind text NOT NULL,
  person text,
  reference text,
  body jsonb NOT NULL,
  key text NOT NULL,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX drafts_expire ON drafts (expires_at);
`,
};

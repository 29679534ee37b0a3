import type { Migration } from './migration';

/**
 * Adds links by which people answer without an account, and the browsers in which a code was typed. Of a link, a code
 * and a browser's cookie only the digest is kept.
 */
export const answerLinks: Migration = {
  number: 67,
  name: 'answer links',
  sql: `
CREATE TABLE answer_links (
  digest text PRIMARY KEY,
  reference text NOT NULL,
  contribution text NOT NULL,
  person text NOT NULL,
  key_id text NOT NULL,
  made_at timestamptz NOT NULL,
  asked_from timestamptz,
  asked integer NOT NULL DEFAULT 0,
  code_hash text,
  code_sent_at timestamptz,
  tries integer NOT NULL DEFAULT 0,
  locked_at timestamptz,
  lock_task text CHECK ((lock_task IS NULL) = (locked_at IS NULL)),
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX answer_links_of_one ON answer_links (reference, contribution, person);
CREATE INDEX answer_links_locked ON answer_links (lock_task) WHERE lock_task IS NOT NULL;

CREATE TABLE answer_sessions (
  id_hash text PRIMARY KEY,
  link text NOT NULL REFERENCES answer_links,
  began_at timestamptz NOT NULL,
  until timestamptz NOT NULL
);
CREATE INDEX answer_sessions_until ON answer_sessions (until);
`,
};

import type { Migration } from './migration';

/** Tables for what must never be in a workflow: names, dates of birth, and the words that people wrote. */
export const content: Migration = {
  number: 2,
  name: 'content',
  sql: `
CREATE TABLE case_content (
  reference text PRIMARY KEY,
  content jsonb NOT NULL,
  search text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE case_children (
  reference text NOT NULL REFERENCES case_content,
  ref text NOT NULL,
  name_key text NOT NULL,
  name_parts text[] NOT NULL,
  date_of_birth date,
  received_on date NOT NULL,
  practice boolean NOT NULL,
  PRIMARY KEY (reference, ref)
);
CREATE INDEX case_children_received ON case_children (received_on, date_of_birth);

CREATE TABLE case_words (
  reference text NOT NULL,
  id text NOT NULL,
  words text NOT NULL,
  search tsvector NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (reference, id)
);
CREATE INDEX case_words_search ON case_words USING gin (search);
`,
};

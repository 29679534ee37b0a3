import type { Migration } from './migration';

/**
 * Adds the lines that people type one by one to answer a request. A change or a removal is a new row, so that what was
 * sent at a moment can be read again.
 */
export const answerLines: Migration = {
  number: 68,
  name: 'answer lines',
  sql: `
CREATE TABLE answer_lines (
  saved_as bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  contribution text NOT NULL,
  line text NOT NULL,
  happened text NOT NULL,
  approximate boolean NOT NULL,
  about text[] NOT NULL,
  what text NOT NULL,
  source text NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  person text NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX answer_lines_of_one ON answer_lines (reference, contribution, line, saved_as);
`,
};

import type { Migration } from './migration';

/**
 * Adds the name of a usable token as a unique column, so that of two tokens made at one moment with one name only one
 * is kept. Tokens that already share a name all stay; only the newest has the column. Tokens made by an earlier release
 * leave the column empty.
 */
export const oneTokenAName: Migration = {
  number: 59,
  name: 'one-token-a-name',
  sql: `
ALTER TABLE api_tokens ADD COLUMN sole_name text;
UPDATE api_tokens SET sole_name = name
  WHERE id IN (SELECT max(id) FROM api_tokens WHERE revoked_at IS NULL GROUP BY name);
CREATE UNIQUE INDEX api_tokens_one_a_name ON api_tokens (sole_name);
`,
};

import type { Migration } from './migration';

/**
 * The name of a token while no other may have it, so that of two made at one moment one is kept. Of tokens that already
 * share a name, all of which stay, the newest has it; a token made by an earlier release has none.
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

import type { Migration } from './migration';

/** Adds an index that finds the answers still kept. They are deleted after two days. */
export const keptAnswers: Migration = {
  number: 46,
  name: 'kept-answers',
  sql: `
CREATE INDEX idempotency_keys_kept ON idempotency_keys (recorded_at) WHERE body IS NOT NULL;
`,
};

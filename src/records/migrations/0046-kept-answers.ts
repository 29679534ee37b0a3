import type { Migration } from './migration';

/** Finds the answers that are still kept, to be forgotten after two days. */
export const keptAnswers: Migration = {
  number: 46,
  name: 'kept-answers',
  sql: `
CREATE INDEX idempotency_keys_kept ON idempotency_keys (recorded_at) WHERE body IS NOT NULL;
`,
};

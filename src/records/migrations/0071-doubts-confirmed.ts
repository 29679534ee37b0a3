import type { Migration } from './migration';

/** Adds the doubts that the office confirmed when it took a notification from outside, by their codes. */
export const doubtsConfirmed: Migration = {
  number: 71,
  name: 'doubts confirmed',
  sql: `ALTER TABLE outside_notifications ADD COLUMN confirmed text[] NOT NULL DEFAULT '{}';`,
};

import type { Migration } from './migration';

/** Keeps the calendar file that came with an email in the mailbox inside. */
export const calendarFiles: Migration = {
  number: 73,
  name: 'calendar files',
  sql: 'ALTER TABLE mailbox ADD COLUMN calendar text;',
};

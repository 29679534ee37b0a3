import type { Migration } from './migration';

/** Adds the reason for cancelling a meeting. Meetings cancelled by release 0.1.0 have none. */
export const meetingCancelledReason: Migration = {
  number: 50,
  name: 'meeting-cancelled-reason',
  sql: `
ALTER TABLE meetings ADD COLUMN cancelled_reason text;
`,
};

import type { Migration } from './migration';

/** Why a meeting was cancelled; those that 0.1.0 cancelled have no reason. */
export const meetingCancelledReason: Migration = {
  number: 50,
  name: 'meeting-cancelled-reason',
  sql: `
ALTER TABLE meetings ADD COLUMN cancelled_reason text;
`,
};

import type { Migration } from './migration';

/** Adds the digest of the calendar, meetings and people that a case carries. Summarising a case anew fills it. */
export const carried: Migration = {
  number: 58,
  name: 'carried',
  sql: `
ALTER TABLE cases ADD COLUMN carried text;
`,
};

import type { Migration } from './migration';

/** Adds the reason why an email that was no longer true was not sent, in words. */
export const whyNotSent: Migration = {
  number: 34,
  name: 'why-not-sent',
  sql: `
ALTER TABLE notices ADD COLUMN why_not_sent text;
CREATE INDEX notices_of_person ON notices (reference, recipient, at, key);
`,
};

import type { Migration } from './migration';

/**
 * Adds notifications that people sent without signing in, what was done with each, and the emails about them. `form` is
 * what was sent, with its names: it is taken out once a case has it, or some time after it was set aside.
 */
export const outsideNotifications: Migration = {
  number: 65,
  name: 'outside notifications',
  sql: `
CREATE TABLE outside_notifications (
  number text PRIMARY KEY,
  allotted_for text NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  form jsonb,
  sent_from text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'set-aside')),
  settled_at timestamptz CHECK ((settled_at IS NULL) = (state = 'waiting')),
  settled_by text CHECK ((settled_by IS NULL) = (state = 'waiting')),
  settling_key text,
  reference text,
  reason text,
  why text,
  address text,
  address_confirmed_at timestamptz,
  code_hash text,
  code_sent_at timestamptz,
  code_tries integer NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outside_notifications_received ON outside_notifications (received_at DESC, number DESC);
CREATE INDEX outside_notifications_waiting ON outside_notifications (received_at) WHERE state = 'waiting';

CREATE TABLE outside_notification_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL REFERENCES outside_notifications,
  what text NOT NULL,
  at timestamptz NOT NULL,
  by_person text,
  to_hash text
);
CREATE INDEX outside_notification_log_of_one ON outside_notification_log (number, id);
CREATE INDEX outside_notification_log_codes ON outside_notification_log (to_hash, at) WHERE to_hash IS NOT NULL;

CREATE TABLE outside_emails (
  key text PRIMARY KEY,
  number text NOT NULL REFERENCES outside_notifications,
  rung text NOT NULL,
  recipient text NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'no-longer-true')),
  settled_at timestamptz CHECK ((settled_at IS NULL) = (state = 'waiting')),
  attempts integer NOT NULL DEFAULT 0,
  answer text,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outside_emails_of_one ON outside_emails (number, at, key);
`,
};

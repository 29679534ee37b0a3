import type { Migration } from './migration';

/**
 * Tables for the keys that encrypted what Temporal stores, each known by a mark, and for every decoding on a person's
 * request.
 */
export const payloadKeys: Migration = {
  number: 9,
  name: 'payload-keys',
  sql: `
CREATE TABLE payload_keys (
  id text PRIMARY KEY,
  mark text NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE payload_decodings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  origin text,
  cases text[] NOT NULL,
  payloads integer NOT NULL
);
`,
};

import type { Migration } from './migration';

/**
 * Adds the order in which the content of cases was saved. Only one content is saved at a time, and later savers see all
 * earlier content. So of two forms about one child that come at one moment, exactly one is later and finds the other.
 */
export const contentInTurn: Migration = {
  number: 12,
  name: 'content-in-turn',
  sql: `
ALTER TABLE case_content ADD COLUMN saved_as bigint GENERATED ALWAYS AS IDENTITY;

CREATE FUNCTION save_content_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7302618135);
  RETURN NULL;
END $$;
CREATE TRIGGER content_in_turn BEFORE INSERT ON case_content
  FOR EACH STATEMENT EXECUTE FUNCTION save_content_in_turn();
`,
};

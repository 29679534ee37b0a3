import type { Migration } from './migration';

/**
 * Adds a table that is searched in place of the wide rows of cases and content: a narrow row a case, since a search
 * scans them all. Kept words have an index of their own. The reference and the agencies stand apart from the names, by
 * which not every reader may find a case. Triggers fill both columns, so that they are right even if a release from
 * before this migration writes a case.
 */
export const searchTable: Migration = {
  number: 7,
  name: 'search',
  sql: `
CREATE TABLE case_search (
  reference text PRIMARY KEY,
  said text NOT NULL DEFAULT '',
  names text NOT NULL DEFAULT ''
);

CREATE FUNCTION keep_what_is_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_search (reference, said) VALUES (NEW.reference, NEW.search)
  ON CONFLICT (reference) DO UPDATE SET said = excluded.said;
  RETURN NULL;
END $$;
CREATE TRIGGER said_of_a_new_case AFTER INSERT ON cases
  FOR EACH ROW EXECUTE FUNCTION keep_what_is_said();
CREATE TRIGGER said_otherwise AFTER UPDATE OF search ON cases
  FOR EACH ROW WHEN (OLD.search <> NEW.search) EXECUTE FUNCTION keep_what_is_said();

CREATE FUNCTION keep_the_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_search (reference, names) VALUES (NEW.reference, NEW.search)
  ON CONFLICT (reference) DO UPDATE SET names = excluded.names;
  RETURN NULL;
END $$;
CREATE TRIGGER names_of_new_content AFTER INSERT ON case_content
  FOR EACH ROW EXECUTE FUNCTION keep_the_names();
CREATE TRIGGER names_that_changed AFTER UPDATE OF search ON case_content
  FOR EACH ROW WHEN (OLD.search <> NEW.search) EXECUTE FUNCTION keep_the_names();

INSERT INTO case_search (reference, said, names)
SELECT reference, coalesce(c.search, ''), coalesce(n.search, '')
FROM cases AS c FULL JOIN case_content AS n USING (reference);
`,
};

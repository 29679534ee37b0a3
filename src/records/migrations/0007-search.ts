import type { Migration } from './migration';

/**
 * What cases are searched by, beside the words that have an index of their own: a narrow row a case, for the whole of it
 * is read through, and the rows of cases and of their content are wide. What is said of a case, its reference and its
 * agencies, stands apart from the names that are in it, which not everybody finds it by. Triggers keep both, so that a
 * release from before this step keeps them too.
 */
export const search: Migration = {
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

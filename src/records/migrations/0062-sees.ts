import type { Migration } from './migration';

/**
 * Adds what each person sees of a case, which a list asks for: 1 their own part, 2 its state, 3 all of it. Until a case
 * is summarised anew, at the start, everybody who had a part sees their own part alone.
 */
export const sees: Migration = {
  number: 62,
  name: 'sees',
  sql: `
ALTER TABLE cases
  ADD COLUMN sees_state text[] NOT NULL DEFAULT '{}',
  ADD COLUMN sees_whole text[] NOT NULL DEFAULT '{}';
ALTER TABLE case_people ADD COLUMN sees smallint NOT NULL DEFAULT 1;
DROP TRIGGER people_of_a_new_case ON cases;
DROP TRIGGER people_who_changed ON cases;
DROP FUNCTION replace_case_people();
CREATE FUNCTION replace_case_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM case_people WHERE reference = NEW.reference AND person = ANY (OLD.people);
  END IF;
  INSERT INTO case_people (person, reference, sees)
    SELECT person, NEW.reference,
      CASE WHEN person = ANY (NEW.sees_whole) THEN 3 WHEN person = ANY (NEW.sees_state) THEN 2 ELSE 1 END
    FROM unnest(NEW.people) AS person
    ON CONFLICT (person, reference) DO UPDATE SET sees = excluded.sees;
  RETURN NULL;
END $$;
CREATE TRIGGER people_of_a_new_case AFTER INSERT ON cases
  FOR EACH ROW WHEN (NEW.people <> '{}') EXECUTE FUNCTION replace_case_people();
CREATE TRIGGER people_who_changed AFTER UPDATE OF people, sees_state, sees_whole ON cases
  FOR EACH ROW WHEN (OLD.people <> NEW.people OR OLD.sees_state <> NEW.sees_state OR OLD.sees_whole <> NEW.sees_whole)
  EXECUTE FUNCTION replace_case_people();
`,
};

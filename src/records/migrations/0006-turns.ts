import type { Migration } from './migration';

/**
 * Adds columns for turns, for who may see a case, and for reports. A case's row holds its turns and people as they were
 * given, and triggers copy them into tables with indexes. A trigger's statements see what another recording of the same
 * case has just written, so that of two recordings at once neither leaves an old turn behind. One index contains all
 * columns by which cases are counted, filtered and ordered, so that 20,000 cases can be scanned without reading a row.
 *
 * The columns are right once their edition is that of the release (see `summaryEdition`). Until then they have the
 * values of a case of which nothing is known, because a release from before this migration does not write them.
 */
export const turns: Migration = {
  number: 6,
  name: 'turns',
  sql: `
ALTER TABLE cases
  ADD COLUMN people text[] NOT NULL DEFAULT '{}',
  ADD COLUMN shut_out text[] NOT NULL DEFAULT '{}',
  ADD COLUMN day_one date,
  ADD COLUMN ending text NOT NULL DEFAULT 'under-way',
  ADD COLUMN panel text,
  ADD COLUMN turns jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN milestones jsonb,
  ADD COLUMN summary_edition integer NOT NULL DEFAULT 0,
  ADD COLUMN summary_seq integer NOT NULL DEFAULT 0;
CREATE INDEX cases_by_received_on ON cases (received_on, reference);
DROP INDEX cases_by_next_due, cases_by_next_due_at;
CREATE INDEX cases_at_a_glance ON cases (reference) INCLUDE (stage, practice, practice_offset_ms, ending, panel,
  review_type, next_due, next_due_at, opened_at, received_on, day_one, closed_on, shut_out);
CREATE INDEX cases_by_due ON cases (coalesce(next_due_at, 'infinity'), reference);
CREATE INDEX cases_by_stage_reached ON cases (coalesce(array_position(ARRAY['deciding', 'rapid-review', 'review',
  'practice-learning-review', 'panel', 'publication', 'actions', 'closed'], stage), 0), reference);
CREATE INDEX cases_by_day_one ON cases (coalesce(day_one, received_on), reference);

CREATE TABLE case_people (
  person text NOT NULL,
  reference text NOT NULL,
  PRIMARY KEY (person, reference)
);

CREATE FUNCTION replace_case_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM case_people WHERE reference = NEW.reference AND person = ANY (OLD.people);
  END IF;
  INSERT INTO case_people (person, reference) SELECT unnest(NEW.people), NEW.reference ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER people_of_a_new_case AFTER INSERT ON cases
  FOR EACH ROW WHEN (NEW.people <> '{}') EXECUTE FUNCTION replace_case_people();
CREATE TRIGGER people_who_changed AFTER UPDATE OF people ON cases
  FOR EACH ROW WHEN (OLD.people <> NEW.people) EXECUTE FUNCTION replace_case_people();

CREATE TABLE case_turns (
  reference text NOT NULL,
  id text NOT NULL,
  step text,
  title text NOT NULL,
  owner text NOT NULL,
  people text[] NOT NULL,
  due date NOT NULL,
  due_at timestamptz NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (reference, id)
);
CREATE INDEX case_turns_by_people ON case_turns USING gin (people);
CREATE INDEX case_turns_by_due_at ON case_turns (due_at, reference, id);

CREATE FUNCTION replace_case_turns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM case_turns WHERE reference = NEW.reference;
  INSERT INTO case_turns (reference, id, step, title, owner, people, due, due_at, why)
  SELECT NEW.reference, id, step, title, owner, people, due, "dueAt", why
  FROM jsonb_to_recordset(NEW.turns) AS turn
    (id text, step text, title text, owner text, people text[], due date, "dueAt" timestamptz, why text)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER turns_of_a_new_case AFTER INSERT ON cases
  FOR EACH ROW WHEN (NEW.turns <> '[]') EXECUTE FUNCTION replace_case_turns();
CREATE TRIGGER turns_that_changed AFTER UPDATE OF turns ON cases
  FOR EACH ROW WHEN (OLD.turns <> NEW.turns) EXECUTE FUNCTION replace_case_turns();

CREATE INDEX case_events_recorded ON case_events (recorded_at);
CREATE INDEX notices_newest_first ON notices (at DESC, key DESC);
`,
};

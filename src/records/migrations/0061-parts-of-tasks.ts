import type { Migration } from './migration';

/**
 * Adds the parts of which the sentence of a task was made. A task about a refused address gets the person whom its
 * notice was for, so that pages go on naming them.
 */
export const partsOfTasks: Migration = {
  number: 61,
  name: 'parts of tasks',
  sql: `
ALTER TABLE tasks ADD COLUMN parts jsonb;
UPDATE tasks AS t
SET parts = jsonb_build_array(
  'An email to ',
  jsonb_build_object('kind', 'person', 'id', n.recipient),
  substr(t.sentence, length('An email to ' || n.recipient) + 1)
)
FROM notices AS n
WHERE n.key = t.key AND t.kind = 'address-refused' AND starts_with(t.sentence, 'An email to ' || n.recipient || ' ');
`,
};

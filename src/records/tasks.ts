import type { Visibility } from '../procedure/permissions';
import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import type { SentenceWithParts } from '../procedure/refusals';
import { storedSentence } from '../procedure/stored-refusal';
import type { Db } from './db';
import type { Row } from './row';
import { readJson } from './stored';
import { visibleOnly } from './visibility';
import { pageSize, Where } from './where';

/** A task for the Business Unit, because the system could not act by itself: a refused address to put right, say. */
export interface OfficeTask extends SentenceWithParts {
  /** Key of the cause. The same cause gives one task. */
  readonly key: string;
  readonly reference: CaseReference;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly doneAt?: Instant;
  readonly doneBy?: PersonId;
}

/** Conditions on tasks: of one case or of all; still to be done, done, or both. */
export interface TaskFilter {
  readonly reference?: CaseReference;
  readonly toDo?: boolean;
  readonly visibleTo?: Visibility;
  /** Greatest number of tasks, at most 200; all of them if left out. */
  readonly limit?: number;
}

const COLUMNS = 't.key, t.reference, t.kind, t.sentence, t.parts, t.created_at, t.done_at, t.done_by';

/** The kind of a task and its sentence with its parts, as the table has them. */
export const taskValues = (task: (SentenceWithParts & Pick<OfficeTask, 'kind'>) | undefined): readonly unknown[] => [
  task?.kind,
  task?.sentence,
  task?.parts && JSON.stringify(task.parts),
];

/** The Business Unit's tasks. */
export function tasksRepository(db: Db) {
  return {
    /** Adds a task; a second of the same key changes nothing. */
    async add({ key, reference, createdAt, ...task }: Omit<OfficeTask, 'doneAt' | 'doneBy'>): Promise<void> {
      await db.query(
        `INSERT INTO tasks (key, reference, created_at, kind, sentence, parts) VALUES ($1, $2, $3, $4, $5, $6::jsonb)
         ON CONFLICT (key) DO NOTHING`,
        [key, reference, createdAt, ...taskValues(task)],
      );
    },

    /** Lists tasks, oldest first. Finished tasks alone are sorted by the moment they were done, latest first. */
    async list(which: TaskFilter = {}): Promise<readonly OfficeTask[]> {
      const where = new Where();
      if (which.reference !== undefined) where.and(`t.reference = ${where.given(which.reference)}`);
      if (which.toDo !== undefined) where.and(`t.done_at IS ${which.toDo ? '' : 'NOT '}NULL`);
      visibleOnly(where, which.visibleTo);
      const cases = which.visibleTo === undefined ? '' : 'JOIN cases AS c USING (reference)';
      const rows = await db.query(
        `SELECT ${COLUMNS} FROM tasks AS t ${cases} ${where.sql}
         ORDER BY ${which.toDo === false ? 't.done_at DESC, t.key' : 't.created_at, t.key'}
         ${which.limit === undefined ? '' : `LIMIT ${pageSize(which.limit)}`}`,
        where.values,
      );
      return rows.map(taskOf);
    },

    /** The task of this key, if there is one. */
    async get(key: string): Promise<OfficeTask | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM tasks AS t WHERE key = $1`, [key]);
      return row && taskOf(row);
    },

    /** Says that a task is done; false if it was already, or there is none. */
    async done(key: string, { at, by }: { readonly at: Instant; readonly by: PersonId }): Promise<boolean> {
      const rows = await db.query(
        'UPDATE tasks SET done_at = $2, done_by = $3 WHERE key = $1 AND done_at IS NULL RETURNING key',
        [key, at, by],
      );
      return rows.length > 0;
    },
  };
}

/** The Business Unit's tasks. */
export type TasksRepository = ReturnType<typeof tasksRepository>;

function taskOf(row: Row): OfficeTask {
  return {
    key: row.text('key'),
    reference: row.reference(),
    kind: row.text('kind'),
    sentence: row.text('sentence'),
    ...(row.has('parts') && { parts: readJson(row, 'parts', storedSentence()) }),
    createdAt: row.moment('created_at'),
    ...(row.has('done_at') && { doneAt: row.moment('done_at') }),
    ...(row.has('done_by') && { doneBy: row.person('done_by') }),
  };
}

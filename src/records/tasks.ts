import type { CaseReference, Instant, PersonId } from '../procedure/time';
import type { Db } from './db';

/** Something that the Business Unit has to do because the system could not: a refused address to put right, say. */
export interface Task {
  /** What it arose from; the same thing gives one task. */
  readonly key: string;
  readonly reference: CaseReference;
  readonly kind: string;
  readonly sentence: string;
  readonly createdAt: Instant;
  readonly doneAt?: Instant;
  readonly doneBy?: PersonId;
}

/** The Business Unit's tasks. */
export function tasksRepository(db: Db) {
  return {
    /** Adds a task; a second of the same key changes nothing. */
    async add({ key, reference, kind, sentence, createdAt }: Omit<Task, 'doneAt' | 'doneBy'>): Promise<void> {
      await db.query(
        `INSERT INTO tasks (key, reference, kind, sentence, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO NOTHING`,
        [key, reference, kind, sentence, createdAt],
      );
    },

    /** Tasks, the oldest first: of one case or of all, those that are to be done or all of them. */
    async list(which: { readonly reference?: CaseReference; readonly toDo?: boolean } = {}): Promise<readonly Task[]> {
      const rows = await db.query(
        `SELECT key, reference, kind, sentence, created_at, done_at, done_by FROM tasks
         WHERE ($1::text IS NULL OR reference = $1) AND ($2::boolean IS NULL OR (done_at IS NULL) = $2)
         ORDER BY created_at, key`,
        [which.reference, which.toDo],
      );
      return rows.map((row) => ({
        key: row.text('key'),
        reference: row.reference(),
        kind: row.text('kind'),
        sentence: row.text('sentence'),
        createdAt: row.moment('created_at'),
        ...(row.has('done_at') && { doneAt: row.moment('done_at') }),
        ...(row.has('done_by') && { doneBy: row.person('done_by') }),
      }));
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

import type { Db } from './db';

/** Facts of the installation as a whole, by name: the edition of the profile that was last seen, say. */
export function installationRepository(db: Db) {
  return {
    /** A fact, undefined if it was never set. The reader checks what it is. */
    async fact(name: string): Promise<unknown> {
      const [row] = await db.query('SELECT value FROM installation WHERE fact = $1', [name]);
      return row?.json('value');
    },

    /**
     * An id that differs for every database, a restored one too. Undefined if this user has no permission to read it.
     */
    async databaseId(): Promise<string | undefined> {
      const [row] = await db
        .query("SELECT system_identifier || '/' || current_database() AS id FROM pg_control_system()")
        .catch((error: unknown) => {
          if (error instanceof Error && 'code' in error && error.code === '42501') return [];
          throw error;
        });
      return row?.text('id');
    },

    /** Sets a fact, in the place of what it was. */
    async setFact(name: string, value: unknown): Promise<void> {
      await db.query(
        `INSERT INTO installation (fact, value) VALUES ($1, $2::jsonb)
         ON CONFLICT (fact) DO UPDATE SET value = excluded.value, recorded_at = now()`,
        [name, JSON.stringify(value ?? null)],
      );
    },

    /**
     * Appends to a fact that is a list. `after` is the length of the list when it was read: if the list has grown
     * since, appends nothing and returns false.
     */
    async appendToFact(name: string, value: unknown, after?: number): Promise<boolean> {
      const rows = await db.query(
        `INSERT INTO installation (fact, value) SELECT $1, jsonb_build_array($2::jsonb)
         ON CONFLICT (fact) DO UPDATE SET value = installation.value || excluded.value, recorded_at = now()
         WHERE $3::integer IS NULL OR jsonb_array_length(installation.value) = $3::integer RETURNING fact`,
        [name, JSON.stringify(value ?? null), after ?? null],
      );
      return rows.length > 0;
    },
  };
}

/** Facts of the installation as a whole. */
export type InstallationRepository = ReturnType<typeof installationRepository>;

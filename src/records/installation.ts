import type { Db } from './db';

/** Facts of the installation as a whole, by name: the edition of the profile that was last seen, say. */
export function installationRepository(db: Db) {
  return {
    /** A fact, undefined if it was never set. The reader checks what it is. */
    async fact(name: string): Promise<unknown> {
      const [row] = await db.query('SELECT value FROM installation WHERE fact = $1', [name]);
      return row?.json('value');
    },

    /** Sets a fact, in the place of what it was. */
    async setFact(name: string, value: unknown): Promise<void> {
      await db.query(
        `INSERT INTO installation (fact, value) VALUES ($1, $2::jsonb)
         ON CONFLICT (fact) DO UPDATE SET value = excluded.value, recorded_at = now()`,
        [name, JSON.stringify(value ?? null)],
      );
    },
  };
}

/** Facts of the installation as a whole. */
export type InstallationRepository = ReturnType<typeof installationRepository>;

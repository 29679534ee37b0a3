import { Client } from 'pg';

/*
 * A database without room. A disk that is really full needs a file system of its own, which not every machine lets a test
 * make; what a full disk does to a statement does not: it writes nothing and fails with disk_full (53100), while
 * everything can still be read. Triggers do the same to every table while a row of a table of their own says so.
 */

const prepare = `
CREATE TABLE IF NOT EXISTS faults_disk (is_full boolean NOT NULL);
DELETE FROM faults_disk;
INSERT INTO faults_disk VALUES (false);
CREATE OR REPLACE FUNCTION faults_no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT is_full FROM faults_disk) THEN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
  END IF;
  RETURN NULL;
END $$;
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'faults_disk' LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER faults_no_room BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION faults_no_room()', one.tablename);
  END LOOP;
END $$;`;

/** Runs a statement on a connection of its own. */
export async function ask(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes the tables ready to have no room. */
export async function prepareDisk(url: string): Promise<void> {
  await ask(url, prepare);
}

/** Fills the disk, or makes room. */
export async function fillDisk(url: string, isFull: boolean): Promise<void> {
  await ask(url, `UPDATE faults_disk SET is_full = ${isFull}`);
}

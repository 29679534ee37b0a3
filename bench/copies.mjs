import { createRequire } from 'node:module';

/*
 * Fills the records with 20,000 copies of two cases that the rules made, spread over years and dates: one in which
 * agencies are asked for information, and one in which they are not. The copies do not run in Temporal, and no page asks
 * Temporal for them.
 */
export const cases = 20_000;
/** Number of copies in which agencies are asked. Each contact owes an answer in all of these, and nothing in the others. */
export const casesAsked = 300;

const require = createRequire(import.meta.url);

/** Every n-th copy, and the case that it is copied from; so many a year as there are references. */
const COPIED = `
  SELECT 'SIN-' || (2021 + n % 5) || '-' || lpad((n / 5 + 1000)::text, 4, '0') AS copy, n,
    CASE WHEN n * ${casesAsked} % ${cases} < ${casesAsked} THEN $1 ELSE $2 END AS reference
  FROM generate_series(1, ${cases}) AS n`;

/** @import { Client } from 'pg' */

/**
 * Copies the rows of a table with another reference, and with other values in the columns that are given.
 *
 * @param {Client} db
 * @param {string} table
 * @param {Record<string, string>} changed
 */
async function copy(db, table, changed = {}) {
  /** @type {{ rows: { name: string }[] }} */
  const { rows } = await db.query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? (name === 'reference' ? 'given.copy' : `source.${name}`));
  await db.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM given JOIN sources.${table} AS source USING (reference)`,
  );
}

/**
 * Fills the records with copies of two cases. Returns one of the copies in which nobody is asked, and a request to this
 * person in one of the others. Throws where that person owes something in more or fewer copies than agencies are asked in.
 *
 * @param {string} databaseUrl
 * @param {{ plain: string, asked: string, person: string }} sources
 */
export async function fillRecords(databaseUrl, { plain, asked, person }) {
  /** @type {typeof import('pg')} */
  const { Client } = require('pg');
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query('CREATE TEMPORARY TABLE given (copy text, n integer, reference text)');
    await db.query(`INSERT INTO given ${COPIED}`, [asked, plain]);
    await copyCases(db);
    await moveTurns(db);
    // PostgreSQL does the same by itself within minutes of so many rows.
    await db.query('VACUUM ANALYZE');
    return await copiesOf(db, { plain, person });
  } finally {
    await db.end();
  }
}

/** @param {Client} db */
async function copyCases(db) {
  await db.query('CREATE SCHEMA sources');
  const tables = ['cases', 'case_content', 'case_children', 'case_words', 'case_events'];
  for (const table of tables) await db.query(`CREATE TABLE sources.${table} AS SELECT * FROM public.${table}`);
  const earlier = `(given.n % 1800) * interval '1 day'`;
  await copy(db, 'cases', {
    file: `jsonb_set(source.file, '{reference}', to_jsonb(given.copy))`,
    practice: 'false',
    opened_at: `source.opened_at - ${earlier}`,
    received_on: `(source.received_on - ${earlier})::date`,
    next_due_at: `source.next_due_at - (given.n % 40 - 35) * interval '1 day'`,
    search: `replace(source.search, lower(source.reference), lower(given.copy))`,
  });
  await copy(db, 'case_content');
  // Each is another child: twenty thousand of one name would look alike to every page of a case.
  await copy(db, 'case_children', {
    name_key: `source.name_key || given.n`,
    name_parts: `ARRAY[source.name_key || given.n]`,
    received_on: `(source.received_on - ${earlier})::date`,
  });
  await copy(db, 'case_words');
  await copy(db, 'case_events', { recorded_at: `source.recorded_at - ${earlier}` });
  await db.query('DROP SCHEMA sources CASCADE');
}

/**
 * Moves the turns, which come with a case's row, to different days, and requests to agencies before all others.
 *
 * @param {Client} db
 */
async function moveTurns(db) {
  const earlier = `(abs(hashtext(reference)) % 40 - 35 + CASE WHEN id LIKE 'return:%' THEN 60 ELSE 0 END)`;
  await db.query(`UPDATE case_turns SET due = due - ${earlier}, due_at = due_at - ${earlier} * interval '1 day'`);
}

/**
 * @param {Client} db
 * @param {{ plain: string, person: string }} of
 */
async function copiesOf(db, { plain, person }) {
  /** @type {{ rows: { reference: string, id: string }[] }} */
  const { rows: owed } = await db.query(
    `SELECT t.reference, t.id FROM case_turns AS t JOIN given ON t.reference = given.copy
     WHERE t.people @> ARRAY[$1::text] ORDER BY t.reference DESC`,
    [person],
  );
  const [request] = owed;
  const owedIn = new Set(owed.map(({ reference }) => reference)).size;
  if (request === undefined || owedIn !== casesAsked || owed.length !== casesAsked)
    throw new Error(`${person} owes ${owed.length} answers in ${owedIn} cases, and not one in each of ${casesAsked}.`);
  /** @type {{ rows: { reference: string }[] }} */
  const { rows } = await db.query(
    `SELECT max(copy) AS reference FROM given WHERE reference = $1 AND copy LIKE 'SIN-2025-%'`,
    [plain],
  );
  return { reference: rows[0]?.reference ?? '', request };
}

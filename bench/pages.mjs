import { createRequire } from 'node:module';
import { median, percentile } from './figures.mjs';
import { compiled } from '../scripts/compiled.mjs';
import { readDirectory } from '../scripts/rehearsal.mjs';

/*
 * Measures pages and lists with 20,000 cases on the record. The cases are copies of a few that the rules made, spread
 * over years, stages and dates. They do not run in Temporal, and no page asks Temporal for them.
 */
const cases = 20_000;
const asked = 60;

const require = createRequire(import.meta.url);

/** Every n-th copy of a case; so many a year as there are references. */
const COPIED = `
  SELECT 'SIN-' || (2021 + n % 5) || '-' || lpad((n / 5 + 1000)::text, 4, '0') AS copy, n,
    (ARRAY(SELECT reference FROM cases ORDER BY reference LIMIT 5))[1 + n % least(5, (SELECT count(*)::int FROM cases))]
      AS reference
  FROM generate_series(1, ${cases}) AS n`;

/** @import { Client } from 'pg' */
/** @import { Row } from './figures.mjs' */

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
 * Fills the records with copies of the cases that are there. Returns the reference of one of them.
 *
 * @param {string} databaseUrl
 */
export async function fillRecords(databaseUrl) {
  /** @type {typeof import('pg')} */
  const { Client } = require('pg');
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query(`CREATE TEMPORARY TABLE given AS ${COPIED}`);
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
    // A case's turns come with its row; they too fall on different days.
    await db.query(`UPDATE case_turns SET due_at = due_at - (abs(hashtext(reference)) % 40 - 35) * interval '1 day'`);
    await copy(db, 'case_events', { recorded_at: `source.recorded_at - ${earlier}` });
    await db.query('DROP SCHEMA sources CASCADE');
    // As PostgreSQL does by itself within minutes of so many rows.
    await db.query('VACUUM ANALYZE');
    /** @type {{ rows: { reference: string }[] }} */
    const { rows } = await db.query(`SELECT max(reference) AS reference FROM cases WHERE reference LIKE 'SIN-2025-%'`);
    return rows[0]?.reference ?? '';
  } finally {
    await db.end();
  }
}

/**
 * Returns the 95th percentile of each page and list, in turns with an answer of the same server that does nothing.
 *
 * @param {{ url: string, token: string, databaseUrl: string, reference: string }} options
 * @returns {Promise<Row[]>}
 */
export async function measurePages({ url, token, databaseUrl, reference }) {
  const cookie = await signedIn({ databaseUrl });
  const bearer = { authorization: `Bearer ${token}`, 'x-acting-as': 'P01' };
  /** @type {Record<string, [where: string, headers: Record<string, string>]>} */
  const pages = {
    Today: ['/', { cookie }],
    'the Matrix': ['/cases', { cookie }],
    'the Matrix, searched': ['/cases?text=west', { cookie }],
    'the Matrix, searched in vain': ['/cases?text=nobody+of+this+name', { cookie }],
    'a case': [`/cases/${reference}`, { cookie }],
    'the plan of a case': [`/cases/${reference}/plan`, { cookie }],
    'the record of a case': [`/cases/${reference}/record`, { cookie }],
    'a decision’s form': [`/cases/${reference}/decisions/addNote`, { cookie }],
    'a year’s report': ['/reports', { cookie }],
    'API: the list of cases': ['/api/cases', bearer],
    'API: a case': [`/api/cases/${reference}`, bearer],
  };
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(pages).map((name) => [name, []]));
  /** @type {number[]} */
  const nothing = [];
  for (let turn = 0; turn < asked + 5; turn += 1) {
    const idle = await ask(url, '/health/live', {});
    if (turn >= 5) nothing.push(idle);
    for (const [name, [where, headers]] of Object.entries(pages)) {
      const took = await ask(url, where, headers);
      // The first few find templates unread and connections unmade.
      if (turn >= 5) times.get(name)?.push(took);
    }
  }
  /** @param {number[]} took */
  const said = (took) => `p95 ${percentile(took, 0.95).toFixed(1)} ms, p50 ${median(took).toFixed(1)} ms`;
  return [...times].map(([name, took]) => [
    `${name}, ${cases.toLocaleString('en-GB')} cases on the record`,
    said(took),
    `${(median(took) / median(nothing)).toFixed(1)} times the p50 of`,
    `an empty answer of the same server: ${said(nothing)}`,
  ]);
}

/**
 * Asks for a page and returns the milliseconds that its answer took.
 *
 * @param {string} url
 * @param {string} where
 * @param {Record<string, string>} headers
 */
async function ask(url, where, headers) {
  const began = performance.now();
  const response = await fetch(`${url}${where}`, { headers, redirect: 'manual' });
  await response.text();
  if (response.status !== 200) throw new Error(`${where}: ${response.status}`);
  return performance.now() - began;
}

/**
 * Returns the Business Manager's session, begun past the sign-in service, which is no part of what is measured.
 *
 * @param {{ databaseUrl: string }} options
 */
async function signedIn({ databaseUrl }) {
  const records = await compiled('src/records/records.js').openRecords({ url: databaseUrl });
  try {
    const { fromMillis } = compiled('src/procedure/time/dates.js');
    const now = () => fromMillis(Date.now());
    const manager = readDirectory().people.find(({ roles }) => roles.includes('business-manager'));
    if (manager === undefined) throw new Error('The profile has no Business Manager.');
    return `session=${await compiled('src/console/http/sessions.js').beginSession({ records, now }, manager)}`;
  } finally {
    await records.close();
  }
}

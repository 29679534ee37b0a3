import { createRequire } from 'node:module';
import path from 'node:path';
import { median, timed } from './figures.mjs';
import { caseFiles, putOnRecord } from './open-cases.mjs';
import { makePlace } from './place.mjs';
import { compiled } from '../scripts/compiled.mjs';

/*
 * The check at each start that finds the open cases whose calendar, meetings or people differ from the profile's: in
 * PostgreSQL, with cases put on the record directly. Temporal has no part in it, and the cases that are asked to take
 * the calendar up are only counted. The yardstick opens the same files in the same database and compares nothing.
 */
const rounds = 7;
const require = createRequire(import.meta.url);
/** @type {typeof import('pg')} */
const { Client } = require('pg');

/**
 * Runs the check and returns how many cases differ.
 *
 * @typedef {() => Promise<number>} Check
 */

const OPENED = `SELECT count(file->'calendar') FROM cases WHERE closed_on IS NULL`;

/** @import { Row, Say } from './figures.mjs' */
/** @import { Partnership } from '../src/profile/partnership.js' */

/**
 * Returns the rows about the check, with a tenth of the cases and with all of them.
 *
 * @param {{ root: string, token: string, say: Say, cases: number }} options
 */
export async function measureCalendar({ root, token, say, cases }) {
  const { currentPartnership } = compiled('src/installation/current-partnership.js');
  const { readProfileOf } = compiled('src/installation/open.js');
  const { tellCasesThatDiffer } = compiled('src/casework/partnership-people.js');
  const place = await makePlace({ token, say });
  const records = await compiled('src/records/records.js').openRecords({ url: place.databaseUrl });
  const db = new Client({ connectionString: place.databaseUrl });
  try {
    await db.connect();
    await records.migrate();
    const { fromMillis } = compiled('src/procedure/time/dates.js');
    const profile = readProfileOf({ profileFile: path.join(root, 'profiles', 'kirklees.yaml') });
    const partnership = currentPartnership({ profile, records, now: () => fromMillis(Date.now()) });
    const same = await partnership();
    // A case of the same calendar, meetings and people has nothing to take up.
    const models = (await caseFiles({ root, records })).atRest().map((file) => ({ ...file, ...carriedOf(same) }));
    const other = {
      ...same,
      calendar: { ...same.calendar, closures: { ...same.calendar.closures, '2027-05-04': 'A' } },
    };
    /** @param {Partnership} of */
    const check = (of) => {
      /** @type {Parameters<typeof tellCasesThatDiffer>[0]['cases']} */
      const asked = { calendarChanged: (references) => Promise.resolve(references.length) };
      return tellCasesThatDiffer({ cases: asked, records, partnership: () => Promise.resolve(of) });
    };
    /** @type {Row[]} */
    const rows = [];
    let filled = 0;
    for (const size of [Math.ceil(cases / 10), cases]) {
      await putOnRecord({ records, db, files: models, count: size - filled, from: filled });
      filled = size;
      rows.push(...(await rowsOf({ size, same: () => check(same), differing: () => check(other), db })));
    }
    const reads = await medianOf(() => partnership());
    rows.push(['reading the partnership, which each case does that takes it up', ms(reads), '', '']);
    return rows;
  } finally {
    await db.end();
    await records.close();
    await place.remove();
  }
}

/** @param {Partnership} partnership */
const carriedOf = ({ calendar, meetings, everybody }) => ({ calendar, meetings, everybody });
/** @param {number} figure */
const ms = (figure) => `${figure.toFixed(1)} ms`;

/** @param {() => unknown} act */
async function medianOf(act) {
  /** @type {number[]} */
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await timed(act));
  return median(all);
}

/**
 * Returns the rows about one number of cases.
 *
 * @param {{ size: number, same: Check, differing: Check, db: Client }} options
 */
async function rowsOf({ size, same, differing, db }) {
  const opened = await medianOf(() => db.query(OPENED));
  const many = size.toLocaleString('en-GB');
  /** @type {(what: string, act: Check, expected: number) => Promise<Row>} */
  const row = async (what, act, expected) => {
    const found = await act();
    if (found !== expected) throw new Error(`${what}: ${found} cases differ, and not ${expected}.`);
    const figure = await medianOf(act);
    return [
      `the check of ${many} open cases at a start, ${what}`,
      `${ms(figure)}, ${((figure * 1000) / size).toFixed(0)} µs a case`,
      `${(figure / opened).toFixed(2)} times`,
      `the same files opened by the database, and nothing compared: ${ms(opened)}`,
    ];
  };
  return [await row('none of which differs', same, 0), await row('all of which differ', differing, size)];
}

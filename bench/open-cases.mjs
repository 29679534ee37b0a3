import path from 'node:path';
import { eachOf } from './figures.mjs';
import { compiled } from '../scripts/compiled.mjs';

/*
 * Open cases of every stage, on the record and in Temporal. Their files are made by the rules, by real decisions taken
 * in the order of the procedure; their workflows are started from the record, as after a restore. What they were told
 * before is taken as sent.
 */
/** @type {StepId[]} */
const stages = [
  'decision-meeting',
  'information',
  'rapid-review-meeting',
  'determination',
  'panel-reply',
  'planning',
  'draft',
  'sign-off',
  'publication',
];
/** @import { Client } from 'pg' */
/** @import { CaseFile } from '../src/procedure/case/case-file.js' */
/** @import { CaseEvent } from '../src/procedure/case/record.js' */
/** @import { StepId } from '../src/procedure/step-ids.js' */
/** @import { CaseReference, Instant } from '../src/procedure/time/time.js' */
/** @import { Records } from '../src/records/records.js' */

const day = 86_400_000;
const hour = 3_600_000;

/**
 * Returns the maker of case files for the partnership of an installation.
 *
 * @param {{ root: string, records: Records }} options
 */
export async function caseFiles({ root, records }) {
  const { loadTypeScript } = await import('../scripts/typescript.mjs');
  const { aCase } = loadTypeScript('tests/support/a-case.ts');
  const { londonDate, londonInstant, londonTime, timeOfDay, fromMillis, toMillis } =
    compiled('src/procedure/time/dates.js');
  const { isWorkingDay } = compiled('src/procedure/time/calendar.js');
  const { nextReminderAt, ownTurn, remindersDue } = compiled('src/procedure/reminders/reminders.js');
  const { readProfileOf } = compiled('src/installation/open.js');
  const { currentPartnership } = compiled('src/installation/current-partnership.js');
  const profile = readProfileOf({ profileFile: path.join(root, 'profiles', 'kirklees.yaml') });
  const now = () => fromMillis(Date.now());
  const partnership = await currentPartnership({ profile, records, now })();
  // The forms of the script name people who are of no profile.
  const everybody = [...new Set([...partnership.everybody, ...(aCase().file.everybody ?? [])])].sort();
  const ofNow = { ...partnership, everybody };

  /**
   * Returns a case that came so many days ago and stands at a stage; undefined where it would have had to go too fast.
   *
   * @param {StepId} stage
   * @param {number} daysAgo
   * @returns {CaseFile | undefined}
   */
  function standing(stage, daysAgo) {
    const received = londonDate(fromMillis(Date.now() - daysAgo * day));
    if (!isWorkingDay(partnership.calendar, received)) return undefined;
    try {
      const made = aCase().of(ofNow).receivedOn(received).at(stage);
      return toMillis(made.now) < Date.now() - hour ? { ...made.file, unsent: [], remindedUpTo: now() } : undefined;
    } catch {
      // On these days its way does not lead there.
      return undefined;
    }
  }

  /**
   * Returns the same file where the partnership's mornings begin at a moment of a day: its reminders are due then.
   *
   * @type {(file: CaseFile, moment: Instant) => CaseFile}
   */
  const withMorning = (file, moment) => ({
    ...file,
    policy: { ...file.policy, morning: londonTime(moment), closingHour: timeOfDay('23:59') },
  });

  const daysAgo = Array.from({ length: 40 }, (_nothing, at) => at * 5 + 1);
  const everywhere = () =>
    stages.flatMap((stage) => daysAgo.map((days) => standing(stage, days)).filter((file) => file !== undefined));

  return {
    ownTurn,

    /** Returns one case file for each stage; none has anything due before tomorrow. */
    atRest() {
      const past = fromMillis(Date.now() - 2 * hour);
      return stages.flatMap((stage) => {
        const file = daysAgo.map((days) => standing(stage, days)).find((one) => one !== undefined);
        return file === undefined ? [] : [withMorning(file, past)];
      });
    },

    /**
     * Returns the first full minute after a moment that is a morning on which reminders may go out; undefined on a day
     * without.
     *
     * @param {number} ms
     */
    morningAfter(ms) {
      const minute = Math.ceil(ms / 60_000) * 60_000;
      // Moves a late moment to the next day, or the reminders would run into the night.
      const late = londonTime(fromMillis(minute)) >= '23:30';
      const tomorrow = () => toMillis(londonInstant(londonDate(fromMillis(minute + hour)), timeOfDay('00:01')));
      const moment = fromMillis(late ? tomorrow() : minute);
      return isWorkingDay(partnership.calendar, londonDate(moment)) ? moment : undefined;
    },

    /**
     * Returns files of cases that have to remind one person of one thing at that very moment.
     *
     * @param {Instant} moment
     */
    dueAt(moment) {
      const due = everywhere()
        .map((file) => withMorning(file, moment))
        .filter((file) => nextReminderAt(file) === moment && remindersDue(file, moment).length === 1);
      if (due.length === 0) throw new Error('No case has one reminder at that moment.');
      return due;
    },
  };
}

/**
 * Puts so many cases on the record, copies of the files in turn, as if they had been there for a week. Returns their
 * references.
 *
 * @param {{ records: Records, db: Client, files: CaseFile[], count: number, from?: number }} options
 */
export async function putOnRecord({ records, db, files, count, from = 0 }) {
  const { caseSummary } = compiled('activities/case-summary.js');
  const given = Array.from({ length: count }, (_nothing, at) => referenceOf(from + at));
  /** @type {CaseReference[]} */
  const references = [];
  await eachOf(given, 8, async (reference, at) => {
    const { [at % files.length]: model } = files;
    if (model === undefined) throw new Error('There is no file to copy.');
    /** @type {CaseFile} */
    const file = JSON.parse(JSON.stringify(model).replaceAll(model.reference, reference));
    references[at] = file.reference;
    /** @type {CaseEvent} */
    const opened = { seq: 1, kind: 'case-opened', at: file.openedAt, step: 'notification', details: {} };
    await records.record({ file, events: [opened], notices: [] }, caseSummary(file));
  });
  await db.query(`UPDATE cases SET recorded_at = now() - interval '7 days' WHERE reference = ANY ($1::text[])`, [
    references,
  ]);
  // As PostgreSQL does by itself within minutes of so many rows.
  await db.query('VACUUM ANALYZE');
  return references;
}

/**
 * Returns the n-th reference: so many a year as there are.
 *
 * @param {number} n
 */
const referenceOf = (n) => `SIN-${2001 + Math.floor(n / 9_999)}-${String(1 + (n % 9_999)).padStart(4, '0')}`;

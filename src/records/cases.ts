import type { CaseFile } from '../procedure/case/case-file';
import type { Visibility } from '../procedure/permissions';
import type { CaseReference, Instant } from '../procedure/time/time';
import { orderingOf, type CaseConditions, type CaseFilter } from './case-list';
import { countedPageOf, countOf, foundOf, pageStatement, type Reach } from './case-page';
import { carriedPrint, type CarriedPartnership } from './carried';
import { summaryEdition, type CaseSummary, type ListedSummary } from './case-summary';
import type { Db } from './db';
import { versionOf, type KeptFiles } from './case-file-cache';
import type { Row } from './row';
import type { Turn } from '../procedure/reminders/turns';
import { readJson } from './stored';
import { storedNotConfirmed, storedPublication, storedTurn } from './stored-summary';
import { SUMMARY, summaryColumns, summaryValues } from './summary-columns';
import { visibleOnly } from './visibility';
import { pageSize, Where } from './where';

export type { CaseConditions, CaseFilter, CaseOrder, Direction } from './case-list';

/** A case in a list: its summary, and how far a practice case's clock runs ahead of the wall's. */
export interface ListedCase {
  readonly summary: ListedSummary;
  /** The turn that is due soonest, if there is one. */
  readonly nextTurn?: Turn;
  readonly practiceOffsetMs: number;
}

/** A case with its file as it was last recorded. */
export interface CaseOnRecord extends ListedCase {
  readonly file: CaseFile;
}

/** A page of cases, and the cursor of the next page if there is one. */
export interface CasesPage {
  readonly cases: readonly ListedCase[];
  readonly next?: string;
}

/** A page of cases, and the number of cases on all pages. `more`: there are more cases than the number says. */
export interface CountedPage extends CasesPage {
  readonly found: number;
  readonly more: boolean;
}

/** A case whose summary is of an earlier edition, or of an earlier file. */
export interface OutdatedCase {
  readonly reference: CaseReference;
  readonly seq: number;
  readonly file: CaseFile;
}

/** The progress of an open case, according to its record. */
export interface OpenCase {
  readonly reference: CaseReference;
  /** Number of the last entry. */
  readonly seq: number;
  /** True if the case was recorded after the moment asked about. */
  readonly lately: boolean;
  /** The entry at which its history in Temporal parted from the record. */
  readonly contradicted?: number;
}

/** Reads a stored case file, including one of an earlier release. */
export type ReadFile = (stored: Readonly<Record<string, unknown>>) => CaseFile;

const SUMMARISE = `UPDATE cases SET summary_seq = seq,
  ${summaryColumns.map((column, i) => `${column} = $${i + 3}`).join(', ')}
WHERE reference = $1 AND seq = $2 RETURNING reference`;

const VERSION = versionOf('c');

const GET = {
  name: 'case',
  text: `SELECT ${SUMMARY}, ${VERSION} AS version, CASE WHEN ${VERSION} <> $2 THEN c.file END AS file
    FROM cases AS c WHERE c.reference = $1`,
} as const;

/** Cases as they were last recorded. */
export function casesRepository(db: Db, { kept, readFile }: { readonly kept: KeptFiles; readonly readFile: ReadFile }) {
  const fileOf = (row: Row): CaseFile => readFile(row.object('file', 'version', 'reference', 'seq'));
  return {
    /** The case of this reference, if it is on the record. */
    async get(reference: CaseReference): Promise<CaseOnRecord | undefined> {
      const known = kept.of(reference);
      const [row] = await db.query(GET, [reference, known?.version ?? '']);
      if (row === undefined) return undefined;
      // The database sends no file if the cached file is of this version.
      const file = row.has('file') || known === undefined ? fileOf(row) : known.file;
      return { ...listed(row), file: kept.keep(reference, { version: row.text('version'), file }) };
    },

    /** Filters the references down to cases on the record, in the same order. */
    async known(references: readonly CaseReference[]): Promise<readonly CaseReference[]> {
      if (references.length === 0) return [];
      const rows = await db.query('SELECT reference FROM cases WHERE reference = ANY ($1::text[])', [references]);
      const found = new Set(rows.map((row) => row.reference()));
      return references.filter((one) => found.has(one));
    },

    /**
     * Lists a page of the cases that satisfy the filter, newest first unless another order is given. Throws
     * `InvalidCursor`.
     */
    async list(filter: CaseFilter): Promise<CasesPage> {
      return pageIn(await db.query(...pageStatement(filter)), filter);
    },

    /**
     * Lists the same page and counts the cases that satisfy the filter. A search counts only as far as `reach` says.
     */
    async listAndCount(filter: CaseFilter, reach?: Reach): Promise<CountedPage> {
      const rows = await db.query(...countedPageOf(filter, reach));
      return { ...pageIn(rows, filter), ...foundOf(rows[0]?.wholeNumber('found') ?? 0, filter, reach) };
    },

    /** Counts the cases that satisfy the filter. */
    async count(filter: CaseConditions): Promise<number> {
      const [row] = await db.query(...countOf(filter));
      return row?.wholeNumber('cases') ?? 0;
    },

    /**
     * Distances by which the clocks of open practice cases run ahead of the wall clock, without duplicates, in
     * milliseconds.
     */
    async practiceOffsets(visibleTo: Visibility): Promise<readonly number[]> {
      const where = new Where().and('c.practice').and('c.closed_on IS NULL');
      visibleOnly(where, visibleTo);
      const rows = await db.query(`SELECT DISTINCT c.practice_offset_ms FROM cases AS c ${where.sql}`, where.values);
      return rows.map((row) => row.wholeNumber('practice_offset_ms'));
    },

    /** The references of every case that is not closed. */
    async openReferences(): Promise<readonly CaseReference[]> {
      const rows = await db.query('SELECT reference FROM cases WHERE closed_on IS NULL ORDER BY reference');
      return rows.map((row) => row.reference());
    },

    /** References of the open cases that carry another calendar, other meetings or other people. Reads no case file. */
    async differingFrom(partnership: CarriedPartnership): Promise<readonly CaseReference[]> {
      const rows = await db.query(
        'SELECT reference FROM cases WHERE closed_on IS NULL AND carried IS DISTINCT FROM $1 ORDER BY reference',
        [carriedPrint(partnership)],
      );
      return rows.map((row) => row.reference());
    },

    /**
     * Lists the open cases, all or those of these references: how far each has come, and whether it was recorded after
     * `since`.
     */
    async openCases(since: Instant, among?: readonly CaseReference[]): Promise<readonly OpenCase[]> {
      const rows = await db.query(
        `SELECT reference, seq, contradicted, recorded_at > $1 AS lately FROM cases
         WHERE closed_on IS NULL AND ($2::text[] IS NULL OR reference = ANY ($2::text[])) ORDER BY reference`,
        [since, among],
      );
      return rows.map((row) => ({
        reference: row.reference(),
        seq: row.wholeNumber('seq'),
        lately: row.flag('lately'),
        ...(row.has('contradicted') && { contradicted: row.wholeNumber('contradicted') }),
      }));
    },

    /**
     * References of the open cases that have parted from their record. Nothing of them is recorded until they are
     * restarted.
     */
    async contradicted(): Promise<readonly CaseReference[]> {
      const rows = await db.query(
        'SELECT reference FROM cases WHERE closed_on IS NULL AND contradicted IS NOT NULL ORDER BY reference',
      );
      return rows.map((row) => row.reference());
    },

    /**
     * Lists cases to summarise again, by reference, beginning after `after`. A release with an earlier edition recorded
     * them, before this release or beside it.
     */
    async outdated(limit: number, after?: CaseReference): Promise<readonly OutdatedCase[]> {
      const rows = await db.query(
        `SELECT reference, seq, file FROM cases
         WHERE (summary_edition < $1 OR summary_seq <> seq) AND ($2::text IS NULL OR reference > $2)
         ORDER BY reference LIMIT $3`,
        [summaryEdition, after, pageSize(limit)],
      );
      return rows.map((row) => ({ reference: row.reference(), seq: row.wholeNumber('seq'), file: fileOf(row) }));
    },

    /** Writes a new summary of a case. False if the case was recorded again meanwhile, which has summarised it too. */
    async summarise(reference: CaseReference, seq: number, summary: CaseSummary): Promise<boolean> {
      return (await db.query(SUMMARISE, [reference, seq, ...summaryValues(summary)])).length > 0;
    },

    /**
     * Stores the distance by which a practice case's clock runs ahead of the wall clock, in milliseconds. The distance
     * never shrinks. False if there is no such practice case.
     */
    async setPracticeOffset(reference: CaseReference, ms: number): Promise<boolean> {
      const rows = await db.query(
        `UPDATE cases SET practice_offset_ms = greatest(practice_offset_ms, $2::bigint)
         WHERE reference = $1 AND practice RETURNING reference`,
        [reference, Math.round(ms)],
      );
      return rows.length > 0;
    },
  };
}

/** Cases as they were last recorded. */
export type CasesRepository = ReturnType<typeof casesRepository>;

function pageIn(rows: readonly Row[], filter: CaseFilter): CasesPage {
  const limit = pageSize(filter.limit);
  const ofCases = rows.filter((row) => row.has('reference'));
  const cases = ofCases.slice(0, limit).map(listed);
  const last = ofCases.length > limit ? cases.at(-1)?.summary : undefined;
  return last === undefined ? { cases } : { cases, next: orderingOf(filter).cursorAt(last) };
}

function listed(row: Row): ListedCase {
  // The casts are safe: turn and publication were written from the same types. A release that changes the types
  // rewrites them.
  return {
    summary: {
      reference: row.reference(),
      partnership: row.text('partnership'),
      profile: row.text('profile'),
      practice: row.flag('practice'),
      stage: row.text('stage'),
      steps: row.texts('steps'),
      nextDue: row.has('next_due') ? row.date('next_due') : undefined,
      nextDueAt: row.has('next_due_at') ? row.moment('next_due_at') : undefined,
      reviewType: row.has('review_type') ? row.text('review_type') : undefined,
      openedAt: row.moment('opened_at'),
      receivedOn: row.date('received_on'),
      ...(row.has('closed_on') && { closedOn: row.date('closed_on') }),
      agencies: row.texts('agencies'),
      people: row.people('people'),
      seesState: row.people('sees_state'),
      seesWhole: row.people('sees_whole'),
      shutOut: row.people('shut_out'),
      dayOne: row.date('day_one'),
      ending: row.text('ending'),
      panel: row.has('panel') ? row.text('panel') : undefined,
      ...(row.has('publication') && {
        publication: readJson(row, 'publication', storedPublication),
      }),
      ...(row.has('not_confirmed') && {
        notConfirmed: readJson(row, 'not_confirmed', storedNotConfirmed),
      }),
    },
    ...(row.has('next_turn') && {
      nextTurn: readJson(row, 'next_turn', storedTurn),
    }),
    practiceOffsetMs: row.wholeNumber('practice_offset_ms'),
  };
}

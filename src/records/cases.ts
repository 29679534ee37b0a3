import type { CaseFile } from '../procedure/case-file';
import { parseInstant } from '../procedure/dates';
import type { CaseReference, Instant, IsoDate } from '../procedure/time';
import { isReference } from './case-reference';
import type { CaseSummary } from './case-summary';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';
import { searchTerms } from './search-key';

/** A case in a list: its summary, and how far a practice case's clock runs ahead of the wall's. */
export interface ListedCase {
  readonly summary: CaseSummary;
  readonly practiceOffsetMs: number;
}

/** A case with its file as it was last recorded. */
export interface CaseOnRecord extends ListedCase {
  readonly file: CaseFile;
}

/** Which cases to list; every condition that is given must hold. */
export interface CaseFilter {
  readonly stage?: string;
  /** Whose next deadline has passed at this moment of the wall's clock; a practice case is asked by its own clock. */
  readonly overdueAsOf?: Instant;
  /** Whose next deadline is on a date before this one. */
  readonly dueBefore?: IsoDate;
  readonly reviewType?: string;
  readonly practice?: boolean;
  /** Words sought in the reference, the agencies, the names, and the words that are kept for the case. */
  readonly text?: string;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

/** One page of cases, newest first, and the cursor of the next page if there is one. */
export interface CasePage {
  readonly cases: readonly ListedCase[];
  readonly next?: string;
}

/** Makes a case file of what is stored, a file of an earlier release too. */
export type ReadFile = (stored: Readonly<Record<string, unknown>>) => CaseFile;

const SUMMARY = `c.reference, c.partnership, c.profile, c.practice, c.practice_offset_ms, c.stage, c.steps, c.next_due,
  c.next_due_at, c.review_type, c.opened_at, c.received_on, c.closed_on, c.agencies`;

/** Cases as they were last recorded. */
export function casesRepository(db: Db, readFile: ReadFile) {
  return {
    /** The case of this reference, if it is on the record. */
    async get(reference: CaseReference): Promise<CaseOnRecord | undefined> {
      const [row] = await db.query(`SELECT ${SUMMARY}, c.file FROM cases AS c WHERE c.reference = $1`, [reference]);
      return row && { ...listed(row), file: readFile(row.object('file', 'version', 'reference', 'seq')) };
    },

    /** One page of the cases that satisfy the filter, newest first. Throws `InvalidCursor`. */
    async list(filter: CaseFilter): Promise<CasePage> {
      const limit = Math.min(Math.max(Math.trunc(filter.limit), 1), 200);
      const { sql, values } = conditions(filter);
      const rows = await db.query(
        `SELECT ${SUMMARY} FROM cases AS c LEFT JOIN case_content AS n USING (reference)
         ${sql} ORDER BY c.opened_at DESC, c.reference DESC LIMIT ${limit + 1}`,
        values,
      );
      const cases = rows.slice(0, limit).map(listed);
      const last = rows.length > limit ? cases.at(-1)?.summary : undefined;
      return last === undefined ? { cases } : { cases, next: writeCursor(last.openedAt, last.reference) };
    },

    /** The references of every case that is not closed. */
    async openReferences(): Promise<readonly CaseReference[]> {
      const rows = await db.query('SELECT reference FROM cases WHERE closed_on IS NULL ORDER BY reference');
      return rows.map((row) => row.reference());
    },

    /**
     * Keeps how far a practice case's clock runs ahead of the wall's; it never goes back. False if there is no such
     * practice case.
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

interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function conditions(filter: CaseFilter): Conditions {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const all: string[] = [];
  if (filter.stage !== undefined) all.push(`c.stage = ${given(filter.stage)}`);
  if (filter.reviewType !== undefined) all.push(`c.review_type = ${given(filter.reviewType)}`);
  if (filter.practice !== undefined) all.push(`c.practice = ${given(filter.practice)}`);
  if (filter.dueBefore !== undefined) all.push(`c.next_due < ${given(filter.dueBefore)}::date`);
  if (filter.overdueAsOf !== undefined) {
    all.push(`c.next_due_at < ${given(filter.overdueAsOf)}::timestamptz + c.practice_offset_ms * interval '1 ms'`);
  }
  if (filter.text !== undefined) all.push(...textConditions(searchTerms(filter.text), given));
  if (filter.cursor !== undefined) {
    const [openedAt, reference] = readCursor(filter.cursor, [(part) => parseInstant(part) === part, isReference]);
    all.push(`(c.opened_at, c.reference) < (${given(openedAt)}::timestamptz, ${given(reference)})`);
  }
  return { sql: all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`, values };
}

/**
 * Every term stands in the reference, the agencies or a name, or else all of them begin words of one kept text. The
 * former are short enough to be read through; the latter have an index.
 */
function textConditions(terms: readonly string[], given: (value: unknown) => string): readonly string[] {
  if (terms.length === 0) return ['false'];
  const patterns = given(terms.map((term) => `%${term}%`));
  const beginnings = terms.flatMap((term) => term.split(' ')).map((word) => `'${word}':*`);
  return [
    `((c.search || ' ' || coalesce(n.search, '')) LIKE ALL (${patterns}::text[])
      OR c.reference IN (SELECT reference FROM case_words
                         WHERE search @@ to_tsquery('simple', ${given(beginnings.join(' & '))})))`,
  ];
}

function listed(row: Row): ListedCase {
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
    },
    practiceOffsetMs: row.wholeNumber('practice_offset_ms'),
  };
}

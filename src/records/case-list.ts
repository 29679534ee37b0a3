import { parseInstant, parseIsoDate } from '../procedure/time/dates';
import { stages } from '../procedure/stages';
import type { Searched, Visibility } from '../procedure/permissions';
import type { Instant, IsoDate, PersonId } from '../procedure/time/time';
import { isReference } from './case-reference';
import type { ListedSummary } from './case-summary';
import { readCursor, writeCursor } from './cursor';
import { searchTerms } from './search-key';
import { ranks, visibleOnly } from './visibility';
import { Where } from './where';

/** Conditions on cases. Every condition that is given must hold. */
export interface CaseConditions {
  readonly visibleTo?: Visibility;
  readonly stage?: string;
  /**
   * Cases whose next deadline has passed at this moment of the wall clock; practice cases are checked by their own
   * clock.
   */
  readonly overdueAsOf?: Instant;
  /** Cases whose next deadline is on a date before this one. */
  readonly dueBefore?: IsoDate;
  readonly reviewType?: string;
  readonly ending?: string;
  /** The Panel's last reply. */
  readonly panel?: string;
  readonly practice?: boolean;
  /** True for open cases, false for closed ones. */
  readonly open?: boolean;
  /**
   * False for cases that stopped before a Rapid Review: withdrawn, not to proceed, criteria not met. True for the
   * others.
   */
  readonly proceeding?: boolean;
  /** The person whose turn it is in the case. */
  readonly person?: PersonId;
  /** Cases from which somebody is shut out. */
  readonly shutsOut?: true;
  /** Words sought in the reference, the agencies, the names, and the words that are kept for the case. */
  readonly text?: string;
  /** The texts in which the words are sought. Defaults to everything. */
  readonly textWithin?: Searched;
  readonly light?: LightSought;
}

/**
 * Lights that show a case's next date: red when the date has passed, amber when it is soon, green otherwise while the
 * case is open, none when it is closed.
 */
export const lights = ['red', 'amber', 'green', 'none'] as const;
export type Light = (typeof lights)[number];

/** The cases of one light, with what "passed" and "soon" mean at this moment. */
export interface LightSought {
  readonly is: Light;
  /** The wall's clock. */
  readonly asOf: Instant;
  /** The last date that counts as soon, for each distance by which a case's clock runs ahead of the wall clock. */
  readonly soon: readonly { readonly aheadMs: number; readonly until: IsoDate }[];
}

/** Orders in which cases can be listed. */
export const caseOrders = ['newest', 'received', 'due', 'reference', 'stage', 'day'] as const;
export type CaseOrder = (typeof caseOrders)[number];
export type Direction = 'asc' | 'desc';

/** The conditions, the order and the page of a list of cases. */
export interface CaseFilter extends CaseConditions {
  /** Defaults to `newest`, by the moment of opening. `due` puts cases without a deadline last, in either direction. */
  readonly order?: CaseOrder;
  /** Defaults to `desc` for `newest` and `received`, and to `asc` for the others. `day` counts up from Day 1. */
  readonly direction?: Direction;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

const STOPPED = ['withdrawn', 'did-not-proceed', 'criteria-not-met'];

/** The sort key of a list: as an expression in SQL, and as text in a cursor. */
interface Place {
  readonly sql: string;
  readonly type: 'timestamptz' | 'date' | 'integer' | 'text';
  of(summary: ListedSummary): string;
  test(part: string): boolean;
  /** Set if the greater value comes first: a case with a later Day 1 is on an earlier day. */
  readonly downwards?: true;
}

const isInstant = (part: string): boolean => parseInstant(part) === part;
const isDate = (part: string): boolean => parseIsoDate(part) !== undefined;

/** Day 1 of a case. Falls back to the day of receipt for cases recorded by a release that did not keep Day 1. */
export const DAY_ONE = 'coalesce(c.day_one, c.received_on)';

function placeIn(order: CaseOrder, direction: Direction): Place {
  switch (order) {
    case 'newest':
      return { sql: 'c.opened_at', type: 'timestamptz', of: ({ openedAt }) => openedAt, test: isInstant };
    case 'received':
      return { sql: 'c.received_on', type: 'date', of: ({ receivedOn }) => receivedOn, test: isDate };
    case 'due': {
      const none = direction === 'asc' ? 'infinity' : '-infinity';
      return {
        sql: `coalesce(c.next_due_at, '${none}')`,
        type: 'timestamptz',
        of: ({ nextDueAt = none }) => nextDueAt,
        test: (part) => part === none || isInstant(part),
      };
    }
    case 'reference':
      return { sql: "''", type: 'text', of: () => '', test: (part) => part === '' };
    case 'stage':
      // The index of migration 6 has this very expression. Other stages need another index, or the list becomes slow.
      return {
        sql: `coalesce(array_position(ARRAY[${stages.map((stage) => `'${stage}'`).join(', ')}], c.stage), 0)`,
        type: 'integer',
        of: ({ stage }) => String(stages.findIndex((known) => known === stage) + 1),
        test: (part) => /^\d{1,3}$/.test(part),
      };
    case 'day':
      return {
        sql: DAY_ONE,
        type: 'date',
        of: ({ dayOne }) => dayOne,
        test: isDate,
        downwards: true,
      };
  }
}

/** The ORDER BY of a list, and the cursors with which its pages begin. */
export interface Ordering {
  /** The sort key of the case `c`, in SQL. */
  readonly place: string;
  /** The ORDER BY of rows that have a reference and the sort key as `place`. */
  readonly sql: string;
  /** Writes the condition that a row comes after the cursor; its values go to the statement. Throws `InvalidCursor`. */
  after(values: Where, cursor: string): string;
  cursorAt(summary: ListedSummary): string;
}

/**
 * Works out the ordering of a list. A cursor is valid only for the order and the direction in which it was given out.
 */
export function orderingOf({
  order = 'newest',
  direction = order === 'newest' || order === 'received' ? 'desc' : 'asc',
}: CaseFilter): Ordering {
  const place = placeIn(order, direction);
  const upwards = (direction === 'asc') !== (place.downwards === true);
  const name = `${order} ${direction}`;
  const way = upwards ? 'ASC' : 'DESC';
  return {
    place: place.sql,
    sql: order === 'reference' ? `reference ${way}` : `place ${way}, reference ${way}`,
    after(values, cursor) {
      const [, at, reference] = readCursor(cursor, [(part) => part === name, place.test, isReference]);
      const than = upwards ? '>' : '<';
      return order === 'reference'
        ? `reference ${than} ${values.given(reference)}`
        : `(place, reference) ${than} (${values.given(at)}::text::${place.type}, ${values.given(reference)})`;
    },
    cursorAt: (summary) => writeCursor(name, place.of(summary), summary.reference),
  };
}

/** The search for a text, in addition to the conditions on the case. */
export interface Sought {
  /** The condition on the case's row in the search table, `s`. */
  readonly sql: string;
  /** The query for cases whose kept words contain the text; the condition refers to it as `worded`. */
  readonly worded?: string;
}

/** Writes the conditions of a filter on the case `c`, and the search if the filter has a text. */
export function conditionsOf(filter: CaseConditions): { readonly where: Where; readonly sought?: Sought } {
  const where = new Where();
  const equal = (column: string, value: unknown) =>
    value !== undefined && where.and(`${column} = ${where.given(value)}`);
  visibleOnly(where, filter.visibleTo);
  equal('c.stage', filter.stage);
  equal('c.review_type', filter.reviewType);
  equal('c.ending', filter.ending);
  equal('c.panel', filter.panel);
  equal('c.practice', filter.practice);
  if (filter.open !== undefined) where.and(`c.closed_on IS ${filter.open ? '' : 'NOT '}NULL`);
  if (filter.proceeding !== undefined) {
    where.and(`${filter.proceeding ? 'NOT ' : ''}c.ending = ANY (${where.given(STOPPED)}::text[])`);
  }
  if (filter.person !== undefined) {
    where.and(
      `c.reference IN (SELECT reference FROM case_turns WHERE people @> ARRAY[${where.given(filter.person)}::text])`,
    );
  }
  if (filter.shutsOut === true) where.and("c.shut_out <> '{}'");
  if (filter.dueBefore !== undefined) where.and(`c.next_due < ${where.given(filter.dueBefore)}::date`);
  if (filter.overdueAsOf !== undefined) where.and(isOverdue(where, filter.overdueAsOf));
  if (filter.light !== undefined) stands(where, filter.light);
  const { text, textWithin = 'everything' } = filter;
  return text === undefined ? { where } : { where, sought: soughtIn(where, searchTerms(text), textWithin) };
}

const isOverdue = (where: Where, asOf: Instant): string =>
  `c.next_due_at < ${where.given(asOf)}::timestamptz + c.practice_offset_ms * interval '1 ms'`;

function stands(where: Where, { is, asOf, soon }: LightSought): void {
  where.and(`c.closed_on IS ${is === 'none' ? 'NOT ' : ''}NULL`);
  if (is === 'none') return;
  const overdue = isOverdue(where, asOf);
  // Counts an open case without a date as not overdue.
  where.and(is === 'red' ? overdue : `coalesce(NOT ${overdue}, true)`);
  if (is === 'red') return;
  const [ahead, until] = [soon.map(({ aheadMs }) => aheadMs), soon.map((one) => one.until)].map((all) =>
    where.given(all),
  );
  where.and(
    `${is === 'amber' ? '' : 'NOT '}EXISTS (SELECT FROM unnest(${ahead}::bigint[], ${until}::date[]) AS soon (ahead, until)
      WHERE soon.ahead = c.practice_offset_ms AND c.next_due <= soon.until)`,
  );
}

/**
 * Finds cases where every term occurs in the reference, the agencies or a name, or where all terms begin words of one
 * kept text. The first are in narrow rows of their own, which are quick to scan; the kept texts have an index.
 */
function soughtIn(where: Where, terms: readonly string[], within: Searched): Sought {
  if (terms.length === 0) return { sql: 'false' };
  const patterns = where.given(terms.map((term) => `%${term}%`));
  const inReference = `replace(lower(s.reference), '-', ' ') LIKE ALL (${patterns}::text[])`;
  if (within === 'references') return { sql: inReference };
  const names = within !== 'words';
  // Limits the search to texts of weight D. Texts that are kept with the names have the weight A.
  const weight = names ? '' : 'D';
  const beginnings = terms.flatMap((term) => term.split(' ')).map((word) => `'${word}':*${weight}`);
  const inTexts = `(${names ? "(s.said || ' ' || s.names)" : 's.said'} LIKE ALL (${patterns}::text[])
      OR s.reference IN (SELECT reference FROM worded))`;
  const sql =
    typeof within === 'string'
      ? inTexts
      : `(${inReference} OR (${inTexts} AND s.reference IN
          (SELECT reference FROM case_people WHERE person = ${where.given(within.seenWholeBy)} AND sees >= ${ranks.whole})))`;
  return {
    sql,
    worded: `SELECT reference FROM case_words
      WHERE search @@ to_tsquery('simple', ${where.given(beginnings.join(' & '))})`,
  };
}

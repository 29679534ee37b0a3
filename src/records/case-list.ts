import { parseInstant, parseIsoDate } from '../procedure/time/dates';
import { stages } from '../procedure/describe';
import type { Sight, Visibility } from '../procedure/permissions';
import type { Instant, IsoDate, PersonId } from '../procedure/time/time';
import { isReference } from './case-reference';
import type { ListedSummary } from './case-summary';
import { readCursor, writeCursor } from './cursor';
import { searchTerms } from './search-key';
import { visibleOnly } from './visibility';
import { Where } from './where';

/** Which cases are meant; every condition that is given must hold. */
export interface CaseConditions {
  readonly visibleTo?: Visibility;
  readonly stage?: string;
  /** Whose next deadline has passed at this moment of the wall's clock; a practice case is asked by its own clock. */
  readonly overdueAsOf?: Instant;
  /** Whose next deadline is on a date before this one. */
  readonly dueBefore?: IsoDate;
  readonly reviewType?: string;
  readonly ending?: string;
  /** What the Panel last replied. */
  readonly panel?: string;
  readonly practice?: boolean;
  /** Not closed, or closed. */
  readonly open?: boolean;
  /** Not stopped before a Rapid Review, or stopped: withdrawn, not to proceed, criteria not met. */
  readonly proceeding?: boolean;
  /** Whose turn it is in the case. */
  readonly person?: PersonId;
  /** Where somebody is shut out. */
  readonly shutsOut?: true;
  /** Words sought in the reference, the agencies, the names, and the words that are kept for the case. */
  readonly text?: string;
  /** How much of a case the words are sought in; everything, unless it is said. By state it is the reference alone. */
  readonly textWithin?: Sight;
  readonly light?: LightSought;
}

/**
 * How a case stands by its next date: red when that has passed, amber when it is soon, green otherwise while the case
 * is open, none when it is closed.
 */
export const lights = ['red', 'amber', 'green', 'none'] as const;
export type Light = (typeof lights)[number];

/** Cases that stand in one way, and what that means at this moment. */
export interface LightSought {
  readonly is: Light;
  /** The wall's clock. */
  readonly asOf: Instant;
  /** The last date that is soon, for each distance by which a case's clock runs ahead of the wall's. */
  readonly soon: readonly { readonly aheadMs: number; readonly until: IsoDate }[];
}

/** What cases can be listed by. */
export const caseOrders = ['newest', 'received', 'due', 'reference', 'stage', 'day'] as const;
export type CaseOrder = (typeof caseOrders)[number];
export type Direction = 'asc' | 'desc';

/** Which page of cases to list, and in what order. */
export interface CaseFilter extends CaseConditions {
  /** The newest opened first, unless said otherwise. `due` has cases without a deadline last, either way. */
  readonly order?: CaseOrder;
  /** Downwards for `newest` and `received`, upwards for the others, unless said otherwise. `day` counts up from Day 1. */
  readonly direction?: Direction;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

const STOPPED = ['withdrawn', 'did-not-proceed', 'criteria-not-met'];

/** What a case is placed by: in SQL, and as text in a cursor. */
interface Place {
  readonly sql: string;
  readonly type: 'timestamptz' | 'date' | 'integer' | 'text';
  of(summary: ListedSummary): string;
  test(part: string): boolean;
  /** What is greater comes earlier in it. */
  readonly downwards?: true;
}

const isInstant = (part: string): boolean => parseInstant(part) === part;
const isDate = (part: string): boolean => parseIsoDate(part) !== undefined;

/** Day 1 of a case that was recorded by a release that did not say is taken to be the day of receipt. */
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
      // The index of step 6 of the schema has this expression; other stages need another index, not to be slow.
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

/** The order of a listing, and where its page begins and the next one would. */
export interface Ordering {
  /** What a case is placed by, of the case `c`. */
  readonly place: string;
  /** The order of rows that have a reference and that as their `place`. */
  readonly sql: string;
  /** The condition that such a row comes after the cursor, whose values are given to the statement. Throws `InvalidCursor`. */
  after(values: Where, cursor: string): string;
  cursorAt(summary: ListedSummary): string;
}

/** How a listing is ordered. A cursor is good for the order and the direction in which it was given out. */
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

/** What a text is sought in, beside the conditions of the case. */
export interface Sought {
  /** The condition of what a case is searched by, `s`. */
  readonly sql: string;
  /** The cases in whose kept words the text stands, which the condition knows as `worded`. */
  readonly worded?: string;
}

/** The conditions of a filter, of the case `c`, and what a text is sought in where there is one. */
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
  const { text, textWithin = 'names' } = filter;
  return text === undefined ? { where } : { where, sought: soughtIn(where, searchTerms(text), textWithin) };
}

const isOverdue = (where: Where, asOf: Instant): string =>
  `c.next_due_at < ${where.given(asOf)}::timestamptz + c.practice_offset_ms * interval '1 ms'`;

function stands(where: Where, { is, asOf, soon }: LightSought): void {
  where.and(`c.closed_on IS ${is === 'none' ? 'NOT ' : ''}NULL`);
  if (is === 'none') return;
  const overdue = isOverdue(where, asOf);
  // A case that is open without a date has nothing that could be late.
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
 * Every term stands in the reference, the agencies or a name, or else all of them begin words of one kept text. The
 * former stand in narrow rows of their own, which are quick to read through; the latter have an index.
 */
function soughtIn(where: Where, terms: readonly string[], within: Sight): Sought {
  if (terms.length === 0 || within === 'none') return { sql: 'false' };
  const patterns = where.given(terms.map((term) => `%${term}%`));
  if (within === 'state') return { sql: `replace(lower(s.reference), '-', ' ') LIKE ALL (${patterns}::text[])` };
  // What is kept with the names has the weight A, and everything else D.
  const weight = within === 'names' ? '' : 'D';
  const beginnings = terms.flatMap((term) => term.split(' ')).map((word) => `'${word}':*${weight}`);
  return {
    sql: `(${within === 'names' ? "(s.said || ' ' || s.names)" : 's.said'} LIKE ALL (${patterns}::text[])
      OR s.reference IN (SELECT reference FROM worded))`,
    worded: `SELECT reference FROM case_words
      WHERE search @@ to_tsquery('simple', ${where.given(beginnings.join(' & '))})`,
  };
}

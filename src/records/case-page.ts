import { conditionsOf, orderingOf, type CaseConditions, type CaseFilter } from './case-list';
import { SUMMARY } from './summary-columns';
import { pageSize } from './where';

/*
 * The statements that find a page of cases, and count them. Each first finds the cases, for which indexes are enough,
 * and then reads the columns to show for the cases on the page alone.
 */

type Statement = readonly [sql: string, values: readonly unknown[]];

/** The limits of a search, beyond which the page is found in another way. */
export interface Reach {
  /** Number of matching cases that are counted. If there are more, the answer says so. */
  readonly counts: number;
  /** Number of cases, in their order, that are searched for the page if the text matches more than `counts`. */
  readonly walks: number;
}

const usual: Reach = { counts: 1_000, walks: 4_000 };

const withWorded = (worded: string | undefined): string =>
  worded === undefined ? '' : `worded AS MATERIALIZED (${worded}),`;

/** Builds the statement that counts the cases that satisfy the filter. */
export function countOf(filter: CaseConditions): Statement {
  const { where, sought } = conditionsOf(filter);
  if (sought === undefined) return [`SELECT count(*) AS cases FROM cases AS c ${where.sql}`, where.values];
  const { sql } = where.and(sought.sql);
  const searched = `cases AS c JOIN case_search AS s USING (reference) ${sql}`;
  const counted = `counted AS (SELECT count(*) AS cases FROM ${searched})`;
  return [`WITH ${withWorded(sought.worded)} ${counted} SELECT cases FROM counted`, where.values];
}

/** Builds the parts of which the statements of pages are made. */
function partsOf(filter: CaseFilter) {
  const { where, sought } = conditionsOf(filter);
  const ordering = orderingOf(filter);
  const after = filter.cursor === undefined ? '' : `WHERE ${ordering.after(where, filter.cursor)}`;
  const rows = pageSize(filter.limit) + 1;
  const placed = (from: string, conditions: string): string =>
    `SELECT c.reference, ${ordering.place} AS place FROM ${from} ${conditions}`;
  const ofCases = where.sql;
  const searched =
    sought === undefined ? undefined : `${where.sql === '' ? 'WHERE' : `${where.sql} AND`} ${sought.sql}`;
  return {
    ordering,
    after,
    rows,
    sought,
    values: where.values,
    cases: placed('cases AS c', ofCases),
    matching: searched === undefined ? '' : placed('cases AS c JOIN case_search AS s USING (reference)', searched),
    shown: (found: string) => `SELECT ${SUMMARY}, place FROM (
        ${found} ORDER BY ${ordering.sql} LIMIT ${rows}
      ) AS found JOIN cases AS c USING (reference)`,
  };
}

/**
 * Builds the statement of a page. Cases that match a text are found first and sorted afterwards. Walking through the
 * cases in order until the page is full could mean walking through all of them.
 */
export function pageStatement(filter: CaseFilter): Statement {
  const { ordering, after, sought, values, cases, matching, shown } = partsOf(filter);
  const found = (from: string): string => shown(`SELECT reference, place FROM ${from} ${after}`);
  return sought === undefined
    ? [`${found(`(${cases}) AS matching`)} ORDER BY ${ordering.sql}`, values]
    : [
        `WITH ${withWorded(sought.worded)} matching AS MATERIALIZED (${matching})
         ${found('matching')} ORDER BY ${ordering.sql}`,
        values,
      ];
}

/**
 * Builds the statement of a page with the number of cases, `found`, on each row; if the page is empty, on one row
 * without a case. A common text would match far more cases than the page shows. So matches are counted only up to a
 * number. If there are more, the page is sought among the first cases in order. Only if it is not full then are all
 * matches found.
 */
export function countedPageOf(filter: CaseFilter, { counts, walks }: Reach = usual): Statement {
  const { ordering, after, rows, sought, values, cases, matching, shown } = partsOf(filter);
  const order = `ORDER BY ${ordering.sql}`;
  const counted = (page: string): string => `SELECT * FROM counted LEFT JOIN (${page}) AS page ON true ${order}`;
  if (sought === undefined) {
    return [
      `WITH matching AS NOT MATERIALIZED (${cases}), counted AS (SELECT count(*) AS found FROM matching)
       ${counted(shown(`SELECT reference, place FROM matching ${after}`))}`,
      values,
    ];
  }
  const areMany = `(SELECT found FROM counted) > ${counts}`;
  const isFull = `(SELECT count(*) FROM walked) = ${rows}`;
  return [
    `WITH ${withWorded(sought.worded)}
     some_of_them AS MATERIALIZED (${matching} LIMIT ${counts + 1}),
     counted AS MATERIALIZED (SELECT count(*) AS found FROM some_of_them),
     walked AS MATERIALIZED (
       SELECT reference, place FROM (
         SELECT reference, place FROM (${cases}) AS all_of_them ${after} ${order} LIMIT ${walks}
       ) AS first_of_them JOIN case_search AS s USING (reference) WHERE ${areMany} AND ${sought.sql} ${order} LIMIT ${rows}
     ),
     paged AS (
       SELECT reference, place FROM (SELECT reference, place FROM some_of_them ${after}) AS few WHERE NOT ${areMany}
       UNION ALL SELECT reference, place FROM walked WHERE ${isFull}
       UNION ALL SELECT reference, place FROM (SELECT reference, place FROM (${matching}) AS matching ${after}) AS all_found
         WHERE ${areMany} AND NOT ${isFull}
     )
     ${counted(shown('SELECT reference, place FROM paged'))}`,
    values,
  ];
}

/** Reads the count of a page: the number of cases, and `more` if there are more than were counted. */
export const foundOf = (
  found: number,
  { text }: CaseConditions,
  { counts }: Reach = usual,
): { readonly found: number; readonly more: boolean } =>
  text !== undefined && found > counts ? { found: counts, more: true } : { found, more: false };

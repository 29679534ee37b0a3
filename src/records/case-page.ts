import { conditionsOf, orderingOf, type CaseConditions, type CaseFilter } from './case-list';
import { SUMMARY } from './summary-columns';
import { pageSize } from './where';

/* The statements that find a page of cases, and count them. Each begins with which cases are meant, for which indexes are
 * enough, and shows of those on the page alone what is shown. */

type Statement = readonly [sql: string, values: readonly unknown[]];

/** How far a search goes for its page before it looks for another way. */
export interface Reach {
  /** Of what a text finds so many are counted; that there are more is said. */
  readonly counts: number;
  /** A text that finds more is looked for in the first so many cases, in their order. */
  readonly walks: number;
}

const usual: Reach = { counts: 1_000, walks: 4_000 };

const withWorded = (worded: string | undefined): string =>
  worded === undefined ? '' : `worded AS MATERIALIZED (${worded}),`;

/** The statement that counts the cases that satisfy the filter. */
export function countOf(filter: CaseConditions): Statement {
  const { where, sought } = conditionsOf(filter);
  if (sought === undefined) return [`SELECT count(*) AS cases FROM cases AS c ${where.sql}`, where.values];
  const { sql } = where.and(sought.sql);
  const searched = `cases AS c JOIN case_search AS s USING (reference) ${sql}`;
  const counted = `counted AS (SELECT count(*) AS cases FROM ${searched})`;
  return [`WITH ${withWorded(sought.worded)} ${counted} SELECT cases FROM counted`, where.values];
}

/** The parts of which statements of pages are made. */
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
 * The statement of a page. What is sought by a text is found before it is put in order, since walking through the cases
 * in that order until a page is full may mean walking through all of them.
 */
export function pageOf(filter: CaseFilter): Statement {
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
 * The statement of a page with how many cases there are, `found`, on each of its rows, and on one without a case where
 * the page has none. A text that stands in many cases would have all of them found to show fifty: they are counted up to
 * a number, and where there are more, the page is looked for from its beginning, in the order of the cases. Only where
 * it is not full by then are all of them found after all.
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

/** What a count of a page says: how many cases there are, and whether there are more than were counted. */
export const foundOf = (
  found: number,
  { text }: CaseConditions,
  { counts }: Reach = usual,
): { readonly found: number; readonly more: boolean } =>
  text !== undefined && found > counts ? { found: counts, more: true } : { found, more: false };

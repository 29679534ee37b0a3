import { parseInstant } from '../procedure/time/dates';
import {
  credentialKinds,
  readParts,
  type Credential,
  type CredentialKind,
  type ReadPart,
} from '../procedure/read-parts';
import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';
import { pageSize, Where } from './where';

/** A reading: somebody opened something that shows cases. */
export interface CaseReading {
  readonly at: Instant;
  /** Undefined for the installation itself, and for whoever holds the codec's token. */
  readonly person: PersonId | undefined;
  readonly credential: Credential;
  readonly part: ReadPart;
  /** The cases that were shown, and the receipt numbers of notifications without one; none where a search found none. */
  readonly cases: readonly string[];
}

/** A reading as the log lists it. `cases` are those that the reader of the log may know of; `more` counts the others. */
export interface ListedReading extends CaseReading {
  readonly id: number;
  readonly more: number;
}

/** Conditions on readings, and the place where the list goes on. */
export interface ReadingFilter {
  readonly reference?: CaseReference;
  readonly person?: PersonId | 'nobody';
  readonly credential?: CredentialKind;
  readonly from?: Instant;
  readonly before?: Instant;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
  /** The person who reads the log: a case that they are shut out of is not named to them. */
  readonly viewer: PersonId | undefined;
}

/** A page of the log, newest first, and the cursor of the next page if there is one. */
export interface ReadingPage {
  readonly readings: readonly ListedReading[];
  readonly next?: string;
}

const ADD = {
  name: 'add-readings',
  text: `INSERT INTO readings (at, person, credential, credential_name, part, cases)
    SELECT at, person, credential, credential_name, part, ARRAY(SELECT jsonb_array_elements_text(shown))
    FROM jsonb_to_recordset($1::jsonb) AS r
      (at timestamptz, person text, credential text, credential_name text, part text, shown jsonb)`,
} as const;

const ADD_OF_ALL = `INSERT INTO readings (at, person, credential, credential_name, part, cases)
  SELECT $1::timestamptz, $2::text, $3::text, $4::text, $5::text, ARRAY(
    SELECT reference FROM cases UNION SELECT number FROM outside_notifications WHERE form IS NOT NULL ORDER BY 1)`;

/** Readings that one statement deletes, so that a purge after a long time holds nothing up. */
const purgedAtOnce = 10_000;

const PURGE = `DELETE FROM readings
  WHERE id IN (SELECT id FROM readings WHERE at < $1 LIMIT ${purgedAtOnce}) RETURNING id`;

/** The reading log. A reading is added once and never changed; it is deleted when its time is over. */
export function readingsRepository(db: Db) {
  return {
    /** Adds readings in one statement: all of them or none. */
    async add(readings: readonly CaseReading[]): Promise<void> {
      const rows = readings.map(({ at, person, credential, part, cases }) => ({
        at,
        person: person ?? null,
        credential: credential.kind,
        credential_name: credential.name,
        part,
        shown: cases,
      }));
      await db.query(ADD, [JSON.stringify(rows)]);
    },

    /** Adds a reading of every case that there is, and of every notification that waits. */
    async addOfAll({ at, person, credential: { kind, name }, part }: Omit<CaseReading, 'cases'>): Promise<void> {
      await db.query(ADD_OF_ALL, [at, person ?? null, kind, name, part]);
    },

    /** Lists a page of readings, newest first. Throws `InvalidCursor`. */
    async list(filter: ReadingFilter): Promise<ReadingPage> {
      const { where, known } = conditions(filter);
      const limit = pageSize(filter.limit);
      const rows = await db.query(
        `SELECT r.id, r.at, r.person, r.credential, r.credential_name, r.part, ${known} AS cases,
           cardinality(r.cases) AS shown
         FROM readings AS r ${where.sql} ORDER BY r.at DESC, r.id DESC LIMIT ${limit + 1}`,
        where.values,
      );
      const readings = rows.slice(0, limit).map(readingOf);
      const last = rows.length > limit ? readings.at(-1) : undefined;
      return last === undefined ? { readings } : { readings, next: writeCursor(last.at, String(last.id)) };
    },

    /** Deletes readings from before a moment, and returns their number. Touches nothing of a case. */
    async purge(before: Instant): Promise<number> {
      let deleted = 0;
      for (let last = purgedAtOnce; last === purgedAtOnce; deleted += last) {
        last = (await db.query(PURGE, [before])).length;
      }
      return deleted;
    },
  };
}

/** The reading log. */
export type ReadingsRepository = ReturnType<typeof readingsRepository>;

/** Returns the conditions on readings `r`, and what lists those of their cases that the viewer may know of. */
function conditions({ viewer: person, reference, ...filter }: ReadingFilter) {
  const where = new Where();
  const viewer = where.given(person ?? '');
  // A notification that has no case yet is known by its receipt number, and nobody is shut out of that.
  const known = `ARRAY(SELECT shown FROM unnest(r.cases) AS shown LEFT JOIN cases AS c ON c.reference = shown
    WHERE c.reference IS NULL OR ${viewer}::text <> ALL (c.shut_out) ORDER BY shown)`;
  where.and(`(cardinality(r.cases) = 0 OR cardinality(${known}) > 0)`);
  if (reference !== undefined) {
    const given = where.given(reference);
    where.and(`r.cases @> ARRAY[${given}::text]`);
    where.and(`NOT EXISTS (SELECT FROM cases AS c
      WHERE c.reference = ${given} AND ${viewer}::text = ANY (c.shut_out))`);
  }
  narrow(where, filter);
  return { where, known };
}

function narrow(
  where: Where,
  { person, credential, from, before, cursor }: Omit<ReadingFilter, 'viewer' | 'reference'>,
): void {
  if (person === 'nobody') where.and('r.person IS NULL');
  else if (person !== undefined) where.and(`r.person = ${where.given(person)}`);
  if (credential !== undefined) where.and(`r.credential = ${where.given(credential)}`);
  if (from !== undefined) where.and(`r.at >= ${where.given(from)}::timestamptz`);
  if (before !== undefined) where.and(`r.at < ${where.given(before)}::timestamptz`);
  if (cursor === undefined) return;
  const [at, id] = readCursor(cursor, [(part) => parseInstant(part) === part, (part) => /^\d{1,15}$/.test(part)]);
  where.and(`(r.at, r.id) < (${where.given(at)}::timestamptz, ${where.given(id)}::bigint)`);
}

function readingOf(row: Row): ListedReading {
  const cases = row.texts('cases');
  return {
    id: row.wholeNumber('id'),
    at: row.moment('at'),
    person: row.has('person') ? row.person('person') : undefined,
    credential: { kind: row.oneOf('credential', credentialKinds), name: row.text('credential_name') },
    part: row.oneOf('part', readParts),
    cases,
    more: row.wholeNumber('shown') - cases.length,
  };
}

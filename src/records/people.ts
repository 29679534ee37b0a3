import type { Role } from '../procedure/roles';
import { roles } from '../procedure/roles';
import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** The person who did something, and the moment. */
interface Done {
  readonly by: PersonId;
  readonly at: Instant;
}

/** A person of the partnership: of its profile, or added since. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /**
   * The agency they answer for, by its id in the policy. Stored only for added people; that of others is in the
   * profile.
   */
  readonly agency?: string;
  /** Present if the person was added in addition to those of the profile. */
  readonly added?: Done;
  /** Present if an added person has left the partnership. */
  readonly ended?: Done;
}

/** A person who was added beside those of the profile. */
export interface AddedPerson extends Person {
  readonly added: Done;
}

/** A person to be added. The records give the id. */
export interface NewPerson extends Omit<AddedPerson, 'id' | 'agency' | 'ended'> {
  readonly agency?: string | undefined;
  /** The idempotency key under which they are added. */
  readonly key: string;
}

/** The result of adding a person. `address-taken`: `person` has the address already. */
export type InsertedPerson = { readonly kind: 'added' | 'address-taken'; readonly person: AddedPerson };

const COLUMNS = 'id, name, email, title, roles, agency, added_by, added_at, ended_by, ended_at';

/** The records give out ids above this number, and each id only once. The short numbers below are for profiles. */
export const numbersOfProfiles = 1000;
/** Attempts at finding a free number, if others are given the same number at the same moment. */
const tries = 20;

/** The people of the partnership. Nobody is ever taken out: the record names people who have left. */
export function peopleRepository(db: Db) {
  const addedUnder = async (key: string): Promise<AddedPerson | undefined> => {
    const [row] = await db.query(`SELECT ${COLUMNS} FROM people WHERE key = $1`, [key]);
    return row && addedPerson(row);
  };
  /** Finds the person who was added, has not been ended, and has this address. */
  const addedWith = async (email: string): Promise<AddedPerson | undefined> => {
    const [row] = await db.query(
      `SELECT ${COLUMNS} FROM people
       WHERE lower(email) = lower($1) AND added_at IS NOT NULL AND ended_at IS NULL ORDER BY id LIMIT 1`,
      [email],
    );
    return row && addedPerson(row);
  };
  return {
    /** Adds people of the profile, and updates those who are known. */
    async savePeople(people: readonly Person[]): Promise<void> {
      await db.query(
        `INSERT INTO people (id, name, email, title, roles)
         SELECT person->>'id', person->>'name', person->>'email', person->>'title',
           ARRAY(SELECT jsonb_array_elements_text(person->'roles'))
         FROM jsonb_array_elements($1::jsonb) AS person ORDER BY 1
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, title = excluded.title,
           roles = excluded.roles, recorded_at = now()`,
        [JSON.stringify(people)],
      );
    },

    /** A person, if one of that id has ever been of the partnership. */
    async person(id: PersonId): Promise<Person | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM people WHERE id = $1`, [id]);
      return row && person(row);
    },

    /** Everybody who has ever been of the partnership, by name. */
    async all(): Promise<readonly Person[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM people ORDER BY lower(name), id`)).map(person);
    },

    /** Reads the people of these ids, or all people. Unknown ids are left out. */
    async people(ids?: readonly PersonId[]): Promise<readonly Person[]> {
      const rows = await db.query(
        `SELECT ${COLUMNS} FROM people WHERE $1::text[] IS NULL OR id = ANY ($1::text[]) ORDER BY id`,
        [ids],
      );
      return rows.map(person);
    },

    /** The person who was added under this key, if one was. */
    addedUnder,

    /**
     * Adds a person under the next number. The same key again is the same person. Of two people with one address the
     * second is not added.
     */
    async add({ key, name, email, title, roles: theirs, agency, added }: NewPerson): Promise<InsertedPerson> {
      for (let tried = 0; tried < tries; tried += 1) {
        const known = await addedUnder(key);
        if (known !== undefined) return { kind: 'added', person: known };
        const namesake = await addedWith(email);
        if (namesake !== undefined) return { kind: 'address-taken', person: namesake };
        // If two people are given one number at one moment, the second insert does nothing and the next attempt takes
        // another.
        await db.query(
          `INSERT INTO people (id, name, email, title, roles, agency, key, added_by, added_at)
           SELECT 'P' || (greatest($1, coalesce(max(substr(id, 2)::integer), 0)) + 1), $2, $3, $4, $5, $6, $7, $8, $9
           FROM people HAVING NOT EXISTS (
             SELECT FROM people AS other
             WHERE lower(other.email) = lower($3) AND other.added_at IS NOT NULL AND other.ended_at IS NULL)
           ON CONFLICT DO NOTHING`,
          [numbersOfProfiles, name, email, title, theirs, agency, key, added.by, added.at],
        );
      }
      throw new Error('No number was free for a person who was to be added.');
    },

    /** Everybody who was added beside the profile's people, those who were ended too, in the order of their ids. */
    async added(): Promise<readonly AddedPerson[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM people WHERE added_at IS NOT NULL ORDER BY id`)).map(addedPerson);
    },

    /** Ends a person who was added; false if they were ended already, or nobody was added under this id. */
    async end(id: PersonId, { by, at }: Done): Promise<boolean> {
      const rows = await db.query(
        `UPDATE people SET ended_by = $2, ended_at = $3
         WHERE id = $1 AND added_at IS NOT NULL AND ended_at IS NULL RETURNING id`,
        [id, by, at],
      );
      return rows.length > 0;
    },
  };
}

/** The people of the partnership. */
export type PeopleRepository = ReturnType<typeof peopleRepository>;

function person(row: Row): Person {
  return {
    id: row.person('id'),
    name: row.text('name'),
    email: row.text('email'),
    title: row.text('title'),
    roles: row.texts('roles').filter(isRole), // a role that a later release dropped is nobody's
    ...(row.has('agency') && { agency: row.text('agency') }),
    ...(row.has('added_at') && { added: { by: row.person('added_by'), at: row.moment('added_at') } }),
    ...(row.has('ended_at') && { ended: { by: row.person('ended_by'), at: row.moment('ended_at') } }),
  };
}

const addedPerson = (row: Row): AddedPerson => ({
  ...person(row),
  added: { by: row.person('added_by'), at: row.moment('added_at') },
});

function isRole(text: string): text is Role {
  const known: readonly string[] = roles;
  return known.includes(text);
}

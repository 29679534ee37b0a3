import type { Role } from '../procedure/roles';
import { roles } from '../procedure/roles';
import type { PersonId } from '../procedure/time';
import type { Db } from './db';
import type { Row } from './row';

/** A person of the profile. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

const COLUMNS = 'id, name, email, title, roles';

/** The people of the profile. Nobody is ever taken out: the record names people who have left. */
export function peopleRepository(db: Db) {
  return {
    /** Adds people, and brings those who are known up to date. */
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

    /** A person, if one of that id has ever been in the profile. */
    async person(id: PersonId): Promise<Person | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM people WHERE id = $1`, [id]);
      return row && person(row);
    },

    /** Everybody who has ever been in the profile, by name. */
    async all(): Promise<readonly Person[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM people ORDER BY lower(name), id`)).map(person);
    },

    /** The people of these ids, or everybody; who is not known is left out. */
    async people(ids?: readonly PersonId[]): Promise<readonly Person[]> {
      const rows = await db.query(
        `SELECT ${COLUMNS} FROM people WHERE $1::text[] IS NULL OR id = ANY ($1::text[]) ORDER BY id`,
        [ids],
      );
      return rows.map(person);
    },
  };
}

/** The people of the profile. */
export type PeopleRepository = ReturnType<typeof peopleRepository>;

function person(row: Row): Person {
  return {
    id: row.person('id'),
    name: row.text('name'),
    email: row.text('email'),
    title: row.text('title'),
    roles: row.texts('roles').filter(isRole), // a role that a later release dropped is nobody's
  };
}

function isRole(text: string): text is Role {
  const known: readonly string[] = roles;
  return known.includes(text);
}

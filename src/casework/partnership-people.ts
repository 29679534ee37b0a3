import * as z from 'zod/mini';
import { isDisplayName, isEmailAddress } from '../procedure/email-address';
import { londonDate } from '../procedure/time/dates';
import { chosenAmong, code, person as personField, readableText, several } from '../procedure/forms';
import type { Viewer } from '../procedure/permissions';
import { refusal, saidOf, type FieldProblem, type Refusal } from '../procedure/refusals';
import { part, says } from '../procedure/sentence';
import { roles } from '../procedure/roles';
import type { ProfilePerson } from '../profile/load';
import type { AddedPerson, Person } from '../records/people';
import { parseForm, wrongFields } from './forms';
import type { Named, Office } from './office';
import { whyChangedSince } from './partnership-since';
import { whyMayNotDo } from './who-may';

/* The people of the partnership: those of its profile, and those whom the Business Manager adds and ends. */

const nameless = 'Enter their name on one line, without < > @ " or \\';
const noAddress = 'Enter one email address, such as jo.bloggs@example.org';

/** A person who is to join the partnership. */
export const newPersonForm = z.strictObject({
  name: z
    .string({ error: nameless })
    .check(z.trim(), z.refine(isDisplayName, nameless))
    .register(z.globalRegistry, { title: 'Name' }),
  email: z
    .string({ error: noAddress })
    .check(z.trim(), z.refine(isEmailAddress, noAddress))
    .register(z.globalRegistry, {
      title: 'Email address',
      description: 'Their own at work: emails go there, and they are known by it when they first sign in',
    }),
  title: readableText('Their post', 200, 'Enter their post').register(z.globalRegistry, {
    title: 'Post',
    description: 'Their job, such as “Named Nurse, hospital trust”',
  }),
  agency: z.optional(chosenAmong('agency', code('The agency they answer for'))),
  roles: several(
    'Their roles in the partnership',
    chosenAmong('part', z.enum(roles, { error: 'Choose among the roles of the partnership' })),
    1,
    'They have these roles in cases that open from now on. To give them a role in an open case, go to the case',
  ),
});
type NewPersonForm = z.infer<typeof newPersonForm>;

/** A person who was added and has left the partnership. */
export const endingForm = z.strictObject({ person: personField('Who has left') });

/** The refusal of a change of the partnership's people. Nothing was begun. */
interface Unchanged {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

interface Changed {
  readonly person: AddedPerson;
  /** Number of open cases that were told whom a decision may name from now on. */
  readonly casesAsked: number;
}

export type PersonAdded = ({ readonly kind: 'added' } & Changed) | Unchanged;
export type PersonEnded =
  /** `fresh`: false if the person had been ended before. */
  | ({ readonly kind: 'ended'; readonly fresh: boolean } & Changed)
  /** No person was added under this id. The profile's own people are changed in the profile. */
  | { readonly kind: 'no-such-person' }
  | Unchanged;

/** A new person as they would be added, or the refusal. */
export type NewPersonRead = { readonly kind: 'read'; readonly form: NewPersonForm } | Unchanged;

/** Reads a new person and checks them against the partnership. Begins nothing. */
export function readNewPerson({ profile, now }: Pick<Office, 'profile' | 'now'>, sent: unknown): NewPersonRead {
  const read = parseForm(newPersonForm, sent, { today: londonDate(now()) });
  if (read.kind === 'refused') return read;
  const { agency, email } = read.form;
  const namesake = profile.people.find((one) => one.email.toLowerCase() === email.toLowerCase());
  const wrong: readonly FieldProblem[] = [
    // Refuses an address that two people would share: a sign-in or an email could not be told to belong to either.
    ...(namesake === undefined ? [] : [addressTaken(namesake)]),
    ...(agency === undefined || Object.hasOwn(profile.policy.agencies, agency)
      ? []
      : [{ field: 'agency', sentence: `There is no agency "${agency}" in the settings` }]),
  ];
  return wrong.length > 0 ? { kind: 'refused', refusal: wrongFields(wrong) } : read;
}

const addressTaken = ({ id }: Pick<Person, 'id'>): FieldProblem => ({
  field: 'email',
  ...saidOf(says`${part.person(id)} has this address`),
});

/** A change of the partnership's people as somebody sends it. */
interface PeopleChange {
  readonly form: unknown;
  readonly actor: Viewer;
  /** Number of changes of the people that its maker had seen; undefined if the sender did not say. */
  readonly madeFrom?: number | undefined;
}

/** Adds a person to the partnership, once for the key; open cases hear of them. */
export async function addPerson(
  office: Office,
  { form, actor, key, madeFrom }: PeopleChange & { readonly key: string },
): Promise<PersonAdded> {
  const mayNot = whyMayNotDo(office, actor, 'keep-people');
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  const { people } = office.records;
  // Finds a person already added under this key before the checks, which would find them a member of the partnership.
  const known = await people.addedUnder(key);
  if (known !== undefined) return { kind: 'added', person: known, casesAsked: await tellOfPeople(office) };
  const read = readNewPerson(office, form);
  if (read.kind === 'refused') return read;
  const changed = await whyChangedSince('people', office, { madeFrom, key });
  if (changed !== undefined) return { kind: 'refused', refusal: changed };
  const added = await people.add({ ...read.form, key, added: { by: actor.id, at: office.now() } });
  switch (added.kind) {
    case 'added':
      return { kind: 'added', person: added.person, casesAsked: await tellOfPeople(office) };
    case 'address-taken':
      // The database refuses an address that somebody else added at the same moment.
      return { kind: 'refused', refusal: wrongFields([addressTaken(added.person)]) };
  }
}

/** Ends a person who was added: they cannot sign in, be named or be written to any more, and stay on the record. */
export async function endPerson(office: Office, { form, actor, madeFrom }: PeopleChange): Promise<PersonEnded> {
  const mayNot = whyMayNotDo(office, actor, 'keep-people');
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  const read = parseForm(endingForm, form, { today: londonDate(office.now()) });
  if (read.kind === 'refused') return read;
  const id = read.form.person;
  if (id === actor.id) {
    return {
      kind: 'refused',
      refusal: refusal('wrong-role', 'Nobody ends themselves; another Business Manager does.'),
    };
  }
  const { people } = office.records;
  const changed = await whyChangedSince('people', office, { madeFrom });
  if (changed !== undefined) return { kind: 'refused', refusal: changed };
  const fresh = await people.end(id, { by: actor.id, at: office.now() });
  const meanwhile = fresh ? undefined : await whyChangedSince('people', office, { madeFrom });
  if (meanwhile !== undefined) return { kind: 'refused', refusal: meanwhile };
  const person = (await people.added()).find((one) => one.id === id);
  return person === undefined
    ? { kind: 'no-such-person' }
    : { kind: 'ended', person, fresh, casesAsked: await tellOfPeople(office) };
}

/** Name of the fact that holds the people of whom open cases were last told. */
const toldOf = 'people that open cases were told of';

/**
 * Tells open cases who belongs to the partnership, if that has changed since they were last told, here or in the
 * profile. Returns the number of cases told.
 */
async function tellOfPeople({
  cases,
  records,
  partnership,
}: Pick<Office, 'cases' | 'records' | 'partnership'>): Promise<number> {
  const { everybody } = await partnership();
  const told = await records.installation.fact(toldOf);
  if (JSON.stringify(told) === JSON.stringify(everybody)) return 0;
  const count = await cases.calendarChanged(await records.cases.openReferences());
  await records.installation.setFact(toldOf, everybody);
  return count;
}

/**
 * Asks open cases to take up the partnership's calendar, meetings and people if theirs differ: the profile may have
 * changed while the application was stopped. Returns the number of cases asked; 0 if nothing changed.
 */
export async function tellCasesThatDiffer({
  cases,
  records,
  partnership,
}: Pick<Office, 'records' | 'partnership'> & {
  readonly cases: Pick<Office['cases'], 'calendarChanged'>;
}): Promise<number> {
  const { calendar, meetings, everybody } = await partnership();
  const differing = await records.cases.differingFrom({ calendar, meetings, everybody });
  const count = differing.length === 0 ? 0 : await cases.calendarChanged(differing);
  await records.installation.setFact(toldOf, everybody);
  return count;
}

/** The people as of the last look: those of the profile, and those who were added and have not been ended. */
export interface PeopleOfToday<O> {
  readonly office: Omit<O, 'profile'> & Pick<Office, 'profile'>;
  look(): Promise<void>;
}

/** Makes an office whose people are those of the last `look`. Call `look` before answering a request. */
export function withPeopleOfToday<O extends Pick<Office, 'profile' | 'records'>>(office: O): PeopleOfToday<O> {
  const { profile, records } = office;
  let people: readonly ProfilePerson[] = profile.people;
  let left: readonly Named[] = [];
  return {
    office: {
      ...office,
      profile: {
        ...profile,
        get people() {
          return people;
        },
        get left() {
          return left;
        },
      },
    },
    async look() {
      const known = await records.people.all();
      people = [...profile.people, ...known.filter(({ added, ended }) => added !== undefined && ended === undefined)];
      left = known.filter(({ id }) => !people.some((one) => one.id === id));
    },
  };
}

/** Builds the view of a person for the API and the pages: who added them and when, and who ended them and when. */
export const personView = ({
  id,
  name,
  email,
  title,
  roles: theirs,
  agency,
  added,
  ended,
}: ProfilePerson & Person) => ({
  id,
  name,
  email,
  title,
  roles: theirs,
  agency: agency ?? null,
  added: added ?? null,
  ended: ended ?? null,
});

/** Lists the people of the partnership, and those who were added and ended, each with who did that and when. */
export async function readPeople({ profile, records }: Pick<Office, 'profile' | 'records'>) {
  const added = await records.people.added();
  const ofProfile = profile.people.filter(({ id }) => !added.some((one) => one.id === id));
  return { people: [...ofProfile, ...added].map(personView) };
}

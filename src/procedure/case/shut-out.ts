import type { CaseFile } from './case-file';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import { caseRoles, type Role } from '../roles';
import type { PersonId } from '../time/time';

type Seats = Pick<CaseFile, 'people' | 'shutOut'>;

/** True if the person is shut out of the case for a conflict of interest: no part, no decision, no email, no page. */
export const isShutOut = ({ shutOut = {} }: Pick<CaseFile, 'shutOut'>, person: PersonId): boolean =>
  Object.hasOwn(shutOut, person);

/** Everybody who is kept out of the case, in the order of their ids. */
export const shutOutOf = ({ shutOut = {} }: Pick<CaseFile, 'shutOut'>): readonly PersonId[] =>
  // The keys of a record lose their brand to Object.keys.
  (Object.keys(shutOut) as PersonId[]).sort();

/** The parts that a person has in a case: none once they are shut out, whatever its list of people says. */
export const rolesIn = (file: Seats, person: PersonId): readonly Role[] =>
  isShutOut(file, person) ? [] : caseRoles.filter((role) => file.people[role]?.includes(person) === true);

/** Everybody with a part in the case, each once. */
export const peopleIn = (file: Seats): readonly PersonId[] => [
  ...new Set(caseRoles.flatMap((role) => file.people[role] ?? []).filter((person) => !isShutOut(file, person))),
];

/**
 * Refuses a person who is not of the partnership and has no part in the case: nobody would act or be told. Undefined if
 * a decision may name them.
 */
export const stranger = (file: Seats & Pick<CaseFile, 'everybody'>, person: PersonId): Refusal | undefined =>
  // Whoever has left the partnership may still have a part here, and can be shut out or replaced.
  file.everybody === undefined || file.everybody.includes(person) || peopleIn(file).includes(person)
    ? undefined
    : refusal('invalid', says`${part.person(person)} is nobody of this partnership. Choose somebody who is.`);

/**
 * Refuses to give a part to a person who is shut out, or who is not of the partnership. A person who is shut out gets a
 * part again only after they are let back in. Undefined if they can be given one.
 */
export const keptOut = (file: Seats & Pick<CaseFile, 'everybody'>, person: PersonId): Refusal | undefined =>
  isShutOut(file, person)
    ? refusal(
        'against-the-record',
        says`${part.person(person)}'s access to this case is restricted, so they can have no role in it. Choose somebody else, or restore their access first${part.by('letBackIn')}.`,
      )
    : stranger(file, person);

/** A profile's people as a case may have them: no part that is outside of cases, and nobody who is shut out of it. */
export const seatsFor = (people: CaseFile['people'], file: Pick<CaseFile, 'shutOut'> = {}): CaseFile['people'] =>
  Object.fromEntries(
    caseRoles.flatMap((role) => {
      const holders = people[role]?.filter((person) => !isShutOut(file, person));
      return holders === undefined ? [] : [[role, holders] as const];
    }),
  );

import type { CaseFile } from './case-file';
import { refusal } from '../decision';
import type { Refusal } from '../refusals';
import { caseRoles, type Role } from '../roles';
import type { PersonId } from '../time/time';

type Seats = Pick<CaseFile, 'people' | 'shutOut'>;

/** Somebody with a conflict of interest is kept out of the case: no part, no decision, no email, no page. */
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

/** Why a decision cannot name a person: an id that merely looks like one is nobody's, and nobody would act or be told. */
export const stranger = (file: Seats & Pick<CaseFile, 'everybody'>, person: PersonId): Refusal | undefined =>
  // Whoever has left the partnership may still have a part here, and can be shut out or replaced.
  file.everybody === undefined || file.everybody.includes(person) || peopleIn(file).includes(person)
    ? undefined
    : refusal('invalid', `${person} is nobody of this partnership. Choose somebody who is.`);

/** Why somebody cannot be given a part: nothing gives a person who is shut out one again but letting them back in. */
export const keptOut = (file: Seats & Pick<CaseFile, 'everybody'>, person: PersonId): Refusal | undefined =>
  isShutOut(file, person)
    ? refusal(
        'against-the-record',
        `${person} is shut out of this case and can have no part in it. Choose somebody else, or let them back in first (letBackIn).`,
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

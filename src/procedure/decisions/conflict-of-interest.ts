import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { part, says } from '../sentence';
import { factsOf } from '../case/facts';
import { person, words } from '../forms';
import { caseRoles, type Role } from '../roles';
import { isShutOut, rolesIn, stranger } from '../case/shut-out';
import type { PersonId } from '../time/time';

/* Always open: somebody with a conflict of interest leaves the case, takes nothing in it and is told nothing of it. */

const shutOutForm = z.strictObject({
  person: person('The person'),
  reason: words('The conflict of interest', 'Kept in the records. The person themselves cannot read it'),
});
const letBackInForm = z.strictObject({
  person: person('The person', undefined, 'person-shut-out'),
  reason: words('Why there is no longer a conflict'),
});

declare module '../case/case-file' {
  interface Forms {
    shutOut: z.infer<typeof shutOutForm>;
    letBackIn: z.infer<typeof letBackInForm>;
  }
}

const alwaysOpen = () => undefined;

const withoutPerson = (people: CaseFile['people'], leaves: PersonId): CaseFile['people'] =>
  Object.fromEntries(
    Object.entries(people).map(([role, holders]) => [role, holders.filter((holder) => holder !== leaves)]),
  );

/** A part that would be left empty: the procedure has to have somebody in it, so another takes it first. */
const onlyHolderOf = (file: CaseFile, leaves: PersonId): Role | undefined =>
  rolesIn(file, leaves).find((role) => file.people[role]?.every((holder) => holder === leaves) === true);

/**
 * Keeps a person out, with or without a part in the case: somebody of the Business Unit who has none could read it all
 * the same. The parts they had are kept, so that letting them back in restores them.
 */
export const shutOut = define({
  name: 'shutOut',
  title: "Restrict a person's access",
  past: "restricted a person's access",
  confirmation: "Person's access restricted",
  source: 'always open: conflict of interest',
  roles: ['business-manager', 'scrutineer'],
  form: shutOutForm,
  decides: ['person'],
  notOpen: alwaysOpen,
  refuse: (file, form) => {
    if (isShutOut(file, form.person)) {
      return refusal('already-decided', says`${part.person(form.person)}'s access to this case is restricted already.`);
    }
    const only = onlyHolderOf(file, form.person);
    if (only === undefined) return stranger(file, form.person);
    const replace = only === 'author' ? 'replaceAuthor' : 'replacePerson';
    return refusal(
      'against-the-record',
      says`${part.person(form.person)} is the only ${part.role(only, file.policy.roleTitles)} in this case. Replace them first${part.by(replace)}.`,
    );
  },
  effect: (file, taken) => ({
    ...file,
    people: withoutPerson(file.people, taken.form.person),
    shutOut: { ...file.shutOut, [taken.form.person]: rolesIn(file, taken.form.person) },
  }),
});

const seatedAgain = (people: CaseFile['people'], joins: PersonId, parts: readonly Role[]): CaseFile['people'] => ({
  ...people,
  ...Object.fromEntries(
    caseRoles
      .filter((role) => parts.includes(role))
      .map((role) => [role, [...(people[role] ?? []).filter((holder) => holder !== joins), joins]]),
  ),
});

export const letBackIn = define({
  name: 'letBackIn',
  title: "Restore a person's access",
  past: "restored a person's access",
  confirmation: "Person's access restored",
  source: 'always open: the conflict of interest is over, or was none',
  roles: ['business-manager', 'scrutineer'],
  form: letBackInForm,
  decides: ['person'],
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    isShutOut(file, form.person)
      ? notBefore(
          factsOf(file, 'shutOut').findLast((one) => one.form.person === form.person),
          taking,
          says`${part.person(form.person)}'s access was restricted on`,
        )
      : refusal('against-the-record', says`${part.person(form.person)}'s access to this case is not restricted.`),
  effect: (file, taken) => {
    const { [taken.form.person]: parts = [], ...others } = file.shutOut ?? {};
    return { ...file, people: seatedAgain(file.people, taken.form.person, parts), shutOut: others };
  },
});

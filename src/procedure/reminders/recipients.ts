import type { CaseFile } from '../case/case-file';
import { isShutOut } from '../case/shut-out';
import type { Owner } from '../dates/owner';
import { outsideBodies, type Role } from '../roles';
import type { PersonId } from '../time/time';

/* People whom an email goes to: whoever holds a role, or owes something. */

export interface Recipient {
  readonly person: PersonId;
  readonly as: Role;
}

/** Returns the people who hold a role in this case. */
export const holders = (file: CaseFile, role: Role): readonly Recipient[] =>
  (file.people[role] ?? []).filter((person) => !isShutOut(file, person)).map((person) => ({ person, as: role }));

/**
 * Lists who is reminded of what an owner owes. A body outside the partnership is not reminded: the Business Manager
 * chases it. The Business Manager also stands in if nobody holds the role or the person is shut out of the case.
 */
export function ownersOf(file: CaseFile, owner: Owner): readonly Recipient[] {
  const found =
    typeof owner !== 'string'
      ? [owner].filter(({ person }) => !isShutOut(file, person))
      : outsideBodies.some((body) => body === owner)
        ? []
        : holders(file, owner);
  return found.length > 0 ? found : holders(file, 'business-manager');
}

/** Each person once, under the first role they were named in. */
export const once = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.filter((one, at) => recipients.findIndex((other) => other.person === one.person) === at);

import type { Role } from '../roles';
import type { PersonId } from '../time/time';

/** Whoever owes something: everybody of a role, or one person in a role. */
export type Owner = Role | { readonly person: PersonId; readonly as: Role };

import type { Role } from '../roles';
import type { PersonId } from '../time/time';

/** The owner of something that is owed: everybody of a role, or one person in a role. */
export type Owner = Role | { readonly person: PersonId; readonly as: Role };

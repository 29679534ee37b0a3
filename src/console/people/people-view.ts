import type { Policy } from '../../procedure/policy';
import { roles } from '../../procedure/roles';
import type { Profile } from '../../profile/load';
import type { Person } from '../../records/people';

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en');

type PeopleAndPolicy = Pick<Profile, 'people' | 'policy'>;

const agencyName = ({ agencies }: Policy, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (agencies[id]?.name ?? id);

/** The people of the profile by name, with their parts in words; and those who have left it, whom the record still names. */
export function peopleView({ people, policy }: PeopleAndPolicy, everKnown: readonly Person[]) {
  return {
    people: people
      .map(({ name, title, email, roles: theirs, agency }) => ({
        name,
        post: title,
        email,
        roles: theirs.map((role) => policy.roleTitles[role]),
        agency: agencyName(policy, agency),
      }))
      .sort(byName),
    parts: roles.map((role) => ({
      title: policy.roleTitles[role],
      holders: people.filter((person) => person.roles.includes(role)).map(({ name }) => name),
    })),
    left: everKnown
      .filter(({ id }) => !people.some((person) => person.id === id))
      .map(({ name, title }) => ({ name, post: title }))
      .sort(byName),
  };
}

import type { Policy } from '../../../procedure/policy';
import { roles } from '../../../procedure/roles';
import type { Profile } from '../../../profile/load';
import type { Person } from '../../../records/people';
import { nameOf, type People } from '../../wording/name-of';

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en');

type PeopleAndPolicy = People & Pick<Profile, 'policy'>;

const agencyName = ({ agencies }: Policy, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (agencies[id]?.name ?? id);

/**
 * The people of the partnership by name, with their parts in words and who added them; and those who have left it, whom
 * the record still names.
 */
export function peopleView(profile: PeopleAndPolicy, everKnown: readonly Person[]) {
  const { people, policy } = profile;
  const said = (done: Person['added']) => done && { by: nameOf(profile, done.by), at: done.at };
  return {
    people: people
      .map(({ id, name, title, email, roles: theirs, agency }) => ({
        id,
        name,
        post: title,
        email,
        roles: theirs.map((role) => policy.roleTitles[role]),
        agency: agencyName(policy, agency),
        added: said(everKnown.find((one) => one.id === id)?.added),
      }))
      .sort(byName),
    parts: roles.map((role) => ({
      title: policy.roleTitles[role],
      holders: people.filter((person) => person.roles.includes(role)).map(({ name }) => name),
    })),
    left: everKnown
      .filter(({ id }) => !people.some((person) => person.id === id))
      .map(({ name, title, ended }) => ({ name, post: title, ended: said(ended) }))
      .sort(byName),
  };
}

/** Says who was just added or ended; undefined if the address names nobody of whom that is true. */
export function whoChanged(
  { added, ended }: { readonly added: string; readonly ended: string },
  everKnown: readonly Person[],
): string | undefined {
  const newcomer = everKnown.find((one) => one.id === added && one.added !== undefined && one.ended === undefined);
  if (newcomer !== undefined) return `${newcomer.name} is of the partnership, and can sign in.`;
  const gone = everKnown.find((one) => one.id === ended && one.ended !== undefined);
  return gone && `${gone.name} has left the partnership.`;
}

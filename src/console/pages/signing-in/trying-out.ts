import { businessUnit, partnerRoles, type Role } from '../../../procedure/roles';
import type { Profile } from '../../../profile/load';

/** A person that one can act as for trying out, with their roles in the procedure. */
export interface TryOutPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
}

const groups: readonly { readonly title: string; readonly roles: readonly Role[] }[] = [
  { title: 'The Business Unit', roles: businessUnit },
  { title: 'Those who decide', roles: [...partnerRoles, 'scrutineer', 'service-director'] },
];

/** Lists the people of the profile in groups, those first whom one will want to act as first. */
export function peopleToTryOutAs({ people, policy }: Pick<Profile, 'people' | 'policy'>) {
  const groupOf = (roles: readonly Role[]): string =>
    groups.find((group) => group.roles.some((role) => roles.includes(role)))?.title ?? 'Everybody else';
  return [...groups.map(({ title }) => title), 'Everybody else'].map((title) => ({
    title,
    people: people
      .filter(({ roles }) => groupOf(roles) === title)
      .map(({ id, name, title: post, roles }): TryOutPerson => ({
        id,
        name,
        title: post,
        roles: roles.map((role) => policy.roleTitles[role]).join(', '),
      })),
  }));
}

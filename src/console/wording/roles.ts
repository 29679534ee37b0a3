import type { Policy } from '../../procedure/policy';
import { businessUnit, execRoles, ourRoles, partnerRoles, type Role } from '../../procedure/roles';

/** Named groups of roles, the largest first: a list that contains a whole group shows the group's name. */
const groups: readonly { readonly words: string; readonly roles: readonly Role[] }[] = [
  { words: 'everybody with a role in cases', roles: ourRoles },
  { words: 'the Business Unit', roles: businessUnit },
  { words: 'the delegated partners', roles: partnerRoles },
  { words: 'the Exec partners', roles: execRoles },
];

const listed = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? 'nobody') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;

/** A list of roles in words, with a word for each group that is in it whole; "nobody" where it is empty. */
export function rolesSaid({ roleTitles }: Pick<Policy, 'roleTitles'>, theirs: readonly Role[]): string {
  let left: readonly Role[] = theirs;
  const said: string[] = [];
  for (const { words, roles } of groups) {
    if (!roles.every((role) => left.includes(role))) continue;
    said.push(words);
    left = left.filter((role) => !roles.includes(role));
  }
  return listed([...said, ...left.map((role) => roleTitles[role])]);
}

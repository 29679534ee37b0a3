import { actTitles } from '../procedure/permission-table';
import { does, mayDo, type Act, type Viewer } from '../procedure/permissions';
import { refusal, type Refusal } from '../procedure/refusals';
import type { Role } from '../procedure/roles';
import { inList, part, says } from '../procedure/sentence';
import type { Office } from './office';

/**
 * Refuses an act that is no decision of a case if this person may not do it; `who` is undefined if nobody is signed in.
 * Returns undefined if they may.
 */
export function whyMayNotDo(
  { profile }: Pick<Office, 'profile'>,
  who: Viewer | undefined,
  act: Act,
): Refusal | undefined {
  if (does(who, act)) return undefined;
  const { roleTitles } = profile.policy;
  const allowed = mayDo[act];
  const inWords = (roles: readonly Role[]) => inList(roles.map((role) => part.role(role, roleTitles)));
  const titles = inWords(allowed === 'everybody' ? [] : allowed);
  const here =
    who === undefined ? 'Nobody is signed in.' : says`${part.person(who.id)} is here as: ${inWords(who.roles)}.`;
  return refusal('wrong-role', says`"${actTitles[act]}" is for: ${titles}. ${here}`);
}

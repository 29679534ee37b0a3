import { refusal } from '../procedure/decision';
import { actTitles } from '../procedure/permission-table';
import { does, mayDo, type Act, type Viewer } from '../procedure/permissions';
import type { Refusal } from '../procedure/refusals';
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
  const titles = (allowed === 'everybody' ? [] : allowed).map((role) => roleTitles[role]).join(', ');
  const here =
    who === undefined
      ? 'Nobody is signed in.'
      : `${who.id} is here as: ${who.roles.map((role) => roleTitles[role]).join(', ')}.`;
  return refusal('wrong-role', `"${actTitles[act]}" is for: ${titles}. ${here}`);
}

import { toMillis } from '../../../procedure/time/dates';
import { absoluteHours, idleMinutes } from '../../../security/session-limits';
import { redirect, view } from '../../http/answer';
import { getPage, postPage, type PageRoute } from '../../http/page';
import { whoIsSignedIn } from '../../../http/access';

/** The page of a person's own sessions, with the button that ends those on other machines. */
export const accountRoutes: readonly PageRoute[] = [
  getPage('/account', whoIsSignedIn, async ({ visitor: { person, session }, now }, { records, profile }) => {
    const sessions = (await records.sessions.listOf(person.id, now)).filter(({ state }) => state === 'live');
    return view('pages/account/account.njk', 'Your account', {
      person,
      roles: person.roles.map((role) => profile.policy.roleTitles[role]),
      idleMinutes,
      absoluteHours,
      sessions: sessions
        .toSorted((a, b) => toMillis(b.beganAt) - toMillis(a.beganAt))
        .map(({ idHash, beganAt, lastSeenAt }) => ({ here: idHash === session.idHash, beganAt, lastSeenAt })),
    });
  }),
  postPage('/account', whoIsSignedIn, async ({ visitor: { person, session }, now }, { records }) => {
    await records.sessions.endAllOf(person.id, now, { except: session.idHash });
    return redirect('/account');
  }),
];

import { londonDate } from '../../../procedure/time/dates';
import { person as personField } from '../../../procedure/forms';
import { does } from '../../../procedure/permissions';
import type { FieldProblem } from '../../../procedure/refusals';
import * as z from 'zod/mini';
import { redirect, referencesIn, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { shutOutList } from '../../case-frame/shut-out-list';
import { choosingPeople, personToSignIn, signedOutSaid, signInRow } from './access-view';
import { signInRoutes } from './sign-ins';
import { tokenRoutes } from './tokens';

const signOutForm = z.strictObject({ person: personField('Who is to be signed out') });
// The right to say which account is whose includes ending the sessions that an account opened.
const keeper = whoOpens('access', 'link-sign-in');

/** The pages of access: which account belongs to whom, who is shut out, and the tokens of programs. */
export const accessRoutes: readonly PageRoute[] = [
  getPage('/access', whoOpens('access'), async ({ visitor: { person }, query }, dependencies) => {
    const { records, profile, signingIn } = dependencies;
    const [signIns, shutOut] = await Promise.all([records.signIns.list(), shutOutList(dependencies, person)]);
    const rows = signIns.map((signIn) => signInRow(profile, signIn));
    const ended = personToSignIn(profile, one(query, 'signed-out'));
    const sessions = /^\d{1,4}$/.test(one(query, 'sessions')) ? Number(one(query, 'sessions')) : undefined;
    const list = view('pages/access/access.njk', 'Sign-ins and tokens', {
      unlinked: rows.filter(({ whose }) => whose === undefined),
      linked: rows.filter(({ whose }) => whose !== undefined),
      tryingOut: signingIn.kind === 'trying-out',
      links: does(person, 'link-sign-in'),
      keeper: profile.policy.roleTitles['business-manager'],
      shutOut,
      happened: ended === undefined || sessions === undefined ? undefined : signedOutSaid(profile, ended.id, sessions),
    });
    return showingCases(list, referencesIn(shutOut.cases));
  }),
  ...signInRoutes,
  ...tokenRoutes,

  getPage('/access/sign-out', keeper, (asked, dependencies) =>
    signOutPage(asked, dependencies, asked.typedBefore ?? { person: one(asked.query, 'person') }),
  ),
  postPage('/access/sign-out', keeper, async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { profile, records } = dependencies;
    const { problems } = readFields(signOutForm, fields, choosingPeople(profile, londonDate(now)));
    if (problems.length > 0) return signOutPage(asked, dependencies, fields, problems);
    const person = personToSignIn(profile, one(fields, 'person'));
    if (person === undefined) {
      return signOutPage(asked, dependencies, fields, [{ field: 'person', sentence: 'Choose somebody of the list' }]);
    }
    // A person who ends their own sessions stays signed in here, as on the page of their own account.
    const sessions = await records.sessions.endAllOf(person.id, now, { except: visitor.session.idHash });
    return redirect(`/access?signed-out=${person.id}&sessions=${sessions}`);
  }),
];

function signOutPage(
  { now }: Pick<Asked, 'now'>,
  { profile }: Pick<ConsoleDependencies, 'profile'>,
  typed: Fields,
  problems: readonly FieldProblem[] = [],
): Answer {
  const fields = fieldsOf(signOutForm, choosingPeople(profile, londonDate(now)), { typed, problems });
  const model = { fields, problems, errors: errorSummary(problems, fields) };
  return view('pages/access/sign-out.njk', 'Sign somebody out everywhere', model, problems.length === 0 ? 200 : 422);
}

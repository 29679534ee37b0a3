import * as z from 'zod/mini';
import { londonDate, sayInstant } from '../../../procedure/time/dates';
import { person as personField } from '../../../procedure/forms';
import { does } from '../../../procedure/permissions';
import type { FieldProblem } from '../../../procedure/refusals';
import type { SignIn } from '../../../records/sign-ins';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import { changesSeenIn } from '../../forms/since';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type ByVisitor, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { choosingPeople, personToSignIn, signInRow } from './access-view';

const linkForm = z.strictObject({ person: personField('Whose account it is') });

const noSuchSignIn = notFound(
  'There is no such sign-in. Go back to the list: it has every account that has signed in.',
);

async function signInOf(
  { records }: Pick<ConsoleDependencies, 'records'>,
  { params }: Pick<Asked, 'params'>,
): Promise<SignIn | undefined> {
  const id = params['id'] ?? '';
  return /^\d{1,9}$/.test(id) ? records.signIns.get(Number(id)) : undefined;
}

/** Saying whose account a sign-in is; every change is kept. */
export const signInRoutes: readonly PageRoute[] = [
  getPage('/access/sign-ins/:id', whoOpens('access'), async (asked, dependencies) => {
    const signIn = await signInOf(dependencies, asked);
    return signIn === undefined ? noSuchSignIn : page(asked, dependencies, signIn, { typed: asked.typedBefore ?? {} });
  }),

  postPage('/access/sign-ins/:id', whoOpens('access', 'link-sign-in'), async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { records, profile } = dependencies;
    const signIn = await signInOf(dependencies, asked);
    if (signIn === undefined) return noSuchSignIn;
    const seen = changesSeenIn(fields);
    if (seen !== undefined && seen !== (await records.signIns.changesOf(signIn.id)).length)
      return page(asked, dependencies, signIn, { typed: fields, isLate: true });
    const wrong = (problems: readonly FieldProblem[]) => page(asked, dependencies, signIn, { typed: fields, problems });
    if (signIn.id === visitor.session.signIn) {
      return wrong([
        {
          field: 'person',
          sentence: 'This is the account that you are signed in with; ask somebody else to change it',
        },
      ]);
    }
    if (one(fields, 'want') === 'unlink') {
      await records.signIns.unlink(signIn.id, { by: visitor.person.id, at: now });
    } else {
      const { problems } = readFields(linkForm, fields, choosingPeople(profile, londonDate(now)));
      if (problems.length > 0) return wrong(problems);
      const person = personToSignIn(profile, one(fields, 'person'));
      if (person === undefined) return wrong([{ field: 'person', sentence: 'Choose somebody of the list' }]);
      if (person.id === signIn.linked?.person) return redirect(`/access/sign-ins/${signIn.id}`);
      await records.signIns.link(signIn.id, { person: person.id, by: visitor.person.id, at: now });
    }
    // Ends the sessions of the person to whom the account no longer belongs.
    if (signIn.linked !== undefined) {
      await records.sessions.endAllOf(signIn.linked.person, now, { except: visitor.session.idHash });
    }
    return redirect(`/access/sign-ins/${signIn.id}?changed=yes`);
  }),
];

async function page(
  { visitor, query, now }: Asked & ByVisitor,
  { records, profile }: ConsoleDependencies,
  signIn: SignIn,
  {
    typed,
    problems = [],
    isLate = false,
  }: {
    readonly typed: Fields;
    readonly problems?: readonly FieldProblem[];
    /** The sign-in was changed by somebody else since the page was opened. */
    readonly isLate?: boolean;
  },
): Promise<Answer> {
  const fields = fieldsOf(linkForm, choosingPeople(profile, londonDate(now)), { typed, problems });
  const changes = await records.signIns.changesOf(signIn.id);
  const row = signInRow(profile, signIn);
  const last = changes.at(-1);
  const model = {
    seen: changes.length,
    late:
      isLate && last !== undefined
        ? `${last.by === undefined ? 'A sign-in' : nameOf(profile, last.by)} changed this at ${sayInstant(last.at)}. Look again: nothing of yours was recorded.`
        : undefined,
    signIn: { ...row, issuer: signIn.issuer },
    changes: changes.map(({ change, person, by, at }) => ({
      what: `${change === 'linked' ? 'Linked to' : 'Link taken back from'} ${nameOf(profile, person)}`,
      by: by === undefined ? 'by the email address' : `by ${nameOf(profile, by)}`,
      at,
    })),
    links: does(visitor.person, 'link-sign-in'),
    isOwn: signIn.id === visitor.session.signIn,
    keeper: profile.policy.roleTitles['business-manager'],
    happened:
      one(query, 'changed') !== 'yes'
        ? undefined
        : row.whose === undefined
          ? 'The account belongs to nobody now. Whoever was signed in by it is signed out.'
          : `The account is ${row.whose}’s now. They can sign in with it at once.`,
    fields,
    problems,
    errors: errorSummary(problems, fields),
  };
  return view(
    'pages/access/sign-in.njk',
    `Sign-in of ${row.name}`,
    model,
    isLate ? 409 : problems.length === 0 ? 200 : 422,
  );
}

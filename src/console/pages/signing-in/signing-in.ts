import * as z from 'zod/mini';
import { fromMillis, toMillis } from '../../../procedure/time/dates';
import type { PersonId } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import type { Draft } from '../../../records/drafts';
import type { SignIn } from '../../../records/sign-ins';
import type { SignedIn } from '../../../security/provider';
import { hashOf, newSecret } from '../../../security/secret';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import { clearCookie, setCookie } from '../../http/cookies';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Asked, type ByAnybody, type PageRoute, type Visitor } from '../../http/page';
import { everybody } from '../../../http/access';
import { beginSession } from '../../http/sessions';
import { peopleToTryOutAs } from './trying-out';
import { whereTo } from './where-to';

/* Signing in: at the partnership's provider, or for trying out by choosing a person. */

const minutesAtProvider = 20;
const kind = 'signing-in';
/**
 * The kind of draft that remains of a finished sign-in. It keeps where the sign-in led, for whoever goes back to the
 * return address.
 */
const finishedKind = 'signed-in';
const finishedBody = z.object({ to: z.string() });

/** Each tab may be signing in: the name of its cookie comes from the state that the provider sends back. */
const cookieOf = (state: string): string => `${kind}-${hashOf(state).slice(0, 12)}`;
const remembered = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

const failed = (sentence: string): Answer =>
  view('pages/signing-in/not-signed-in.njk', 'You are not signed in', { sentence }, 403);

/** Ends the session that the browser had, if any: a new sign-in is a new session. */
async function endFormer({ records, now }: ConsoleDependencies, visitor: Visitor | undefined): Promise<void> {
  if (visitor !== undefined) await records.sessions.end(visitor.session.idHash, now());
}

async function signedInAs(
  dependencies: ConsoleDependencies,
  person: ProfilePerson,
  {
    to,
    visitor,
    ...of
  }: {
    readonly to: string;
    readonly visitor: Visitor | undefined;
    readonly signIn?: number;
    readonly idToken?: string;
  },
): Promise<Answer> {
  await endFormer(dependencies, visitor);
  const cookie = await beginSession(dependencies, person, of);
  const { publicUrl } = dependencies;
  return redirect(to, [setCookie(publicUrl, { name: 'session', value: cookie })]);
}

/**
 * Returns the person to whom an account belongs: by its link, otherwise by the email address that the provider
 * confirms.
 */
async function personOf(
  { records, profile, signingIn, now }: ConsoleDependencies,
  account: SignIn,
  who: SignedIn,
): Promise<ProfilePerson | undefined> {
  const byId = (id: PersonId) => profile.people.find((person) => person.id === id);
  if (account.linked !== undefined) return byId(account.linked.person);
  const vouchedFor = who.emailVerified || (signingIn.kind === 'provider' && signingIn.trustsEmail);
  if (!vouchedFor || who.email === undefined) return undefined;
  const address = who.email.toLowerCase();
  const same = profile.people.filter(({ email }) => email.toLowerCase() === address);
  const [person] = same;
  if (person === undefined || same.length > 1) return undefined;
  // A second account with the address of a person who has one already must be linked by hand.
  if ((await records.signIns.ofPerson(person.id)).length > 0) return undefined;
  await records.signIns.link(account.id, { person: person.id, at: now() });
  return person;
}

async function begin({ query, now }: Asked, { signingIn, records, publicUrl }: ConsoleDependencies): Promise<Answer> {
  if (signingIn.kind !== 'provider') return redirect('/sign-in');
  const begun = await signingIn.provider.begin();
  if (begun.kind === 'failed') return failed(begun.sentence);
  const secret = newSecret();
  await records.drafts.put({
    idHash: hashOf(secret),
    kind,
    body: { ...begun.remembered, to: whereTo(one(query, 'to')) },
    key: newSecret(),
    madeAt: now,
    expiresAt: fromMillis(toMillis(now) + minutesAtProvider * 60_000),
  });
  return redirect(begun.url, [
    setCookie(publicUrl, {
      name: cookieOf(begun.remembered.state),
      value: secret,
      seconds: minutesAtProvider * 60,
    }),
  ]);
}

const whereItLed = (draft: Draft | undefined): string => {
  const led = draft?.kind === finishedKind ? z.safeParse(finishedBody, draft.body) : undefined;
  return led?.success === true ? whereTo(led.data.to) : '/';
};

async function comeBack(
  { address, query, cookies, now, visitor }: Asked & ByAnybody,
  dependencies: ConsoleDependencies,
): Promise<Answer> {
  const { signingIn, records } = dependencies;
  if (signingIn.kind !== 'provider') return redirect('/sign-in');
  const secret = cookies[cookieOf(one(query, 'state'))] ?? '';
  const draft = secret === '' ? undefined : await records.drafts.get(hashOf(secret), now);
  const began = draft?.kind === kind ? z.safeParse(remembered, draft.body) : undefined;
  if (draft === undefined || began?.success !== true) {
    // Back in the browser, or the address opened again: whoever is signed in goes on to where they were going.
    if (visitor !== undefined) return redirect(whereItLed(draft));
    return failed('Signing in took too long, or began in another browser. Begin again.');
  }
  const { to, ...expected } = began.data;
  // The state that was kept for the return is overwritten, so that it can be used only once.
  await records.drafts.put({ ...draft, kind: finishedKind, body: { to } });
  const finished = await signingIn.provider.finish(address.slice(address.indexOf('?')), expected);
  if (finished.kind === 'failed') return failed(finished.sentence);
  const { who } = finished;
  const account = await records.signIns.seen({
    issuer: who.issuer,
    subject: who.subject,
    name: who.name,
    email: who.email,
    at: now,
  });
  const person = await personOf(dependencies, account, who);
  if (person === undefined) {
    return view(
      'pages/signing-in/not-known.njk',
      'You are not known here yet',
      { name: who.name, email: who.email },
      403,
    );
  }
  return signedInAs(dependencies, person, { to, visitor, signIn: account.id, idToken: who.idToken });
}

async function signOut(
  { visitor, now }: Asked & ByAnybody,
  { signingIn, records, publicUrl }: ConsoleDependencies,
): Promise<Answer> {
  const cookies = [clearCookie(publicUrl, 'session')];
  if (visitor === undefined) return redirect('/signed-out', cookies);
  const { idHash, idToken } = visitor.session;
  await records.sessions.end(idHash, now);
  const further =
    signingIn.kind === 'provider' && idToken !== undefined ? await signingIn.provider.signOutUrl(idToken) : undefined;
  return redirect(further ?? '/signed-out', cookies);
}

export const signingInRoutes: readonly PageRoute[] = [
  getPage('/sign-in', everybody, ({ query }, { signingIn, profile }) => {
    const to = whereTo(one(query, 'to'));
    const ended = one(query, 'ended') === 'yes';
    return signingIn.kind === 'provider'
      ? view('pages/signing-in/sign-in.njk', 'Sign in', { to, ended })
      : view('pages/signing-in/trying-out.njk', 'Choose who to sign in as', {
          to,
          ended,
          groups: peopleToTryOutAs(profile),
        });
  }),
  postPage('/sign-in', everybody, async ({ fields, visitor }, dependencies) => {
    if (dependencies.signingIn.kind !== 'trying-out') return notFound();
    const person = dependencies.profile.people.find(({ id }) => id === one(fields, 'person'));
    if (person === undefined) return redirect('/sign-in');
    return signedInAs(dependencies, person, { to: whereTo(one(fields, 'to')), visitor });
  }),
  getPage('/signing-in/begin', everybody, begin),
  getPage('/signing-in/return', everybody, comeBack),
  getPage('/sign-out', everybody, ({ visitor }) =>
    visitor === undefined ? redirect('/signed-out') : view('pages/signing-in/sign-out.njk', 'Sign out'),
  ),
  postPage('/sign-out', everybody, signOut),
  getPage('/signed-out', everybody, () => view('pages/signing-in/signed-out.njk', 'You have signed out')),
];

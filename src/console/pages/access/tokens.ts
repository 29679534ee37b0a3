import * as z from 'zod/mini';
import { londonDate } from '../../../procedure/time/dates';
import { person as personField, readableText } from '../../../procedure/forms';
import { does } from '../../../procedure/permissions';
import type { FieldProblem } from '../../../procedure/refusals';
import { isUsable, type ApiToken } from '../../../records/tokens';
import { hashOf, newSecret } from '../../../security/secret';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { choosingPeople, expiryAfter, personToSignIn, tokenRow } from './access-view';

/** The beginning of every token, by which one of ours is recognised wherever it is found. */
const prefix = 'sir_';
const longestDays = 365;

const tokenForm = z.strictObject({
  name: readableText('What it is for', 100, 'Enter what it is for').register(z.globalRegistry, {
    title: 'What it is for',
    description: 'Which program uses it, such as “Weekly figures for the council”',
  }),
  person: personField('On whose behalf', 'The program sees and may do what this person sees and may do'),
  days: z
    .int({ error: `Enter the number of days, from 1 to ${longestDays}` })
    .check(
      z.gte(1, `The number of days must be from 1 to ${longestDays}`),
      z.lte(longestDays, `The number of days must be from 1 to ${longestDays}`),
    )
    .register(z.globalRegistry, {
      title: 'For how many days',
      description: `From 1 to ${longestDays}; then it ends by itself`,
    }),
});

const noSuchToken = notFound('There is no such token. Go back to the list.');

/** Tokens by which programs come in: made, shown once, and revoked. */
export const tokenRoutes: readonly PageRoute[] = [
  getPage('/access/tokens', whoOpens('access'), async ({ visitor: { person }, query, now }, { records, profile }) => {
    const tokens = await records.tokens.list();
    const rows = tokens.map((token) => tokenRow(profile, token, now));
    const revoked = rows.find(({ id, state }) => String(id) === one(query, 'revoked') && state === 'Revoked');
    return view('pages/access/tokens.njk', 'API tokens', {
      usable: rows.filter((token) => token.isUsable),
      over: rows.filter((token) => !token.isUsable),
      makes: does(person, 'make-token'),
      revokes: does(person, 'revoke-token'),
      keeper: profile.policy.roleTitles['business-manager'],
      happened: revoked && `The token “${revoked.name}” is revoked. No program can use it any more.`,
    });
  }),

  getPage('/access/tokens/new', whoOpens('access', 'make-token'), (asked, dependencies) =>
    newPage(asked, dependencies, asked.typedBefore ?? {}),
  ),
  postPage('/access/tokens/new', whoOpens('access', 'make-token'), async (asked, dependencies) => {
    const { fields, visitor, now } = asked;
    const { records, profile } = dependencies;
    const { form, problems } = readFields(tokenForm, fields, choosingPeople(profile, londonDate(now)));
    const wrong = (found: readonly FieldProblem[]) => newPage(asked, dependencies, fields, found);
    if (problems.length > 0) return wrong(problems);
    const { name, person: id, days } = tokenForm.parse(form);
    const person = personToSignIn(profile, id);
    if (person === undefined) return wrong([{ field: 'person', sentence: 'Choose somebody of the list' }]);
    const token = `${prefix}${newSecret()}`;
    const expiresAt = expiryAfter(now, days);
    const added = await records.tokens.add({
      name,
      person: person.id,
      hash: hashOf(token),
      madeBy: visitor.person.id,
      madeAt: now,
      expiresAt,
    });
    // Sending the form twice makes no second token, and neither do two people at the same moment.
    if (added.kind === 'name-taken') {
      return wrong([
        {
          field: 'name',
          sentence: 'There is a token of this name that can be used; revoke it, or give this one another name',
        },
      ]);
    }
    // The token is shown in this answer only: browsers and proxies would keep an address.
    return view('pages/access/token-made.njk', 'The token is made', { token, name, person: person.name, expiresAt });
  }),

  getPage(
    '/access/tokens/:id/revoke',
    whoOpens('access', 'revoke-token'),
    async ({ params, now }, { records, profile }) => {
      const token = await standingToken(records, params['id'], now);
      return token === undefined
        ? noSuchToken
        : view('pages/access/revoke.njk', 'Revoke a token', { token: tokenRow(profile, token, now) });
    },
  ),
  postPage(
    '/access/tokens/:id/revoke',
    whoOpens('access', 'revoke-token'),
    async ({ params, visitor, now }, { records }) => {
      const token = await standingToken(records, params['id'], now);
      if (token === undefined) return redirect('/access/tokens');
      await records.tokens.revoke(token.id, { by: visitor.person.id, at: now });
      return redirect(`/access/tokens?revoked=${token.id}`);
    },
  ),
];

/** The token of this number, if it can be used still. */
const standingToken = async (
  { tokens }: ConsoleDependencies['records'],
  id: string | undefined,
  now: Asked['now'],
): Promise<ApiToken | undefined> =>
  (await tokens.list()).find((token) => String(token.id) === id && isUsable(token, now));

function newPage(
  { now }: Pick<Asked, 'now'>,
  { profile }: Pick<ConsoleDependencies, 'profile'>,
  typed: Fields,
  problems: readonly FieldProblem[] = [],
): Answer {
  const fields = fieldsOf(tokenForm, choosingPeople(profile, londonDate(now)), { typed, problems });
  const model = { fields, problems, errors: errorSummary(problems, fields) };
  return view('pages/access/new-token.njk', 'Make a token', model, problems.length === 0 ? 200 : 422);
}

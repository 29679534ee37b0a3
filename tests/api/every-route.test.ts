import * as z from 'zod/mini';
import { sampleNotification } from '../../src/api/examples';
import { schemas } from '../../src/api/schemas';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { does, opens, sightOf, type Act, type Page } from '../../src/procedure/permissions';
import { receiptNumberOf } from '../../src/procedure/outside-notification/receipt-number';
import { roles } from '../../src/procedure/roles';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import { rolesIn } from '../../src/procedure/case/shut-out';
import { mayTake } from '../../src/procedure/may-take';
import type { CaseReference, Instant, PersonId } from '../../src/procedure/time/time';
import type { ProfilePerson } from '../../src/profile/load';
import { kirklees, wallNow } from '../profile/kirklees';
import { Api, token, type Answer } from './api';
import { everyRoute, openPatterns, type Found } from './router';

/* Every route of the API, found from its router, for every role: the one table of permissions, and nothing else, lets in. */

const nobody: PersonId = 'P99' as PersonId;
const idOf = (nth: number) => `P${101 + nth}` as PersonId;

/** A partnership in which each role is held by one person who holds no other. */
const people: readonly ProfilePerson[] = roles.map((role, nth) => ({
  id: idOf(nth),
  name: `Holder of ${role}`,
  email: `${role}@example.org`,
  title: role,
  roles: [role],
}));
const manager = people.find((one) => one.roles.includes('business-manager'))?.id ?? nobody;

const number = receiptNumberOf(new Uint8Array(8));

let api: Api;
let reference: string;
let file: CaseFile;

beforeAll(async () => {
  api = await Api.start({}, { ...kirklees(), people });
  reference = await opened();
  await received();
  file = onRecord();
});
afterAll(() => api.stop());

async function opened(): Promise<string> {
  const answer = await api.post('/api/notifications', { ...sampleNotification, practice: true }, { as: manager });
  return String(answer.body['reference']);
}

/** Keeps a notification that somebody sent without signing in. */
async function received(): Promise<void> {
  await api.records.outsideNotifications.receive({
    ...{ number, allottedFor: 'outside', receivedAt: wallNow, form: sampleNotification },
  });
}

function onRecord(): CaseFile {
  const found = api.cases.files.get(reference as CaseReference);
  if (found === undefined) throw new Error('The case is not open.');
  return found;
}

type Status = (who: ProfilePerson, decision?: DecisionName) => number;

const page =
  (one: Page): Status =>
  (who) =>
    opens(who, one) ? 200 : 403;
/** Whoever may is told what is wrong with the form, which changes nothing. */
const act =
  (one: Act): Status =>
  (who) =>
    does(who, one) ? 422 : 403;
/** A question by POST: whoever may is told what is wrong with its form. */
const searching =
  (one: Page): Status =>
  (who) =>
    opens(who, one) ? 422 : 403;
const ofCase =
  (then: Status): Status =>
  (who, decision) =>
    sightOf(who, file) === 'none' ? 404 : then(who, decision);
const always: Status = () => 200;

/** The case has asked nobody yet, so whoever may answer requests at all finds none. */
const unasked: Status = (who) => (opens(who, 'decide') ? 404 : 403);

const takes = (who: ProfilePerson, decision: DecisionName): boolean =>
  rolesIn(file, who.id).some((role) => mayTake(file, decision).includes(role));

/** What each route answers to whom. A route that is not here is a mistake. */
const table: Readonly<Record<string, Status>> = {
  ...Object.fromEntries(openPatterns.map((pattern) => [`GET ${pattern}`, always])),
  'POST /api/notifications': act('notify'),
  'GET /api/received-notifications': page('received'),
  'GET /api/received-notifications/:number': page('received'),
  'POST /api/received-notifications/:number/take': act('settle-received'),
  'POST /api/received-notifications/:number/set-aside': act('settle-received'),
  'GET /api/cases': page('matrix'),
  'POST /api/cases/search': searching('matrix'),
  'GET /api/cases/:reference': ofCase(always),
  'GET /api/cases/:reference/events': ofCase(always),
  'GET /api/cases/:reference/notices': ofCase(always),
  'GET /api/cases/:reference/plan': ofCase(always),
  'POST /api/cases/:reference/decisions/:decision': ofCase((who, decision = 'addNote') =>
    takes(who, decision) ? 422 : 403,
  ),
  'POST /api/cases/:reference/practice/advance': ofCase(act('move-practice-forward')),
  'GET /api/cases/:reference/requests/:contribution': unasked,
  'POST /api/cases/:reference/requests/:contribution/entries': unasked,
  'POST /api/cases/:reference/requests/:contribution/entries/:line': unasked,
  'POST /api/cases/:reference/requests/:contribution/entries/:line/withdrawals': unasked,
  'POST /api/cases/:reference/requests/:contribution/answer': unasked,
  'GET /api/decisions': page('decide'),
  'GET /api/plan': page('plan'),
  'GET /api/calendar': page('calendar'),
  'POST /api/calendar/closures': act('keep-calendar'),
  'POST /api/calendar/closures/withdrawals': act('keep-calendar'),
  'POST /api/calendar/holidays': act('keep-calendar'),
  'POST /api/calendar/holidays/withdrawals': act('keep-calendar'),
  'POST /api/calendar/meetings': act('keep-calendar'),
  'POST /api/calendar/meetings/cancellations': act('keep-calendar'),
  'GET /api/people': page('people'),
  'POST /api/people': act('keep-people'),
  'POST /api/people/endings': act('keep-people'),
  'GET /api/readings': page('readings'),
  'GET /api/cases/:reference/readings': (who) => (opens(who, 'case-readings') ? ofCase(always)(who) : 403),
  'GET /api/reconciliation': page('engine'),
  'POST /api/reconciliation/restarts': act('restart-case'),
};

interface Tried extends Found {
  readonly path: string;
  readonly decision?: DecisionName;
}

/** An address for each route, of this case; of the route of decisions one for each of these. */
const tried = (of = reference, decisions: readonly DecisionName[] = ['addNote']): readonly Tried[] =>
  everyRoute(api).flatMap((route): readonly Tried[] => {
    const query = route.pattern === '/api/plan' ? '?receivedOn=2026-11-23' : '';
    const path = `${route.pattern.replace(':reference', of).replace(':number', number)}${query}`;
    return path.includes(':decision')
      ? decisions.map((name) => ({ ...route, path: path.replace(':decision', name), decision: name }))
      : [{ ...route, path }];
  });

let keys = 0;
const ask = ({ method, path }: Tried, headers: Readonly<Record<string, string>>): Promise<Answer> =>
  api.ask(method, path, {
    headers: {
      ...headers,
      ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': `try-${(keys += 1)}` } : {}),
    },
    ...(method === 'POST' ? { body: '{"noFormHasThis": true}' } : {}),
  });

/** Asks each, and says who was answered otherwise than they should be. */
async function wrongly(
  routes: readonly Tried[],
  headers: Readonly<Record<string, string>>,
  expected: (route: Tried) => number,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const route of routes) {
    const { status } = await ask(route, headers);
    if (status !== expected(route)) wrong.push(`${route.method} ${route.path}: ${status}, not ${expected(route)}`);
  }
  return wrong;
}

/** Every sixth decision, another for each role: who takes which is a matter of the rules, and has its tests there. */
const someDecisions = (nth: number): readonly DecisionName[] =>
  catalogue.filter((_one, at) => at % 6 === nth % 6).map(({ name }) => name);

const statusFor =
  (who: ProfilePerson) =>
  ({ method, pattern, decision }: Tried): number =>
    table[`${method} ${pattern}`]?.(who, decision) ?? 0;

test('the table has every route of the router, and no other', () => {
  const found = everyRoute(api).map(({ method, pattern }) => `${method} ${pattern}`);
  expect(found.sort()).toEqual(Object.keys(table).sort());
});

test.each(people.map((who, nth) => [who.roles[0], who, nth] as const))(
  '%s is answered as the table says, by a token of their own and as whom the installation acts',
  async (_role, who, nth) => {
    const own = await api.tokenOf(who.id);
    const routes = tried(reference, someDecisions(nth));
    expect(await wrongly(routes, { authorization: `Bearer ${own.token}` }, statusFor(who))).toEqual([]);
    const acting = { authorization: `Bearer ${token}`, 'x-acting-as': who.id };
    expect(await wrongly(tried(), acting, statusFor(who))).toEqual([]);
    expect(onRecord().seq).toBe(file.seq);
  },
);

test('the installation itself reads, and changes nothing without saying for whom', async () => {
  const headers = { authorization: `Bearer ${token}` };
  expect(
    await wrongly(tried(), headers, ({ method, pattern }) =>
      pattern.includes('/requests/') && method === 'GET'
        ? 404
        : method === 'GET'
          ? 200
          : pattern === '/api/cases/search'
            ? 422
            : 403,
    ),
  ).toEqual([]);
});

describe('nobody is answered but by what is open', () => {
  const past = '2026-11-22T10:00:00.000Z' as Instant;

  test.each([
    ['without a token', async () => ({})],
    ['by a token that is none', async () => ({ authorization: 'Bearer wrong' })],
    ['by the token alone, without saying that it is one', async () => ({ authorization: token })],
    ['by the token said to be a password', async () => ({ authorization: `Basic ${token}` })],
    ['by a token of nobody', async () => ({ authorization: `Bearer sir_${'x'.repeat(43)}` })],
    [
      'by a token that has expired',
      async () => ({ authorization: `Bearer ${(await api.tokenOf(manager, { expiresAt: past })).token}` }),
    ],
    [
      'by a token that was revoked',
      async () => {
        const { token: own, id } = await api.tokenOf(manager);
        await api.records.tokens.revoke(id, { by: manager, at: wallNow });
        return { authorization: `Bearer ${own}` };
      },
    ],
    [
      'by a token of somebody who has left',
      async () => ({ authorization: `Bearer ${(await api.tokenOf(nobody)).token}` }),
    ],
  ])('%s', async (_what, headersOf: () => Promise<Readonly<Record<string, string>>>) => {
    const handed = api.cases.handed.length;
    // Wrong tokens are counted for a quarter of an hour.
    api.wall = fromMillis(toMillis(api.wall) + 20 * 60_000);
    const headers = await headersOf();
    expect(await wrongly(tried(), headers, ({ pattern }) => (openPatterns.includes(pattern) ? 200 : 401))).toEqual([]);
    expect(
      await wrongly(tried(), { ...headers, 'x-acting-as': manager }, ({ pattern }) =>
        openPatterns.includes(pattern) ? 200 : 401,
      ),
    ).toEqual([]);
    expect(api.cases.handed).toHaveLength(handed);
  });
});

describe('somebody who is shut out of a case', () => {
  beforeAll(() => {
    api.wall = fromMillis(toMillis(api.wall) + 20 * 60_000);
  });

  /** Nobody but the Business Unit could read it without a part in it, so it is one of them. */
  const out = people.find((one) => one.roles.includes('spr-coordinator'))?.id ?? nobody;
  const never = 'SIN-2026-0999';

  test('is answered about it as about a case that there is not, by every route of a case', async () => {
    // A quarter of an hour after the wrong tokens, this address is answered again.
    api.wall = '2026-11-23T10:30:00.000Z' as Instant;
    const second = await opened();
    const shut = await api.decide(
      second,
      'replacePerson',
      { role: 'spr-coordinator', leaves: out, joins: manager, reason: 'A conflict of interest' },
      { as: manager },
    );
    expect(shut.status).toBe(200);
    const { status } = await api.decide(second, 'shutOut', { person: out, reason: 'An aunt' }, { as: manager });
    expect(status).toBe(200);

    const { token: own } = await api.tokenOf(out);
    const headers = { authorization: `Bearer ${own}` };
    const ofACase = (of: string) => tried(of).filter(({ pattern }) => pattern.includes(':reference'));
    expect(ofACase(second)).toHaveLength(12);
    const strangers = ofACase(never);
    for (const [nth, route] of ofACase(second).entries()) {
      const [theirs, none] = [await ask(route, headers), await ask(strangers[nth] ?? route, headers)];
      // The log of a case is the Business Manager's, whichever case it is.
      expect([route.path, theirs.status]).toEqual([route.path, route.pattern.endsWith('/readings') ? 403 : 404]);
      expect(theirs.text.replaceAll(second, never)).toBe(none.text);
      const said = ({ headers: sent }: Answer) =>
        [...sent].filter(([name]) => !['date', 'content-length'].includes(name));
      expect(said(theirs)).toEqual(said(none));
    }
    const { body } = await api.ask('GET', '/api/cases', { headers });
    expect((body['cases'] as { reference: string }[]).map((one) => one.reference)).toEqual([reference]);
  });
});

test('whoever decides a case out of their own sight is told that it is decided, and no more of it', async () => {
  const third = await opened();
  const joins = people.find((one) => one.roles.includes('exec-member'))?.id ?? nobody;
  const reason = 'A neighbour of the family';
  await api.decide(third, 'replacePerson', { role: 'business-manager', joins, reason }, { as: manager });
  const answer = await api.decide(third, 'shutOut', { person: manager, reason }, { as: manager });
  expect(answer.body).toEqual({ reference: third, decision: 'shutOut', seq: 3, recorded: true, case: null });
  expect(z.safeParse(schemas.Decided, answer.body).error).toBeUndefined();
  expect((await api.get(`/api/cases/${third}`, { 'x-acting-as': manager })).status).toBe(404);
});

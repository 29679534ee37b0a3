import { sampleNotification } from '../../src/api/examples';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import { failedTriesAllowed } from '../../src/security/failed-tries';
import { wallNow } from '../profile/kirklees';
import { Api, token } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const bearer = (given: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: { authorization: `Bearer ${given}`, ...more },
});
const minutes = (count: number) => new Date(Date.parse(wallNow) + count * 60_000).toISOString() as Instant;

test('a token of a person reads and acts as that person, without saying who it is', async () => {
  const { token: own } = await api.tokenOf('P01');
  const sent = await api.ask('POST', '/api/notifications', {
    ...bearer(own, { 'content-type': 'application/json', 'idempotency-key': 'k' }),
    body: JSON.stringify(sampleNotification),
  });
  expect(sent.status).toBe(201);
  const reference = String(sent.body['reference']);
  expect((await api.ask('GET', `/api/cases/${reference}/events`, bearer(own))).body).toMatchObject({
    events: [{ by: 'P01', role: 'business-manager' }],
  });
  expect((await api.ask('GET', `/api/cases/${reference}`, bearer(own))).body).toHaveProperty('content');
});

test('its person may be named beside it, and nobody else may', async () => {
  const { token: own } = await api.tokenOf('P07');
  const reference = await api.opened();
  for (const route of ['/api/cases', `/api/cases/${reference}`, '/api/plan?receivedOn=2026-11-23']) {
    expect((await api.ask('GET', route, bearer(own, { 'x-acting-as': 'P07' }))).status).toBe(200);
    for (const another of ['P01', 'P99']) {
      const answer = await api.ask('GET', route, bearer(own, { 'x-acting-as': another }));
      expect(answer.body).toMatchObject({ status: 403, code: 'acting-as-another' });
    }
  }
  const decided = await api.decide(
    reference,
    'addNote',
    { note: 'As somebody else' },
    {
      as: 'P01',
      headers: { authorization: `Bearer ${own}` },
    },
  );
  expect(decided.body).toMatchObject({ status: 403, code: 'acting-as-another' });
  expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toHaveLength(1);
});

test('a key of the same person is the same key, whichever token it came with', async () => {
  const { token: own } = await api.tokenOf('P01');
  const first = await api.post('/api/notifications', sampleNotification, { key: 'k' });
  const again = await api.post('/api/notifications', sampleNotification, {
    key: 'k',
    as: '',
    headers: { authorization: `Bearer ${own}` },
  });
  expect(again.text).toBe(first.text);
});

test('a token is good until it expires, to the moment', async () => {
  const { token: own } = await api.tokenOf('P01', { expiresAt: minutes(10) });
  api.wall = new Date(Date.parse(minutes(10)) - 1).toISOString() as Instant;
  expect((await api.ask('GET', '/api/cases', bearer(own))).status).toBe(200);
  api.wall = minutes(10);
  const answer = await api.ask('GET', '/api/cases', bearer(own));
  expect(answer.body).toMatchObject({ status: 401, code: 'token-expired' });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

test('a token that was revoked is answered as one that never was, and so is that of somebody who has left', async () => {
  const revoked = await api.tokenOf('P01', { expiresAt: minutes(-10) });
  await api.records.tokens.revoke(revoked.id, { by: 'P02' as PersonId, at: wallNow });
  const left = await api.tokenOf('P99');
  const never = `sir_${'x'.repeat(43)}`;
  const answers = await Promise.all(
    [revoked.token, left.token, never, 'anything'].map((given) => api.ask('GET', '/api/cases', bearer(given))),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ status: 401, code: 'token-missing' });
});

test('that a token was used is noted, to within a minute, even where it asked what it may not', async () => {
  const { token: own } = await api.tokenOf('P40');
  const lastUsed = async () => (await api.records.tokens.list())[0]?.lastUsedAt;
  expect(await lastUsed()).toBeUndefined();
  expect((await api.ask('GET', '/api/calendar', bearer(own))).status).toBe(403);
  expect(await lastUsed()).toBe(wallNow);
  api.wall = minutes(2);
  await api.ask('GET', '/api/cases', bearer(own));
  expect(await lastUsed()).toBe(minutes(2));
});

test('a use that cannot be noted is answered all the same', async () => {
  const { token: own } = await api.tokenOf('P01');
  api.broken.add('tokens.used');
  expect((await api.ask('GET', '/api/cases', bearer(own))).status).toBe(200);
  expect(api.logged.join()).toContain('not noted');
});

test("with the database away nobody is told that their token is wrong; the installation's own needs no database", async () => {
  const { token: own } = await api.tokenOf('P01');
  api.broken.add('tokens.byHash');
  expect((await api.ask('GET', '/api/cases', bearer(own))).body).toMatchObject({ status: 503, code: 'away' });
  expect((await api.ask('GET', '/api/cases', bearer(token))).status).toBe(200);
});

test('no token is ever logged', async () => {
  const { token: own } = await api.tokenOf('P01');
  await api.ask('GET', '/api/cases', bearer(own));
  await api.ask('GET', '/api/cases', bearer('sir_wrong-and-long-enough'));
  expect(api.logged.join()).not.toMatch(/sir_|wrong-and-long/);
});

describe('Guessing', () => {
  const from = (address: string, given: string) =>
    guarded.ask('GET', '/api/cases', bearer(given, { 'x-forwarded-for': address }));
  const guess = (nth: number) => `sir_${String(nth).padStart(43, 'x')}`;
  let guarded: Api;
  beforeEach(async () => {
    guarded = await api.beside({ proxies: 1 });
  });
  afterEach(() => guarded.stopListening());

  test('an address that has sent too many wrong tokens waits, whatever it sends; others do not', async () => {
    const { token: own } = await api.tokenOf('P01');
    const statuses = [];
    for (let nth = 0; nth < 400; nth += 1) statuses.push((await from('203.0.113.7', guess(nth))).status);
    expect(statuses.filter((status) => status !== 429)).toHaveLength(failedTriesAllowed.byAddress.tokens);
    const answer = await from('203.0.113.7', own);
    expect(answer.body).toMatchObject({ status: 429, code: 'too-many-tries' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.7', token)).status).toBe(429);
    expect((await from('203.0.113.8', own)).status).toBe(200);
    guarded.wall = minutes(16);
    expect((await from('203.0.113.7', own)).status).toBe(200);
  });

  test('a program that has worked goes on working, however much is guessed from its address and from others', async () => {
    const { token: own } = await api.tokenOf('P01');
    expect((await from('203.0.113.7', own)).status).toBe(200);
    for (let nth = 0; nth < failedTriesAllowed.overAll.tokens; nth += 1) {
      await from(`203.0.113.${nth % 100}`, guess(nth));
    }
    expect((await from('203.0.113.7', own)).status).toBe(200);
    // Guessing from many addresses is guessing too.
    expect((await from('198.51.100.1', guess(7_777))).status).toBe(429);
  });

  test('a program that sends a token that has ended again and again guesses nothing', async () => {
    for (let nth = 0; nth < 50; nth += 1) expect((await from('203.0.113.7', guess(1))).status).toBe(401);
    expect((await from('203.0.113.7', (await api.tokenOf('P01')).token)).status).toBe(200);
  });
});

describe("Where people sign in, the installation's token", () => {
  let guarded: Api;
  beforeEach(async () => {
    guarded = await api.beside({ proxies: 1, signsIn: true });
  });
  afterEach(() => guarded.stopListening());

  test("works from the application's own machine alone; a person's token works from everywhere", async () => {
    const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
    expect((await guarded.ask('GET', '/api/cases', bearer(token))).status).toBe(200);
    expect((await guarded.ask('GET', '/api/cases', bearer(token, { 'x-forwarded-for': '127.0.0.1' }))).status).toBe(
      200,
    );
    const answer = await guarded.ask('GET', '/api/cases', bearer(token, elsewhere));
    expect(answer.body).toMatchObject({ status: 401, code: 'token-missing' });
    // Whoever says that a proxy's client is this machine has to be believed by every address on the way.
    const forged = bearer(token, { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' });
    expect((await guarded.ask('GET', '/api/cases', forged)).status).toBe(401);
    const { token: own } = await api.tokenOf('P01');
    expect((await guarded.ask('GET', '/api/cases', bearer(own, elsewhere))).status).toBe(200);
  });
});

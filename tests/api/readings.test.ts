import * as z from 'zod/mini';
import { sampleNotification } from '../../src/api/examples';
import { schemas } from '../../src/api/schemas';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import { Api, token, type Answer } from './api';
import { everyRoute } from './router';

/* Reading by the API leaves its line in the reading log, and the log is read by the API. */

let api: Api;
let reference: string;

beforeAll(async () => {
  api = await Api.start();
  reference = String(
    (await api.post('/api/notifications', { ...sampleNotification, practice: true }, { as: 'P01' })).body['reference'],
  );
});
afterAll(() => api.stop());

const installation = { authorization: `Bearer ${token}` };
const later = () => {
  api.wall = fromMillis(toMillis(api.wall) + 6 * 60_000);
};
const log = async (last = 0) =>
  (await api.records.readings.list({ viewer: undefined, limit: 200 })).readings.filter(({ id }) => id > last);
const lastId = async () => (await log())[0]?.id ?? 0;

/** Returns the readings that one request leaves in the log. */
async function leaves(ask: () => Promise<Answer>) {
  later();
  const before = await lastId();
  const answer = await ask();
  return { answer, left: await log(before) };
}

test('every question that is answered with a case leaves a reading of it, found from the router', async () => {
  const missing: string[] = [];
  let read = 0;
  for (const { method, pattern } of everyRoute(api)) {
    const path = `${pattern.replace(':reference', reference)}${pattern === '/api/plan' ? '?receivedOn=2026-11-23' : ''}`;
    const isSearch = pattern === '/api/cases/search';
    if (method === 'POST' && !isSearch) continue;
    const { answer, left } = await leaves(() =>
      api.ask(method, path, {
        headers: { ...installation, ...(isSearch ? { 'content-type': 'application/json' } : {}) },
        ...(isSearch ? { body: JSON.stringify({ text: reference }) } : {}),
      }),
    );
    // The documentation has an example of a reference, of no case that is opened.
    if (answer.status !== 200 || pattern.startsWith('/docs') || pattern === '/openapi.json') continue;
    if (!answer.text.includes(reference)) continue;
    read += 1;
    if (!left.some(({ cases }) => cases.some((one) => one === reference))) missing.push(`${method} ${pattern}`);
  }
  expect(missing).toEqual([]);
  expect(read).toBeGreaterThanOrEqual(7);
});

describe('A reading says who read, and by which credential', () => {
  const path = () => `/api/cases/${reference}`;

  test('the installation itself', async () => {
    const { left } = await leaves(() => api.ask('GET', path(), { headers: installation }));
    expect(left).toMatchObject([
      { at: api.wall, credential: { kind: 'installation-token', name: '' }, part: 'overview', cases: [reference] },
    ]);
    expect(left[0]?.person).toBeUndefined();
  });

  test('a person whom the installation names', async () => {
    const { left } = await leaves(() => api.get(path(), { 'x-acting-as': 'P02' }));
    expect(left).toMatchObject([{ person: 'P02', credential: { kind: 'installation-token', name: '' } }]);
  });

  test("a person, by which of their own tokens, and never the token's secret", async () => {
    const own = await api.tokenOf('P02');
    const { left } = await leaves(() => api.ask('GET', path(), { headers: { authorization: `Bearer ${own.token}` } }));
    expect(left).toMatchObject([{ person: 'P02', credential: { kind: 'token', name: String(own.id) } }]);
    expect(JSON.stringify(left)).not.toContain(own.token);
  });
});

test('a search is logged with the cases that it showed, and without what was sought', async () => {
  const search = (text: string) =>
    leaves(() =>
      api.ask('POST', '/api/cases/search', {
        headers: { ...installation, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      }),
    );
  const found = await search(reference);
  expect(found.left).toMatchObject([{ part: 'search', cases: [reference] }]);
  const none = await search('Canary Example');
  expect(none.left).toMatchObject([{ part: 'search', cases: [] }]);
  expect(JSON.stringify(await log())).not.toContain('Canary');
});

test('an answer to HEAD shows nothing and is no reading; one with a tag that the caller has is answered whole, and is one', async () => {
  expect((await leaves(() => api.ask('HEAD', `/api/cases/${reference}`, { headers: installation }))).left).toEqual([]);
  const headers = { ...installation, 'if-none-match': '"1"' };
  const { answer, left } = await leaves(() => api.ask('GET', `/api/cases/${reference}`, { headers }));
  expect([answer.status, left.length]).toEqual([200, 1]);
});

test('the answer to a decision is no reading, nor what is refused', async () => {
  const decided = await leaves(() => api.decide(reference, 'addNote', { note: 'A note' }, { as: 'P01' }));
  expect([decided.answer.status, decided.left]).toEqual([200, []]);
  const refused = await leaves(() => api.get('/api/cases/SIN-2026-0999', {}));
  expect([refused.answer.status, refused.left]).toEqual([404, []]);
});

test('nothing is answered that cannot be put in the log', async () => {
  later();
  api.broken.add('readings.add');
  const answer = await api.ask('GET', `/api/cases/${reference}`, { headers: installation });
  api.broken.clear();
  expect(answer.status).toBe(503);
  expect(answer.text).not.toContain('stage');
  expect(answer.body).toMatchObject({
    code: 'reading-not-logged',
    title: 'The reading log cannot be written',
    detail:
      'Whoever reads about a case is put in the reading log first. The log cannot be written at present: nothing answers. Nothing is shown until it can, and nothing is half done: send it again in a minute, or tell IT.',
  });
  expect(answer.headers.get('retry-after')).toBe('30');
});

describe('The reading log', () => {
  const officer = { 'x-acting-as': 'P44' };

  test('is read by the information governance officer across cases, and that is logged too', async () => {
    const { answer, left } = await leaves(() => api.get(`/api/readings?case=${reference}&limit=3`, officer));
    expect(z.safeParse(schemas.Readings, answer.body).error).toBeUndefined();
    expect(answer.body).toMatchObject({ keptYears: 6, readings: [{ cases: [reference] }, {}, {}] });
    expect(left).toMatchObject([{ person: 'P44', part: 'readings' }]);
    const next = String(answer.body['next']);
    const second = await api.get(`/api/readings?case=${reference}&limit=3&cursor=${next}`, officer);
    expect(second.status).toBe(200);
    expect(second.body['readings']).not.toEqual(answer.body['readings']);
  });

  test.each([
    ['person=P02', (one: { person?: unknown }) => one.person === 'P02'],
    ['person=nobody', (one: { person?: unknown }) => one.person === null],
    ['credential=token', (one: { credential?: { kind?: unknown } }) => one.credential?.kind === 'token'],
  ])('is asked for %s', async (query, fits) => {
    const { body } = await api.get(`/api/readings?${query}`, officer);
    const readings = body['readings'] as readonly object[];
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.filter((one) => !fits(one))).toEqual([]);
  });

  test('is asked for days, of which the last counts whole', async () => {
    const of = async (query: string) =>
      ((await api.get(`/api/readings?${query}`, officer)).body['readings'] as readonly unknown[]).length;
    expect(await of('from=2026-11-23&to=2026-11-23')).toBeGreaterThan(0);
    expect(await of('to=2026-11-22')).toBe(0);
    expect(await of('from=2026-11-25')).toBe(0);
  });

  test.each(['person=Jo', 'case=1', 'credential=guess', 'from=yesterday', 'limit=x', 'other=1'])(
    'refuses %s, and says why',
    async (query) => {
      expect((await api.get(`/api/readings?${query}`, officer)).status).toBe(422);
    },
  );

  test('of a case is read by the Business Manager, who reads no other case in it', async () => {
    await leaves(() => api.get('/api/cases?practice=true', { 'x-acting-as': 'P02' }));
    const { body } = await api.get(`/api/cases/${reference}/readings`, { 'x-acting-as': 'P01' });
    expect(z.safeParse(schemas.Readings, body).error).toBeUndefined();
    const readings = body['readings'] as readonly { cases: readonly string[] }[];
    expect(readings.length).toBeGreaterThan(3);
    for (const { cases } of readings) expect(cases).toEqual([reference]);
  });

  test('is kept from a Business Manager who is shut out of the case, and from everybody else', async () => {
    const manager = api.profile.people.find(({ roles }) => roles.includes('business-manager'))?.id ?? '';
    const second = String(
      (await api.post('/api/notifications', { ...sampleNotification, practice: true }, { as: 'P01' })).body[
        'reference'
      ],
    );
    const joins = 'P02';
    const reason = 'A neighbour of the family';
    await api.decide(second, 'replacePerson', { role: 'business-manager', joins, reason }, { as: manager });
    const shut = await api.decide(second, 'shutOut', { person: manager, reason }, { as: manager });
    expect(shut.status).toBe(200);
    expect((await api.get(`/api/cases/${second}/readings`, { 'x-acting-as': manager })).status).toBe(404);
    for (const as of ['P02', 'P43', 'P44']) {
      expect((await api.get(`/api/cases/${second}/readings`, { 'x-acting-as': as })).status).toBe(403);
    }
    for (const as of ['P01', 'P02', 'P43'])
      expect((await api.get('/api/readings', { 'x-acting-as': as })).status).toBe(403);
  });
});

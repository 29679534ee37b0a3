import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { sampleNotification } from '../../src/api/examples';
import { routesOf } from '../../src/api/routes/all';
import { schemas } from '../../src/api/schemas';
import { soon } from '../../src/casework/poll-until';
import { Api, token, type Answer } from './api';
import { everyRoute } from './router';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const filledIn = (path: string) => path.replace(':reference', 'SIN-2026-0001').replace(':decision', 'addNote');
const routes = () => everyRoute(api).map((one) => ({ ...one, path: filledIn(one.pattern) }));
/** Those that change something: a search asks by POST, so that what is sought is in no address. */
const changing = () => routes().filter(({ method, pattern }) => method === 'POST' && pattern !== '/api/cases/search');

function isProblem(answer: Answer, status: number, code: string) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(z.safeParse(schemas.Problem, answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({ status, code, type: `http://127.0.0.1:3000/problems/${code}` });
  expect(answer.status).toBe(status);
}

test('whoever has no token does not learn which addresses there are', async () => {
  isProblem(await api.ask('GET', '/api/nothing'), 401, 'token-missing');
  isProblem(await api.ask('GET', '/API/CASES'), 401, 'token-missing');
});

test('every change needs a person who acts, who is of the profile', async () => {
  for (const { path } of changing()) {
    isProblem(await api.post(path, {}, { as: '' }), 403, 'acting-as-missing');
    isProblem(await api.post(path, {}, { as: 'P99' }), 403, 'unknown-person');
  }
  isProblem(await api.get('/api/cases', { 'x-acting-as': 'P99' }), 403, 'unknown-person');
  expect(api.cases.handed).toEqual([]);
});

test('every change needs a key, and one that can be kept', async () => {
  for (const { path } of changing()) {
    isProblem(await api.post(path, {}, { key: '' }), 400, 'key-missing');
    isProblem(await api.post(path, {}, { key: 'x'.repeat(201) }), 400, 'key-missing');
  }
});

test('a body that is not JSON, or not whole, is refused', async () => {
  isProblem(await api.post('/api/notifications', {}, { raw: '{"criteria": [' }), 400, 'malformed');
  isProblem(await api.post('/api/notifications', {}, { raw: '"text"' }), 400, 'malformed');
  isProblem(
    await api.post(
      '/api/notifications',
      {},
      { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ),
    415,
    'not-json',
  );
  isProblem(await api.post('/api/notifications', {}, { headers: { 'content-type': 'text/plain' } }), 415, 'not-json');
  isProblem(
    await api.post('/api/notifications', {}, { headers: { 'content-type': 'application/json; charset=latin1' } }),
    415,
    'not-json',
  );
  isProblem(await api.post('/api/notifications', []), 422, 'invalid');
  isProblem(await api.post('/api/notifications', {}, { raw: '' }), 422, 'invalid');
});

test('a body over 100 KB is refused before it reaches the engine, packed or not', async () => {
  const body = { ...sampleNotification, circumstances: 'x'.repeat(100 * 1024) };
  isProblem(await api.post('/api/notifications', body), 413, 'too-large');
  const packed = await api.ask('POST', '/api/notifications', {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'idempotency-key': 'k',
      'x-acting-as': 'P01',
    },
    body: gzipSync(JSON.stringify(body)),
  });
  isProblem(packed, 413, 'too-large');
  expect(api.cases.handed).toEqual([]);
});

test('what cannot be kept is refused: a NUL, half a character, a body nested without end', async () => {
  for (const circumstances of ['a\0b', 'a\ud800b', 'a\ufffe', 'a\uffff', 'a\u001bb']) {
    isProblem(await api.post('/api/notifications', { ...sampleNotification, circumstances }), 400, 'malformed');
  }
  isProblem(
    await api.post('/api/notifications', {}, { raw: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }),
    400,
    'malformed',
  );
  isProblem(await api.search({ text: 'a\0' }), 400, 'malformed');
  isProblem(await api.get('/api/cases?cursor=%00'), 400, 'malformed');
});

test('bytes that are not UTF-8 are refused as such, in a body and in an address', async () => {
  const latin1 = Buffer.from(JSON.stringify({ note: 'Zoë came' }), 'latin1');
  const refused = await api.ask('POST', '/api/cases/SIN-2026-0001/decisions/addNote', {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'k',
      'x-acting-as': 'P01',
    },
    body: latin1,
  });
  isProblem(refused, 400, 'malformed');
  expect(refused.body['detail']).toContain('not UTF-8');
  const utf16 = await api.post(
    '/api/notifications',
    {},
    { headers: { 'content-type': 'application/json; charset=utf-16le' } },
  );
  isProblem(utf16, 415, 'not-json');
  isProblem(await api.get('/api/cases?cursor=Zo%EB'), 400, 'malformed');
  expect((await api.search({ text: 'Zoë' })).status).toBe(200);
});

test('nothing is sought where there is nothing to read', async () => {
  isProblem(await api.search({ text: '\u200b' }), 422, 'invalid');
});

test('an address that is none is a problem, and so is a method that an address does not take', async () => {
  isProblem(await api.get('/api/nothing'), 404, 'not-found');
  isProblem(await api.get('/api/cases/%E0%A4%A'), 400, 'malformed');
  const deleted = await api.ask('DELETE', '/api/cases/SIN-2026-0001', {
    headers: { authorization: `Bearer ${token}` },
  });
  isProblem(deleted, 405, 'method-not-allowed');
  expect(deleted.headers.get('allow')).toBe('GET, HEAD');
  const got = await api.get('/api/notifications');
  isProblem(got, 405, 'method-not-allowed');
  expect(got.headers.get('allow')).toBe('POST');
  isProblem(await api.ask('POST', '/health/live'), 405, 'method-not-allowed');
});

test('nothing is kept by browsers, and helmet says what it says', async () => {
  for (const where of ['/api/cases', '/docs', '/health/live', '/docs/swagger-ui.css']) {
    const { headers } = await api.get(where);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('etag')).toBeNull();
  }
});

test('what nobody foresaw is answered without saying what it was, and logged without what was sent', async () => {
  api.cases.open = () => Promise.reject(new TypeError('A secret place in the code'));
  const answer = await api.post('/api/notifications', sampleNotification, { key: 'k' });
  isProblem(answer, 500, 'fault');
  expect(answer.text).not.toMatch(/secret|TypeError|\.ts/);
  expect(api.logged.join()).toContain('A secret place in the code');
  expect(api.logged.join()).not.toContain('Ashdown');
});

test('names that are sought are not logged', async () => {
  await api.search({ text: 'ashdown' });
  await api.get('/api/cases?text=ashdown');
  expect(api.logged.join()).toContain('/api/cases/search');
  expect(api.logged.join()).toContain('/api/cases');
  expect(api.logged.join()).not.toContain('ashdown');
});

test.each([
  '/api/cases',
  '/api/cases/SIN-2026-0001',
  '/api/cases/SIN-2026-0001/events',
  '/api/cases/SIN-2026-0001/notices',
  '/api/cases/SIN-2026-0001/plan',
])('with the database away %s says so, and when to ask again', async (where) => {
  api.broken.add('cases.get').add('cases.list');
  const answer = await api.get(where);
  isProblem(answer, 503, 'away');
  expect(answer.headers.get('retry-after')).not.toBeNull();
});

test('what takes too long is answered with 504, and its key asks for what became of it', async () => {
  const hasty = await api.beside({ limits: { requestMs: 60 } });
  try {
    const reference = await api.opened();
    hasty.cases = api.cases;
    api.cases.takesMs = 300;
    const late = await hasty.decide(reference, 'addNote', { note: 'Slowly' }, { key: 'k' });
    isProblem(late, 504, 'too-slow');
    api.cases.takesMs = 0;
    const again = await soon(async () => {
      const answer = await api.decide(reference, 'addNote', { note: 'Slowly' }, { key: 'k' });
      return answer.status !== 409 && answer;
    }, 30_000);
    expect(again?.status).toBe(200);
    expect(again?.body['seq']).toBe(2);
  } finally {
    await hasty.stopListening();
  }
});

test('somebody who hangs up in the middle of a body does no harm', async () => {
  const { port } = new URL(api.address);
  await new Promise<void>((resolve) => {
    const broken = request({
      port,
      method: 'POST',
      path: '/api/notifications',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': '5000',
        'idempotency-key': 'k',
        'x-acting-as': 'P01',
      },
    });
    broken.on('error', () => resolve());
    broken.write('{"criteria":');
    setTimeout(() => broken.destroy(), 50);
  });
  expect((await api.get('/health/live')).status).toBe(200);
  expect((await api.post('/api/notifications', sampleNotification, { key: 'k' })).status).toBe(201);
});

test('the router has every route of the list, and the list every route but the documentation', () => {
  const listed = routesOf({ ...api.dependencies }).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const found = everyRoute(api).map(({ method, pattern }) => `${method} ${pattern}`);
  expect(found.filter((one) => !listed.includes(one) && !/ \/(docs|openapi)/.test(one))).toEqual([]);
  expect(listed.filter((one) => !found.includes(one))).toEqual([]);
});

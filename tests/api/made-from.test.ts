import { Api } from './api';

/* Two people, one thing: `If-Match` with the number of the entry that a decision was made from. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const extension = (to: string) => ({
  deadline: 'information',
  to,
  reason: 'The school is closed',
  agreedBy: 'The partners',
});

async function read(reference: string): Promise<string> {
  return (await api.get(`/api/cases/${reference}`)).headers.get('etag') ?? '';
}

const extend = (reference: string, to: string, ifMatch?: string, key?: string) =>
  api.decide(reference, 'extendDeadline', extension(to), {
    ...(ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } }),
    ...(key === undefined ? {} : { key }),
  });

test('Of two who extend one deadline, the second is told what the first recorded, and nothing is recorded of theirs', async () => {
  const reference = await api.opened();
  const tag = await read(reference);
  expect(tag).toBe('"1"');
  const first = await extend(reference, '2026-12-09', tag);
  expect(first.status).toBe(200);
  expect(first.headers.get('etag')).toBe('"2"');
  const second = await extend(reference, '2026-12-16', tag);
  expect(second.status).toBe(412);
  expect(second.headers.get('etag')).toBe('"2"');
  expect(second.body).toMatchObject({
    code: 'changed-since',
    changed: [
      {
        seq: 2,
        decision: 'extendDeadline',
        by: 'P01',
        details: { deadline: 'information', to: '2026-12-09', reason: 'The school is closed' },
        replaced: [{ field: 'to', was: expect.stringMatching(/^2026-1[12]-/), is: '2026-12-09' }],
      },
    ],
  });
  expect((await api.get(`/api/cases/${reference}/events`)).body['events']).toHaveLength(2);
  expect((await extend(reference, '2026-12-16', '"2"')).status).toBe(200);
});

test('Without If-Match, and with one that any state fits, a decision is taken as before', async () => {
  const reference = await api.opened();
  expect((await extend(reference, '2026-12-09')).status).toBe(200);
  expect((await extend(reference, '2026-12-16', '*')).status).toBe(200);
});

test('A decision whose answer was lost is answered again with the If-Match that it had', async () => {
  const reference = await api.opened();
  const first = await extend(reference, '2026-12-09', '"1"', 'one-key');
  expect((await extend(reference, '2026-12-09', '"1"', 'one-key')).body).toEqual(first.body);
});

test('If-Match that is no entry number cannot be read, and one of an entry that is not there does not match', async () => {
  const reference = await api.opened();
  for (const tag of ['1', 'W/"1"', '"abc"', '"0"', '""']) {
    expect([tag, (await extend(reference, '2026-12-09', tag)).status]).toEqual([tag, 400]);
  }
  expect((await extend(reference, '2026-12-09', '"99"')).status).toBe(412);
  expect((await extend(reference, '2026-12-09', '"7", "1"')).status).toBe(412);
});

test('What is not theirs to do, or decided already, is told as such before what changed', async () => {
  const reference = await api.opened();
  const sent = { sentBy: 'Robin' };
  expect((await api.decide(reference, 'sendToFrontDoor', sent, { headers: { 'if-match': '"1"' } })).status).toBe(200);
  const again = await api.decide(reference, 'sendToFrontDoor', sent, { headers: { 'if-match': '"1"' } });
  expect([again.status, again.body['code']]).toEqual([409, 'already-decided']);
});

test('An entity tag gives no answer of 304: what is answered of a case differs by reader and by day', async () => {
  const reference = await api.opened();
  expect((await api.get(`/api/cases/${reference}`, { 'if-none-match': '"1"' })).status).toBe(200);
});

import { sampleNotification } from '../../src/api/examples';
import type { Instant } from '../../src/procedure/time/time';
import { wallNow } from '../profile/kirklees';
import { Api } from './api';

/* After two days an answer is kept no longer; a key that comes again is answered from the case. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const twoDaysLater = () => api.records.idempotency.forgetAnswers('2100-01-01T00:00:00.000Z' as Instant);

test('a decision that comes again is answered with who took it, when, and which entry it is', async () => {
  const reference = await api.opened();
  const note = { note: 'Rang the ward.' };
  const first = await api.decide(reference, 'addNote', note, { key: 'k' });
  await api.decide(reference, 'addNote', { note: 'Something since' });
  await twoDaysLater();
  const again = await api.decide(reference, 'addNote', note, { key: 'k' });
  expect(again.status).toBe(200);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.body).toMatchObject({ reference, decision: 'addNote', seq: first.body['seq'], by: 'P01', at: wallNow });
  const events = (await api.get(`/api/cases/${reference}/events`)).body['events'];
  expect(events).toHaveLength(3);
});

test('the same key with something else is refused as before', async () => {
  const reference = await api.opened();
  await api.decide(reference, 'addNote', { note: 'Rang the ward.' }, { key: 'k' });
  await twoDaysLater();
  for (const another of [{ note: 'Rang another ward.' }, { note: 'Rang the ward.', on: '2026-11-22' }]) {
    const { body } = await api.decide(reference, 'addNote', another, { key: 'k' });
    expect(body).toMatchObject({ status: 422, code: 'key-used-for-another' });
  }
  const { body } = await api.decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' }, { key: 'k' });
  expect(body).toMatchObject({ status: 422, code: 'key-used-for-another' });
});

test('a notification that comes again is the case that it became', async () => {
  const first = await api.post('/api/notifications', sampleNotification, { key: 'k' });
  await twoDaysLater();
  api.wall = '2027-01-11T10:00:00.000Z' as Instant;
  const again = await api.post('/api/notifications', sampleNotification, { key: 'k' });
  expect([again.status, again.body['reference']]).toEqual([201, first.body['reference']]);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect((await api.get('/api/cases')).body['cases']).toHaveLength(1);
});

test('what no case knows the key of is not done a second time, and says that it was done', async () => {
  const nurse = {
    name: 'Ada Holroyd',
    email: 'ada@example.org',
    title: 'Named Nurse',
    roles: ['identified-professional'],
  };
  const { status } = await api.post('/api/people', nurse, { key: 'k' });
  expect(status).toBe(201);
  const before = (await api.get('/api/people')).text;
  await twoDaysLater();
  const again = await api.post('/api/people', nurse, { key: 'k' });
  expect(again.body).toMatchObject({ status: 409, code: 'answered-before' });
  expect((await api.get('/api/people')).text).toBe(before);
});

test('nothing that was answered is kept', async () => {
  await api.post('/api/notifications', sampleNotification, { key: 'k' });
  expect(await twoDaysLater()).toBe(1);
  expect(await twoDaysLater()).toBe(0);
});

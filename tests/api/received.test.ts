import { sampleNotification } from '../../src/api/examples';
import {
  bytesOfReceiptNumber,
  receiptNumberOf,
  type ReceiptNumber,
} from '../../src/procedure/outside-notification/receipt-number';
import { wallNow } from '../profile/kirklees';
import { Api } from './api';

/* Notifications that somebody sent without signing in: listed, read, taken and set aside by programs of the office. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

let last = 0;
async function received(): Promise<ReceiptNumber> {
  const number = receiptNumberOf(new Uint8Array(bytesOfReceiptNumber).fill((last += 1)));
  await api.records.outsideNotifications.receive({
    number,
    allottedFor: number,
    receivedAt: wallNow,
    form: sampleNotification,
  });
  return number;
}

const of = (person: string) => ({ 'x-acting-as': person });
const at = (number: string, then = '') => `/api/received-notifications/${number}${then}`;
const notOne = { reason: 'not-a-notification', why: 'It is an invoice.' };

test('nobody sends one without a token: that is for the form of the console', async () => {
  expect((await api.ask('POST', '/api/notifications', { body: '{}' })).status).toBe(401);
});

test('it is listed, and read whole by the Business Unit', async () => {
  const number = await received();
  const { body: lists } = await api.get('/api/received-notifications', of('P03'));
  expect(lists).toMatchObject({
    waiting: [{ number, state: 'waiting', addressConfirmed: false }],
    taken: [],
    setAside: [],
  });
  const { body } = await api.get(at(number), of('P03'));
  expect(body).toMatchObject({
    from: { agency: sampleNotification.notifyingAgency, name: sampleNotification.notifier.name },
    content: { children: sampleNotification.children },
    log: [{ what: 'received', by: null }],
  });
});

test('the installation’s own token reads no names', async () => {
  const number = await received();
  const { body } = await api.get(at(number));
  expect(body).toMatchObject({ number, from: null, content: null, address: null });
});

test('whoever is not of the Business Unit reads and takes none', async () => {
  const number = await received();
  for (const as of ['P07', 'P14', 'P43']) {
    expect((await api.get(at(number), of(as))).status).toBe(403);
    expect((await api.post(at(number, '/take'), {}, { as })).status).toBe(403);
    expect((await api.post(at(number, '/set-aside'), notOne, { as })).status).toBe(403);
  }
});

test('taking it opens the case, and the same key answers the same', async () => {
  const number = await received();
  const taken = await api.post(at(number, '/take'), {}, { as: 'P03', key: 'k' });
  expect([taken.status, taken.headers.get('location')]).toEqual([201, '/api/cases/SIN-2026-0001']);
  expect(taken.body).toMatchObject({ reference: 'SIN-2026-0001', notification: { receiptNumber: number } });
  const again = await api.post(at(number, '/take'), {}, { as: 'P03', key: 'k' });
  expect([again.status, again.body['reference']]).toEqual([201, 'SIN-2026-0001']);
  expect(api.cases.files.size).toBe(1);
});

test('of two people the second is told who was first', async () => {
  const number = await received();
  const both = await Promise.all([
    api.post(at(number, '/take'), {}, { as: 'P03' }),
    api.post(at(number, '/take'), {}, { as: 'P04' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = both.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'already-decided', first: { at: wallNow } });
});

test('while Temporal is away the same key takes it later', async () => {
  const number = await received();
  api.cases.unavailable = 'away';
  expect((await api.post(at(number, '/take'), {}, { as: 'P03', key: 'k' })).status).toBe(503);
  api.cases.unavailable = undefined;
  expect((await api.post(at(number, '/take'), {}, { as: 'P03', key: 'k' })).status).toBe(201);
});

test('it is set aside with the reason, and opens no case', async () => {
  const number = await received();
  expect((await api.post(at(number, '/set-aside'), {}, { as: 'P03' })).status).toBe(422);
  const aside = await api.post(at(number, '/set-aside'), notOne, { as: 'P03' });
  expect(aside.status).toBe(200);
  expect(aside.body).toMatchObject({ state: 'set-aside', aside: notOne, settled: { by: 'P03' } });
  expect(api.cases.files.size).toBe(0);
  expect((await api.post(at(number, '/take'), {}, { as: 'P04' })).body).toMatchObject({ code: 'already-decided' });
});

test.each(['REC-2222-2222', 'SIN-2026-0007', 'x'])('there is no notification %s', async (number) => {
  expect((await api.get(at(number), of('P03'))).status).toBe(404);
  expect((await api.post(at(number, '/take'), {}, { as: 'P03' })).status).toBe(404);
});

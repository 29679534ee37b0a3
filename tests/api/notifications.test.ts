import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleNotification } from '../../src/api/examples';
import { schemas } from '../../src/api/schemas';
import * as z from 'zod/mini';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const send = (more: object = {}, sending: Parameters<Api['post']>[2] = {}) =>
  api.post('/api/notifications', { ...sampleNotification, ...more }, sending);

test('the sample in the folder of samples is the one in the documentation, and opens a case', async () => {
  const sample: unknown = JSON.parse(readFileSync(path.join(__dirname, '../../samples/notification.json'), 'utf8'));
  expect(sample).toEqual(sampleNotification);
  expect((await api.post('/api/notifications', sample)).status).toBe(201);
});

test('a notification opens a case, and is answered with where it is and how it stands', async () => {
  const answer = await send();
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe('/api/cases/SIN-2026-0001');
  expect(z.safeParse(schemas.Case, answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({
    reference: 'SIN-2026-0001',
    stage: 'deciding',
    day: 1,
    dayOne: '2026-11-23',
    practice: false,
  });
  const read = await api.get('/api/cases/SIN-2026-0001');
  expect(read.body).toEqual(answer.body);
});

test('neither names nor dates of birth nor what people wrote reach the engine', async () => {
  await send();
  const handed = JSON.stringify(api.cases.handed);
  const { children, family, notifier, immediateSafety, circumstances } = sampleNotification;
  for (const personal of [
    ...children.flatMap(({ name, dateOfBirth, address, school, gp, nhsNumber, ethnicGroup }) => [
      ...[name, dateOfBirth, address, school, gp, nhsNumber, ethnicGroup],
    ]),
    sampleNotification.incidentPlace,
    sampleNotification.incidentTime,
    ...family.map(({ name }) => name),
    notifier.name,
    notifier.email,
    notifier.telephone,
    immediateSafety,
    circumstances,
  ]) {
    expect(handed).not.toContain(personal);
  }
  expect(api.logged.join()).not.toContain('Ashdown');
});

test('names and what happened are read by the Business Unit, and not by an agency', async () => {
  const reference = await api.opened();
  const manager = await api.get(`/api/cases/${reference}`, { 'x-acting-as': 'P01' });
  expect(manager.body['content']).toMatchObject({
    children: [{ ref: 'child-1', name: 'Wren Ashdown-Pike' }],
    circumstances: sampleNotification.circumstances,
  });
  expect(manager.body['notification']).toMatchObject({ immediateSafety: sampleNotification.immediateSafety });
  for (const headers of [{}, { 'x-acting-as': 'P26' }]) {
    expect((await api.get(`/api/cases/${reference}`, headers)).body).not.toHaveProperty('content');
  }
});

test('what happened is asked for, and what is read with a name is read with it', async () => {
  const without = await send({ circumstances: undefined });
  expect([without.status, without.body['errors']]).toEqual([
    422,
    [{ field: 'circumstances', detail: 'Answer the question: What happened?', pointer: '#/circumstances' }],
  ]);
  const [child] = sampleNotification.children;
  const reference = await api.opened({ children: [{ ...child, nhsNumber: '9990000018' }] });
  const { body } = await api.get(`/api/cases/${reference}`, { 'x-acting-as': 'P01' });
  expect(body['content']).toMatchObject({
    children: [{ nhsNumber: '999 000 0018', sex: 'female', school: 'Little Curlews Nursery' }],
    incidentPlace: 'The kitchen at home',
  });
  const unnamed = await api.get(`/api/cases/${reference}`);
  expect(JSON.stringify(unnamed.body)).not.toMatch(/Curlew|999 000|kitchen/);
});

test('answers that hardly go together are asked about once, and taken when they are confirmed', async () => {
  const [child] = sampleNotification.children;
  const leaver = { ...child, dateOfBirth: '2020-03-09', careLeaver: true };
  const children = [leaver];
  const asked = await send({ children, setting: 'foster-home' });
  expect([asked.status, asked.body['code']]).toEqual([422, 'to-be-confirmed']);
  expect(asked.body['detail']).toContain('send it again with "care-leaver-under-16" in "children.0.confirmed"');
  expect(asked.body['errors']).toEqual([
    expect.objectContaining({ field: 'children.0.careLeaver', pointer: '#/children/0/careLeaver' }),
  ]);
  const confirmed = ['care-leaver-under-16'];
  expect((await send({ children: [{ ...leaver, confirmed: ['no-such'] }] })).status).toBe(422);
  expect((await send({ children: [{ ...leaver, confirmed }], setting: 'foster-home' })).status).toBe(201);
  const { body } = await api.get('/api/cases/SIN-2026-0001', { 'x-acting-as': 'P01' });
  // The case keeps what was confirmed by codes alone, and the child by the case's own code.
  expect(body['notification']).toHaveProperty('confirmed', [
    { doubt: 'care-leaver-under-16', child: 'child-1', by: 'notifier' },
  ]);
  expect(body['notification']).not.toHaveProperty('children.0.confirmed');
});

test('each wrong field has a sentence for the person who fills in the form', async () => {
  const answer = await send({
    criteria: [],
    knownAt: 'yesterday',
    children: [{ ...sampleNotification.children[0], dateOfBirth: '2026-02-30' }],
  });
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toEqual([
    { field: 'criteria', detail: 'Which criteria apply? Give at least 1', pointer: '#/criteria' },
    expect.objectContaining({ field: 'knownAt', pointer: '#/knownAt' }),
    expect.objectContaining({ field: 'children.0.dateOfBirth', pointer: '#/children/0/dateOfBirth' }),
  ]);
});

test('fields that contradict each other or the calendar are named too', async () => {
  const answer = await send({ incidentOn: '2026-12-01' });
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toContainEqual(expect.objectContaining({ field: 'incidentOn' }));
  expect(api.cases.handed).toEqual([]);
});

test('a wrong form uses up neither its key nor a reference', async () => {
  expect((await send({ criteria: [] }, { key: 'one' })).status).toBe(422);
  const answer = await send({}, { key: 'one' });
  expect(answer.body['reference']).toBe('SIN-2026-0001');
});

test('the same form sent twice under one key is one case, with the same answer', async () => {
  const first = await send({}, { key: 'one' });
  const second = await send({}, { key: 'one' });
  expect(second.status).toBe(201);
  expect(second.text).toBe(first.text);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect(api.cases.files.size).toBe(1);
});

test('the same form sent ten times at once under one key is one case', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => send({}, { key: 'one' })));
  const statuses = new Set(answers.map(({ status }) => status));
  expect(statuses.has(201)).toBe(true);
  expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
  expect(
    answers.filter(({ status }) => status === 409).every(({ headers }) => headers.get('retry-after') !== null),
  ).toBe(true);
  expect(api.cases.files.size).toBe(1);
});

test('the same key from two people is two keys', async () => {
  const [one, other] = [await send({}, { key: 'one' }), await send({}, { key: 'one', as: 'P03' })];
  expect(one.body['reference']).not.toBe(other.body['reference']);
});

test('another form under the same key is refused', async () => {
  await send({}, { key: 'one' });
  const answer = await send({ setting: 'community' }, { key: 'one' });
  expect(answer.status).toBe(422);
  expect(answer.body['code']).toBe('key-used-for-another');
});

test('a form whose opening broke off becomes the same case when it is sent again', async () => {
  api.cases.unavailable = 'away';
  const first = await send({}, { key: 'one' });
  expect(first.status).toBe(503);
  expect(first.body['code']).toBe('away');
  api.cases.unavailable = undefined;
  const again = await send({}, { key: 'one' });
  expect(again.status).toBe(201);
  expect(again.body['reference']).toBe('SIN-2026-0001');
  expect((await send({}, { key: 'two' })).body['reference']).toBe('SIN-2026-0002');
});

test('a form whose answer was lost is the case that it became', async () => {
  api.cases.unavailable = 'too-slow';
  api.cases.losesAnswers = true;
  expect((await send({}, { key: 'one' })).status).toBe(504);
  api.cases.unavailable = undefined;
  expect((await send({}, { key: 'one' })).status).toBe(201);
  expect(api.cases.files.size).toBe(1);
});

test.each([
  'idempotency.begin',
  'references.nextReference',
  'words.keepWords',
  'content.saveContent',
  'content.findAlike',
  'cases.get',
  'idempotency.finish',
])('a database that goes away at %s leaves nothing half done', async (call) => {
  api.broken.add(call);
  const broken = await send({}, { key: 'one' });
  expect(broken.status).toBe(503);
  expect(broken.headers.get('retry-after')).not.toBeNull();
  expect(broken.body['detail']).toContain('same Idempotency-Key');
  api.broken.clear();
  expect((await send({}, { key: 'one' })).body['reference']).toBe('SIN-2026-0001');
  expect(api.cases.files.size).toBe(1);
});

test('two forms that look like the same child are two cases, each pointing at the other', async () => {
  const one = await api.opened();
  const other = await api.opened({ incidentOn: '2026-11-18' });
  expect((await api.get(`/api/cases/${one}`)).body['looksLike']).toEqual([other]);
  expect((await api.get(`/api/cases/${other}`)).body['looksLike']).toEqual([one]);
});

test('two forms about the same child that come at one moment point at each other, and one says so in an email', async () => {
  const [one = '', other = ''] = (await Promise.all([send(), send()])).map(({ body }) => String(body['reference']));
  expect((await api.get(`/api/cases/${one}`)).body['looksLike']).toEqual([other]);
  expect((await api.get(`/api/cases/${other}`)).body['looksLike']).toEqual([one]);
  // Whichever was kept later, whatever its number.
  const notices = await Promise.all([one, other].map((each) => api.get(`/api/cases/${each}/notices`)));
  expect(notices.filter(({ text }) => text.includes('looks-like-another'))).toHaveLength(1);
});

test('a form whose sending broke off for good is no case that another points at', async () => {
  api.cases.unavailable = 'away';
  await send({}, { key: 'one' });
  api.cases.unavailable = undefined;
  const reference = await api.opened();
  expect((await api.get(`/api/cases/${reference}`)).body['looksLike']).toEqual([]);
});

test('a form on paper counts from the day it was received', async () => {
  const answer = await send({ receivedOn: '2026-11-20' });
  expect(answer.body).toMatchObject({ receivedOn: '2026-11-20', dayOne: '2026-11-20', day: 2 });
});

test('a practice case says that it is one', async () => {
  expect((await send({ practice: true })).body).toMatchObject({ practice: true });
});

test('a case that is still being written to the records is accepted, and the same key asks for it again', async () => {
  api.cases.recordsLate = true;
  const accepted = await send({}, { key: 'one' });
  expect(accepted.status).toBe(202);
  expect(accepted.headers.get('location')).toBe('/api/cases/SIN-2026-0001');
  expect(accepted.body['reference']).toBe('SIN-2026-0001');
});

test.each([
  [
    'received 13 months ago',
    {
      incidentOn: '2025-10-01',
      knownAt: '2025-10-02T09:00:00Z',
      authorityAwareOn: '2025-10-02',
      receivedOn: '2025-10-20',
    },
  ],
  [
    'known to the authority for three years',
    {
      incidentOn: '2023-10-01',
      knownAt: '2023-10-02T09:00:00Z',
      authorityAwareOn: '2023-10-02',
      children: [{ ...sampleNotification.children[0], dateOfBirth: '2020-03-09' }],
    },
  ],
])('An old incident is notified truthfully, once its years are confirmed: %s', async (_when, dates) => {
  const asked = await send(dates);
  expect(asked.status).toBe(422);
  expect(asked.body).toMatchObject({
    code: 'to-be-confirmed',
    detail: expect.stringMatching(/Is that the right year\? If so, send it again with "yearsAreRight": true\./),
  });
  expect(api.cases.handed).toEqual([]);
  const taken = await send({ ...dates, yearsAreRight: true }, { key: 'again' });
  expect(taken.status).toBe(201);
  const { reference } = taken.body;
  const late = await api.decide(String(reference), 'addNote', { note: 'As it was', on: '2026-11-23' });
  expect(late.status).toBe(200);
});

import * as z from 'zod/mini';
import { schemas, type SchemaName } from '../../src/api/schemas';
import { catalogue } from '../../src/procedure/catalogue';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

async function read(where: string, schema: SchemaName) {
  const answer = await api.get(where);
  expect(answer.status).toBe(200);
  expect(z.safeParse(schemas[schema], answer.body).error).toBeUndefined();
  return answer.body;
}

test('a case says where it stands, what is due and why, and what can be decided by whom', async () => {
  const reference = await api.opened();
  const body = await read(`/api/cases/${reference}`, 'Case');
  expect(body).toMatchObject({
    reference,
    stage: 'deciding',
    day: 1,
    asOf: '2026-11-23T10:00:00.000Z',
    people: { 'business-manager': ['P01'] },
  });
  const steps = body['steps'] as { id: string; due: string; why: string; status: string }[];
  expect(steps.find(({ id }) => id === 'front-door')).toMatchObject({ due: '2026-11-27', status: 'open' });
  expect(steps.find(({ id }) => id === 'notification')).toMatchObject({
    status: 'done',
    doneAt: '2026-11-23',
    doneBy: 'P01',
  });
  expect(body['open']).toContainEqual(expect.objectContaining({ decision: 'sendToFrontDoor', due: '2026-11-27' }));
});

test('a case shows its actions in words, its holds and the processes beside it', async () => {
  const reference = await api.opened();
  await api.decide(reference, 'addAction', {
    action: 'Review the discharge policy',
    owner: 'P29',
    dueOn: '2027-02-01',
  });
  await api.decide(reference, 'addParallelProcess', {
    kind: 'criminal',
    contact: 'The officer in charge',
    nextOn: '2027-01-11',
  });
  await api.decide(reference, 'placeHold', {
    step: 'front-door',
    reason: 'Trial',
    agreedBy: 'The partners',
    lookAgainOn: '2026-12-14',
  });
  expect(await read(`/api/cases/${reference}`, 'Case')).toMatchObject({
    actions: [{ text: 'Review the discharge policy', owner: 'P29', dueOn: '2027-02-01' }],
    holds: [{ step: 'front-door' }],
    parallelProcesses: [{ kind: 'criminal' }],
  });
});

test('a case that does not exist is answered with 404 wherever it is read', async () => {
  for (const rest of ['', '/events', '/notices', '/plan']) {
    for (const reference of ['SIN-2026-0999', 'sin', '%00']) {
      expect([400, 404]).toContain((await api.get(`/api/cases/${reference}${rest}`)).status);
    }
  }
});

test('cases are listed page by page, the newest first', async () => {
  const one = await api.opened();
  api.wall = '2026-11-23T10:00:01.000Z' as typeof api.wall;
  const two = await api.opened();
  const first = await read('/api/cases?limit=1', 'CaseList');
  expect(first['cases']).toMatchObject([{ reference: two }]);
  const second = await read(`/api/cases?limit=1&cursor=${String(first['next'])}`, 'CaseList');
  expect(second).toMatchObject({ cases: [{ reference: one }], next: null });
});

test('cases are listed by what is due soonest, by reference, by stage or by day, page by page', async () => {
  const [one, two] = [await api.opened({ receivedOn: '2026-11-20' }), await api.opened()];
  const listed = async (query: string) =>
    ((await read(`/api/cases?${query}`, 'CaseList'))['cases'] as { reference: string }[]).map(
      ({ reference }) => reference,
    );
  expect(await listed('order=newest')).toEqual([two, one]);
  for (const order of ['due', 'reference']) expect(await listed(`order=${order}`)).toEqual([one, two]);
  for (const order of ['stage', 'day']) expect((await listed(`order=${order}`)).sort()).toEqual([one, two]);
  const { next } = await read('/api/cases?order=due&limit=1', 'CaseList');
  expect(await listed(`order=due&limit=1&cursor=${String(next)}`)).toEqual([two]);
  expect((await api.get(`/api/cases?cursor=${String(next)}`)).body['code']).toBe('cursor-unknown');
});

test('cases are found by stage, what is overdue or due, review type and practice', async () => {
  const reference = await api.opened();
  const found = async (query: string) => (await read(`/api/cases?${query}`, 'CaseList'))['cases'];
  for (const query of ['stage=deciding', 'dueBefore=2026-12-01', 'practice=false', 'open=true', 'ending=under-way']) {
    expect(await found(query)).toMatchObject([{ reference, overdue: false }]);
  }
  for (const query of [
    'stage=closed',
    'overdue=true',
    'dueBefore=2026-11-01',
    'practice=true',
    'open=false',
    'ending=published',
    'panel=agrees',
    'reviewType=LCSPR',
  ]) {
    expect(await found(query)).toEqual([]);
  }
  api.wall = '2026-12-01T10:00:00.000Z' as typeof api.wall;
  expect(await found('overdue=true')).toMatchObject([{ reference, overdue: true }]);
});

test('a search finds by text, with the conditions of a list, page by page', async () => {
  const [one, two] = [await api.opened(), await api.opened()];
  const found = async (body: object) => {
    const answer = await api.search(body);
    expect([answer.status, z.safeParse(schemas.CaseList, answer.body).error]).toEqual([200, undefined]);
    return (answer.body['cases'] as { reference: string }[]).map(({ reference }) => reference);
  };
  expect(await found({ text: 'grandmother' })).toEqual([two, one]);
  expect(await found({ text: one })).toEqual([one]);
  for (const body of [{ stage: 'deciding' }, { practice: false }, { open: true }, { order: 'newest', limit: 200 }])
    expect(await found({ text: 'grandmother', ...body })).toEqual([two, one]);
  for (const body of [{ stage: 'closed' }, { overdue: true }, { practice: true }, { open: false }])
    expect(await found({ text: 'grandmother', ...body })).toEqual([]);
  expect(await found({ text: 'zebra' })).toEqual([]);
  // Names are for those who see them.
  expect(await found({ text: 'ashdown' })).toEqual([]);
  const { next } = (await api.search({ text: 'grandmother', limit: 1 })).body;
  expect(await found({ text: 'grandmother', limit: 1, cursor: next })).toEqual([one]);
});

test.each([
  [{}, 'text'],
  [{ text: '' }, 'text'],
  [{ text: ' \u200b ' }, 'text'],
  [{ text: 'x'.repeat(201) }, 'text'],
  [{ text: 7 }, 'text'],
  [{ text: 'a', limit: 201 }, 'limit'],
  [{ text: 'a', limit: '5' }, 'limit'],
  [{ text: 'a', open: 'true' }, 'open'],
  [{ text: 'a', stage: 'nowhere' }, 'stage'],
  [{ text: 'a', colour: 'blue' }, 'colour'],
])('a search is refused what it does not know: %j', async (body, field) => {
  const answer = await api.search(body);
  expect([answer.status, answer.body['errors']]).toMatchObject([422, [{ field, pointer: `#/${field}` }]]);
});

test('text in the address of a list is refused, and the sentence names the other way', async () => {
  const answer = await api.get('/api/cases?text=ashdown');
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toMatchObject([
    { field: 'text', detail: expect.stringContaining('POST /api/cases/search') as string },
  ]);
  expect(answer.text).not.toContain('ashdown');
});

test.each([
  'stage=nowhere',
  'overdue=maybe',
  'dueBefore=soon',
  'reviewType=big',
  'practice=perhaps',
  'open=perhaps',
  'ending=badly',
  'panel=silent',
  'order=random',
  'limit=0x1',
  'limit=9999',
  'colour=blue',
  'stage=closed&stage=deciding',
])('a list is refused what it does not know: %s', async (query) => {
  const answer = await api.get(`/api/cases?${query}`);
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toMatchObject([{ field: query.split('=')[0], parameter: query.split('=')[0] }]);
});

test('a cursor that no list gave out is refused', async () => {
  const answer = await api.get('/api/cases?cursor=made-up');
  expect(answer.status).toBe(400);
  expect(answer.body['code']).toBe('cursor-unknown');
});

test('the record is read in parts', async () => {
  const reference = await api.opened();
  await api.decide(reference, 'addNote', { note: 'One' });
  await api.decide(reference, 'addNote', { note: 'Two' });
  const first = await read(`/api/cases/${reference}/events?limit=2`, 'Events');
  expect(first).toMatchObject({ events: [{ seq: 1 }, { seq: 2 }], next: 2 });
  expect(await read(`/api/cases/${reference}/events?limit=2&after=2`, 'Events')).toMatchObject({
    events: [{ seq: 3 }],
    next: null,
  });
});

test('the emails of a case are read with whom they go to and what became of them', async () => {
  const reference = await api.opened();
  const body = await read(`/api/cases/${reference}/notices`, 'Notices');
  const notices = body['notices'] as { key: string }[];
  expect(notices).toContainEqual(
    expect.objectContaining({
      kind: 'case-opened',
      to: { id: 'P01', name: 'Marguerite Thistlewood', as: 'business-manager' },
      state: 'waiting',
      attempts: 0,
    }),
  );
  const [one, two] = notices;
  await api.records.notices.markSent(one?.key ?? '', { at: api.wall, messageId: '<a@b>' });
  await api.records.notices.markRefused(two?.key ?? '', { at: api.wall, answer: '550 no such user' });
  expect((await read(`/api/cases/${reference}/notices`, 'Notices'))['notices']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: one?.key, state: 'sent', settledAt: api.wall, messageId: '<a@b>' }),
      expect.objectContaining({ key: two?.key, state: 'refused', lastProblem: '550 no such user' }),
    ]),
  );
});

test('the plan of a case has every date and every clock', async () => {
  const reference = await api.opened();
  const plan = await read(`/api/cases/${reference}/plan`, 'Plan');
  expect(plan).toMatchObject({ reference, dayOne: '2026-11-23', day: 1 });
});

test('the plan of a case that does not exist has the dates that the case would have', async () => {
  const reference = await api.opened();
  const real = await read(`/api/cases/${reference}/plan`, 'Plan');
  const planned = await read('/api/plan?receivedOn=2026-11-23&authorityAwareOn=2026-11-20', 'Plan');
  const dates = (body: Readonly<Record<string, unknown>>) =>
    (body['steps'] as { id: string; due: string }[]).map(({ id, due }) => [id, due]);
  expect(dates(planned)).toEqual(dates(real));
  expect(planned['reference']).toBeNull();
  expect(await api.records.cases.openReferences()).toEqual([reference]);
});

test.each([
  ['2026-12-25', '2026-12-28', 'Christmas Day, a Friday; the Monday is the substitute of Boxing Day'],
  ['2026-11-21', '2026-11-23', 'a Saturday'],
  ['2025-06-02', '2025-06-02', 'a Monday in the past'],
  ['2029-02-28', '2029-02-28', 'a day to come'],
])('a plan from %s', async (receivedOn, dayOne, why) => {
  const body = await read(`/api/plan?receivedOn=${receivedOn}`, 'Plan');
  const expected = why.includes('substitute') ? '2027-01-04' : dayOne;
  expect(body['dayOne']).toBe(expected);
});

test.each([
  '',
  'receivedOn=soon',
  'receivedOn=2026-02-30',
  'receivedOn=1999-01-01',
  'receivedOn=2150-01-01',
  'receivedOn=2026-11-23&authorityAwareOn=1999-01-01',
])('a plan is refused without a real day of receipt that the calendar covers: %s', async (query) => {
  const answer = await api.get(`/api/plan?${query}`);
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toHaveLength(1);
});

test('the catalogue has every decision with its form and who may take it here', async () => {
  const body = await read('/api/decisions', 'Decisions');
  const decisions = body['decisions'] as { name: string }[];
  expect(decisions.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
  expect(decisions.find(({ name }) => name === 'recordOutcome')).toMatchObject({
    step: 'outcome',
    roles: ['la-partner'],
    form: {
      type: 'object',
      required: ['outcome', 'reason'],
      properties: { outcome: { enum: ['notify', 'not-to-proceed'] } },
    },
  });
});

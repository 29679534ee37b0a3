import { Api } from './api';

/* A program of an agency reads what is asked, keeps its entries and sends the answer, by the rules of the pages. */

let api: Api;
let reference: string;

beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.reset();
  reference = await api.opened();
  const asked = await api.decide(reference, 'askAgencies', { agencies: ['gp', 'housing'] });
  expect(asked.status).toBe(200);
});

const gp = 'P26';
const at = (below = '', id = 'return:gp') => `/api/cases/${reference}/requests/${encodeURIComponent(id)}${below}`;
const of = (person: string) => ({ 'x-acting-as': person });
const entry = {
  ...{ happened: '2026-09-03', approximate: false, about: ['child-1'] },
  ...{ what: 'Started in the toddler room', source: 'Register' },
};
const add = (more: object = {}, key?: string) =>
  api.post(at('/entries'), { ...entry, ...more }, { as: gp, ...(key === undefined ? {} : { key }) });
const read = async (as = gp) => (await api.get(at(), of(as))).body;
const send = (body: object, as = gp) => api.post(at('/answer'), body, { as });

test('whoever was asked reads the request, with the people by name', async () => {
  const body = await read();
  expect(body).toMatchObject({
    reference,
    id: 'return:gp',
    agency: 'gp',
    people: expect.arrayContaining([expect.objectContaining({ ref: 'child-1' })]) as unknown,
    entries: [],
    answer: null,
  });
});

test('an entry is saved once for its key, changed, and withdrawn, and no answer to an order has what was typed', async () => {
  const first = await add({}, 'k1');
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ contribution: 'return:gp', entries: 1 });
  const again = await add({}, 'k1');
  expect(again.body).toEqual(first.body);
  expect(JSON.stringify([first.body, again.body])).not.toContain('toddler');
  const line = String(first.body['entry']);
  const changed = await api.post(at(`/entries/${line}`), { ...entry, what: 'Started in the nursery' }, { as: gp });
  expect([changed.status, changed.body['entry']]).toEqual([200, line]);
  expect(await read()).toMatchObject({ entries: [{ line, what: 'Started in the nursery', by: gp }] });
  const gone = await api.post(at(`/entries/${line}/withdrawals`), {}, { as: gp });
  expect(gone.body).toMatchObject({ entries: 0 });
  expect(await read()).toMatchObject({ entries: [] });
});

test.each([
  ['a date outside the period', { happened: '1999' }, 'happened'],
  ['somebody whom it is not about', { about: ['child-9'] }, 'about'],
  ['nothing that happened', { what: '' }, 'what'],
])('an entry with %s is refused beside its field', async (_what, more, field) => {
  const { status, body } = await add(more);
  expect([status, (body['errors'] as readonly { field: string }[]).map((one) => one.field)]).toEqual([422, [field]]);
});

test('an entry that was withdrawn cannot be changed', async () => {
  const { body } = await api.post(at('/entries/none'), entry, { as: gp });
  expect(body).toMatchObject({ code: 'invalid', errors: [{ field: 'what' }] });
});

describe('The answer', () => {
  test('in full goes with its entries, and the Business Unit reads them as they stood then', async () => {
    await add();
    const sent = await send({ answer: 'returned', remarks: 'Ring the key worker' });
    expect([sent.status, sent.body['decision']]).toEqual([200, 'recordReturn']);
    api.wall = '2026-11-23T12:00:00.000Z' as typeof api.wall;
    await add({ what: 'Added later' });
    const answer = (await read('P02'))['answer'] as Record<string, unknown>;
    expect(answer).toMatchObject({
      by: gp,
      answer: 'returned',
      remarks: 'Ring the key worker',
      entries: [{ what: 'Started in the toddler room' }],
    });
  });

  test.each([
    ['in full with nothing in it', { answer: 'returned' }, ['keptAt']],
    ['in part that does not say what is still to come', { answer: 'partly', keptAt: 'Sent by post' }, ['stillToCome']],
    ['that nothing is held, without where was looked', { answer: 'nil' }, ['lookedForEverybody', 'searched']],
    ['without saying which', {}, ['answer']],
  ])('%s is refused beside its field', async (_what, body, fields) => {
    const refused = await send(body);
    expect(refused.status).toBe(422);
    expect((refused.body['errors'] as readonly { field: string }[]).map((one) => one.field)).toEqual(fields);
    expect((await read())['answer']).toBeNull();
  });

  test('in part, and then that nothing more is held, replaces the first', async () => {
    await send({ answer: 'partly', keptAt: 'Sent by post', stillToCome: 'The archive' });
    expect((await read())['answer']).toMatchObject({ answer: 'partly', stillToCome: 'The archive' });
    const nil = { answer: 'nil', searched: 'The archive', lookedForEverybody: true };
    expect((await send(nil)).status).toBe(200);
    expect((await read())['answer']).toMatchObject({ answer: 'nil', searched: 'The archive', entries: [] });
  });

  test('is over once it is accepted: nothing is read, kept or sent any more', async () => {
    await send({ answer: 'nil', searched: 'The archive', lookedForEverybody: true });
    await api.decide(reference, 'acceptAnswer', { contribution: 'return:gp' }, { as: 'P02' });
    expect((await api.get(at(), of(gp))).status).toBe(404);
    expect((await add()).status).toBe(404);
    expect((await send({ answer: 'returned', keptAt: 'Here' })).status).toBe(404);
    expect((await api.get(at(), of('P02'))).status).toBe(200);
  });
});

describe('Nobody else', () => {
  test.each([
    ['another agency', 'P32'],
    ['an Exec partner', 'P10'],
    ['the information governance officer', 'P44'],
  ])('reads or answers: %s', async (_who, person) => {
    const statuses = [
      await api.get(at(), of(person)),
      await api.post(at('/entries'), entry, { as: person }),
      await api.post(at('/entries/x'), entry, { as: person }),
      await api.post(at('/entries/x/withdrawals'), {}, { as: person }),
      await send({ answer: 'returned', keptAt: 'Here' }, person),
    ].map(({ status }) => status);
    expect(new Set(statuses).size).toBe(1);
    expect([403, 404]).toContain(statuses[0]);
  });

  test('a delegated partner reads it and does not answer for the agency', async () => {
    expect((await api.get(at(), of('P08'))).status).toBe(200);
    expect((await api.post(at('/entries'), entry, { as: 'P08' })).status).toBe(404);
  });

  test('the installation’s own token reads none, for a request has names', async () => {
    expect((await api.get(at())).status).toBe(404);
  });
});

test('reading a request is in the reading log, with the token', async () => {
  const own = await api.tokenOf(gp);
  await api.get(at(), { authorization: `Bearer ${own.token}` });
  const { readings } = await api.records.readings.list({ viewer: undefined, limit: 5 });
  expect(readings[0]).toMatchObject({ person: gp, part: 'request', credential: { kind: 'token' } });
});

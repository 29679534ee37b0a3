import * as z from 'zod/mini';
import { schemas } from '../../src/api/schemas';
import { Api } from './api';

/* Two programs change the calendar or the people: `If-Match` with how often they were changed when they were read. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const tagOf = async (what: 'calendar' | 'people') => (await api.get(`/api/${what}`)).headers.get('etag') ?? '';
const send = (what: string, body: object, tag: string, key?: string) =>
  api.post(`/api/${what}`, body, { headers: { 'if-match': tag }, ...(key === undefined ? {} : { key }) });

const meeting = { group: 'exec', on: '2026-12-17' };
const closure = { date: '2026-11-26', reason: 'Burst pipe' };
const holiday = { change: 'removed', date: '2027-05-31', reason: 'Proclaimed' };

test.each([
  ['calendar/closures', closure],
  ['calendar/closures/withdrawals', { date: closure.date }],
  ['calendar/holidays', { ...holiday, date: '2027-05-03' }],
  ['calendar/holidays/withdrawals', { date: holiday.date }],
  ['calendar/meetings', { ...meeting, group: 'sub-group' }],
  ['calendar/meetings/cancellations', { ...meeting, reason: 'The chair is away' }],
])(
  '%s made from an earlier calendar is answered 412 with what was changed, and changes nothing',
  async (what, body) => {
    await api.post('/api/calendar/closures', closure);
    await api.post('/api/calendar/holidays', holiday);
    const before = await tagOf('calendar');
    expect(before).toBe('"2"');
    await api.post('/api/calendar/meetings', meeting);
    const late = await send(what, body, before);
    expect(late.status).toBe(412);
    expect(late.headers.get('etag')).toBe('"3"');
    expect(z.safeParse(schemas.Problem, late.body).error).toBeUndefined();
    expect(late.body).toMatchObject({
      code: 'changed-since',
      detail: expect.stringMatching(
        /^P01 changed this at 10:00am on Monday 23 November 2026: The Exec group's meeting on Thursday 17 December 2026 is scheduled\. Look again/,
      ) as string,
      changes: [{ says: expect.stringContaining('is scheduled') as string, by: 'P01', reason: null }],
    });
    expect(await tagOf('calendar')).toBe('"3"');
    expect([200, 201]).toContain((await send(what, body, '"3"')).status);
  },
);

test('A person who is added or ended from an earlier list is answered 412', async () => {
  const jo = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: ['legal'] };
  expect((await send('people', jo, await tagOf('people'))).status).toBe(201);
  const late = await send('people', { ...jo, email: 'sam@example.org' }, '"0"');
  expect([late.status, late.body['changes']]).toMatchObject([412, [{ says: 'Jo Bloggs is of the partnership' }]]);
  await api.post('/api/people/endings', { person: 'P1001' });
  expect((await send('people/endings', { person: 'P1001' }, '"1"')).status).toBe(412);
  expect((await send('people/endings', { person: 'P1001' }, '"2"')).status).toBe(200);
});

test('A closure whose answer was lost is answered again with the If-Match that it had', async () => {
  api.cases.unavailable = 'away';
  expect((await send('calendar/closures', closure, '"0"', 'k')).status).toBe(503);
  api.cases.unavailable = undefined;
  expect((await send('calendar/closures', closure, '"0"', 'k')).status).toBe(201);
});

test('Without If-Match, and with one that any state fits, a change is carried out as before', async () => {
  await api.post('/api/calendar/meetings', meeting);
  expect((await api.post('/api/calendar/closures', closure)).status).toBe(201);
  expect((await send('calendar/closures', { ...closure, date: '2026-11-27' }, '*')).status).toBe(201);
});

test('If-Match that is no number of changes cannot be read, and one that is too high does not match', async () => {
  for (const tag of ['1', 'W/"1"', '"abc"', '"-1"', '""'])
    expect([tag, (await send('calendar/closures', closure, tag)).status]).toEqual([tag, 400]);
  const tooHigh = await send('calendar/closures', closure, '"9"');
  expect([tooHigh.status, tooHigh.body['detail']]).toMatchObject([412, expect.stringContaining('none numbered 9')]);
});

test('Of two who move two bank holidays to one day at the same moment, one is told that the day was changed', async () => {
  const to = '2027-06-04';
  const both = await Promise.all(
    ['2027-05-31', '2027-05-03'].map((date) =>
      api.post('/api/calendar/holidays', { change: 'moved', date, to, reason: 'Proclaimed' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  const refused = both.find(({ status }) => status === 422);
  expect(refused?.body['errors']).toMatchObject([
    { field: 'to', detail: expect.stringMatching(/^This day was changed already: .* is moved to Friday 4 June 2027/) },
  ]);
  const { holidayChanges } = (await api.get('/api/calendar')).body as { holidayChanges: unknown[] };
  expect(holidayChanges).toHaveLength(1);
});

test('Of two who add one address at the same moment, one is told who has the address', async () => {
  const jo = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: ['legal'] };
  const both = await Promise.all([api.post('/api/people', jo), api.post('/api/people', { ...jo, name: 'Jo B' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(both.find(({ status }) => status === 422)?.body['errors']).toMatchObject([
    { field: 'email', detail: 'P1001 has this address' },
  ]);
});

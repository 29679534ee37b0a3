import { schemas } from '../../src/api/schemas';
import { isoDate } from '../../src/procedure/time/dates';
import { workingDaysAfter } from '../../src/procedure/time/calendar';
import { partnershipOn } from '../../src/profile/partnership';
import { additionsTo } from '../../src/installation/current-partnership';
import * as z from 'zod/mini';
import { kirklees } from '../profile/kirklees';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const path = '/api/calendar/holidays';
const reason = 'Royal proclamation';
const moved = { change: 'moved', date: '2027-05-31', to: '2027-06-04', reason };
const removed = { change: 'removed', date: '2027-05-31', reason };
const added = { change: 'added', date: '2027-06-04', name: 'Jubilee', reason };

const read = async () => {
  const { body } = await api.get('/api/calendar');
  expect(z.safeParse(schemas.Calendar, body).error).toBeUndefined();
  return body;
};

const fifteenAfter = async () =>
  workingDaysAfter(
    partnershipOn(isoDate('2026-11-23'), kirklees(), await additionsTo(api.records)).calendar,
    isoDate('2027-05-24'),
    15,
  );

test('A bank holiday moved through the API moves the fifteen working days with it, and every open case is asked', async () => {
  const reference = await api.opened();
  expect(await fifteenAfter()).toBe('2027-06-15');
  const both = { ...moved, to: '2027-06-16' };
  expect((await api.post(path, both)).status).toBe(201);
  expect(await fifteenAfter()).toBe('2027-06-14');
  await api.post(`${path}/withdrawals`, { date: '2027-05-31' });
  const answer = await api.post(path, moved, { key: 'k' });
  expect(answer.status).toBe(201);
  expect(z.safeParse(schemas.HolidayChange, answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({ ...moved, name: 'Spring bank holiday', by: 'P01', casesAsked: 1 });
  expect(await fifteenAfter()).toBe('2027-06-15');
  expect(api.cases.calendarAskedOf).toEqual([[reference], [reference], [reference]]);
  const { holidays, holidayChanges } = await read();
  expect(holidays).toContainEqual({ date: '2027-06-04', name: 'Spring bank holiday' });
  expect(holidays).not.toContainEqual(expect.objectContaining({ date: '2027-05-31' }));
  expect(holidayChanges).toMatchObject([{ ...moved, by: 'P01' }]);
});

test('A bank holiday is taken away, and a change that is withdrawn gives it back', async () => {
  expect((await api.post(path, removed)).body).toMatchObject({ to: null, name: 'Spring bank holiday' });
  expect((await read())['holidays']).not.toContainEqual(expect.objectContaining({ date: '2027-05-31' }));
  expect(await fifteenAfter()).toBe('2027-06-14');
  const back = await api.post(`${path}/withdrawals`, { date: '2027-05-31', reason: 'Revoked' });
  expect([back.status, back.body]).toEqual([200, { date: '2027-05-31', to: null, casesAsked: 0 }]);
  expect(z.safeParse(schemas.HolidayChangeWithdrawn, back.body).error).toBeUndefined();
  expect((await read())['holidays']).toContainEqual({ date: '2027-05-31', name: 'Spring bank holiday' });
  expect((await api.post(`${path}/withdrawals`, { date: '2027-05-31' })).status).toBe(200);
  expect((await read())['holidayChanges']).toEqual([]);
});

test('A bank holiday is added, and the same request again adds nothing', async () => {
  expect((await api.post(path, added, { key: 'k' })).status).toBe(201);
  expect((await api.post(path, added, { key: 'k' })).status).toBe(201);
  expect(await api.records.holidayChanges.list()).toHaveLength(1);
  expect((await read())['holidays']).toContainEqual({ date: '2027-06-04', name: 'Jubilee' });
});

test('A change sent again after Temporal was away is told to the open cases', async () => {
  api.cases.unavailable = 'away';
  expect((await api.post(path, removed, { key: 'k' })).status).toBe(503);
  api.cases.unavailable = undefined;
  expect((await api.post(path, removed, { key: 'k' })).status).toBe(201);
  expect(api.cases.calendarAskedOf).toHaveLength(1);
});

test.each([
  [{ ...moved, date: '2027-06-01' }, 'date', 'Tuesday 1 June 2027 is no bank holiday: choose a day that is one'],
  [{ ...removed, date: '2027-05-29' }, 'date', 'Saturday 29 May 2027 is no bank holiday: choose a day that is one'],
  [{ ...moved, to: undefined }, 'to', 'Enter the new day, to which the holiday moves'],
  [{ ...moved, to: '2027-05-31' }, 'to', 'Monday 31 May 2027 is a bank holiday already (Spring bank holiday)'],
  [
    { ...moved, to: '2027-06-05' },
    'to',
    'Saturday 5 June 2027 is no weekday: give the weekday that is a holiday instead',
  ],
  [{ ...moved, to: '2062-12-18' }, 'to', /must be from/],
  [{ ...removed, to: '2027-06-04' }, 'to', 'A holiday that is taken away has no new day. Leave this empty'],
  [{ ...removed, name: 'Spring' }, 'name', 'A holiday that is taken away keeps its name. Leave this empty'],
  [{ ...added, to: '2027-06-07' }, 'to', 'A holiday that is added has one day. Leave this empty'],
  [{ ...added, name: undefined }, 'name', 'Enter the name of the holiday'],
  [{ ...added, date: '2026-12-25' }, 'date', 'Friday 25 December 2026 is a bank holiday already (Christmas Day)'],
  [{ ...added, date: '2062-12-18' }, 'date', /must be from/],
  [{ ...removed, reason: '\u200b' }, 'reason', 'Enter the reason'],
  [{ ...removed, change: 'lost' }, 'change', /^Choose the change/],
])('What no calendar can have is refused with a sentence on its field: %j', async (body, field, detail) => {
  const answer = await api.post(path, body);
  expect(answer.status).toBe(422);
  const sentence: unknown = typeof detail === 'string' ? detail : expect.stringMatching(detail);
  expect(answer.body['errors']).toMatchObject([{ field, detail: sentence }]);
  expect(await api.records.holidayChanges.list()).toEqual([]);
  expect(api.cases.calendarAskedOf).toEqual([]);
});

test.each([
  [removed, 'date'],
  [moved, 'date'],
  [{ ...removed, date: '2027-06-04' }, 'date'],
  [{ ...moved, date: '2027-05-03' }, 'to'],
])('A day that was changed is not changed twice; the change that stands is named: %j', async (body, field) => {
  await api.post(path, moved);
  const answer = await api.post(path, body);
  expect(answer.status).toBe(422);
  const detail: unknown = expect.stringContaining(
    'Monday 31 May 2027 (Spring bank holiday) is moved to Friday 4 June 2027 (P01). Withdraw that change first',
  );
  expect((answer.body['errors'] as object[]).at(0)).toMatchObject({ field, detail });
});

test('Taking back a change of a day that is past needs a reason, and it is kept', async () => {
  const past = { change: 'added', date: '2026-11-20', name: 'Day of mourning', reason };
  await api.post(path, past);
  await api.post('/api/calendar/closures', { date: '2026-11-19', reason: 'Flood' });
  for (const [where, date] of [
    ['holidays', '2026-11-20'],
    ['closures', '2026-11-19'],
  ] as const) {
    const answer = await api.post(`/api/calendar/${where}/withdrawals`, { date });
    expect([answer.status, answer.body['errors']]).toMatchObject([
      422,
      [{ field: 'reason', detail: expect.stringMatching(/^Enter the reason: .* has passed$/) as unknown }],
    ]);
    expect((await api.post(`/api/calendar/${where}/withdrawals`, { date, reason: 'An error' })).status).toBe(200);
  }
  const { changes = [] } = await additionsTo(api.records);
  expect(changes.filter(({ change, why }) => change === 'removed' && why === 'An error')).toHaveLength(2);
});

test('No change is withdrawn that was not made here', async () => {
  expect((await api.post(`${path}/withdrawals`, { date: '2026-12-25' })).status).toBe(404);
});

test('Nobody but the Business Manager changes a bank holiday', async () => {
  for (const [where, body] of [
    [path, moved],
    [`${path}/withdrawals`, { date: '2027-05-31' }],
  ] as const)
    expect((await api.post(where, body, { as: 'P02' })).body['code']).toBe('wrong-role');
});

import * as z from 'zod/mini';
import { sampleNotification } from '../../src/api/examples';
import { schemas } from '../../src/api/schemas';
import { readiness } from '../../src/http/readiness';
import { instant } from '../../src/procedure/time/dates';
import { RecordsUnavailable, whyNot } from '../../src/records/unavailable';
import type { WhyUnavailable } from '../../src/temporal/cases';
import { additionsTo } from '../../src/installation/current-partnership';
import { Api } from './api';

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const advance = (reference: string, body: object, key?: string) =>
  api.post(`/api/cases/${reference}/practice/advance`, body, key === undefined ? {} : { key });

describe('a practice case', () => {
  test('moves to its next deadline, and says what happened and who was emailed on the way', async () => {
    const reference = await api.opened({ practice: true });
    const answer = await advance(reference, { to: 'next-deadline' });
    expect(answer.status).toBe(200);
    expect(z.safeParse(schemas.Advanced, answer.body).error).toBeUndefined();
    expect(answer.body).toMatchObject({
      from: '2026-11-23T10:00:00.000Z',
      to: '2026-11-27T17:00:00.000Z',
      now: '2026-11-27T17:00:00.000Z',
    });
    expect(answer.body['events']).toContainEqual(
      expect.objectContaining({ kind: 'reminders-sent', at: '2026-11-24T09:00:00.000Z' }),
    );
    expect(answer.body['notices']).toContainEqual(expect.objectContaining({ kind: 'reminders', practice: true }));
    expect((await api.get(`/api/cases/${reference}`)).body).toMatchObject({ day: 5, asOf: '2026-11-27T17:00:00.000Z' });
  });

  test('moves by working days, over a weekend', async () => {
    const reference = await api.opened({ practice: true });
    expect((await advance(reference, { workingDays: 5 })).body['now']).toBe('2026-11-30T17:00:00.000Z');
  });

  test('moves until a date, to its closing hour', async () => {
    const reference = await api.opened({ practice: true });
    expect((await advance(reference, { until: '2026-11-25' })).body['now']).toBe('2026-11-25T17:00:00.000Z');
    const back = await advance(reference, { until: '2026-11-24' });
    expect(back.status).toBe(422);
    expect(back.body['errors']).toMatchObject([{ field: 'until' }]);
  });

  test('with every deadline missed moves to its next reminder', async () => {
    const reference = await api.opened({ practice: true });
    await advance(reference, { until: '2026-12-08' });
    const answer = await advance(reference, { to: 'next-deadline' });
    expect(answer.status).toBe(200);
    expect(String(answer.body['to'])).toMatch(/T09:00:00/);
  });

  test('moves once for a key', async () => {
    const reference = await api.opened({ practice: true });
    const first = await advance(reference, { workingDays: 1 }, 'k');
    expect((await advance(reference, { workingDays: 1 }, 'k')).text).toBe(first.text);
  });

  test.each([
    {},
    { to: 'christmas' },
    { workingDays: 0 },
    { workingDays: 1.5 },
    { workingDays: 401 },
    { until: 'soon' },
    { workingDays: 1, until: '2026-12-01' },
  ])('is not moved by %j', async (body) => {
    const reference = await api.opened({ practice: true });
    const answer = await advance(reference, body);
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toHaveLength(1);
  });

  test('is not moved beyond its calendar', async () => {
    const reference = await api.opened({ practice: true });
    expect((await advance(reference, { until: '2150-01-01' })).status).toBe(422);
  });

  test('says why where the server cannot skip time', async () => {
    const reference = await api.opened({ practice: true });
    api.cases.cannotSkip = true;
    const answer = await advance(reference, { workingDays: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'cannot-skip', detail: 'This server cannot skip time.' });
  });

  test('that is closed, or that Temporal lost, does not move', async () => {
    const reference = await api.opened({ practice: true });
    const [known] = api.cases.files.keys();
    if (known !== undefined) await api.cases.close(known);
    expect((await advance(reference, { workingDays: 1 })).body['code']).toBe('closed');
    const other = await api.opened({ practice: true });
    api.cases.files.clear();
    expect((await advance(other, { workingDays: 1 })).body['code']).toBe('not-running');
  });
});

test('a practice case is moved by the Business Unit alone, and opened by them and the IT officer', async () => {
  const reference = await api.opened({ practice: true });
  for (const as of ['P07', 'P43']) {
    const answer = await api.post(`/api/cases/${reference}/practice/advance`, { workingDays: 1 }, { as });
    expect([as, answer.status, answer.body['code']]).toEqual([as, 403, 'wrong-role']);
  }
  const unasked = await api.post(`/api/cases/${reference}/practice/advance`, { workingDays: 1 }, { as: 'P26' });
  expect(unasked.status).toBe(404);
  const send = (as: string) => api.post('/api/notifications', { ...sampleNotification, practice: true }, { as });
  expect((await send('P26')).body).toMatchObject({ status: 403, code: 'wrong-role' });
  expect((await send('P43')).status).toBe(201);
});

test('a real case cannot be moved forward', async () => {
  const reference = await api.opened();
  const answer = await advance(reference, { workingDays: 1 });
  expect(answer.status).toBe(409);
  expect(answer.body['code']).toBe('not-practice');
});

test('a case that does not exist cannot be moved forward', async () => {
  expect((await advance('SIN-2026-0999', { workingDays: 1 })).status).toBe(404);
});

describe('the calendar', () => {
  const read = async () => {
    const { body } = await api.get('/api/calendar');
    expect(z.safeParse(schemas.Calendar, body).error).toBeUndefined();
    return body;
  };

  test('has the holidays, closure days and meetings', async () => {
    expect(await read()).toMatchObject({ region: 'GB-ENG', closingHour: '17:00' });
    const { holidays, closures, meetings } = await read();
    expect(holidays).toContainEqual({ date: '2026-12-25', name: 'Christmas Day' });
    expect(closures).toContainEqual(expect.objectContaining({ date: '2026-12-29' }));
    expect(meetings).toMatchObject({ subGroup: expect.arrayContaining(['2026-12-09']) as unknown });
  });

  test('takes a closure from the Business Manager, and every open case is planned again', async () => {
    const reference = await api.opened();
    const answer = await api.post('/api/calendar/closures', { date: '2026-11-26', reason: 'Burst pipe' }, { key: 'k' });
    expect(answer.status).toBe(201);
    expect(z.safeParse(schemas.Closure, answer.body).error).toBeUndefined();
    expect(api.cases.calendarAskedOf).toEqual([[reference]]);
    expect((await read())['closures']).toContainEqual({ date: '2026-11-26', reason: 'Burst pipe' });
    expect((await api.get('/api/plan?receivedOn=2026-11-23')).text).toContain('Burst pipe');
    const again = await api.post('/api/calendar/closures', { date: '2026-11-26', reason: 'Flood' });
    expect(again.status).toBe(200);
    expect(again.body['reason']).toBe('Burst pipe');
  });

  test('takes a meeting, once', async () => {
    const meeting = { group: 'exec', on: '2026-12-17' };
    const answer = await api.post('/api/calendar/meetings', meeting);
    expect(answer.status).toBe(201);
    expect(z.safeParse(schemas.Meeting, answer.body).error).toBeUndefined();
    expect((await api.post('/api/calendar/meetings', meeting)).status).toBe(200);
    expect(((await read())['meetings'] as { exec: string[] }).exec.filter((one) => one === '2026-12-17')).toHaveLength(
      1,
    );
    expect(api.cases.calendarAskedOf).toHaveLength(2);
  });

  test('takes a closure back, and every open case is planned again', async () => {
    const reference = await api.opened();
    const closure = { date: '2026-11-26' };
    await api.post('/api/calendar/closures', { ...closure, reason: 'Burst pipe' });
    const answer = await api.post('/api/calendar/closures/withdrawals', closure);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...closure, casesAsked: 1 });
    expect(api.cases.calendarAskedOf).toEqual([[reference], [reference]]);
    expect((await read())['closures']).not.toContainEqual(expect.objectContaining(closure));
    expect((await api.post('/api/calendar/closures/withdrawals', closure)).status).toBe(200);
  });

  test('cancels a meeting, which can then be scheduled again', async () => {
    const meeting = { group: 'exec', on: '2026-12-17' };
    await api.post('/api/calendar/meetings', meeting);
    const answer = await api.post('/api/calendar/meetings/cancellations', { ...meeting, reason: 'The chair is away' });
    expect(answer.status).toBe(200);
    expect(z.safeParse(schemas.Meeting, answer.body).error).toBeUndefined();
    expect(((await read())['meetings'] as { exec: string[] }).exec).not.toContain(meeting.on);
    expect((await api.post('/api/calendar/meetings', meeting)).status).toBe(201);
    const { changes = [] } = await additionsTo(api.records);
    expect(changes).toContainEqual(
      expect.objectContaining({ what: 'exec-meeting', change: 'removed', why: 'The chair is away' }),
    );
  });

  test.each([
    ['closures/withdrawals', { date: '2026-12-29' }],
    ['closures/withdrawals', { date: '2026-11-26' }],
    ['meetings/cancellations', { group: 'sub-group', on: '2026-12-09', reason: 'Snow' }],
  ])('takes back nothing that was not added: %s %j', async (what, body) => {
    const answer = await api.post(`/api/calendar/${what}`, body);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'not-found' });
    expect(api.cases.calendarAskedOf).toEqual([]);
  });

  test.each([
    ['closures', { date: '2026-11-26', reason: 'Burst pipe' }],
    ['closures/withdrawals', { date: '2026-11-26' }],
    ['meetings', { group: 'exec', on: '2026-12-17' }],
    ['meetings/cancellations', { group: 'exec', on: '2026-12-17' }],
  ])('takes %s from nobody else', async (what, body) => {
    const answer = await api.post(`/api/calendar/${what}`, body, { as: 'P02' });
    expect(answer.status).toBe(403);
    expect(answer.body['code']).toBe('wrong-role');
  });

  test.each([
    ['closures', { date: '2026-02-30', reason: 'x' }, 'date'],
    ['closures', { date: '2026-11-26', reason: ' ' }, 'reason'],
    ['closures', { date: '2150-01-04', reason: 'x' }, 'date'],
    ['closures/withdrawals', { date: 'soon' }, 'date'],
    ['meetings/cancellations', { group: 'board', on: '2026-12-17', reason: 'Snow' }, 'group'],
    ['meetings/cancellations', { group: 'exec', on: '2026-12-17' }, 'reason'],
    ['meetings/cancellations', { group: 'exec', on: '2026-12-17', reason: '\u200b' }, 'reason'],
    ['meetings', { group: 'board', on: '2026-12-17' }, 'group'],
    ['meetings', { group: 'exec', on: '2150-01-04' }, 'on'],
  ])('refuses what is wrong: %s %j', async (what, body, field) => {
    const answer = await api.post(`/api/calendar/${what}`, body);
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toMatchObject([{ field }]);
  });

  test('tells open cases when the closure is sent again after Temporal was away', async () => {
    api.cases.unavailable = 'away';
    const closure = { date: '2026-11-26', reason: 'Burst pipe' };
    expect((await api.post('/api/calendar/closures', closure, { key: 'k' })).status).toBe(503);
    api.cases.unavailable = undefined;
    expect((await api.post('/api/calendar/closures', closure, { key: 'k' })).status).toBe(201);
    expect(api.cases.calendarAskedOf).toHaveLength(1);
  });
});

describe('health', () => {
  test('the process lives while everything else is away', async () => {
    api.cases.unavailable = 'away';
    api.broken.add('ready');
    expect((await api.ask('GET', '/health/live')).body).toEqual({ status: 'live', version: '0.0.0' });
    const answer = await api.ask('GET', '/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'not-ready', records: 'away', engine: 'away', draining: false });
  });

  test.each<[WhyUnavailable, string]>([
    ['away', 'Not ready: Temporal cannot be reached.'],
    ['too-slow', 'Not ready: Temporal did not answer in time.'],
    ['busy', 'Not ready: Temporal has more to do at the moment than it takes.'],
    ['engine-error', 'Not ready: Temporal can be reached, and answered with an error.'],
    [
      'turned-away',
      'Not ready: Temporal turned this program away: its key or its namespace is not right, and IT has to step in.',
    ],
  ])(
    'Temporal that is %s is said to be so, and "cannot be reached" only where nothing answered',
    async (why, detail) => {
      api.cases.unavailable = why;
      expect((await api.ask('GET', '/health/ready')).body).toMatchObject({ engine: 'away', detail });
    },
  );

  test('records that cannot be reached are said to be so, with the reason', async () => {
    const asked = () => Promise.reject(new RecordsUnavailable('the database did not answer in time', undefined));
    const records = () => whyNot(asked);
    const { sentence } = await readiness({ records, engine: () => Promise.resolve(undefined) });
    expect(sentence).toBe('Not ready: the records cannot be reached: the database did not answer in time.');
  });

  test('it is ready when records and Temporal answer, and not while it is stopping', async () => {
    expect((await api.ask('GET', '/health/ready')).body).toEqual({
      status: 'ready',
      records: 'ready',
      engine: 'ready',
      draining: false,
    });
    api.draining = true;
    const answer = await api.ask('GET', '/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ detail: 'Not ready: it is stopping.', draining: true });
    expect((await api.ask('GET', '/health/live')).status).toBe(200);
  });

  test('a process with a worker is not ready while the worker asks for no work', async () => {
    const needs = { records: () => Promise.resolve(undefined), engine: () => Promise.resolve(undefined) };
    expect(await readiness({ ...needs, isPolling: () => true })).toMatchObject({
      isReady: true,
      parts: { worker: 'ready' },
    });
    expect(await readiness({ ...needs, isPolling: () => false })).toMatchObject({
      isReady: false,
      parts: { worker: 'away' },
      sentence: 'Not ready: the worker asks for no work.',
    });
  });
});

test('a case reads by its own clock', async () => {
  const reference = await api.opened({ practice: true });
  await advance(reference, { until: '2026-11-25' });
  api.wall = instant('2026-11-24T10:00:00.000Z');
  expect((await api.get(`/api/cases/${reference}`)).body['asOf']).toBe('2026-11-26T17:00:00.000Z');
});

import {
  addClosure,
  addMeeting,
  addedToCalendar,
  cancelScheduledMeeting,
  readCalendar,
  withdrawClosure,
} from '../../src/casework/calendar';
import { tellCasesThatDiffer } from '../../src/casework/partnership-people';
import { isoDate } from '../../src/procedure/time/dates';
import { CasesUnavailable } from '../../src/temporal/cases';
import { TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

const manager = () => office.person('P01');
const day = { date: '2026-11-26' };
const closed = (key = 'k') => addClosure(office, { form: { ...day, reason: 'Burst pipe' }, actor: manager(), key });
const withdrawn = (form: object = day) => withdrawClosure(office, { form, actor: manager() });
const meeting = { group: 'exec', on: '2026-12-17' };
const scheduled = () => addMeeting(office, { form: meeting, actor: manager() });
const cancelled = (form: object = meeting) =>
  cancelScheduledMeeting(office, { form: { ...form, reason: 'Too few can come' }, actor: manager() });
const closures = async () => (await readCalendar(office)).closures.map(({ date }) => date);

test('a closure that was added is withdrawn, and every open case is planned again', async () => {
  await office.opened();
  expect(await closed()).toMatchObject({
    kind: 'added',
    fresh: true,
    casesAsked: 1,
    closure: { reason: 'Burst pipe' },
  });
  expect(await closures()).toContain(day.date);
  expect(await addedToCalendar(office)).toMatchObject({ closures: [day] });
  expect(await withdrawn()).toEqual({ kind: 'withdrawn', date: day.date, fresh: true, casesAsked: 1 });
  expect(await closures()).not.toContain(day.date);
  expect(await addedToCalendar(office)).toEqual({ closures: [], meetings: [] });
});

test('a day that is closed already stays closed for the first reason', async () => {
  await closed('first');
  expect(await closed('second')).toMatchObject({ kind: 'added', fresh: false, closure: { key: 'first' } });
});

test('a closure withdrawn while Temporal was away is told to the open cases when it is withdrawn again', async () => {
  await office.opened();
  await closed();
  office.cases.unavailable = 'away';
  await expect(withdrawn()).rejects.toThrow(CasesUnavailable);
  office.cases.unavailable = undefined;
  expect(await withdrawn()).toMatchObject({ kind: 'withdrawn', fresh: false, casesAsked: 1 });
});

test('a day that was closed, opened and closed again is open only when it is withdrawn again', async () => {
  await closed('first');
  await withdrawn();
  expect(await closed('second')).toMatchObject({ fresh: true });
  expect(await closures()).toContain(day.date);
  expect(await withdrawn()).toMatchObject({ fresh: true });
});

test("what the profile itself closes or schedules is not the calendar's to take back", async () => {
  expect(await closures()).toContain('2026-12-29');
  expect(await withdrawn({ date: '2026-12-29' })).toEqual({ kind: 'no-such-closure' });
  expect(await cancelled({ group: 'sub-group', on: '2026-12-09' })).toEqual({ kind: 'no-such-meeting' });
});

test('a meeting that was added is cancelled, and can be set again', async () => {
  expect(await scheduled()).toMatchObject({ kind: 'added', fresh: true, meeting });
  expect(await scheduled()).toMatchObject({ fresh: false });
  expect((await readCalendar(office)).meetings.exec).toContain(meeting.on);
  expect(await cancelled()).toMatchObject({ kind: 'cancelled', fresh: true, meeting });
  expect(await cancelled()).toMatchObject({ kind: 'cancelled', fresh: false });
  expect((await readCalendar(office)).meetings.exec).not.toContain(meeting.on);
  expect(await scheduled()).toMatchObject({ fresh: true });
});

test('nobody but the Business Manager changes the calendar', async () => {
  const actor = office.person('P02');
  const refused = { kind: 'refused', refusal: { code: 'wrong-role' } };
  expect(await addClosure(office, { form: { ...day, reason: 'So' }, actor, key: 'k' })).toMatchObject(refused);
  expect(await withdrawClosure(office, { form: day, actor })).toMatchObject(refused);
  expect(await addMeeting(office, { form: meeting, actor })).toMatchObject(refused);
  expect(await cancelScheduledMeeting(office, { form: meeting, actor })).toMatchObject(refused);
  expect(office.cases.calendarAskedOf).toEqual([]);
});

test('a day that is none is named', async () => {
  const wrong = (field: string) => ({ kind: 'refused', refusal: { code: 'invalid', fields: [{ field }] } });
  expect(await withdrawn({ date: 'soon' })).toMatchObject(wrong('date'));
  expect(await cancelled({ group: 'board', on: '2026-12-17' })).toMatchObject(wrong('group'));
  expect(await addMeeting(office, { form: { ...meeting, on: '2150-01-04' }, actor: manager() })).toMatchObject(
    wrong('on'),
  );
});

describe('At each start', () => {
  const asked = async () => {
    office.cases.calendarAskedOf.length = 0;
    const count = await tellCasesThatDiffer(office);
    return { count, references: office.cases.calendarAskedOf.flat() };
  };
  const before = () => office.profile;

  test('a restart with nothing changed asks no case', async () => {
    await office.opened();
    expect(await asked()).toEqual({ count: 0, references: [] });
  });

  test.each<[string, () => typeof office.profile]>([
    [
      'a bank holiday is in the profile',
      () => ({ ...before(), holidays: { ...before().holidays, extra: { '2027-06-04': 'Jubilee' } } }),
    ],
    [
      'a closure is in the profile',
      () => ({ ...before(), closures: [{ date: isoDate('2026-12-01'), reason: 'Training' }] }),
    ],
    ['a meeting is in the profile', () => ({ ...before(), meetings: { ...before().meetings, exec: [] } })],
    ['somebody left', () => ({ ...before(), people: before().people.filter(({ id }) => id !== 'P25') })],
  ])('every open case is asked that differs since %s', async (_what, changed) => {
    const reference = await office.opened();
    const known = office.profile;
    try {
      office.profile = changed();
      expect(await asked()).toEqual({ count: 1, references: [reference] });
    } finally {
      office.profile = known;
    }
  });
});

import { workingDaysAfter, type Calendar } from '../../src/procedure/time/calendar';
import type { CalendarEntry } from '../../src/procedure/case/calendar-change';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { instant, isoDate } from '../../src/procedure/time/dates';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { describeCase } from '../../src/procedure/describe';
import { milestonesOf } from '../../src/procedure/dates/milestones';
import { plannedDates } from '../../src/procedure/dates/plan';
import { isKept } from '../../src/procedure/dates/statutory-clock';
import type { StepId } from '../../src/procedure/step-ids';
import { takeUpCalendar } from '../../src/procedure/case/taking-up';
import type { PersonId } from '../../src/procedure/time/time';
import { buildCalendar, type HolidayMoved } from '../../src/profile/holidays';
import { aCase, type CaseBuilder } from '../support/a-case';
import { england, kirklees } from '../support/partnership';

/* A change of the calendar in an open case: received on Monday 23 November 2026, England's bank holidays, no closure. */

const without = england();
const opened = () => aCase().of({ ...kirklees(), calendar: without });
const policy = { profile: 'kirklees', edition: 'abc123' };
const closing = (...days: readonly string[]): Calendar =>
  england(Object.fromEntries(days.map((day) => [day, 'Flood'])));
const taken = (file: CaseFile, calendar: Calendar, at: string, entries: readonly CalendarEntry[] = []) =>
  takeUpCalendar(file, { next: { ...file, calendar }, entries, policy, now: instant(at) });
const due = (file: CaseFile, step: StepId) => plannedDates(file, step).due;
const clock = (file: CaseFile, id: string) => {
  const found = clocksOf(file).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The case has no clock "${id}".`);
  return found;
};
const change = (one: CaseBuilder, calendar: Calendar, at: string) => one.as(taken(one.file, calendar, at).file);

describe('A bank holiday is moved or taken away', () => {
  const withMoved = (...movedHolidays: readonly HolidayMoved[]) =>
    buildCalendar({
      region: 'GB-ENG',
      closingHour: kirklees().policy.closingHour,
      closures: {},
      from: isoDate('2024-01-01'),
      until: isoDate('2034-12-31'),
      movedHolidays,
    });
  const [whit, jubilee] = [isoDate('2027-05-31'), isoDate('2027-06-04')];
  const fifteen = (calendar: Calendar) => workingDaysAfter(calendar, isoDate('2027-05-24'), 15);

  test('a bank holiday moved by proclamation moves the fifteen working days with it', () => {
    expect(fifteen(withMoved())).toBe('2027-06-15'); // 31 May off: 25–28; 1–4; 7–11; 14, 15 June
    expect(fifteen(withMoved({ from: whit, to: jubilee }))).toBe('2027-06-15'); // 4 June off in its place
    // Where the day that moved could only be added, both were off.
    expect(fifteen(withMoved({ to: jubilee, name: 'Jubilee' }))).toBe('2027-06-16');
    expect(fifteen(withMoved({ from: whit }))).toBe('2027-06-14');
  });

  test('it keeps its name on the day to which it moves, unless it has another there', () => {
    const { holidays } = withMoved({ from: whit, to: jubilee });
    expect([holidays[whit], holidays[jubilee]]).toEqual([undefined, without.holidays[whit]]);
    expect(withMoved({ from: whit, to: jubilee, name: 'Jubilee' }).holidays[jubilee]).toBe('Jubilee');
  });
});

describe('What was late when the calendar changed stays late', () => {
  test('a closure for days that are past does not bring a late step back into time', () => {
    const { file } = opened(); // step 5 is due on 1 December
    const after = taken(file, closing('2026-11-30', '2026-12-01', '2026-12-02'), '2026-12-02T10:00:00.000Z').file;
    expect(due(after, 'information')).toBe('2026-12-01');
    expect(plannedDates(after, 'information').why).toMatch(
      /^Was due by Tuesday 1 December 2026, which had passed when the calendar changed; what was late stays late\./,
    );
    expect(openDeadlines(after).find(({ id }) => id === 'information')?.due).toBe('2026-12-01');
    expect(
      describeCase(after, instant('2026-12-02T10:00:00.000Z')).steps.find(({ id }) => id === 'information')?.status,
    ).toBe('overdue');
    // What was not late yet is planned by the new calendar: day 14 is three working days on.
    expect(due(after, 'submission')).toBe('2026-12-15');
  });

  test('nor does a bank holiday of a past day make a late notification one in time', () => {
    const one = opened(); // the authority was aware on 23 November, and notifies by 30 November
    const holiday = { ...without, holidays: { ...without.holidays, '2026-11-27': 'Proclaimed' } };
    const { file } = change(one, holiday, '2026-12-01T10:00:00.000Z').past('outcome');
    const notified = clock({ ...file }, 'notify-panel');
    expect(notified).toMatchObject({ limitDate: '2026-11-30' });
    expect(isKept({ ...notified, metOn: isoDate('2026-12-01') })).toBe(false);
    expect(notified.why).toMatch(/^Was due by Monday 30 November 2026, which had passed/);
  });

  test('a report counts it as late whatever the calendar has become', () => {
    const late = opened().at('outcome').with('recordOutcome', {}, { on: '2026-11-30' });
    const changed = change(late, closing('2026-11-26', '2026-11-27', '2026-11-30'), '2026-12-01T10:00:00.000Z');
    const { file } = changed.with('recordOfstedNotification', {}, { on: '2026-12-01' });
    expect(milestonesOf(file).limits.outcome).toMatchObject({ due: '2026-11-27', metOn: '2026-12-01', kept: false });
  });

  test('what was met in time stays in time where a holiday is taken away', () => {
    const holiday = { ...without, holidays: { ...without.holidays, '2026-11-27': 'Proclaimed' } };
    const one = aCase()
      .of({ ...kirklees(), calendar: holiday })
      .at('outcome')
      .with('recordOutcome', {}, { on: '2026-12-01' })
      .with('recordOfstedNotification', {}, { on: '2026-12-01' });
    expect(isKept(clock(one.file, 'notify-panel'))).toBe(true);
    const after = change(one, without, '2026-12-02T10:00:00.000Z');
    expect(clock(after.file, 'notify-panel')).toMatchObject({ limitDate: '2026-12-01', metOn: '2026-12-01' });
    expect(isKept(clock(after.file, 'notify-panel'))).toBe(true);
  });

  test('an extension still gives a later date', () => {
    const after = change(opened(), closing('2026-12-01'), '2026-12-02T10:00:00.000Z');
    const { file } = after.with('extendDeadline', { deadline: 'information', to: '2026-12-09' });
    expect(plannedDates(file, 'information')).toMatchObject({ due: '2026-12-09', original: '2026-12-01' });
  });

  test('where the day that a clock counts from is corrected, it is counted anew', () => {
    const notified = opened().past('outcome'); // Ofsted was notified on 26 November: by 17 December
    const holiday = { ...without, holidays: { ...without.holidays, '2026-12-16': 'Proclaimed' } };
    const late = change(notified, holiday, '2026-12-18T10:00:00.000Z');
    expect(clock(late.file, 'rapid-review-to-panel').limitDate).toBe('2026-12-17');
    const entry = late.file.facts.recordOfstedNotification?.[0]?.seq;
    const { file } = late.with('correctFact', { entry, field: 'on', value: '2026-11-27' }, { on: '2026-12-18' });
    expect(clock(file, 'rapid-review-to-panel').limitDate).toBe('2026-12-21');
  });

  test('the second change does not undo the first', () => {
    const first = change(opened(), closing('2026-12-01'), '2026-12-02T10:00:00.000Z');
    const second = change(first, closing('2026-12-01', '2026-12-02', '2026-12-03'), '2026-12-04T10:00:00.000Z');
    expect(due(second.file, 'information')).toBe('2026-12-01');
  });
});

describe('The record says which day changed, who changed it and why, and each date that moved', () => {
  const by = 'P01' as PersonId;
  const at = instant('2026-11-24T09:00:00.000Z');
  const entry = { what: 'closure', date: isoDate('2026-12-01'), change: 'added', by, at, why: 'Flood' } as const;
  const { details } = taken(opened().file, closing('2026-12-01'), '2026-11-24T09:00:01.000Z', [entry]);

  test('a day that somebody added', () => {
    expect(details['days']).toEqual([
      { what: 'closure', date: '2026-12-01', change: 'added', name: 'Flood', by, at, why: 'Flood' },
    ]);
    expect(details['moved']).toEqual(
      expect.arrayContaining([
        { id: 'information', title: 'Step 5, Information and chronology', from: '2026-12-01', to: '2026-12-02' },
        { id: 'submission', title: 'Step 8, Submission to the National Panel', from: '2026-12-10', to: '2026-12-11' },
      ]),
    );
    expect(details['moved']).not.toEqual(expect.arrayContaining([expect.objectContaining({ id: 'outcome' })]));
  });

  test('a day of the profile, of which nobody knows more than its edition', () => {
    expect(taken(opened().file, closing('2026-12-01'), '2026-11-24T09:00:01.000Z').details['days']).toEqual([
      { what: 'closure', date: '2026-12-01', change: 'added', name: 'Flood', ...policy },
    ]);
  });

  test('of several entries for a day the last of its kind', () => {
    const again = { ...entry, at: instant('2026-11-25T09:00:00.000Z'), why: 'Burst pipe' };
    const gone = { ...entry, change: 'removed', at: instant('2026-11-24T12:00:00.000Z') } as const;
    const days = taken(opened().file, closing('2026-12-01'), '2026-11-25T09:00:01.000Z', [entry, again, gone]).details[
      'days'
    ];
    expect(days).toMatchObject([{ why: 'Burst pipe' }]);
  });

  test('a calendar that only reaches further has changed no day', () => {
    const longer = buildCalendar({ ...without, closures: {}, until: isoDate('2036-12-31') });
    expect(taken(opened().file, longer, '2026-11-24T09:00:01.000Z').details).toEqual({ days: [], moved: [] });
  });

  test('a meeting that is scheduled, and one that is cancelled', () => {
    const { file } = opened();
    const [first, ...rest] = file.meetings.exec;
    const meetings = { ...file.meetings, exec: rest };
    const { details: told } = takeUpCalendar(file, { next: { ...file, meetings }, entries: [], policy, now: at });
    expect(told['days']).toEqual([{ what: 'exec-meeting', date: first, change: 'removed', ...policy }]);
  });
});

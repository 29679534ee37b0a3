import type { Calendar } from '../../src/procedure/time/calendar';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { addDays, instant, isoDate } from '../../src/procedure/time/dates';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { describeCase } from '../../src/procedure/describe';
import { plannedDates } from '../../src/procedure/dates/plan';
import { isKept, statutoryClock } from '../../src/procedure/dates/statutory-clock';
import { tasksOf } from '../../src/procedure/dates/tasks';
import type { IsoDate } from '../../src/procedure/time/time';
import { buildCalendar } from '../../src/profile/holidays';
import { aCase } from '../support/a-case';
import { england, kirklees } from '../support/partnership';
import { fc } from '../support/properties';

/* Every date was counted by hand. Kirklees is closed on 29, 30 and 31 December 2026, a Tuesday to a Thursday. */

const clock = (file: CaseFile, id: string) => {
  const found = clocksOf(file).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The case has no clock "${id}".`);
  return found;
};
const on = (calendar: Calendar) => aCase().of({ ...kirklees(), calendar });
const aware = (day: string, receivedOn = day) =>
  aCase()
    .receivedOn(receivedOn)
    .notifying({ authorityAwareOn: isoDate(day) });

describe("Closure days count as working days in the law's clocks", () => {
  test.each([
    // 29, 30, 31 December, then 4 and 5 January: Christmas Day, Monday 28 December and New Year's Day are bank holidays.
    ['2026-12-24', '2027-01-05', '2027-01-05'],
    // 23, 24, 29, 30, 31: the law's day is a closure day, and the last day of the office before it is Christmas Eve.
    ['2026-12-22', '2026-12-31', '2026-12-24'],
    // 22, 23, 24, 29, 30
    ['2026-12-21', '2026-12-30', '2026-12-24'],
    // 24, 29, 30, 31 December, 4 January
    ['2026-12-23', '2027-01-04', '2027-01-04'],
  ])('the authority aware on %s notifies by the law on %s, and step 4 is due on %s', (day, limitDate, due) => {
    const { file } = aware(day);
    expect(clock(file, 'notify-panel')).toMatchObject({ limitDate, due });
    expect(plannedDates(file, 'outcome').due).toBe(due);
  });

  test('the sentence says that closure days count, and the day that the law itself gives', () => {
    expect(clock(aware('2026-12-24').file, 'notify-panel').why).toBe(
      "By Tuesday 5 January 2027: 5 working days after the authority became aware, Thursday 24 December 2026, skipping 2 weekends, Christmas Day (25 December 2026), Boxing Day (substitute day, 28 December 2026) and New Year's Day (1 January 2027), closure days counting as working days (statutory: Children Act 2004 s16C; Working Together 2023).",
    );
    expect(clock(aware('2026-12-22').file, 'notify-panel').why).toMatch(
      /^By Thursday 24 December 2026, moved back to a working day from the law's own date, Thursday 31 December 2026: 5 working days/,
    );
  });

  test("what comes after the partnership's own day is in time until the law's date has passed", () => {
    const step4 = { ...aware('2026-12-22').file };
    const met = (metOn: string) => isKept({ ...clock(step4, 'notify-panel'), metOn: isoDate(metOn) });
    expect([met('2026-12-24'), met('2026-12-31'), met('2027-01-04')]).toEqual([true, true, false]);
    const late = (now: string) =>
      describeCase(step4, instant(now)).clocks.find(({ id }) => id === 'notify-panel')?.late;
    expect(late('2026-12-30T12:00:00.000Z')).toBe(false);
    expect(late('2026-12-31T17:30:00.000Z')).toBe(true);
  });

  test('of a limit of "at least" the later date holds: the report is out seven working days by either count', () => {
    const file = statutoryClock(aCase().file, {
      id: 'report-before-publication',
      from: isoDate('2026-12-21'),
      said: 'the full report was sent',
    });
    // By the law 22, 23, 24, 29, 30, 31, 4; by the office 22, 23, 24, 4, 5, 6, 7 January.
    expect(file).toMatchObject({ limitDate: '2027-01-04', due: '2027-01-07', bound: 'at-least' });
    expect(file.why).toMatch(
      /^Not before Thursday 7 January 2027, moved on to a working day from the law's own date, Monday 4 January 2027:/,
    );
  });

  test('a year on view that ends on a day off ends, by the law, on that day', () => {
    const { file } = aCase().past('publication');
    const display = statutoryClock(file, {
      id: 'publicly-available',
      from: isoDate('2026-01-01'),
      said: 'publication',
    });
    expect(display).toMatchObject({ limitDate: '2027-01-01', due: '2027-01-04' });
  });
});

describe("The law's own date does not move back from a weekend", () => {
  const file = on(england()).receivedOn('2026-11-23').past('submission').file;

  test('the six months after Day 1 are kept and shown beside the working day before', () => {
    expect(clock(file, 'six-months-from-day-one')).toMatchObject({ due: '2027-05-21', limitDate: '2027-05-23' });
    expect(clock(file, 'six-months-from-day-one').why).toBe(
      "By Friday 21 May 2027, moved back to a working day from the target's own date, Sunday 23 May 2027: 6 calendar months after Day 1, Monday 23 November 2026 (step 18).",
    );
  });

  test("a review published on the law's own date is in time, though the step was due before", () => {
    const law = statutoryClock(file, {
      id: 'published-within',
      from: isoDate('2026-12-05'),
      said: 'the decision to undertake the review',
      metOn: isoDate('2027-06-05'),
    });
    expect(law).toMatchObject({ due: '2027-06-04', limitDate: '2027-06-05' });
    expect(law.why).toMatch(/moved back to a working day from the law's own date, Saturday 5 June 2027/);
    expect(isKept(law)).toBe(true);
    expect(isKept({ ...law, metOn: isoDate('2027-06-06') })).toBe(false);
  });
});

describe('A clock counts from the earlier of the two dates while what it counts from is planned', () => {
  const since2023 = buildCalendar({
    region: 'GB-ENG',
    closingHour: kirklees().policy.closingHour,
    closures: {},
    from: isoDate('2023-01-01'),
    until: isoDate('2030-12-31'),
  });

  test('the Rapid Review clock counts from the day on which the law puts step 4', () => {
    const { file } = on(since2023)
      .receivedOn('2024-01-06')
      .notifying({ authorityAwareOn: isoDate('2023-12-30') });
    expect(plannedDates(file, 'outcome').due).toBe('2024-01-08'); // 2, 3, 4, 5, 8 January
    expect(clock(file, 'rapid-review-to-panel')).toMatchObject({ due: '2024-01-29', provisional: true });
    expect(clock(file, 'rapid-review-to-panel').why).toContain(
      'the notification is sent, planned for Monday 8 January 2024',
    );
  });

  test.each([
    ['2026-11-16', '2026-11-23', '2026-12-14'], // 17, 18, 19, 20, 23 November; then 24–27, 30; 1–4; 7–11; 14 December
    ['2026-11-20', '2026-11-27', '2026-12-18'], // as late as day 5
    ['2026-11-23', '2026-11-27', '2026-12-18'], // later than day 5, which stands
  ])('the authority aware on %s: step 4 on %s, the Rapid Review at the Panel by %s', (day, step4, panel) => {
    const { file } = aware(day, '2026-11-23');
    expect(plannedDates(file, 'outcome').due).toBe(step4);
    expect(clock(file, 'rapid-review-to-panel').due).toBe(panel);
  });

  test("the Panel's reply is planned from the earlier date of the submission", () => {
    const { file } = aware('2026-11-06', '2026-11-23'); // step 4 by 13 November, the submission by 4 December
    expect(plannedDates(file, 'submission').due).toBe('2026-12-04');
    // 7–11, 14–18, 21–24 December, 4 January
    expect(plannedDates(file, 'panel-reply').due).toBe('2027-01-04');
  });

  test('the home authority is told with step 4, by the date that step 4 has', () => {
    const { file } = aCase().notifying({
      authorityAwareOn: isoDate('2026-11-16'),
      homeAuthority: 'Leeds City Council',
    });
    expect(tasksOf(file).find(({ id }) => id === 'home-authority')).toMatchObject({ due: '2026-11-23' });
  });

  test('an extension of step 4 is when the notification is planned for', () => {
    const extended = aCase().with('extendDeadline', { deadline: 'outcome', to: '2026-12-02' });
    expect(clock(extended.file, 'rapid-review-to-panel').due).toBe('2026-12-23');
  });
});

describe('Whatever closes, the law stands', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 30 });
  const first = isoDate('2026-11-02');
  const named = (offsets: readonly number[]) => Object.fromEntries(offsets.map((n) => [addDays(first, n), 'Closed']));
  const limits = ['notify-panel', 'rapid-review-to-panel', 'report-before-publication', 'published-within'] as const;
  const base = aCase().file;
  // Holidays are worked out for ten years; closures are added to them.
  const ordinary = england();
  const counted = (calendar: Calendar, id: (typeof limits)[number], from: IsoDate) =>
    statutoryClock({ ...base, calendar }, { id, from, said: 'that day' });

  test("closure days never move a law's date, and never put a step after it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.constantFrom(...limits), (closed, n, id) => {
        const from = addDays(first, n);
        const [shut, open] = [counted({ ...ordinary, closures: named(closed) }, id, from), counted(ordinary, id, from)];
        expect(shut.limitDate).toBe(open.limitDate);
        if (shut.bound === 'at-most') expect(shut.due <= open.limitDate).toBe(true);
        else expect(shut.due >= open.due).toBe(true);
      }),
    );
  });

  test('another bank holiday never makes a clock end earlier', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.constantFrom(...limits), (off, n, id) => {
        const from = addDays(first, n);
        const more = { ...ordinary, holidays: { ...named(off), ...ordinary.holidays } };
        expect(counted(more, id, from).limitDate >= counted(ordinary, id, from).limitDate).toBe(true);
      }),
    );
  });
});

describe("The partners' check of progress keeps its day of the month", () => {
  // Submitted on Tuesday 8 December 2026 unless it says otherwise.
  const submitted = () => aCase().at('submission').with('submitRapidReview', {}, { on: '2026-12-08' });
  const next = (checks: readonly string[]) =>
    tasksOf(
      checks.reduce((one, day) => one.with('recordProgressCheck', undefined, { on: day }), submitted()).file,
    ).find(({ id }) => id === 'progress-check')?.due;

  test.each<[string, readonly string[], string]>([
    ['the first is a month after the submission', [], '2027-01-08'],
    ['a check held early leaves the next where it was', ['2027-01-05'], '2027-02-08'],
    ['one held early again and again', ['2027-01-05', '2027-02-01', '2027-03-01'], '2027-04-08'],
    ['one held on its day', ['2027-01-08'], '2027-02-08'],
    ['one held late', ['2027-01-13'], '2027-02-08'],
    ['one that came after the next was due', ['2027-02-10'], '2027-03-08'],
    ['a second check in one month is not the one of the next', ['2027-01-05', '2027-01-07'], '2027-02-08'],
  ])('%s', (_what, checks, due) => {
    expect(next(checks)).toBe(due);
  });

  test('a day that the month lacks, or that is no working day, comes back in the next month', () => {
    const one = aCase()
      .receivedOn('2027-01-13')
      .at('submission')
      .with('submitRapidReview', {}, { on: '2027-01-29' })
      .with('recordProgressCheck', undefined, { on: '2027-02-26' });
    expect(tasksOf(one.file).find(({ id }) => id === 'progress-check')?.due).toBe('2027-03-25'); // 29 March is Easter Monday
    const again = one.with('recordProgressCheck', undefined, { on: '2027-03-25' });
    expect(tasksOf(again.file).find(({ id }) => id === 'progress-check')?.due).toBe('2027-04-29');
  });
});

describe('Once notice is given, step 18 is due on the day notified', () => {
  const noticed = (publishOn: string) => aCase().at('notice-of-intent').with('sendNoticeOfIntent', { publishOn });

  test('the page shows the day, the sentence says whence it comes, and reminders run on it', () => {
    const one = noticed('2027-04-12');
    expect(plannedDates(one.file, 'publication')).toMatchObject({ due: '2027-04-12', provisional: false });
    expect(plannedDates(one.file, 'publication').why).toMatch(
      /^Due on Monday 12 April 2027: the day of publication that the notice of intent of .* gave \(steps 17 and 18\)\. Before the notice: Due by/,
    );
    expect(openDeadlines(one.file)).toMatchObject([{ id: 'publication', due: '2027-04-12' }]);
    const reminded = one
      .reminders('2027-04-14')
      .sent.flatMap(({ at, lines }) => lines.map(({ deadline, due, tone }) => [at.slice(0, 10), deadline, due, tone]))
      .filter(([, deadline, due]) => deadline === 'publication' && due === '2027-04-12');
    expect(new Set(reminded.map(([at, , , tone]) => `${at} ${tone}`))).toEqual(
      new Set(['2027-04-07 coming', '2027-04-09 coming', '2027-04-13 overdue']),
    );
  });

  test('another notice gives another day', () => {
    const { file } = noticed('2027-04-12').with('sendNoticeOfIntent', { publishOn: '2027-04-26' });
    expect(plannedDates(file, 'publication').due).toBe('2027-04-26');
  });

  test('what was extended before the notice no longer counts; both six-month clocks stand', () => {
    const { file } = aCase()
      .at('notice-of-intent')
      .with('extendDeadline', { deadline: 'publication', to: '2027-07-30' })
      .with('sendNoticeOfIntent', { publishOn: '2027-04-12' });
    expect(plannedDates(file, 'publication').due).toBe('2027-04-12');
    expect(clock(file, 'six-months-from-day-one').due).toBe('2027-05-21');
    expect(clock(file, 'published-within').due).toBe('2027-06-04');
  });
});

describe('A window may count from the notification', () => {
  const windows = {
    ...kirklees().policy.windows,
    submission: { anchor: 'notification-sent', unit: 'working-days-after', by: 14 },
  } as const;
  const counting = () => aCase().of({ ...kirklees(), policy: { ...kirklees().policy, windows } });

  test('while it is planned, from the date of step 4; once it is sent, from its day', () => {
    expect(plannedDates(counting().file, 'submission')).toMatchObject({ due: '2026-12-17', provisional: true });
    const { file } = counting().past('outcome'); // Ofsted was notified on 26 November
    expect(plannedDates(file, 'submission')).toMatchObject({ due: '2026-12-16', provisional: false });
    expect(plannedDates(file, 'submission').why).toBe(
      'Due by Wednesday 16 December 2026: 14 working days after the day the notification was sent, Thursday 26 November 2026, that day not counted, skipping 3 weekends (step 8).',
    );
  });

  test('reminders to the Rapid Review say what they count from', () => {
    const titles = counting()
      .past('outcome')
      .reminders('2026-12-16')
      .sent.flatMap(({ lines }) => lines.map(({ title }) => title));
    expect(titles).toContain('14 working days from the notification: Step 6, Rapid Review meeting');
  });
});

import { fc } from '../support/properties';
import { addDays, instant, isoDate } from '../../src/procedure/time/dates';
import { endings } from '../../src/procedure/describe';
import { limitNames, milestonesOf, type Limit, type Milestones } from '../../src/procedure/dates/milestones';
import { notificationCriteria } from '../../src/procedure/notification/notification';
import { ageOf, limitStandings, median, reportActions, reportOn } from '../../src/procedure/reports';
import { stepIds } from '../../src/procedure/step-ids';
import type { IsoDate } from '../../src/procedure/time/time';
import { someMilestones } from '../records/builders';
import { aCase } from '../support/a-case';

const today = isoDate('2026-12-14');
const on = (...all: readonly Partial<Milestones>[]) =>
  reportOn(all.map((one) => ({ milestones: someMilestones(one), today })));
const total = (counts: readonly { readonly cases: number }[]): number =>
  counts.reduce((sum, { cases }) => sum + cases, 0);

describe('The median', () => {
  test.each([
    [[], undefined],
    [[7], 7],
    [[9, 1], 5],
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[0, 0, 40], 0],
  ])('of %j is %s', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  test('has as many numbers below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1 }), (numbers) => {
        const middle = median(numbers) ?? -1;
        const below = numbers.filter((one) => one < middle).length;
        const above = numbers.filter((one) => one > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2);
      }),
    );
  });
});

test('No cases give a report of noughts, and no median and no share of them', () => {
  const report = reportOn([]);
  expect(report.cases).toBe(0);
  expect(report.agencies).toEqual([]);
  expect(report.limits.every(({ keptInHundred }) => keptInHundred === undefined)).toBe(true);
  expect(report.steps.every((step) => step.median === undefined && step.longest === undefined)).toBe(true);
});

test('A case with two criteria stands under both, and is counted as one with several', () => {
  const report = on({ criteria: ['serious-harm', 'looked-after-child-death'] }, { criteria: ['serious-harm'] });
  expect(report.criteria.filter(({ cases }) => cases > 0)).toEqual([
    { of: 'serious-harm', cases: 2, alone: 1 },
    { of: 'looked-after-child-death', cases: 1, alone: 0 },
  ]);
  expect(report.severalCriteria).toBe(1);
});

test('An agency that writes its name in other capitals or with other blanks is the same agency', () => {
  const names = ['West Yorkshire Police', 'Locala', ' west  yorkshire POLICE'];
  expect(on(...names.map((notifyingAgency) => ({ notifyingAgency }))).agencies).toEqual([
    { of: 'West Yorkshire Police', cases: 2 },
    { of: 'Locala', cases: 1 },
  ]);
});

describe('A time limit', () => {
  const standings = (limit: Limit | undefined, more: Partial<Milestones> = {}) => {
    const report = on({ limits: limit === undefined ? {} : { outcome: limit }, ...more });
    const found = report.limits.find((one) => one.limit === 'outcome');
    return limitStandings.filter((standing) => found?.standings[standing] === 1);
  };

  test('is kept or late as it was met', () => {
    expect(standings({ due: today, metOn: today, kept: true })).toEqual(['kept']);
    expect(standings({ due: today, metOn: addDays(today, 1), kept: false })).toEqual(['late']);
  });

  test('that is not met is in time on its day, and overdue the day after', () => {
    expect(standings({ due: today })).toEqual(['not-yet']);
    expect(standings({ due: addDays(today, -1) })).toEqual(['overdue']);
  });

  test('does not apply where the case has none, or is over without having met it', () => {
    expect(standings(undefined)).toEqual(['does-not-apply']);
    expect(standings({ due: addDays(today, -9) }, { closedOn: today })).toEqual(['does-not-apply']);
    expect(standings({ due: addDays(today, -9) }, { ending: 'withdrawn' })).toEqual(['does-not-apply']);
  });

  test('is held against the day of each case’s own clock, for practice cases run ahead', () => {
    const milestones = someMilestones({ limits: { outcome: { due: today } } });
    const report = reportOn([
      { milestones, today },
      { milestones, today: addDays(today, 30) },
    ]);
    expect(report.limits.find(({ limit }) => limit === 'outcome')?.standings).toMatchObject({
      'not-yet': 1,
      overdue: 1,
    });
  });

  test('was kept in so many of a hundred of those that were due, what is in time not counted', () => {
    const due = (kept: boolean | undefined, date: IsoDate = today) => ({
      limits: { outcome: { due: date, ...(kept === undefined ? {} : { kept }) } },
    });
    const report = on(due(true), due(true), due(false), due(undefined, addDays(today, -1)), due(undefined));
    expect(report.limits.find(({ limit }) => limit === 'outcome')?.keptInHundred).toBe(50);
  });
});

test('A step has the median of the cases in which it was done, and how many have it open', () => {
  const report = on(
    { steps: { 'front-door': { from: today, on: today, workingDays: 1 } } },
    { steps: { 'front-door': { from: today, on: today, workingDays: 4 } } },
    { steps: { 'front-door': { from: today } } },
    { steps: { 'front-door': { from: today } }, closedOn: today },
    { steps: { 'front-door': {} } },
  );
  expect(report.steps.find(({ step }) => step === 'front-door')).toEqual({
    step: 'front-door',
    done: 2,
    open: 1,
    median: 2.5,
    longest: 4,
  });
});

test('The straight way of a real case is counted once everywhere', () => {
  const { file } = aCase().past('publication');
  const report = reportOn([{ milestones: milestonesOf(file), today: isoDate('2027-05-01') }]);
  expect(report.outcomes.find(({ of }) => of === 'notify')?.cases).toBe(1);
  expect(report.endings.find(({ of }) => of === 'published')?.cases).toBe(1);
  expect(report.limits.map(({ standings }) => standings.kept)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(report.steps.find(({ step }) => step === 'front-door')).toMatchObject({ done: 1, open: 0, median: 1 });
});

test('A form that came late is late in the report', () => {
  const late = aCase().notifying({
    knownAt: instant('2026-11-20T10:00:00Z'),
    receivedAt: instant('2026-11-23T10:00:00Z'),
  });
  const report = reportOn([{ milestones: milestonesOf(late.file), today }]);
  expect(report.limits.find(({ limit }) => limit === 'form-within-24-hours')?.standings.late).toBe(1);
});

test('Whatever the cases, the counts of every breakdown add up to their number', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(isoDate('2026-01-01'), days));
  const limit = fc.record({ due: day, kept: fc.boolean() }, { requiredKeys: ['due'] });
  const one = fc
    .record(
      {
        criteria: fc.subarray([...notificationCriteria]),
        notifyingAgency: fc.constantFrom('Locala', 'LOCALA', 'Police', ' Police '),
        outcome: fc.constantFrom(
          'notify' as const,
          'not-to-proceed' as const,
          'criteria-not-met' as const,
          'withdrawn' as const,
        ),
        ending: fc.constantFrom(...endings),
        closedOn: day,
        limits: fc.dictionary(fc.constantFrom(...limitNames), limit),
        steps: fc.dictionary(
          fc.constantFrom(...stepIds),
          fc.record({ from: day, on: day, workingDays: fc.nat(99) }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: ['criteria', 'notifyingAgency', 'ending', 'limits', 'steps'] },
    )
    .map((more) => someMilestones(more));
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const report = reportOn(all.map((milestones) => ({ milestones, today })));
      const alone = report.criteria.reduce((sum, criterion) => sum + criterion.alone, 0);
      expect(alone + report.severalCriteria + report.noCriterion).toBe(all.length);
      expect([total(report.agencies), total(report.outcomes), total(report.endings)]).toEqual(
        Array.from({ length: 3 }, () => all.length),
      );
      for (const { standings } of report.limits) {
        expect(limitStandings.reduce((sum, standing) => sum + standings[standing], 0)).toBe(all.length);
      }
    }),
  );
});

describe('Open actions', () => {
  test.each([
    ['2026-12-14', 'under-3-months'],
    ['2026-09-15', 'under-3-months'],
    ['2026-09-14', '3-to-6-months'],
    ['2026-06-14', '6-to-12-months'],
    ['2025-12-15', '6-to-12-months'],
    ['2025-12-14', 'a-year-or-more'],
  ])('added on %s are %s old', (addedOn, age) => {
    expect(ageOf({ addedOn: isoDate(addedOn) }, today)).toBe(age);
  });

  test('are counted by agency, the one with the most first, with those past their date', () => {
    const action = (agency: string, addedOn: string, dueOn: string) => ({
      agency,
      today,
      action: { addedOn: isoDate(addedOn), dueOn: isoDate(dueOn) },
    });
    expect(
      reportActions([
        action('Housing', '2026-12-01', '2026-12-14'),
        action('Schools', '2026-12-01', '2027-02-01'),
        action('Schools', '2026-01-05', '2026-12-13'),
      ]),
    ).toEqual([
      {
        agency: 'Schools',
        actions: 2,
        overdue: 1,
        ages: { 'under-3-months': 1, '3-to-6-months': 0, '6-to-12-months': 1, 'a-year-or-more': 0 },
      },
      expect.objectContaining({ agency: 'Housing', actions: 1, overdue: 0 }),
    ]);
  });
});

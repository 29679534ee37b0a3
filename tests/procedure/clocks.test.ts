import { describeCase } from '../../src/procedure/describe';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { isoDate } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';
import { kirklees } from '../support/partnership';

/* The sentences of the clocks, as the Business Unit reads them. */

const clock = ({ file }: CaseBuilder, id: string) => clocksOf(file).find((one) => one.id === id);

describe('The form is due 24 hours after the incident was known', () => {
  // Received on Monday 23 November 2026 at 10:00.
  const known = (knownAt: string) => aCase().notifying({ knownAt: knownAt as never });

  test.each([
    ['to the millisecond', '2026-11-22T10:00:00.000Z', 'in time', false],
    ['a millisecond late', '2026-11-22T09:59:59.999Z', 'late', true],
    ['an hour early', '2026-11-22T11:00:00.000Z', 'in time', false],
  ])('%s', (_what, knownAt, said, late) => {
    const one = known(knownAt);
    expect(clock(one, 'form-within-24-hours')?.why).toMatch(new RegExp(`known; it was received ${said}\\.$`));
    const shown = describeCase(one.file, one.now).clocks.find(({ id }) => id === 'form-within-24-hours');
    expect(shown?.late).toBe(late);
  });

  test("that is the procedure's own line, and no law says otherwise", () => {
    expect(clock(aCase(), 'form-within-24-hours')).toMatchObject({
      kind: 'procedure',
      confirmed: true,
      provisional: false,
      dueAt: '2026-11-23T15:00:00.000Z',
      limitAt: '2026-11-23T15:00:00.000Z',
      limitDate: '2026-11-23',
    });
  });
});

test.each([
  [11, true],
  [12, false],
  [13, false],
])('%i months on the website are lengthened by the statutory year: %s', (displayMonths, lengthened) => {
  const partnership = kirklees();
  const own = { ...partnership, policy: { ...partnership.policy, displayMonths } };
  const published = aCase().of(own).past('publication');
  expect(/lengthened/.test(clock(published, 'publicly-available')?.why ?? '')).toBe(lengthened);
});

describe('The clocks that run', () => {
  const running = ({ file }: CaseBuilder) => clocksOf(file).map(({ id, metOn }) => `${id}: ${metOn ?? 'runs'}`);

  test('from the notification on, in the order in which they begin', () => {
    expect(running(aCase())).toEqual([
      'form-within-24-hours: 2026-11-23',
      'notify-panel: runs',
      'rapid-review-to-panel: runs',
      'six-months-from-day-one: runs',
      'published-within: runs',
    ]);
  });

  test('from the notice of intent to publication there runs the time in which the report lies before it', () => {
    const sent = aCase().past('notice-of-intent');
    expect(running(sent).slice(-1)).toEqual(['report-before-publication: runs']);
    expect(clock(sent, 'report-before-publication')).not.toHaveProperty('metOn');
    const published = aCase().past('publication');
    const on = published.file.facts.recordPublication?.[0]?.on ?? 'never';
    expect(running(published).slice(-2)).toEqual([`report-before-publication: ${on}`, 'publicly-available: runs']);
  });

  test('the display is met on the day on which its end is decided', () => {
    const { file } = aCase().atTheEnd();
    const display = clocksOf(file).find(({ id }) => id === 'publicly-available');
    expect(display?.metOn).toBe(file.facts.decideDisplay?.[0]?.on ?? 'never');
  });
});

describe('A report that was published on a Friday', () => {
  // The year after Friday 16 April 2027 ends on Easter Sunday, 16 April 2028; the next working day is Tuesday 18.
  const published = (displayMonths: number) => {
    const partnership = kirklees();
    return aCase()
      .of({ ...partnership, policy: { ...partnership.policy, displayMonths } })
      .choosing({ sendNoticeOfIntent: [{ publishOn: isoDate('2027-04-16') }] })
      .past('publication');
  };

  test.each([
    [11, '2028-04-18', true],
    // Moved on to a working day, and not lengthened.
    [12, '2028-04-18', false],
    [13, '2028-05-16', false],
  ])('with %i months on the website stays there until %s', (displayMonths, due, lengthened) => {
    const display = clock(published(displayMonths), 'publicly-available');
    expect(display).toMatchObject({ due, dueAt: `${due}T16:00:00.000Z`, limitDate: '2028-04-16' });
    expect(display?.why.includes("The procedure's 11 months, to Thursday 16 March 2028, are lengthened")).toBe(
      lengthened,
    );
    expect(display?.why.includes('lengthened')).toBe(lengthened);
  });
});

test('A clock that ends after the years of the calendar says that bank holidays are not known there', () => {
  const partnership = kirklees();
  const calendar = { ...partnership.calendar, until: isoDate('2026-12-31') };
  const unknown = clocksOf(aCase().of({ ...partnership, calendar }).file).filter(({ why }) =>
    /not known yet/.test(why),
  );
  expect(unknown.map(({ id }) => id)).toEqual(['six-months-from-day-one', 'published-within']);
});

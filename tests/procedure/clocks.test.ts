import { describeCase } from '../../src/procedure/describe';
import { clocksOf } from '../../src/procedure/clocks';
import { aCase, type CaseBuilder } from '../support/a-case';
import { kirklees } from '../support/partnership';

/* What the clocks say of themselves: their words are what the Business Unit reads to the Panel. */

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

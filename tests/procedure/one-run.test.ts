import type { CaseFile } from '../../src/procedure/case/case-file';
import { closingNotices, closingOf } from '../../src/procedure/case/closing';
import { withPartnership, type PartnershipNow } from '../../src/procedure/case/with-partnership';
import { nextWake } from '../../src/procedure/reminders/next-wake';
import { instant } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { england, kirklees } from '../support/partnership';

/* Questions of one run of a case to the rules: when it wakes, what it takes up of the partnership, how it closes. */

// Received on Monday 23 November 2026 at ten: step 2 is due on Friday, and its first reminder is on Tuesday at nine.
const { file } = aCase();
const first = '2026-11-24T09:00:00.000Z';

describe('The time at which a case wakes', () => {
  test.each([
    ['before the reminder: at its moment', '2026-11-23T11:00:00.000Z', first],
    ['at the reminder: at once', first, first],
    ['later on that working day: at once', '2026-11-24T11:30:00.000Z', '2026-11-24T11:30:00.000Z'],
    ['after the office has closed: the next working morning', '2026-11-24T20:00:00.000Z', '2026-11-25T09:00:00.000Z'],
    ['on a Saturday: on Monday morning', '2026-11-28T11:00:00.000Z', '2026-11-30T09:00:00.000Z'],
  ])('%s', (_, now, wake) => {
    expect(nextWake(file, instant(now))).toEqual({ reminder: first, wake });
  });

  test('What fell due while the case waited for its own turn goes out, whatever was decided meanwhile', () => {
    const answered = aCase().past('front-door').file;
    const now = instant('2026-11-24T09:00:04.000Z');
    expect(nextWake(answered, now).wake).not.toBe(now);
    expect(nextWake(answered, now, instant(first))).toEqual({ reminder: first, wake: now });
    // A turn that is still to come is not waited for once the next reminder is another.
    expect(nextWake(file, instant('2026-11-23T11:00:00.000Z'), instant('2026-11-24T10:00:00.000Z')).reminder).toBe(
      first,
    );
  });

  test('Nobody is to be reminded in a closed case', () => {
    expect(nextWake(closingOf(file, instant(first)).file, instant(first))).toEqual({});
  });
});

describe('What a case takes up of the partnership', () => {
  const { calendar, meetings, policy, people, everybody } = file;
  const now: PartnershipNow = { calendar, meetings, policy, people, ...(everybody === undefined ? {} : { everybody }) };
  const flood = england({ '2026-12-01': 'Flood' });
  const newEdition = { ...policy, edition: 'another' };
  const nobodyElse = { everybody: [...(everybody ?? [])].slice(1) };

  test('is nothing where nothing differs', () => {
    expect(withPartnership(file, now, 'calendar')).toBeUndefined();
  });

  test('is the calendar where a day or a meeting differs, and not the profile', () => {
    const taken = withPartnership(file, { ...now, calendar: flood, policy: newEdition }, 'calendar');
    expect(taken).toMatchObject({ kind: 'calendar-changed', details: { until: flood.until }, next: { policy } });
    expect(taken?.next.calendar).toBe(flood);
    expect(withPartnership(file, { ...now, meetings: { ...meetings, exec: [] } }, 'calendar')?.kind).toBe(
      'calendar-changed',
    );
  });

  test('is who is of the partnership, without an entry, where only people differ', () => {
    expect(withPartnership(file, { ...now, ...nobodyElse }, 'calendar')).toEqual({
      kind: 'people',
      next: { ...file, ...nobodyElse },
    });
  });

  test('is the whole profile where that was decided, even where nothing differs; who has a part keeps it', () => {
    const others = { ...people, 'business-manager': ['P99' as PersonId] };
    const taken = withPartnership(file, { ...now, policy: newEdition, people: others }, 'profile');
    expect(taken).toMatchObject({
      kind: 'profile-changed',
      details: { profile: policy.profile, edition: 'another' },
      next: { policy: newEdition },
    });
    expect(taken?.next.people['business-manager']).toEqual(file.people['business-manager']);
    expect(withPartnership(file, now, 'profile')?.kind).toBe('profile-changed');
  });
});

describe('The closing of a case', () => {
  // London is an hour ahead in summer: it is the 24th there already.
  const lateInSummer = instant('2027-06-23T23:30:00.000Z');
  const closed = closingOf(file, lateInSummer);

  test('is of the London day', () => {
    expect(closed.closing).toEqual({ ending: expect.any(String), closedOn: '2027-06-24' });
    expect(closed.file).toEqual({ ...file, closedOn: '2027-06-24' });
  });

  test('is told to the Business Manager, the SPR co-ordinator and the chair of the sub-group', () => {
    const { people } = kirklees() as Pick<CaseFile, 'people'>;
    const told = closingNotices(closed, lateInSummer);
    expect(told.map(({ kind, to }) => `${kind} ${to}`)).toEqual(
      (['business-manager', 'spr-coordinator', 'sub-group-chair'] as const).flatMap((role) =>
        (people[role] ?? []).map((person) => `case-closed ${person}`),
      ),
    );
  });
});

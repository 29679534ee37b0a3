import { planFor, type Planning } from '../../src/casework/planning';
import { instant, isoDate, londonDate, timeOfDay } from '../../src/procedure/time/dates';
import { partnershipOn } from '../../src/profile/partnership';
import { profile } from '../profile/profiles';

const now = instant('2026-11-23T10:00:00.000Z');
const kirklees = partnershipOn(londonDate(now), profile('kirklees'), { closures: [], meetings: [], people: [] });
const office = { now: () => now, partnership: () => Promise.resolve(kirklees) };

async function planned(more: Partial<Planning> = {}) {
  const answer = await planFor(office, { receivedOn: isoDate('2026-11-23'), ...more });
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusal));
  return (step: string) => answer.plan.steps.find(({ id }) => id === step);
}

test('the plan of a day has the dates of the partnership', async () => {
  const dates = await planned();
  expect(dates('front-door')).toMatchObject({ due: '2026-11-27', dueAt: '2026-11-27T17:00:00.000Z' });
});

test('other windows are tried for the steps that are named, and the rest stay', async () => {
  const [before, after] = [
    await planned(),
    await planned({ windows: { 'front-door': { anchor: 'day-one', unit: 'working-day', by: 2 } } }),
  ];
  expect(after('front-door')?.due).toBe('2026-11-24');
  expect(after('outcome')?.due).toBe(before('outcome')?.due);
  expect(kirklees.policy.windows['front-door'].by).toBe(5);
});

test('another policy is tried as a whole, with the hour at which its days end', async () => {
  const dates = await planned({ policy: { ...kirklees.policy, closingHour: timeOfDay('16:00') } });
  expect(dates('front-door')?.dueAt).toBe('2026-11-27T16:00:00.000Z');
});

test('a date that the calendar does not cover is named', async () => {
  expect(await planFor(office, { receivedOn: isoDate('1999-01-01') })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'invalid', fields: [{ field: 'receivedOn' }] },
  });
});

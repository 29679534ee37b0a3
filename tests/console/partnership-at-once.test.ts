import type { Instant } from '../../src/procedure/time/time';
import type { BrowsedPage, FormFields } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Two people change the calendar, the meetings or the people: whoever is second has seen what the first changed. */

const manager = 'P01';
const another = 'P02';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
  // A second Business Manager, as a partnership may have.
  const people = console.profile.people.map((person) =>
    person.id === another ? { ...person, roles: ['business-manager' as const] } : person,
  );
  await console.stopListening();
  await console.listen({ profile: { ...console.profile, people } });
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const hidden = (shown: BrowsedPage): FormFields =>
  Object.fromEntries(
    shown
      .$('main form input[type=hidden]')
      .toArray()
      .map(({ attribs }): [string, string] => [attribs['name'] ?? '', attribs['value'] ?? '']),
  );
const on = (day: string, month: string, year: string, name = 'date'): FormFields => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
});
const nameOf = (id: string): string => console.profile.people.find((person) => person.id === id)?.name ?? '';
const twoOfThem = async () => ({ first: await console.as(manager), second: await console.as(another) });

/** Moves the wall's clock on, so that one thing is after another. */
function later(): void {
  console.wall = new Date(Date.parse(console.wall) + 60_000).toISOString() as Instant;
}

const closures = async () =>
  (await console.records.closures.list())
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ reason }) => reason);

test('Whoever adds a closure sees what somebody else changed since they opened the form, and confirms theirs', async () => {
  const { first, second } = await twoOfThem();
  const opened = await second.get('/calendar/add');
  await first.submit('/calendar/add', { ...on('4', '1', '2027'), reason: 'Flood', want: 'confirm' });
  later();
  const mine = { ...on('4', '1', '2027'), reason: 'Training' };
  const check = await second.send('/calendar/add', { ...hidden(opened), ...mine });
  expect(check.says).toContain('Changed since you opened this page');
  expect(check.says).toContain(
    `${nameOf(manager)} changed this at 10:00am on Monday 23 November 2026: Monday 4 January 2027 is a closure day. The reason: Flood`,
  );
  const done = await second.send('/calendar/add', { ...hidden(check), want: 'confirm' });
  expect(done.says).toContain('Monday 4 January 2027 was a closure day already');
  expect(await closures()).toEqual(['Flood']);
});

test('What is changed while somebody checks their closure is shown to them before theirs is added', async () => {
  const { first, second } = await twoOfThem();
  const check = await second.send('/calendar/add', {
    ...hidden(await second.get('/calendar/add')),
    ...on('4', '1', '2027'),
    reason: 'Training',
  });
  expect(check.says).not.toContain('Changed since');
  await first.submit('/calendar/add', { ...on('5', '1', '2027'), reason: 'Flood', want: 'confirm' });
  const again = await second.send('/calendar/add', { ...hidden(check), want: 'confirm' });
  expect([again.status, again.heading]).toEqual([409, 'Check the closure day']);
  expect(again.says).toContain('Tuesday 5 January 2027 is a closure day.');
  expect(await closures()).toEqual(['Flood']);
  await second.send('/calendar/add', { ...hidden(again), want: 'confirm' });
  expect(await closures()).toEqual(['Training', 'Flood']);
});

test('Nobody withdraws a closure that they never saw', async () => {
  const { first, second } = await twoOfThem();
  await first.submit('/calendar/add', { ...on('4', '1', '2027'), reason: 'Training', want: 'confirm' });
  later();
  const page = await second.get('/calendar/withdraw?date=2027-01-04');
  await first.submit('/calendar/withdraw', { date: '2027-01-04' });
  later();
  const gone = await second.send('/calendar/withdraw', hidden(page));
  expect([gone.status, gone.heading]).toEqual([409, 'This was changed since you opened the page']);
  expect(gone.says).toContain(
    `${nameOf(manager)} changed this at 10:01am on Monday 23 November 2026: The closure day Monday 4 January 2027 is withdrawn.`,
  );
  await first.submit('/calendar/add', { ...on('4', '1', '2027'), reason: 'Flood', want: 'confirm' });
  const other = await second.send('/calendar/withdraw', hidden(page));
  expect([other.status, other.heading]).toEqual([409, 'Withdraw a closure day']);
  expect(other.says).toContain('The reason: Flood');
  expect(await closures()).toEqual(['Flood']);
  await second.send('/calendar/withdraw', hidden(other));
  expect(await closures()).toEqual([]);
});

test('Nobody changes a bank holiday, or takes a change back, over what they never saw', async () => {
  const { first, second } = await twoOfThem();
  const away = { change: 'removed', ...on('31', '5', '2027'), reason: 'Proclaimed' };
  const opened = await second.get('/calendar/holidays/change');
  await first.submit('/calendar/holidays/change', { ...away, want: 'confirm' });
  later();
  const taken = await second.send('/calendar/holidays/change', { ...hidden(opened), ...away });
  expect(taken.status).toBe(422);
  const page = await second.get('/calendar/holidays/withdraw?date=2027-05-31');
  await first.submit('/calendar/holidays/withdraw', { date: '2027-05-31' });
  later();
  const gone = await second.send('/calendar/holidays/withdraw', hidden(page));
  expect([gone.status, gone.heading]).toEqual([409, 'This was changed since you opened the page']);
  expect(gone.says).toContain('The change of a bank holiday is withdrawn (Monday 31 May 2027');
  const check = await second.send('/calendar/holidays/change', { ...hidden(opened), ...away });
  expect(check.says).toContain(`${nameOf(manager)} changed this at`);
  await first.submit('/calendar/add', { ...on('5', '1', '2027'), reason: 'Flood', want: 'confirm' });
  const again = await second.send('/calendar/holidays/change', { ...hidden(check), want: 'confirm' });
  expect([again.status, again.heading]).toEqual([409, 'Check the change of a bank holiday']);
  const done = await second.send('/calendar/holidays/change', { ...hidden(again), want: 'confirm' });
  expect(done.status).toBe(200);
  expect(await console.records.holidayChanges.list()).toHaveLength(2);
});

test('Nobody adds or cancels a meeting over what they never saw', async () => {
  const { first, second } = await twoOfThem();
  const exec = { group: 'exec', ...on('16', '12', '2026', 'on') };
  const check = await second.send('/meetings/add', { ...hidden(await second.get('/meetings/add')), ...exec });
  await first.submit('/meetings/add', { ...exec, want: 'confirm' });
  later();
  const again = await second.send('/meetings/add', { ...hidden(check), want: 'confirm' });
  expect([again.status, again.heading]).toEqual([409, 'Check the meeting']);
  expect(again.says).toContain('The Exec group’s meeting on Wednesday 16 December 2026 is scheduled.');
  const which = { group: 'exec', on: '2026-12-16' };
  const page = await second.get('/meetings/cancel?group=exec&on=2026-12-16');
  await first.submit('/meetings/cancel', { ...which, reason: 'The chair is away' });
  const gone = await second.send('/meetings/cancel', { ...hidden(page), reason: 'No room' });
  expect([gone.status, gone.heading]).toEqual([409, 'This was changed since you opened the page']);
  expect(gone.says).toContain('is cancelled. The reason: The chair is away');
  later();
  await first.submit('/meetings/add', { ...exec, want: 'confirm' });
  const other = await second.send('/meetings/cancel', { ...hidden(page), reason: 'No room' });
  expect([other.status, other.heading]).toEqual([409, 'Cancel a meeting']);
  expect(other.$('textarea[name=reason], input[name=reason]').length).toBe(1);
  expect((await console.records.meetings.list()).map(({ cancelled }) => cancelled?.reason)).toEqual([
    'The chair is away',
    undefined,
  ]);
});

test('Nobody adds or ends a person over what they never saw', async () => {
  const { first, second } = await twoOfThem();
  const jo = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: 'legal' };
  const sam = { ...jo, name: 'Sam Brook', email: 'sam@example.org' };
  const check = await second.send('/people/add', { ...hidden(await second.get('/people/add')), ...sam });
  await first.submit('/people/add', { ...jo, want: 'confirm' });
  later();
  const again = await second.send('/people/add', { ...hidden(check), want: 'confirm' });
  expect([again.status, again.heading]).toEqual([409, 'Check the person']);
  expect(again.says).toContain(
    `${nameOf(manager)} changed this at 10:00am on Monday 23 November 2026: Jo Bloggs is of the`,
  );
  await second.send('/people/add', { ...hidden(again), want: 'confirm' });
  expect((await console.records.people.added()).map(({ name }) => name)).toEqual(['Jo Bloggs', 'Sam Brook']);
  later();
  const page = await second.get('/people/P1001/end');
  await first.submit('/people/P1001/end');
  const gone = await second.send('/people/P1001/end', hidden(page));
  expect([gone.status, gone.heading]).toEqual([409, 'This was changed since you opened the page']);
  expect(gone.says).toContain('Jo Bloggs has left the partnership.');
});

test('A form with something wrong in it keeps what was seen when it was opened', async () => {
  const { first, second } = await twoOfThem();
  const opened = await second.get('/calendar/add');
  await first.submit('/calendar/add', { ...on('4', '1', '2027'), reason: 'Flood', want: 'confirm' });
  const wrong = await second.send('/calendar/add', { ...hidden(opened), ...on('31', '2', '2027') });
  expect([wrong.status, hidden(wrong)['_seen']]).toEqual([422, hidden(opened)['_seen']]);
});

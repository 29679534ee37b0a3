import type { CaseFile } from '../../src/procedure/case/case-file';
import { meetingToCome } from '../../src/procedure/meetings/arranged-meetings';
import { instant } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* The meetings of a case, and the page on which each is arranged or changed. Kirklees, received on 23 November 2026. */

let console: ConsoleUnderTest;
let file: CaseFile;
const given = async (one: CaseBuilder) => {
  file = one.file;
  await console.keep(file);
};
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(async () => {
  await console.reset();
  await given(aCase().past('information'));
  await console.records.people.savePeople(console.profile.people);
  console.wall = instant('2026-12-01T11:00:00Z');
});
afterAll(() => console.stop());

const manager = () => file.people['business-manager']?.[0] ?? '';
const address = () => `/cases/${file.reference}/meetings/rapid-review`;
const keyIn = (page: BrowsedPage) => page.$('main input[name="key"]').attr('value') ?? '';
const days = (page: BrowsedPage) =>
  page
    .$('main input[name="day"]')
    .toArray()
    .map((radio) => page.$(radio).attr('value'));
const ticked = (page: BrowsedPage) =>
  page
    .$('main input[name="invited"][checked]')
    .toArray()
    .map((box) => page.$(box).attr('value'));
const answers = (page: BrowsedPage, more: object = {}) => ({
  ...{ key: keyIn(page), day: '2026-12-08', start: '10am', minutes: '90', place: 'Room 3' },
  invited: [file.people['la-partner']?.[0] ?? '', file.people.legal?.[0] ?? ''],
  ...more,
});

describe('the page on which the Rapid Review meeting is arranged', () => {
  test('offers the days that keep the limits, and ticks those usually invited', async () => {
    const page = await (await console.as(manager())).get(address());
    expect(page.status).toBe(200);
    expect(days(page).slice(0, 1)).toEqual(['2026-12-01']);
    expect(days(page).slice(-2)).toEqual(['2026-12-10', 'another']);
    const usual = (['la-partner', 'police-partner', 'health-partner', 'scrutineer', 'legal'] as const).map(
      (role) => file.people[role]?.[0],
    );
    expect(ticked(page).sort()).toEqual([...usual].sort());
    expect(page.says).toContain('No child’s name, and no papers');
  });

  test('sends the invitations once, and then changes the meeting', async () => {
    const browser = await console.as(manager());
    const page = await browser.get(address());
    const sent = await browser.submit(address(), answers(page));
    expect(sent.path).toMatch(/arrangeMeeting\/recorded\?entry=/);
    expect((await browser.submit(address(), answers(page))).path).toMatch(/recorded\?entry=/);
    const now = (await console.records.cases.get(file.reference))?.file ?? file;
    expect(meetingToCome(now, 'rapid-review')).toMatchObject({
      beginsAt: '2026-12-08T10:00:00.000Z',
      minutes: 90,
      sequence: 0,
    });
    const change = await browser.get(address());
    expect(change.says).toContain('Change the Rapid Review meeting');
    expect(change.$('#place').attr('value')).toBe('Room 3');
    expect(change.$('#start').attr('value')).toBe('10:00am');
    expect(ticked(change)).toHaveLength(2);
  });

  test.each([
    ['no day is chosen', { day: '' }, 'Choose a day'],
    ['the time cannot be read', { start: 'ten' }, 'Enter the start time'],
    ['nobody can know where to go', { place: '' }, 'Enter a room, a link or both'],
    ['nobody is invited', { invited: [] }, 'Choose whom to invite'],
    ['the link is no address of the web', { link: 'meet me' }, 'begins with https://'],
    [
      'another day passes a limit and no reason is given',
      { day: 'another', otherDay: 'Monday 14 December 2026' },
      'Say why it is on this day all the same',
    ],
  ])('shows what is wrong where %s, and keeps what was typed', async (_when, more, says) => {
    const browser = await console.as(manager());
    const page = await browser.submit(address(), answers(await browser.get(address()), more));
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary').text()).toContain(says);
    expect(page.$('#minutes').attr('value')).toBe('90');
  });

  test('takes another day with a reason, which stands as a breach', async () => {
    const browser = await console.as(manager());
    const more = { day: 'another', otherDay: '14/12/2026', reason: 'The Scrutineer is away until then' };
    const sent = await browser.submit(address(), answers(await browser.get(address()), more));
    expect(sent.path).toMatch(/recorded/);
    const overview = await browser.get(`/cases/${file.reference}`);
    expect(overview.says).toContain('It is a breach, and stands');
  });

  test('leads whoever does not arrange meetings to what is arranged', async () => {
    const page = await (await console.as(file.people.scrutineer?.[0] ?? '')).get(address());
    expect(page.path).toMatch(/\/meetings$/);
  });
});

describe('the meetings of a case', () => {
  const invite = (person: PersonId) =>
    aCase()
      .past('information')
      .with('arrangeMeeting', {
        meeting: 'rapid-review',
        beginsAt: '2026-12-08T10:00:00Z',
        minutes: 120,
        place: words('Room 3'),
        invited: [person],
      });

  test('are reached from the case, with the links to change and to cancel', async () => {
    await given(invite('P18' as PersonId));
    const browser = await console.as(manager());
    const overview = await browser.get(`/cases/${file.reference}`);
    expect(overview.$(`a[href="/cases/${file.reference}/meetings"]`).length).toBeGreaterThan(0);
    const page = await browser.get(`/cases/${file.reference}/meetings`);
    expect(page.says).toContain('Tuesday 8 December 2026, 10:00am to midday');
    expect(page.$(`a[href="${address()}"]`)).toHaveLength(1);
    expect(page.$('a[href$="cancelMeeting?meeting=rapid-review"]')).toHaveLength(1);
  });

  test('are seen by whoever is invited, and the rest of the case is not', async () => {
    const agency = file.policy.agencies['gp']?.contact ?? ('P26' as PersonId);
    await given(invite(agency));
    const browser = await console.as(agency);
    expect((await browser.get(`/cases/${file.reference}/meetings`)).says).toContain('Rapid Review meeting');
    expect((await browser.get(address())).status).toBe(403);
    expect((await browser.get(`/cases/${file.reference}/plan`)).status).toBe(403);
  });
});

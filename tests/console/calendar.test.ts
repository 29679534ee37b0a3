import { additionsTo } from '../../src/installation/current-partnership';
import { workingDaysAfter } from '../../src/procedure/time/calendar';
import { isoDate } from '../../src/procedure/time/dates';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import { partnershipOn } from '../../src/profile/partnership';
import { profile } from '../profile/profiles';
import { aCase } from '../support/a-case';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const typed = { 'date.day': '24', 'date.month': 'Dec', 'date.year': '2026', reason: 'Offices closed at noon' };

const row = (page: BrowsedPage, what: string): string =>
  page
    .$('tbody tr')
    .filter((_, one) => page.$(one).text().includes(what))
    .text()
    .replaceAll(/\s+/g, ' ');

const closure = (day: string) => ({
  key: `closure-${day}`,
  date: isoDate(day),
  reason: 'The building is closed',
  by: 'P01' as PersonId,
  at: '2026-11-23T09:00:00.000Z' as Instant,
});

describe('Closures and holidays', () => {
  test('the year’s holidays say where they come from, and the closures of the profile too', async () => {
    const page = await (await console.as('P07')).get('/calendar');
    expect(page.heading).toBe('Closures and holidays, 2026');
    expect(row(page, 'Christmas')).toContain('Bank holiday in England');
    expect(row(page, 'Tuesday 29 December 2026')).toContain('In the settings');
    expect(page.says).toContain('The Business Manager adds and withdraws closure days.');
    expect(page.$('main a[href="/calendar/add"]').length).toBe(0);
  });

  test('other years are a link away, as far as the calendar goes', async () => {
    const browser = await console.as('P01');
    const page = await browser.get('/calendar');
    const next = await browser.get(String(page.$('a[rel=next]').attr('href')));
    expect(next.heading).toBe('Closures and holidays, 2027');
    expect((await browser.get('/calendar?year=1900')).heading).toBe('Closures and holidays, 2014');
    expect((await browser.get('/calendar?year=nonsense')).heading).toBe('Closures and holidays, 2026');
    expect((await browser.get('/calendar?year=2031')).says).toContain('There is no closure day in 2031.');
  });

  test('the Business Manager adds a closure after a check, and every open case is planned again', async () => {
    await console.keep(aCase().file);
    const browser = await console.as('P01');
    const check = await browser.submit('/calendar/add', typed);
    expect(check.heading).toBe('Check the closure day');
    expect(check.says).toContain('Thursday 24 December 2026');
    expect(check.says).toContain('1 open case is planned again once you add it');
    expect(await console.records.closures.list()).toEqual([]);
    const fields = Object.fromEntries(
      check
        .$('main form input[type=hidden]')
        .toArray()
        .map((one) => [check.$(one).attr('name') ?? '', check.$(one).attr('value') ?? '']),
    );
    const done = await browser.submit('/calendar/add', { ...fields, want: 'confirm' });
    expect(done.$('.govuk-notification-banner--success').text()).toContain(
      'Thursday 24 December 2026 is now a closure day. Every open case is planned again: 1 case was asked.',
    );
    expect(row(done, 'Offices closed at noon')).toContain('Added by Marguerite Thistlewood');
    expect(console.cases.calendarAskedOf).toEqual([['SIN-2026-0007']]);
    await browser.submit('/calendar/add', { ...fields, want: 'confirm' });
    expect((await console.records.closures.list()).length).toBe(1);
  });

  test('what was typed can be changed after the check', async () => {
    const browser = await console.as('P01');
    const form = await browser.submit('/calendar/add', { ...typed, want: 'change' });
    expect(form.heading).toBe('Add a closure day');
    expect(form.$('input[name="date.month"]').attr('value')).toBe('Dec');
    expect(form.$('input[name=reason]').attr('value')).toBe('Offices closed at noon');
  });

  test('mistakes are said at the field and in the summary, and what was typed stays', async () => {
    const browser = await console.as('P01');
    const page = await browser.submit('/calendar/add', { ...typed, 'date.day': '31', 'date.month': '2', reason: '' });
    expect(page.status).toBe(422);
    expect(page.$('title').text()).toMatch(/^Error: /);
    expect(page.$('.govuk-error-summary li').length).toBe(2);
    page.$('.govuk-error-summary a').each((_, link) => {
      expect(page.$(String(page.$(link).attr('href'))).length).toBe(1);
    });
    expect(page.$('input[name="date.day"]').attr('value')).toBe('31');
    const far = await browser.submit('/calendar/add', { ...typed, 'date.year': '2090' });
    expect([far.status, far.$('.govuk-error-summary').text()]).toEqual([422, expect.stringContaining('must be from')]);
  });

  test('a day that is no working day as it is says so before it is added', async () => {
    const page = await (await console.as('P01')).submit('/calendar/add', { ...typed, 'date.day': '26' });
    expect(page.says).toContain(
      'Saturday 26 December 2026 is no working day as it is (Saturday), so no date will change.',
    );
  });

  test('the Business Manager withdraws one after a check, and it stays on the page as withdrawn', async () => {
    await console.records.closures.add(closure('2026-12-23'));
    const browser = await console.as('P01');
    const list = await browser.get('/calendar?year=2026');
    const check = await browser.get(String(list.$('a[href^="/calendar/withdraw"]').attr('href')));
    expect(check.heading).toBe('Withdraw a closure day');
    expect(check.says).toContain('The building is closed');
    expect((await console.records.closures.list())[0]?.withdrawn).toBeUndefined();
    const done = await browser.submit('/calendar/withdraw', { date: '2026-12-23' });
    expect(done.says).toContain('Wednesday 23 December 2026 is no longer a closure day. No case is open');
    expect(done.says).toContain('withdrawn by Marguerite Thistlewood');
    expect(row(done, 'Wednesday 23 December 2026')).toBe('');
  });

  test('a closure of the profile is not withdrawn here', async () => {
    const browser = await console.as('P01');
    expect((await browser.get('/calendar')).$('a[href^="/calendar/withdraw"]').length).toBe(0);
    expect((await browser.get('/calendar/withdraw?date=2026-12-29')).status).toBe(404);
    expect((await browser.submit('/calendar/withdraw', { date: '2026-12-29' })).status).toBe(404);
    expect((await browser.get('/calendar/withdraw')).status).toBe(404);
  });

  test('others read, and change nothing', async () => {
    await console.records.closures.add(closure('2026-12-23'));
    for (const person of ['P02', 'P03', 'P08', 'P14']) {
      const browser = await console.as(person);
      expect((await browser.get('/calendar')).status).toBe(200);
      expect((await browser.get('/calendar/add')).status).toBe(403);
      expect((await browser.submit('/calendar/add', { ...typed, want: 'confirm' })).status).toBe(403);
      expect((await browser.submit('/calendar/withdraw', { date: '2026-12-23' })).status).toBe(403);
    }
    expect((await (await console.as('P43')).get('/calendar')).status).toBe(403);
    const [only, ...more] = await console.records.closures.list();
    expect([only?.withdrawn, more]).toEqual([undefined, []]);
  });

  test('an address alone says nothing that the calendar does not bear out', async () => {
    const page = await (await console.as('P01')).get('/calendar?added=2026-12-24&asked=3');
    expect(page.$('.govuk-notification-banner').length).toBe(0);
  });
});

describe('A bank holiday in the console', () => {
  const typedMove = {
    change: 'moved',
    'date.day': '31',
    'date.month': '5',
    'date.year': '2027',
    'to.day': '4',
    'to.month': '6',
    'to.year': '2027',
    reason: 'Royal proclamation',
  };
  const path = '/calendar/holidays/change';
  const change = {
    key: 'change',
    change: 'added' as const,
    date: isoDate('2026-11-20'),
    name: 'Day of mourning',
    reason: 'Royal proclamation',
    by: 'P01' as PersonId,
    at: '2026-11-19T09:00:00.000Z' as Instant,
  };

  test('A bank holiday moved by proclamation in the console moves the fifteen working days with it', async () => {
    await console.keep(aCase().file);
    const browser = await console.as('P01');
    const check = await browser.submit(path, typedMove);
    expect(check.heading).toBe('Check the change of a bank holiday');
    expect(await console.records.holidayChanges.list()).toEqual([]);
    const done = await browser.submit(path, { ...typedMove, key: 'once', want: 'confirm' });
    expect(done.$('.govuk-notification-banner--success').text()).toContain(
      'Monday 31 May 2027 (Spring bank holiday) is moved to Friday 4 June 2027. Every open case is planned again: 1 case was asked.',
    );
    expect(row(done, 'Friday 4 June 2027')).toContain('Changed here');
    expect(row(done, 'Monday 31 May 2027')).toBe('');
    expect(done.says).toContain('Marguerite Thistlewood');
    expect(done.says).toContain('because: Royal proclamation');
    const { calendar } = partnershipOn(isoDate('2026-11-23'), profile('kirklees'), await additionsTo(console.records));
    expect(workingDaysAfter(calendar, isoDate('2027-05-24'), 15)).toBe('2027-06-15');
    expect(console.cases.calendarAskedOf.at(-1)).toEqual(['SIN-2026-0007']);
    await browser.submit(path, { ...typedMove, key: 'once', want: 'confirm' });
    expect(await console.records.holidayChanges.list()).toHaveLength(1);
    const back = await browser.submit('/calendar/holidays/withdraw', { date: '2027-05-31', reason: 'Revoked' });
    expect(back.says).toContain('The change of Monday 31 May 2027 is withdrawn.');
    expect(back.says).toContain('because: Revoked');
    expect(row(back, 'Monday 31 May 2027')).toContain('Bank holiday in England');
  });

  test('a day that is no bank holiday is refused on its field before anything is checked', async () => {
    const page = await (await console.as('P01')).submit(path, { ...typedMove, 'date.day': '28' });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary').text()).toContain('Friday 28 May 2027 is no bank holiday');
  });

  test('what is taken back of a day that is past needs a reason, on the page itself', async () => {
    await console.records.holidayChanges.add(change);
    await console.records.closures.add(closure('2026-11-19'));
    const browser = await console.as('P01');
    for (const [at, date] of [
      ['/calendar/holidays/withdraw', '2026-11-20'],
      ['/calendar/withdraw', '2026-11-19'],
    ] as const) {
      const asks = await browser.get(`${at}?date=${date}`);
      expect([asks.status, asks.$('[name=reason]').length]).toEqual([200, 1]);
      const without = await browser.submit(at, { date, reason: '' });
      expect([without.status, without.$('.govuk-error-summary').text()]).toEqual([
        422,
        expect.stringContaining('has passed'),
      ]);
      expect((await browser.submit(at, { date, reason: 'An error' })).says).toContain('because: An error');
    }
  });

  test('others read, and change nothing', async () => {
    const browser = await console.as('P02');
    expect((await browser.get(path)).status).toBe(403);
    expect((await browser.submit(path, { ...typedMove, want: 'confirm' })).status).toBe(403);
    expect((await browser.submit('/calendar/holidays/withdraw', { date: '2027-05-31' })).status).toBe(403);
    expect((await (await console.as('P01')).get('/calendar/holidays/withdraw?date=2027-05-31')).status).toBe(404);
  });
});

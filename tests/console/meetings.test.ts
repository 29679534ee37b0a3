import { isoDate } from '../../src/procedure/time/dates';
import { plannedMeetings } from '../../src/procedure/dates/conflicts';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const row = (page: BrowsedPage, day: string): string =>
  page
    .$('tbody tr')
    .filter((_, one) => page.$(one).find('th').text() === day)
    .text()
    .replaceAll(/\s+/g, ' ');

const added = {
  group: 'exec' as const,
  on: isoDate('2026-12-16'),
  by: 'P01' as PersonId,
  at: '2026-11-23T09:00:00.000Z' as Instant,
};

describe('Meetings', () => {
  test('to come are listed by group, with the day their papers are due', async () => {
    const page = await (await console.as('P14')).get('/meetings');
    expect(page.heading).toBe('Meetings');
    expect(
      page
        .$('h2')
        .map((_, one) => page.$(one).text())
        .get(),
    ).toEqual(['Cases whose papers do not fit', 'CSPR sub-group', 'Exec group']);
    expect(row(page, 'Wednesday 13 January 2027')).toContain('Wednesday 23 December 2026');
    expect(row(page, 'Wednesday 9 December 2026')).toContain('Wednesday 18 November 2026 (the day has passed)');
    expect(row(page, 'Wednesday 11 November 2026')).toBe('');
    expect(page.says).toContain('No case that you can see has come to drafting');
    const past = await (await console.as('P14')).get('/meetings?past=yes');
    expect(row(past, 'Wednesday 11 November 2026')).toContain('In the settings');
    expect(row(past, 'Wednesday 13 January 2027')).toBe('');
  });

  test('have beside them the cases whose papers are planned for them', async () => {
    const drafting = aCase().at('draft-to-sub-group');
    await console.keep(drafting.file);
    console.wall = drafting.now;
    const [meeting] = plannedMeetings(drafting.file);
    const page = await (await console.as('P01')).get('/meetings');
    const found = page.$('tbody tr').filter((_, one) => page.$(one).text().includes('SIN-2026-0007, papers to come'));
    expect(meeting).toBeDefined();
    expect(found.length).toBe(plannedMeetings(drafting.file).length);
    expect(page.says).toContain('Open cases from drafting (step 10) to sign-off (step 15) are looked at here');
  });

  test('that no case’s papers fit are said for the case, with what to do', async () => {
    const drafting = aCase().at('draft-to-sub-group');
    await console.keep({ ...drafting.file, meetings: { ...drafting.file.meetings, subGroup: [] } });
    const page = await (await console.as('P01')).get('/meetings');
    const conflict = page.$('dl a[href="/cases/SIN-2026-0007/plan"]').closest('div').text();
    expect(conflict).toContain('No scheduled meeting of the sub-group fits papers sent by');
    expect((await (await console.as('P01')).get('/meetings?practice=yes')).$('dl').length).toBe(0);
  });

  test('say nothing of a case that somebody is shut out of', async () => {
    const shut = aCase().at('draft-to-sub-group').with('shutOut', { person: 'P20' }, { by: 'business-manager' });
    const mine = { ...shut.file, shutOut: { ...shut.file.shutOut, ['P02' as PersonId]: [] } };
    await console.keep(mine);
    expect((await (await console.as('P02')).get('/meetings')).text).not.toContain('SIN-2026-0007');
    expect((await (await console.as('P03')).get('/meetings')).text).toContain('SIN-2026-0007');
  });

  test('are added by the Business Manager after a check', async () => {
    await console.keep(aCase().file);
    const browser = await console.as('P01');
    const typed = { group: 'exec', 'on.day': '19', 'on.month': '12', 'on.year': '26' };
    const check = await browser.submit('/meetings/add', typed);
    expect(check.heading).toBe('Check the meeting');
    expect(check.says).toContain('Exec group');
    expect(check.says).toContain('Saturday 19 December 2026 is no working day (Saturday).');
    expect(await console.records.meetings.list()).toEqual([]);
    const done = await browser.submit('/meetings/add', { ...typed, want: 'confirm' });
    expect(done.says).toContain('The Exec group’s meeting on Saturday 19 December 2026 is scheduled.');
    expect(done.says).toContain('1 case was asked');
    expect(row(done, 'Saturday 19 December 2026')).toContain('Added by Marguerite Thistlewood');
    const again = await browser.submit('/meetings/add', { ...typed, want: 'confirm' });
    expect(again.says).toContain('was scheduled already');
  });

  test('mistakes are said, and what was typed stays', async () => {
    const page = await (
      await console.as('P01')
    ).submit('/meetings/add', { 'on.day': '31', 'on.month': '2', 'on.year': '2027' });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary li').length).toBe(2);
    expect(page.$('input[name="on.day"]').attr('value')).toBe('31');
  });

  test('are cancelled by the Business Manager after a check, those of the profile not at all', async () => {
    await console.records.meetings.add(added);
    const browser = await console.as('P01');
    const list = await browser.get('/meetings');
    const links = list.$('a[href^="/meetings/cancel"]');
    expect(links.length).toBe(1);
    const check = await browser.get(String(links.attr('href')));
    expect(check.heading).toBe('Cancel a meeting');
    const which = { group: 'exec', on: '2026-12-16' };
    for (const reason of ['', ' \u200b ']) {
      const asked = await browser.submit('/meetings/cancel', { ...which, reason });
      expect([asked.status, asked.$('.govuk-error-summary li').length]).toEqual([422, 1]);
      expect(asked.says).toContain('Wednesday 16 December 2026');
    }
    const done = await browser.submit('/meetings/cancel', { ...which, reason: 'The chair is away' });
    expect(done.says).toContain('The Exec group’s meeting on Wednesday 16 December 2026 is cancelled.');
    expect(row(done, 'Wednesday 16 December 2026')).toBe('');
    expect(done.says).toMatch(
      /Cancelled Wednesday 16 December 2026: cancelled by Marguerite Thistlewood, .*, because: The chair is away/,
    );
    expect((await browser.get('/meetings/cancel?group=sub-group&on=2027-01-13')).status).toBe(404);
    expect(
      (await browser.submit('/meetings/cancel', { group: 'sub-group', on: '2027-01-13', reason: 'Snow' })).status,
    ).toBe(404);
  });

  test('that 0.1.0 cancelled have no reason, and are shown all the same', async () => {
    await console.records.meetings.add(added);
    await console.records.meetings.cancel({ ...added, at: console.wall, reason: 'To be taken out' });
    await console.query('UPDATE meetings SET cancelled_reason = NULL');
    const page = await (await console.as('P02')).get('/meetings');
    expect(page.says).toMatch(
      /Wednesday 16 December 2026: cancelled by Marguerite Thistlewood, [^,]*2026(?!, because)/,
    );
  });

  test('others read, and change nothing', async () => {
    await console.records.meetings.add(added);
    for (const person of ['P02', 'P10', 'P16']) {
      const browser = await console.as(person);
      const page = await browser.get('/meetings');
      expect([page.status, page.$('a[href^="/meetings/cancel"], a[href="/meetings/add"]').length]).toEqual([200, 0]);
      expect((await browser.submit('/meetings/add', { group: 'exec', want: 'confirm' })).status).toBe(403);
      expect((await browser.submit('/meetings/cancel', { group: 'exec', on: '2026-12-16' })).status).toBe(403);
    }
    for (const person of ['P17', 'P26', 'P43']) {
      expect((await (await console.as(person)).get('/meetings')).status).toBe(403);
    }
    expect((await console.records.meetings.list())[0]?.cancelled).toBeUndefined();
  });
});

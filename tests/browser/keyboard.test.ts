import type { Browser } from 'playwright-core';
import { notifyPageTitles, type PageId } from '../../src/console/pages/notify/pages';
import { factsOf } from '../../src/procedure/case/facts';
import { instant } from '../../src/procedure/time/dates';
import type { CaseReference } from '../../src/procedure/time/time';
import { ConsoleUnderTest } from '../console/support/console';
import { aWindow, inBrowser, launch } from './support/chromium';
import { Keyboard, type Typed } from './support/keyboard';
import { violations } from './support/looking';
import { aSampleCase } from './support/sample-cases';

/* The console with Tab, Enter, Space and the arrows alone: no mouse is there. */

inBrowser('With the keyboard alone', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  let reference: CaseReference;

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    console.wall = instant('2026-11-23T10:00:00.000Z');
    reference = await aSampleCase(console, { receivedOn: '2026-11-17', before: 'recordDecisionMeeting' });
    await aSampleCase(console, { receivedOn: '2026-11-09', before: 'recordRapidReviewMeeting' });
    await aSampleCase(console, { receivedOn: '2026-08-03', before: 'recordDraft' });
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  async function aKeyboard(person?: string) {
    if (browser === undefined) throw new Error('The browser did not start.');
    const { context, page } = await aWindow(browser);
    if (person !== undefined) {
      const { cookies } = await console.as(person);
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: console.address })));
    }
    const heading = () => page.getByRole('heading', { level: 1 }).innerText();
    return { page, keys: new Keyboard(page), heading };
  }

  const leadsTo =
    (href: string) =>
    ({ href: it }: { readonly href: string }): boolean =>
      it === href;

  test('somebody signs in, opens a case from Today and records a decision, after a mistake that leads to its field', async () => {
    const { page, keys, heading } = await aKeyboard();
    await page.goto(console.address);
    expect((await keys.step())?.name).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    const first = await keys.step();
    expect(first?.name).toMatch(/^Sign in as /);
    await page.reload();
    await keys.follow('Sign in as Marguerite Thistlewood', 'Space');

    expect(await heading()).toContain('Today');
    await keys.follow(reference);
    expect(await heading()).toBe('Where the case stands');
    await keys.to((stop) => stop.tag === 'summary' && stop.name.startsWith('Why this date?'));
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    await keys.follow(leadsTo(`/cases/${reference}/decisions/recordDecisionMeeting`));

    expect(await heading()).toBe('Record the decision meeting');
    await keys.fill({
      'on.day': '31',
      'on.month': '2',
      'views.health': 'do-not-notify',
      keptAt: 'eCase, notes of the meeting',
    });
    await keys.follow((stop) => stop.tag === 'button' && stop.name === 'Continue');
    expect((await keys.stop())?.name).toMatch(/^There is a problem/);
    const link = await keys.step();
    expect(link?.name).toBe('Date this happened: February 2026 has no day 31');
    await page.keyboard.press('Enter');
    expect(await keys.stop()).toMatchObject({ field: 'on.day', value: '31', isSeen: true });
    // The keyboard is in the field already: what is typed takes the place of what stands there.
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('23');
    await keys.fill({
      'on.month': '11',
      businessManagerPresent: 'yes',
      scrutineerPresent: 'no',
      'views.la': 'notify',
      'views.police': 'notify',
    });
    expect((await keys.to((stop) => stop.field === 'views.health')).value).toBe('do-not-notify');
    await page.keyboard.press('ArrowUp');
    expect((await keys.stop())?.value).toBe('notify');
    expect((await keys.to((stop) => stop.field === 'keptAt')).value).toBe('eCase, notes of the meeting');
    await keys.to((stop) => stop.name === 'Continue', 'Tab');
    await keys.onward();

    expect(await heading()).toBe('Check your answers');
    await keys.follow('Change The Scrutineer was there');
    // A link leads into the form: the next thing reached is the answer that is to be changed.
    expect(await keys.step()).toMatchObject({ field: 'scrutineerPresent', value: 'no' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/check/);
    await keys.follow('Record this decision', 'Space');
    expect(await heading()).toBe('Decision meeting recorded');
    const file = console.cases.files.get(reference);
    expect(file && factsOf(file, 'recordDecisionMeeting')[0]?.form).toMatchObject({
      scrutineerPresent: true,
      views: { la: 'notify', police: 'notify', health: 'notify' },
    });
    expect(keys.faults).toEqual([]);
  }, 300_000);

  test('the Matrix is searched, filtered and sorted', async () => {
    const { page, keys } = await aKeyboard('P01');
    await page.goto(`${console.address}/cases`);
    const rows = async () => (await page.locator('tbody th a').allInnerTexts()).map((text) => text.trim());
    await keys.to((stop) => stop.field === 'text');
    await page.keyboard.type('SIN-2026-0002');
    await keys.onward();
    expect(await rows()).toEqual(['SIN-2026-0002']);
    await keys.follow((stop) => stop.name.startsWith('Remove this filter'));
    expect((await rows()).length).toBe(3);

    await keys.to('More filters');
    await page.keyboard.press('Space');
    await keys.to((stop) => stop.field === 'stage');
    await page.keyboard.type('Rapid');
    await keys.follow('Apply filters');
    expect(await rows()).toEqual(['SIN-2026-0002']);
    await keys.follow('Clear filters');

    await keys.follow((stop) => stop.tag === 'a' && stop.name === 'Case');
    const sorted = page.locator('th[aria-sort]');
    expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
    expect(await rows()).toEqual(['SIN-2026-0001', 'SIN-2026-0002', 'SIN-2026-0003']);
    await keys.follow((stop) => stop.tag === 'a' && stop.name === 'Case');
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
    expect(await rows()).toEqual(['SIN-2026-0003', 'SIN-2026-0002', 'SIN-2026-0001']);
    expect(keys.faults).toEqual([]);
  }, 180_000);

  test('anybody fills in the notification form and sends it', async () => {
    const { page, keys, heading } = await aKeyboard();
    await page.goto(`${console.address}/notify`);
    await keys.follow('Begin the form');
    const answer = async (page: PageId, typed: Typed) => {
      expect(await heading()).toBe(notifyPageTitles[page]);
      await keys.fill(typed);
      await keys.follow((stop) => stop.name === 'Save and continue' || stop.name === 'Continue');
    };
    await answer('before-you-start', { notSignificantIncidentForm: 'yes' });
    const circumstances = 'An invented case.';
    await answer('what-happened', { circumstances, criteria: ['serious-harm'], abuseOrNeglect: 'suspected' });
    await answer('serious-harm', { seriousHarm: ['life-threatening-injury'] });
    await answer('dates', {
      'incidentOn.day': '21',
      'incidentOn.month': '11',
      'incidentOn.year': '2026',
      'knownAt.day': '22',
      'knownAt.month': '11',
      'knownAt.year': '2026',
      'knownAt.time': '3pm',
      'authorityAwareOn.day': '22',
      'authorityAwareOn.month': '11',
      'authorityAwareOn.year': '2026',
    });
    await keys.follow('Save and continue');
    expect((await keys.stop())?.name).toMatch(/^There is a problem/);
    expect(await violations(page)).toEqual([]);
    await keys.step();
    await page.keyboard.press('Enter');
    expect((await keys.stop())?.field).toBe('name');
    await page.keyboard.type('Wren Ashdown-Pike');
    await keys.fill({
      'dateOfBirth.day': '9',
      'dateOfBirth.month': '3',
      'dateOfBirth.year': '2024',
      sex: 'female',
      died: 'no',
      lookedAfter: 'no',
      careLeaver: 'no',
      ethnicGroup: 'Not known',
      disability: 'no',
    });
    await keys.follow('Save and continue');
    await answer('children', {});
    await keys.follow('Add a family member');
    await keys.fill({ name: 'Maren Ashdown', relation: 'mother' });
    await keys.follow('Save and continue');
    await answer('family', {});
    await answer('where', { setting: 'family-home' });
    await answer('agencies', { 'agencies.more': 'West Yorkshire Police' });
    await answer('safety', { immediateSafety: 'The child is in hospital.' });
    await answer('about-you', { notifyingAgency: 'A hospital trust', 'notifier.name': 'Ingrid Fallowmere' });
    expect(await heading()).toBe('Check your answers');
    await keys.follow('Send the notification', 'Space');
    expect(await heading()).toBe('Notification received');
    expect(keys.faults).toEqual([]);
  }, 300_000);

  test.each([
    ['Today', '/'],
    ['the Matrix', '/cases'],
    ['a case', '/cases/SIN-2026-0003'],
    ['a plan', '/cases/SIN-2026-0003/plan'],
    ['a record', '/cases/SIN-2026-0003/record'],
    ['a decision', '/cases/SIN-2026-0002/decisions/recordRapidReviewMeeting'],
    ['the reports', '/reports'],
    ['More', '/more'],
  ])(
    'Tab goes through all of %s in the order of reading and out of it, and back the same way',
    async (_what, path) => {
      const { page, keys } = await aKeyboard('P01');
      await page.goto(`${console.address}${path}`);
      const all = await keys.stops();
      const there: string[] = [];
      for (let stop = await keys.step(); stop !== undefined && there.length < all; stop = await keys.step())
        there.push(stop.name);
      expect(there.length).toBe(all);
      const back: string[] = [];
      for (
        let stop = await keys.step('Shift+Tab');
        stop !== undefined && back.length < all;
        stop = await keys.step('Shift+Tab')
      )
        back.push(stop.name);
      expect(back).toEqual(there.toReversed());
      expect(keys.faults).toEqual([]);
    },
    300_000,
  );
});

import type { Browser } from 'playwright-core';
import { instant } from '../../src/procedure/time/dates';
import { ConsoleUnderTest } from '../console/support/console';
import { aWindow, inBrowser, launch } from './support/chromium';
import { cutOff, pictureOfWindow, scrollsSideways } from './support/looking';
import { aSampleCase } from './support/sample-cases';

/*
 * A window 1,280 pixels wide and 1,024 high, enlarged to 400 %: 320 by 256 CSS pixels, each drawn with four. Nothing has
 * to be scrolled sideways but tables and pictures in frames of their own, which the keyboard reaches.
 */

const enlarged = { width: 320, height: 256, scale: 4 };

inBrowser('Enlarged to 400 %', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    console.wall = instant('2026-11-23T10:00:00.000Z');
    await aSampleCase(console, { receivedOn: '2026-08-03', before: 'recordDraft' });
    await aSampleCase(console, { receivedOn: '2026-11-09', before: 'recordRapidReviewMeeting' });
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  test.each([
    ['the sign-in page', '/sign-in', undefined],
    ['the notification form', '/notify', undefined],
    ['Today', '/', 'P01'],
    ['the Matrix', '/cases', 'P01'],
    ['a case', '/cases/SIN-2026-0001', 'P01'],
    ['a plan', '/cases/SIN-2026-0001/plan', 'P01'],
    ['a record', '/cases/SIN-2026-0001/record', 'P01'],
    ['people of a case', '/cases/SIN-2026-0001/people', 'P01'],
    ['emails of a case', '/cases/SIN-2026-0001/emails', 'P01'],
    ['a decision', '/cases/SIN-2026-0002/decisions/recordRapidReviewMeeting', 'P01'],
    ['a decision that is not open', '/cases/SIN-2026-0002/decisions/submitRapidReview', 'P14'],
    ['who may do what', '/people/who-may-do-what', 'P01'],
    ['the reports', '/reports', 'P01'],
    ['the profile', '/profile', 'P01'],
    ['the calendar', '/calendar', 'P01'],
    ['the guide', '/guide', 'P01'],
  ])('%s is read without scrolling sideways', async (what, path, person) => {
    if (browser === undefined) throw new Error('The browser did not start.');
    const { context, page } = await aWindow(browser, enlarged);
    if (person !== undefined) {
      const { cookies } = await console.as(person);
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: console.address })));
    }
    await page.goto(`${console.address}${path}`);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await cutOff(page)).toEqual([]);
    const frames = page.locator('.app-scrolls');
    for (const frame of await frames.all()) expect(await frame.getAttribute('tabindex')).toBe('0');
    // What is opened is read as well.
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await scrollsSideways(page)).toBe(false);
    expect(await cutOff(page)).toEqual([]);
    await pictureOfWindow(page, `enlarged-${what.replaceAll(' ', '-')}`);
    await context.close();
  });
});

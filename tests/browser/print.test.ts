import type { Browser, Page } from 'playwright-core';
import { instant } from '../../src/procedure/time/dates';
import { ConsoleUnderTest } from '../console/support/console';
import { aWindow, inBrowser, launch } from './support/chromium';
import { cutOff, picture, pictureFile, scrollsSideways } from './support/looking';
import { aSampleCase } from './support/sample-cases';

/* On paper: what is said is all there and fits on the sheet, and nothing is printed that can only be clicked. */

/** What lies between the margins of an A4 sheet, in CSS pixels. */
const upright = { width: 680, height: 1010 };
const lying = { width: 1010, height: 680 };
const margin = '15mm';

interface Paper {
  readonly name: string;
  readonly path: string;
  readonly sheet?: typeof lying;
  /** What has to be legible on it. */
  readonly says: readonly RegExp[];
}

const papers: readonly Paper[] = [
  {
    name: 'case',
    path: '/cases/{review}',
    says: [
      /Where the case stands/,
      /Step 12, Draft to the Business Unit/,
      /\w+day \d+ \w+ 2026 \(day \d+\)/,
      /Wren Ashdown-Pike/,
    ],
  },
  { name: 'plan', path: '/cases/{review}/plan', says: [/Day 1 is Monday 3 August 2026/, /Step 18, Publication/] },
  { name: 'record', path: '/cases/{review}/record', says: [/Notification received|opened/i, /Theodora Winterbourne/] },
  { name: 'people-of-case', path: '/cases/{review}/people', says: [/Marguerite Thistlewood/] },
  { name: 'practice-case', path: '/cases/{practice}', says: [/No emails leave this system/] },
  { name: 'matrix', path: '/cases', sheet: lying, says: [/SIN-2026-0001/, /Next date, and whose turn/, /Received/] },
  { name: 'reports', path: '/reports', says: [/In short/, /Cases received/] },
  { name: 'reports-print', path: '/reports/print', says: [/report on serious incident reviews for the Exec group/] },
  { name: 'today', path: '/', says: [/What needs the Business Unit/] },
  { name: 'meetings', path: '/meetings', says: [/Sub-group|CSPR/] },
];

/** What is only there to be clicked. */
const clicked =
  'nav, button, .govuk-button, select, input:not([type=hidden]), .govuk-skip-link, .app-header, .govuk-footer';

/** The links of this site behind which their address would be printed. */
const addressesPrinted = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('a[href^="/"]')].filter((link) => link.checkVisibility() &&
      !['none', 'normal'].includes(getComputedStyle(link, '::after').content)).map((link) => link.textContent)`,
  );

inBrowser('On paper', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  const cases = new Map<string, string>();

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    console.wall = instant('2026-11-23T10:00:00.000Z');
    cases.set('review', await aSampleCase(console, { receivedOn: '2026-08-03', before: 'recordDraft' }));
    await aSampleCase(console, { receivedOn: '2026-04-13', before: 'completeAction' });
    cases.set(
      'practice',
      await aSampleCase(console, { receivedOn: '2026-11-12', before: 'recordOutcome', practice: true }),
    );
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  test.each(papers)(
    '$name: everything is on the sheet, and nothing that is only there to be clicked',
    async (paper) => {
      if (browser === undefined) throw new Error('The browser did not start.');
      const { context, page } = await aWindow(browser, paper.sheet ?? upright);
      const { cookies } = await console.as('P01');
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: console.address })));
      await page.goto(
        `${console.address}${paper.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => cases.get(name) ?? '')}`,
      );
      await page.emulateMedia({ media: 'print' });

      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.locator(clicked).filter({ visible: true }).allInnerTexts()).toEqual([]);
      const headings = await page.locator(':is(h1, h2, h3, caption):not(.app-not-printed *)').all();
      for (const heading of headings) expect(await heading.isVisible()).toBe(true);
      expect(await addressesPrinted(page)).toEqual([]);
      const text = await page.locator('body').innerText();
      for (const said of paper.says) expect(text).toMatch(said);
      expect(await page.locator('.app-why').filter({ visible: true }).count()).toBe(
        await page.locator('.app-why').count(),
      );
      expect(await cutOff(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, `print-${paper.name}`);
      const file = pictureFile(`print-${paper.name}.pdf`);
      const pdf = await page.pdf({
        ...(file === undefined ? {} : { path: file }),
        format: 'A4',
        preferCSSPageSize: true,
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await context.close();
    },
    180_000,
  );
});

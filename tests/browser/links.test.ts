import type { Browser, Page } from 'playwright-core';
import { instant } from '../../src/procedure/time/dates';
import { ConsoleUnderTest } from '../console/support/console';
import { emailOf } from '../console/support/links';
import { aWindow, inBrowser, launch } from './support/chromium';
import { pressed } from './support/clicking';
import { cutOff, scrollsSideways } from './support/looking';
import { SentCodes, someLinks } from './support/sample-links';

/* Answering by a link in a real browser: a program that opens and presses everything, and a phone without scripts. */

inBrowser('A link to answer without an account', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  let path = '';
  let address = '';
  const codes = new SentCodes();

  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ sendLinkCode: codes.sendLinkCode });
    console.wall = instant('2026-11-23T10:00:00.000Z');
    const { parts, person } = await someLinks(console, codes);
    path = `/answer/${parts.get('link') ?? ''}`;
    address = emailOf(console, person);
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  const windowOf = (looking: Parameters<typeof aWindow>[1]) => {
    if (browser === undefined) throw new Error('The browser did not start.');
    return aWindow(browser, looking);
  };

  /** Opens a page, and presses the button of this number. False if it has no such button. */
  async function pressNth(page: Page, address: string, nth: number): Promise<boolean> {
    await page.goto(address);
    const button = page.locator('main button').nth(nth);
    if ((await button.count()) === 0) return false;
    await pressed(page, button);
    return true;
  }

  test('is not used up by a program that opens it with scripts and presses every button without typing', async () => {
    const before = await console.digests();
    const { context, page, complaints } = await windowOf({ javaScript: true });
    let presses = 0;
    for (const part of ['', '/code', '/request', '/nil', '/entries', '/check']) {
      const address = `${console.address}${path}${part}`;
      for (let nth = 0; await pressNth(page, address, nth); nth += 1) presses += 1;
      await page.goto(address);
      // What opens without leaving the page is opened too, and every link of the page followed.
      for (const details of await page.locator('main summary').all()) await details.click();
      const links = await Promise.all((await page.locator('main a').all()).map((link) => link.getAttribute('href')));
      for (const link of links) await page.goto(new URL(link ?? '', console.address).href);
    }
    expect(presses).toBeGreaterThanOrEqual(3);
    expect(await console.digests()).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('leads to the request on a phone without scripts, and nothing has to be scrolled sideways', async () => {
    const { context, page } = await windowOf({ javaScript: false, width: 360, height: 640 });
    const looked = async (): Promise<void> => {
      expect(await scrollsSideways(page)).toBe(false);
      expect(await cutOff(page)).toEqual([]);
    };
    await page.goto(`${console.address}${path}`);
    await looked();
    await page.getByLabel('Your work email address').fill(address);
    await pressed(page, page.getByRole('button', { name: 'Email me a code' }));
    await looked();
    await page.getByLabel('Six-digit code').fill(`${codes.last.slice(0, 3)} ${codes.last.slice(3)}`);
    await pressed(page, page.getByRole('button', { name: 'Continue' }));
    await looked();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Send what your organisation knows');
    expect(new URL(page.url()).pathname).toBe(`${path}/request`);
    const [cookie] = await context.cookies(page.url());
    expect(cookie).toMatchObject({ name: 'answer', path, httpOnly: true, sameSite: 'Lax' });
    expect(await context.cookies(`${console.address}/`)).toEqual([]);
    await context.close();
  });
});

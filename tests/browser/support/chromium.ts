import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const program = process.env['CHROMIUM'];

/** What needs a browser: left out where there is none, which `npm test` says; in CI that is a failure. */
export const inBrowser = program === undefined && process.env['CI'] === undefined ? describe.skip : describe;

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without a window. */
export async function launch(): Promise<Browser> {
  if (program === undefined) throw new Error('There is no Chromium: set CHROMIUM, or install it.');
  return chromium.launch({ executablePath: program, args: quiet });
}

/** How a page is looked at. */
export interface Looking {
  readonly javaScript?: boolean;
  /** CSS pixels; 320 wide is a phone, and 1280 at 400 %. */
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the screen to a CSS pixel, each way: how much it is enlarged. */
  readonly scale?: number;
}

/** A browser window of its own, with no cookies yet. What a page says against itself fails the test that asks. */
export async function aWindow(
  browser: Browser,
  { javaScript = true, width = 1280, height = 900, scale = 1 }: Looking = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'en-GB',
    // A machine's own zone must not show on a page.
    timezoneId: 'Pacific/Auckland',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page that answers 404 or 422 on purpose is noted by the browser as an error of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

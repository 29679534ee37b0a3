import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const root = path.join(__dirname, '..', '..', '..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The folder of the pictures of what pages look like. `PICTURES=yes npm test -- tests/browser` takes them. */
const pictures = path.join(root, '.cache', 'screenshots');
const areWanted = process.env['PICTURES'] === 'yes';
if (areWanted) mkdirSync(pictures, { recursive: true });

/** The file of a picture, where pictures are wanted. */
export const pictureFile = (name: string): string | undefined => (areWanted ? path.join(pictures, name) : undefined);

/** A violation of an accessibility rule, short enough to read in a test's failure. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly where: readonly string[];
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** What axe-core finds against WCAG 2.2 AA and its own best practices. It needs JavaScript in the page. */
export async function violations(page: Page): Promise<readonly Violation[]> {
  // By the debugger, which the page's content policy does not concern.
  await page.evaluate(axe);
  // What is in order stays in the page: it is many times as much.
  const found = await page.evaluate<AxeResult['violations']>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.map(({ id, help, nodes }) => ({ rule: id, help, where: nodes.map(({ target }) => target.join(' ')) }));
}

/** Whether the page as a whole has to be moved sideways to be read. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Takes a picture of the whole page, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = pictureFile(`${name}.png`);
  if (file !== undefined) await page.screenshot({ path: file, fullPage: true });
}

/** Takes a picture of what the window shows of a page, from a heading on where one is named. */
export async function pictureOfWindow(page: Page, name: string, from?: string): Promise<void> {
  const file = pictureFile(`${name}.png`);
  if (file === undefined) return;
  if (from !== undefined) {
    await page.evaluate(`[...document.querySelectorAll('h2')]
      .find((heading) => heading.textContent.trim() === ${JSON.stringify(from)}).scrollIntoView()`);
  }
  await page.screenshot({ path: file });
}

/**
 * What of a page's words is not to be seen whole: text that goes beyond the window and cannot be scrolled to in a frame
 * of its own, or that its own box cuts off.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const wide = document.documentElement.clientWidth + 1;
    const isForAll = (element) => element.checkVisibility() && !element.closest('.govuk-visually-hidden, .govuk-skip-link');
    const scrolls = (element) => {
      for (let one = element; one; one = one.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true;
      }
      return false;
    };
    const faults = [];
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
      if (!own || !isForAll(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isCut = style.overflowX !== 'visible' && !scrolls(element) && element.scrollWidth > element.clientWidth + 1;
      if (isCut || ((right > wide || left < -1) && !scrolls(element)))
        faults.push(element.localName + ' "' + element.textContent.trim().slice(0, 60) + '"');
    }
    return faults;
  })()`);
}

import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const root = path.join(__dirname, '..', '..', '..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Where pictures go of what pages look like. Nothing reads them but people, so they are taken where PICTURES is set. */
const pictures = path.join(root, '.cache', 'screenshots');
const areWanted = process.env['PICTURES'] !== undefined;
if (areWanted) mkdirSync(pictures, { recursive: true });

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
  // Without gathering all that is in order, which takes longer than looking for what is not.
  const { violations: found } = await page.evaluate<AxeResult>(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })`,
  );
  return found.map(({ id, help, nodes }) => ({ rule: id, help, where: nodes.map(({ target }) => target.join(' ')) }));
}

/** Whether the page as a whole has to be moved sideways to be read. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Takes a picture of the whole page, and one of what a window shows of it, for documents, where they are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!areWanted) return;
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  await page.screenshot({ path: path.join(pictures, `${name}-window.png`) });
}

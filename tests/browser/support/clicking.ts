import type { Locator, Page } from 'playwright-core';

/** Clicks what leads to another page, and waits until that is there: a click alone does not. */
export async function pressed(page: Page, what: Locator): Promise<void> {
  const there = page.waitForEvent('load');
  await what.click();
  await there;
}

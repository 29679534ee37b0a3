import type { Browser, Page } from 'playwright-core';
import { typedOf } from '../../src/console/forms/typed';
import { confirmationOf } from '../../src/console/wording/confirmation';
import { typographic } from '../../src/console/wording/letters';
import type { DecisionName } from '../../src/procedure/case/case-file';
import { catalogue, definitionOf } from '../../src/procedure/catalogue';
import { londonDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { factsOf } from '../../src/procedure/case/facts';
import { date } from '../../src/procedure/forms';
import { ConsoleUnderTest } from '../console/support/console';
import { openFor } from '../support/open-decisions';
import { isFullCheck } from '../support/full-check';
import { aWindow, inBrowser, launch } from './support/chromium';
import { Clerk, type Typed } from './support/clerk';
import { pressed } from './support/clicking';
import { oneOfEachKind } from './support/each-kind';
import { picture, scrollsSideways, violations } from './support/looking';

/*
 * The form of a decision in a real browser: sent with mistakes, put right and recorded. A form is made of kinds of field:
 * usually as few decisions are tried as have every kind, and `npm run check:full` tries all of them. Without a browser all
 * are tried in tests/console/decide-every.test.ts.
 */

inBrowser('The form of a decision', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  let page: Page;
  let complaints: readonly string[];
  let clerk: Clerk;

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    browser = await launch();
    ({ page, complaints } = await aWindow(browser));
    clerk = new Clerk(page, console.address, (person) => person);
  }, 300_000);
  beforeEach(() => console.reset());
  // A page that is left open listens to a case, and would complain of one that is gone.
  afterEach(() => page.goto('about:blank'));
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  /** The form of a decision in a case in which it is open, before somebody who may take it. */
  async function visit(name: DecisionName) {
    const { one, by, form } = openFor(name);
    const eleven = londonInstant(londonDate(one.now), timeOfDay('11:00'));
    console.wall = eleven < one.now ? one.now : eleven;
    await console.keep(one.file);
    const { cookies } = await console.as(by);
    await page.context().clearCookies();
    await page.context().addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: console.address })));
    await page.goto(`${console.address}/cases/${one.file.reference}/decisions/${name}`);
    return { one, file: one.file, form };
  }

  const onward = (button: string) => pressed(page, page.getByRole('button', { name: button, exact: true }));
  const mistakes = () => page.locator('.govuk-error-summary__list a');

  /** The link of a mistake leads the keyboard to the field that it is about. */
  async function leadsToItsField(): Promise<void> {
    const first = mistakes().first();
    await first.click();
    const target = (await first.getAttribute('href')) ?? '';
    expect(await page.evaluate<string>('"#" + document.activeElement.id')).toBe(target);
  }

  const every = catalogue.map(({ name }) => name).filter((name) => name !== 'correctFact');
  const names = isFullCheck ? every : oneOfEachKind(every);

  test.each(names)('%s: a mistake is said and leads to its field; put right, it is recorded', async (name) => {
    const { one, file, form } = await visit(name);
    expect(await clerk.heading()).toBe(typographic(definitionOf(name).title));
    await clerk.type({ 'on.day': '31', 'on.month': '2', 'on.year': '2026' });
    await onward('Continue');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate<boolean>('document.activeElement.matches(".govuk-error-summary")')).toBe(true);
    expect(await mistakes().first().innerText()).toMatch(/February 2026 has no day 31$/);
    expect(await violations(page)).toEqual([]);
    await leadsToItsField();

    const typed: Typed = {
      ...typedOf(definitionOf(name).form, form),
      ...typedOf(date('The day', 'happened'), one.today, 'on'),
    };
    await clerk.type(typed);
    await onward('Continue');
    expect(await mistakes().allInnerTexts()).toEqual([]);
    expect(await clerk.heading()).toBe('Check your answers');
    await onward('Record this decision');
    expect(await clerk.heading()).toBe(confirmationOf(definitionOf(name)));
    const after = console.cases.files.get(file.reference);
    const facts = after === undefined ? [] : [...factsOf(after, name), ...after.superseded.map(({ fact }) => fact)];
    expect(facts.some(({ seq, on }) => seq === file.seq + 1 && on === one.today)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a correction chooses the entry and the field, and asks for a reason', async () => {
    await visit('correctFact');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await clerk.heading()).toBe('Which entry is wrong?');
    await pressed(page, page.locator('main table a').first());
    expect(await clerk.heading()).toBe('What is wrong in it?');
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, 'correct-which-field-320');
    await pressed(page, page.getByRole('link', { name: 'Correct Who sent it' }));
    await clerk.type({ value: '' });
    await onward('Continue');
    expect((await mistakes().allInnerTexts()).length).toBe(2);
    expect(await violations(page)).toEqual([]);
    await leadsToItsField();
    await clerk.type({ value: 'Sam Field', reason: 'A slip' });
    await onward('Continue');
    await onward('Record this decision');
    expect(await clerk.heading()).toBe('Recorded fact corrected');
    expect(await scrollsSideways(page)).toBe(false);
  });
});

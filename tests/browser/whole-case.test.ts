import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { fromMillis, londonDate, sayDate } from '../../src/procedure/time/dates';
import type { IsoDate } from '../../src/procedure/time/time';
import { kirklees } from '../profile/kirklees';
import { callerOf, type Caller } from '../e2e/caller';
import { anInstallation, type RunningInstallation } from '../e2e/installation';
import { straightWay, type Sent } from '../e2e/straight-way';
import { isFullCheck } from '../support/full-check';
import { aWindow, inBrowser, launch } from './support/chromium';
import { Clerk } from './support/clerk';
import { notify, typedDate } from './support/notifying';

/*
 * From the notification form to a closed case by clicking and typing alone, on a real installation, with scripts and
 * without: usually the short way without and the long way with them, and each way both ways in `npm run check:full`. What
 * is read by the API here is only what a form is filled in with.
 */

type Scripts = readonly [how: string, javaScript: boolean];
const withScripts: Scripts = ['with scripts', true];
const withoutScripts: Scripts = ['without scripts', false];

inBrowser('A whole case by clicking alone', () => {
  let installation: RunningInstallation;
  let caller: Caller;
  let browser: Browser | undefined;
  const names = new Map(kirklees().people.map(({ id, name }) => [String(id), name]));
  const today = londonDate(fromMillis(Date.now()));

  beforeAll(async () => {
    installation = await anInstallation();
    await installation.start();
    caller = callerOf(installation);
    browser = await launch();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await installation.stop();
    installation.remove();
  }, 180_000);

  async function aClerk(javaScript: boolean): Promise<{ clerk: Clerk; complaints: readonly string[] }> {
    if (browser === undefined) throw new Error('The browser did not start.');
    const { page, complaints } = await aWindow(browser, { javaScript });
    return { clerk: new Clerk(page, installation.url, (id) => names.get(id) ?? id), complaints };
  }

  /** Fills in the notification form, page after page, and answers the reference. */
  async function notifies(clerk: Clerk): Promise<string> {
    await notify(clerk, today);
    const [reference = ''] = /SIN-\d{4}-\d{4}/.exec(await clerk.page.locator('main').innerText()) ?? [];
    return reference;
  }

  /** Takes the notification that was received, and answers the reference of the case that opens. */
  async function takes(clerk: Clerk): Promise<string> {
    const { page } = clerk;
    const [number = ''] = /REC-\w{4}-\w{4}/.exec(await page.locator('main').innerText()) ?? [];
    await clerk.be('P03');
    await page.goto(`${installation.url}/received/${number}`);
    await page.getByRole('button', { name: 'Take it and open the case' }).click();
    await page.waitForURL(/\/cases\/SIN-/);
    const [reference = ''] = /SIN-\d{4}-\d{4}/.exec(page.url()) ?? [];
    return reference;
  }

  interface Seen {
    readonly closedOn: string | null;
    readonly ending: string;
    readonly asOf: string;
    readonly actions: readonly { readonly id: string }[];
  }
  const seen = async (reference: string): Promise<Seen> =>
    (await caller.get(`/api/cases/${reference}`)).body as unknown as Seen;

  /** Moves a practice case to a day, by the page for it. */
  async function reach(clerk: Clerk, reference: string, day: IsoDate): Promise<void> {
    const { asOf } = await seen(reference);
    if (londonDate(asOf as Parameters<typeof londonDate>[0]) >= day) return;
    await clerk.be('P01');
    await clerk.page.goto(`${installation.url}/cases/${reference}/practice`);
    await clerk.type(typedDate('until', day));
    await clerk.page.getByRole('button', { name: 'Move until that day' }).click({ timeout: 120_000 });
    await clerk.page.getByText(sayDate(day)).first().waitFor({ timeout: 120_000 });
  }

  async function decides(clerk: Clerk, reference: string, { decision, by, on, form }: Sent): Promise<void> {
    await reach(clerk, reference, on);
    await clerk.be(by);
    const action = form['action'];
    const whole =
      typeof action === 'string'
        ? { ...form, action: (await seen(reference)).actions[Number(action.slice(1))]?.id }
        : form;
    await clerk.decide(reference, decision, whole, typedDate('on', on));
  }

  const closed = async (reference: string): Promise<Seen> => {
    for (let tries = 0; tries < 300; tries += 1) {
      const now = await seen(reference);
      if (now.closedOn !== null) return now;
      await pause(200);
    }
    return seen(reference);
  };

  // Side by side, in windows of their own: each waits for pages and for time to pass, and has a case to itself.
  test.concurrent.each(isFullCheck ? [withScripts, withoutScripts] : [withoutScripts])(
    'a public notification that does not proceed, %s',
    async (_how, javaScript) => {
      const { clerk, complaints } = await aClerk(javaScript);
      await clerk.page.goto(`${installation.url}/notify`);
      await clerk.page.getByRole('button', { name: 'Begin the form' }).click();
      await notifies(clerk);
      const reference = await takes(clerk);
      const before = (name: string) => straightWay(today).filter(({ decision }) => decision === name);
      const acts: readonly Sent[] = [
        ...before('sendToFrontDoor'),
        ...before('recordOversight'),
        ...before('recordAgencySummary'),
        ...before('recordDecisionMeeting'),
        ...before('recordOutcome').map((one) => ({ ...one, form: { outcome: 'not-to-proceed', reason: 'Not met.' } })),
        ...before('sendToFrontDoor').map((one): Sent => ({
          ...one,
          decision: 'enterOnMatrix',
          form: { keptAt: 'The Matrix, row 12' },
        })),
      ];
      for (const one of acts) await decides(clerk, reference, { ...one, on: today });
      expect(await closed(reference)).toMatchObject({ ending: 'did-not-proceed' });
      await clerk.comeBack();
      await clerk.page.goto(`${installation.url}/cases?text=${reference}`);
      expect(await clerk.page.locator('main').innerText()).toContain('Closed');
      expect(complaints).toEqual([]);
    },
    900_000,
  );

  test.concurrent.each(isFullCheck ? [withoutScripts, withScripts] : [withScripts])(
    'a practice case from the form to its closure, published, %s',
    async (_how, javaScript) => {
      const { clerk, complaints } = await aClerk(javaScript);
      await clerk.be('P03');
      await clerk.page.goto(`${installation.url}/practice`);
      await clerk.page.getByLabel('Fill in the notification form yourself').check();
      await clerk.page.getByRole('button', { name: 'Open the practice case' }).click();
      if ((await clerk.heading()) !== 'Before you start')
        await clerk.page.goto(`${installation.url}/notify/before-you-start`);
      const reference = await notifies(clerk);
      for (const one of straightWay(today)) await decides(clerk, reference, one);
      expect(await closed(reference)).toMatchObject({ ending: 'published' });
      await clerk.comeBack();
      await clerk.page.goto(`${installation.url}/cases/${reference}`);
      expect(await clerk.page.locator('main').innerText()).toMatch(/closed/i);
      expect(complaints).toEqual([]);
    },
    1_200_000,
  );
});

import type { Browser, Page } from 'playwright-core';
import { pageRoutes } from '../../src/console/routes';
import { instant, isoDate } from '../../src/procedure/dates';
import type { PersonId } from '../../src/procedure/time';
import { ConsoleUnderTest } from '../console/support/console';
import type { Browser as ConsoleBrowser } from '../console/support/browser';
import { aWindow, inBrowser, launch } from './support/chromium';
import { picture, scrollsSideways, violations } from './support/looking';
import { aSampleCase } from './support/sample-cases';

/*
 * Every page in a real browser, with what each shows in its states: no accessibility rule is broken, nothing has to be
 * scrolled sideways on a phone or at 400 %, no script complains. With PICTURES set there are pictures to look at.
 */

/** A page in a state. `{decided}` and the like stand for the references of the sample cases. */
interface State {
  readonly name: string;
  readonly path: string;
  /** Who looks; nobody is signed in where it is left out. */
  readonly as?: string;
  /** Where that leads, if it is to another page. */
  readonly leadsTo?: string;
  /** What is done on the page before it is looked at. */
  readonly first?: (page: Page) => Promise<unknown>;
}

const send = (button: string) => (page: Page) => page.getByRole('button', { name: button }).first().click();

async function checkNote(page: Page): Promise<void> {
  await page.locator('textarea').first().fill('The school nurse rang.');
  await send('Continue')(page);
}

async function recordNote(page: Page): Promise<void> {
  await checkNote(page);
  await send('Record this decision')(page);
}

async function makeToken(page: Page): Promise<void> {
  await page
    .getByLabel(/name|what it is for/i)
    .first()
    .fill(`Looked at ${Date.now()}`);
  await page.locator('select').first().selectOption('P02');
  await page.locator('input[inputmode=numeric], input[name=days]').first().fill('30');
  await send('Make the token')(page);
}

/** A page of the notification form once one has been begun. */
const begun = (part: string): State => ({
  name: `notify-${part.replaceAll('/', '-')}`,
  path: '/notify',
  leadsTo: `/notify/${part}`,
  first: async (page) => {
    await send('Begin the form')(page);
    await page.goto(new URL(`/notify/${part}`, page.url()).href);
  },
});

async function sendNothing(page: Page): Promise<void> {
  await send('Begin the form')(page);
  await page.goto(new URL('/notify/what-happened', page.url()).href);
  await send('Save and continue')(page);
}

const states: readonly State[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-out', path: '/sign-out', as: 'P01' },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'account', path: '/account', as: 'P01' },
  { name: 'more', path: '/more', as: 'P01' },
  { name: 'not-found', path: '/nothing-here', as: 'P01' },
  { name: 'not-allowed', path: '/mailbox', as: 'P08' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'today', path: '/', as: 'P01' },
  { name: 'today-partner', path: '/', as: 'P08' },
  { name: 'today-author', path: '/', as: 'P37' },
  { name: 'matrix', path: '/cases', as: 'P01' },
  { name: 'matrix-nothing-found', path: '/cases?text=zzzz', as: 'P01' },
  { name: 'matrix-it', path: '/cases', as: 'P43' },
  { name: 'case-deciding', path: '/cases/{deciding}', as: 'P01' },
  { name: 'case-review', path: '/cases/{review}', as: 'P01' },
  { name: 'case-review-partner', path: '/cases/{review}', as: 'P08' },
  { name: 'case-it', path: '/cases/{review}', as: 'P43' },
  { name: 'case-practice', path: '/cases/{practice}', as: 'P01' },
  { name: 'case-published', path: '/cases/{published}', as: 'P14' },
  { name: 'plan', path: '/cases/{review}/plan', as: 'P01' },
  { name: 'record', path: '/cases/{review}/record', as: 'P01' },
  { name: 'record-it', path: '/cases/{review}/record', as: 'P43' },
  { name: 'people-of-case', path: '/cases/{review}/people', as: 'P01' },
  { name: 'actions-of-case', path: '/cases/{published}/actions', as: 'P01' },
  { name: 'holds', path: '/cases/{review}/holds', as: 'P01' },
  { name: 'emails', path: '/cases/{review}/emails', as: 'P01' },
  { name: 'it', path: '/cases/{review}/it', as: 'P43' },
  { name: 'move-forward', path: '/cases/{practice}/practice', as: 'P01' },
  { name: 'decision', path: '/cases/{deciding}/decisions/recordDecisionMeeting', as: 'P01' },
  {
    name: 'decision-wrong',
    path: '/cases/{deciding}/decisions/recordDecisionMeeting',
    as: 'P01',
    first: send('Continue'),
  },
  { name: 'decision-rows', path: '/cases/{rapid}/decisions/recordRapidReviewMeeting', as: 'P01' },
  { name: 'decision-not-open', path: '/cases/{deciding}/decisions/submitRapidReview', as: 'P14' },
  { name: 'decision-not-yours', path: '/cases/{deciding}/decisions/recordOversight', as: 'P01' },
  { name: 'decision-was-first', path: '/cases/{review}/decisions/recordOutcome', as: 'P07' },
  { name: 'correct', path: '/cases/{review}/decisions/correctFact?entry=2', as: 'P01' },
  { name: 'plan-a-case', path: '/plan', as: 'P01' },
  { name: 'meetings', path: '/meetings', as: 'P01' },
  { name: 'meetings-add', path: '/meetings/add', as: 'P01' },
  { name: 'actions', path: '/actions', as: 'P01' },
  { name: 'calendar', path: '/calendar', as: 'P01' },
  { name: 'calendar-add-wrong', path: '/calendar/add', as: 'P01', first: send('Continue') },
  { name: 'people', path: '/people', as: 'P01' },
  { name: 'who-may-do-what', path: '/people/who-may-do-what', as: 'P01' },
  { name: 'access', path: '/access', as: 'P01' },
  { name: 'token', path: '/access/tokens/new', as: 'P01' },
  { name: 'profile', path: '/profile', as: 'P01' },
  { name: 'template', path: '/profile/templates/case-opened', as: 'P01' },
  { name: 'mailbox', path: '/mailbox', as: 'P01' },
  { name: 'mailbox-waiting', path: '/mailbox/waiting', as: 'P01' },
  { name: 'mailbox-tasks', path: '/mailbox/tasks', as: 'P01' },
  { name: 'practice', path: '/practice', as: 'P01' },
  { name: 'guide', path: '/guide', as: 'P01' },
  { name: 'guide-chapter', path: '/guide/rapid-review?case={practice}', as: 'P01' },
  { name: 'reports', path: '/reports', as: 'P01' },
  { name: 'reports-print', path: '/reports/print', as: 'P01' },
  {
    name: 'decision-check',
    path: '/cases/{review}/decisions/addNote',
    leadsTo: '/cases/:reference/decisions/addNote/check',
    as: 'P01',
    first: checkNote,
  },
  {
    name: 'decision-recorded',
    path: '/cases/{review}/decisions/addNote',
    leadsTo: '/cases/:reference/decisions/addNote/recorded',
    as: 'P01',
    first: recordNote,
  },
  { name: 'sign-in-to-link', path: '/access/sign-ins/{signIn}', as: 'P01' },
  { name: 'tokens', path: '/access/tokens', as: 'P01' },
  { name: 'token-shown', path: '/access/tokens/new', as: 'P01', first: makeToken },
  { name: 'token-to-revoke', path: '/access/tokens/{token}/revoke', as: 'P01' },
  { name: 'sign-out-somebody', path: '/access/sign-out?person=P02', as: 'P01' },
  { name: 'calendar-withdraw', path: '/calendar/withdraw?date=2027-01-04', as: 'P01' },
  { name: 'meetings-cancel', path: '/meetings/cancel?group=sub-group&on=2027-03-17', as: 'P01' },
  { name: 'notify', path: '/notify' },
  { name: 'notify-return', path: '/notify/return' },
  ...['tasks', 'before-you-start', 'what-happened', 'serious-harm', 'dates', 'children', 'children/1', 'family'].map(
    begun,
  ),
  ...['family/1', 'where', 'agencies', 'safety', 'circumstances', 'about-you', 'check', 'save', 'left', 'sent'].map(
    begun,
  ),
  ...['children/1/remove', 'family/1/remove'].map(begun),
  { name: 'notify-wrong', path: '/notify', first: sendNothing },
];

inBrowser('Every page', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  const cases = new Map<string, string>();

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    console.wall = instant('2026-11-23T10:00:00.000Z');
    cases.set('deciding', await aSampleCase(console, { receivedOn: '2026-11-17', before: 'recordDecisionMeeting' }));
    cases.set('rapid', await aSampleCase(console, { receivedOn: '2026-11-09', before: 'recordRapidReviewMeeting' }));
    cases.set('review', await aSampleCase(console, { receivedOn: '2026-08-03', before: 'recordDraft' }));
    cases.set('published', await aSampleCase(console, { receivedOn: '2026-04-13', before: 'completeAction' }));
    cases.set(
      'practice',
      await aSampleCase(console, { receivedOn: '2026-11-12', before: 'recordOutcome', practice: true }),
    );
    const at = console.wall;
    const { id } = await console.records.signIns.seen({
      issuer: 'https://login.example.org',
      subject: 'a-stranger',
      name: 'A stranger',
      email: 'stranger@example.org',
      at,
    });
    cases.set('signIn', String(id));
    const person = 'P01' as PersonId;
    const madeBy = person;
    const token = { name: 'The data warehouse', person, madeBy, madeAt: at, hash: 'none' };
    cases.set('token', String((await console.records.tokens.add(token)).id));
    await console.records.closures.add({
      key: 'k',
      date: isoDate('2027-01-04'),
      reason: 'The offices are closed',
      by: person,
      at,
    });
    await console.records.meetings.add({ group: 'sub-group', on: isoDate('2027-03-17'), by: person, at });
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  const addressOf = (path: string): string =>
    `${console.address}${path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => cases.get(name) ?? name)}`;

  const signedIn = new Map<string, Promise<ConsoleBrowser>>();
  const cookiesOf = async (person: string) => {
    const known = signedIn.get(person) ?? console.as(person);
    signedIn.set(person, known);
    return [...(await known).cookies].map(([name, value]) => ({ name, value, url: console.address }));
  };

  test.each(states)(
    '$name',
    async ({ name, path, as, first }) => {
      if (browser === undefined) throw new Error('The browser did not start.');
      const { context, page, complaints } = await aWindow(browser);
      // Signing out would end it for the others.
      if (as !== undefined) await context.addCookies(await cookiesOf(as));
      const response = await page.goto(addressOf(path));
      expect(response?.status()).toBeLessThan(500);
      if (first !== undefined) await first(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await picture(page, `${name}-1280`);
      // A phone; and the same as 400 % of a window 1,280 wide.
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, `${name}-320`);
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test('no page is left out', () => {
    // What answers with something else than a page, or only leads on.
    const apart = /\.(xlsx|svg)$|\/live$|^\/signing-in\//;
    const looked = states.map(({ path, leadsTo = path }) =>
      leadsTo.replaceAll(/\{\w+\}/g, ':reference').replace(/\?.*$/, ''),
    );
    const isLooked = (path: string) => {
      const pattern = new RegExp(`^${path.replaceAll('/', '\\/').replaceAll(/:\w+/g, '[^/]+')}$`);
      return looked.some((one) => pattern.test(one));
    };
    const missing = pageRoutes
      .filter(({ method, path }) => method === 'get' && !apart.test(path) && !isLooked(path))
      .map(({ path }) => path);
    expect(missing).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { pageRoutes } from '../../src/console/routes';
import { instant, isoDate } from '../../src/procedure/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time';
import { ConsoleUnderTest } from '../console/support/console';
import type { Browser as ConsoleBrowser } from '../console/support/browser';
import { aWindow, inBrowser, launch } from './support/chromium';
import { picture, pictureOfWindow, scrollsSideways, violations } from './support/looking';
import { pressed } from './support/clicking';
import { aForm } from './support/sample-forms';
import { aSampleCase } from './support/sample-cases';

/*
 * Every page in a real browser, with what each shows in its states: no accessibility rule is broken, nothing has to be
 * scrolled sideways on a phone or at 400 %, no script complains. Pictures of each are kept to look at.
 */

/** A page in a state. `{decided}` and the like stand for the references of the sample cases. */
interface State {
  readonly name: string;
  readonly path: string;
  /** Who looks: a person of the profile or somebody with a notification form; nobody where it is left out. */
  readonly as?: string;
  /** Where that leads, if it is to another page. */
  readonly leadsTo?: string;
  /** The heading from which on the picture of the window shows it; the top of the page where it is left out. */
  readonly from?: string;
  /** What is done on the page before it is looked at. */
  readonly first?: (page: Page) => Promise<unknown>;
}

const send = (button: string) => (page: Page) => pressed(page, page.getByRole('button', { name: button }).first());

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

/** A page of the notification form that is filled in. */
const filledIn = (part: string): State => ({
  name: `notify-${part.replaceAll('/', '-')}`,
  path: `/notify/${part}`,
  as: 'whoever fills in the form',
});

const aPlan = '/plan?receivedOn.day=1&receivedOn.month=12&receivedOn.year=2026';

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
  { name: 'today-practice', path: '/?practice=yes', as: 'P01' },
  { name: 'today-first-use', path: '/', as: 'person' },
  { name: 'matrix', path: '/cases', as: 'P01' },
  { name: 'matrix-nothing-found', path: '/cases?text=zzzz', as: 'P01' },
  { name: 'matrix-it', path: '/cases', as: 'P43' },
  { name: 'matrix-filtered', path: '/cases?practice=too&light=red&sort=due', as: 'P01' },
  { name: 'case-deciding', path: '/cases/{deciding}', as: 'P01' },
  { name: 'case-review', path: '/cases/{review}', as: 'P01' },
  { name: 'case-review-partner', path: '/cases/{review}', as: 'P08' },
  { name: 'case-it', path: '/cases/{review}', as: 'P43' },
  { name: 'case-practice', path: '/cases/{practice}', as: 'P01' },
  { name: 'case-published', path: '/cases/{published}', as: 'P14' },
  { name: 'plan', path: '/cases/{review}/plan', as: 'P01', from: 'The plan as a picture' },
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
  { name: 'decision-not-yours', path: '/cases/{deciding}/decisions/recordDecisionMeeting', as: 'P08' },
  { name: 'decision-decided', path: '/cases/{deciding}/decisions/recordOversight', as: 'P01' },
  { name: 'decision-was-first', path: '/cases/{review}/decisions/recordOutcome', as: 'P07' },
  { name: 'correct', path: '/cases/{review}/decisions/correctFact?entry=2', as: 'P01' },
  { name: 'plan-a-case', path: '/plan', as: 'P01' },
  { name: 'plan-a-case-dates', path: aPlan, as: 'P01' },
  { name: 'plan-a-case-compared', path: `${aPlan}&windows.draft.by=50`, as: 'P01' },
  { name: 'plan-a-case-wrong', path: `${aPlan}&windows.submission.by=40`, as: 'P01' },
  { name: 'meetings', path: '/meetings', as: 'P01' },
  { name: 'meetings-add', path: '/meetings/add', as: 'P01' },
  { name: 'actions', path: '/actions', as: 'P01' },
  { name: 'calendar', path: '/calendar', as: 'P01' },
  { name: 'calendar-add-wrong', path: '/calendar/add', as: 'P01', first: send('Continue') },
  { name: 'people', path: '/people', as: 'P01' },
  { name: 'person-to-add-wrong', path: '/people/add', as: 'P01', first: send('Continue') },
  { name: 'person-to-end', path: '/people/{person}/end', as: 'P01' },
  { name: 'who-may-do-what', path: '/people/who-may-do-what', as: 'P01' },
  { name: 'access', path: '/access', as: 'P01' },
  { name: 'token', path: '/access/tokens/new', as: 'P01' },
  { name: 'engine', path: '/engine', as: 'P01' },
  { name: 'engine-restart', path: '/engine/restart?case={published}', as: 'P01' },
  { name: 'profile', path: '/profile', as: 'P01' },
  { name: 'template', path: '/profile/templates/case-opened', as: 'P01' },
  { name: 'mailbox', path: '/mailbox', as: 'P01' },
  { name: 'mailbox-waiting', path: '/mailbox/waiting', as: 'P01' },
  { name: 'mailbox-tasks', path: '/mailbox/tasks', as: 'P01' },
  { name: 'practice', path: '/practice', as: 'P01' },
  { name: 'guide', path: '/guide', as: 'P01' },
  { name: 'guide-chapter', path: '/guide/rapid-review?case={practice}', as: 'P01' },
  { name: 'reports', path: '/reports', as: 'P01' },
  { name: 'reports-year', path: '/reports?years=financial&year=2026&quarter=all', as: 'P01', from: 'Time limits' },
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
  ...['tasks', 'before-you-start', 'what-happened', 'serious-harm', 'dates', 'children', 'children/1'].map(filledIn),
  ...['children/1/remove', 'family', 'family/1', 'family/1/remove', 'where', 'agencies', 'safety'].map(filledIn),
  ...['circumstances', 'about-you', 'check', 'save'].map(filledIn),
  { name: 'notify-tasks-empty', path: '/notify/tasks', as: 'whoever has begun the form' },
  { name: 'notify-check-empty', path: '/notify/check', as: 'whoever has begun the form' },
  {
    name: 'notify-wrong',
    path: '/notify/what-happened',
    as: 'whoever has begun the form',
    first: send('Save and continue'),
  },
  { name: 'notify-sent', path: '/notify/sent', as: 'whoever has sent the form' },
  { name: 'notify-left', path: '/notify/left' },
  { name: 'notify-no-form', path: '/notify/tasks' },
];

/** The path of an address in which something stands for a case. */
const pathFor = (address: string): string => address.replaceAll(/\{\w+\}/g, ':reference').replace(/\?.*$/, '');

/** What paths look like that are this one, whatever stands in its variable parts. */
const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll('/', '\\/').replaceAll(/:\w+/g, '[^/]+')}$`);

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
    const stopped = cases.get('published') ?? '';
    console.cases.standings.set(stopped as CaseReference, { kind: 'ended', how: 'terminated' });
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
    const newcomer = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: ['legal'] } as const;
    const added = await console.records.people.add({ ...newcomer, key: 'p', added: { by: person, at } });
    cases.set('person', added.id);
    await console.records.closures.add({
      key: 'k',
      date: isoDate('2027-01-04'),
      reason: 'The offices are closed',
      by: person,
      at,
    });
    await console.records.meetings.add({ group: 'sub-group', on: isoDate('2027-03-17'), by: person, at });
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  const addressOf = (path: string): string =>
    `${console.address}${path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => cases.get(name) ?? name)}`;

  const known = new Map<string, Promise<ConsoleBrowser>>();
  const begins = async (who: string): Promise<ConsoleBrowser> => {
    switch (who) {
      case 'whoever has begun the form':
        return aForm(console, 'begun');
      case 'whoever fills in the form':
        return aForm(console, 'filled in');
      case 'whoever has sent the form':
        return aForm(console, 'sent');
      default:
        // Whom the administrator added has an id that is known only then.
        return console.as(cases.get(who) ?? who);
    }
  };
  const cookiesOf = async (who: string) => {
    const begun = known.get(who) ?? begins(who);
    known.set(who, begun);
    return [...(await begun).cookies].map(([name, value]) => ({ name, value, url: console.address }));
  };

  // A window for each, which keeps style sheets and scripts; what a page shows depends on nothing else of it.
  const windows = new Map<string, ReturnType<typeof aWindow>>();
  const windowOf = async (who: string | undefined): ReturnType<typeof aWindow> => {
    if (browser === undefined) throw new Error('The browser did not start.');
    const opened = windows.get(who ?? '') ?? aWindow(browser);
    windows.set(who ?? '', opened);
    const { context } = await opened;
    // Signing out would end it for the others.
    if (who !== undefined) await context.addCookies(await cookiesOf(who));
    return opened;
  };

  test.each(states)(
    '$name',
    async ({ name, path, leadsTo, as, from, first }) => {
      const { page, complaints } = await windowOf(as);
      await page.setViewportSize({ width: 1280, height: 900 });
      const response = await page.goto(addressOf(path));
      expect(response?.status()).toBeLessThan(500);
      if (first !== undefined) await first(page);
      expect(new URL(page.url()).pathname).toMatch(patternOf(pathFor(leadsTo ?? path)));
      expect(await page.locator('h1').count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await picture(page, `${name}-1280`);
      await pictureOfWindow(page, `${name}-1280-window`, from);
      // A phone; and the same as 400 % of a window 1,280 wide.
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, `${name}-320`);
      expect(complaints).toEqual([]);
    },
    180_000,
  );

  test('no page is left out', () => {
    // What answers with something else than a page, or only leads on.
    const apart = /\.(xlsx|svg)$|\/live$|^\/signing-in\//;
    const looked = states.map(({ path, leadsTo = path }) => pathFor(leadsTo));
    const isLooked = (path: string) => looked.some((one) => patternOf(path).test(one));
    const missing = pageRoutes
      .filter(({ method, path }) => method === 'get' && !apart.test(path) && !isLooked(path))
      .map(({ path }) => path);
    expect(missing).toEqual([]);
  });
});

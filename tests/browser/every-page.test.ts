import type { Browser } from 'playwright-core';
import { noticeShower } from '../../src/mail/show-notice';
import { loadTemplates, type Templates } from '../../src/mail/templates';
import { pageRoutes } from '../../src/console/routes';
import { instant, isoDate } from '../../src/procedure/time/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { kirklees } from '../profile/kirklees';
import { ConsoleUnderTest } from '../console/support/console';
import { startElsewhere } from '../console/support/copied-records';
import type { Browser as ConsoleBrowser } from '../console/support/browser';
import { aWindow, inBrowser, launch } from './support/chromium';
import { picture, pictureOfWindow, scrollsSideways, violations } from './support/looking';
import { aForm } from './support/sample-forms';
import { aSampleCase } from './support/sample-cases';
import { SentCodes, someLinks } from './support/sample-links';
import { someReceived } from './support/sample-received';
import { states } from './support/states';

/*
 * Every page in a real browser, with what each shows in its states: no accessibility rule is broken, nothing has to be
 * scrolled sideways on a phone or at 400 %, no script complains.
 */

/** The texts of emails, as the product has them. */
function emailTemplates(): Templates {
  const loaded = loadTemplates({ folders: kirklees().templateFolders });
  if (!loaded.ok) throw new Error('The templates are not right.');
  return loaded.templates;
}

/** The path of an address in which something stands for a case. */
const pathFor = (address: string): string => address.replaceAll(/\{\w+\}/g, ':reference').replace(/\?.*$/, '');

/** What paths look like that are this one, whatever stands in its variable parts. */
const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll('/', '\\/').replaceAll(/:\w+/g, '[^/]+')}$`);

inBrowser('Every page', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  const cases = new Map<string, string>();
  const codes = new SentCodes();
  let answering: ConsoleBrowser | undefined;

  beforeAll(async () => {
    console = await ConsoleUnderTest.start({
      sendCode: () => Promise.resolve(true),
      renderNotice: noticeShower({ templates: emailTemplates(), publicUrl: 'https://reviews.example.org' }),
      sendLinkCode: codes.sendLinkCode,
    });
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
    await console.records.tokens.add(token);
    cases.set('token', String((await console.records.tokens.byHash('none'))?.id));
    const newcomer = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: ['legal'] } as const;
    const added = await console.records.people.add({ ...newcomer, key: 'p', added: { by: person, at } });
    cases.set('person', added.person.id);
    await console.records.closures.add({
      key: 'k',
      date: isoDate('2027-01-04'),
      reason: 'The offices are closed',
      by: person,
      at,
    });
    await console.records.holidayChanges.add({
      key: 'holiday-change',
      change: 'removed',
      date: isoDate('2027-05-31'),
      reason: 'The offices are closed',
      by: person,
      at,
    });
    for (const [name, number] of await someReceived(console)) cases.set(name, number);
    const links = await someLinks(console, codes);
    answering = links.answering;
    for (const [name, part] of links.parts) cases.set(name, part);
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
      case 'whoever is signed in and has sent the form':
        return aForm(console, 'sent', await console.as('P09'));
      case 'whoever was sent a code': {
        const sender = await aForm(console, 'sent');
        await sender.submit('/notify/address', { address: 'ingrid@example.org' });
        return sender;
      }
      case 'whoever typed the code of a link':
        if (answering === undefined) throw new Error('Nobody has typed a code.');
        return answering;
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

  test('of copied records, whose question comes before any other page', async () => {
    await startElsewhere(console, () => undefined);
    const { page, complaints } = await windowOf('P01');
    await page.goto(`${console.address}/`);
    expect(new URL(page.url()).pathname).toBe('/engine/place');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'place-1280');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('no page is left out', () => {
    // What answers with something else than a page, or only leads on.
    const apart = /\.(xlsx|svg)$|\/live$|^\/signing-in\//;
    const looked = ['/engine/place', ...states.map(({ path, leadsTo = path }) => pathFor(leadsTo))];
    const isLooked = (path: string) => looked.some((one) => patternOf(path).test(one));
    const missing = pageRoutes
      .filter(({ method, path }) => method === 'get' && !apart.test(path) && !isLooked(path))
      .map(({ path }) => path);
    expect(missing).toEqual([]);
  });
});

import { addDays, isoDate, londonDate } from '../../src/procedure/time/dates';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import { hashOf } from '../../src/security/secret';
import { wallNow } from '../profile/kirklees';
import { aCase } from '../support/a-case';
import type { Browser } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const seen = (subject: string, at: Instant = wallNow) =>
  console.records.signIns.seen({
    issuer: 'https://login.example.org',
    subject,
    name: `Account ${subject}`,
    email: `${subject}@example.org`,
    at,
  });
const manager = 'P01' as PersonId;
const police = 'P08' as PersonId;

describe('Sign-ins', () => {
  test('are none yet, and the page says what that means', async () => {
    const page = await (await console.as('P01')).get('/access');
    expect(page.heading).toBe('Sign-ins');
    expect(page.says).toContain('None: every account that has signed in is linked.');
    expect(page.says).toContain('No sign-in service is set up. Anyone using this computer can sign in as anyone');
  });

  test('that belong to nobody come first, and the Business Manager links one to a person', async () => {
    await console.records.signIns.link((await seen('linked')).id, { person: police, by: manager, at: wallNow });
    const { id } = await seen('new');
    const browser = await console.as('P01');
    const list = await browser.get('/access');
    expect(list.$('table').eq(0).text()).toContain('Account new');
    expect(list.$('table').eq(0).text()).not.toContain('Account linked');
    expect(list.$('table').eq(1).text()).toContain('Ambrose Nettleship');
    const page = await browser.get(`/access/sign-ins/${id}`);
    const choices = page
      .$('select[name=person] option')
      .map((_, one) => page.$(one).attr('value'))
      .get();
    expect(choices).toContain('P09');
    expect(choices).not.toContain('P40');
    const done = await browser.submit(`/access/sign-ins/${id}`, { person: 'P09' });
    expect(done.says).toContain('The account is Leocadia Farthingale’s now.');
    expect(done.says).toContain('Linked to Leocadia Farthingale by Marguerite Thistlewood');
    expect((await console.records.signIns.get(id))?.linked?.person).toBe('P09');
  });

  test('an account that somebody else linked since the page was opened is not linked again unseen', async () => {
    const { id } = await seen('new');
    const where = `/access/sign-ins/${id}`;
    const [first, second] = [await console.as('P01'), await console.as('P01')];
    const opened = (await second.get(where)).$('input[name=_seen]').first().attr('value') ?? '';
    await first.submit(where, { person: 'P09', _seen: opened });
    const late = await second.submit(where, { person: 'P08', _seen: opened });
    expect(late.status).toBe(409);
    expect(late.says).toMatch(/Marguerite Thistlewood changed this at \d.*2026\. Look again/);
    expect((await console.records.signIns.get(id))?.linked?.person).toBe('P09');
    const again = late.$('input[name=_seen]').first().attr('value') ?? '';
    await second.submit(where, { person: 'P08', _seen: again });
    expect((await console.records.signIns.get(id))?.linked?.person).toBe('P08');
  });

  test('a link that is taken back, or goes to somebody else, signs out whose it was', async () => {
    const { id } = await seen('police');
    await console.records.signIns.link(id, { person: police, by: manager, at: wallNow });
    const theirs = await console.as('P08');
    const browser = await console.as('P01');
    const done = await browser.submit(`/access/sign-ins/${id}`, { want: 'unlink' });
    expect(done.says).toContain('The account belongs to nobody now.');
    expect((await theirs.get('/account')).heading).toBe('Choose who to sign in as');
    expect((await browser.get('/account')).heading).toBe('Your account');
    expect((await console.records.signIns.get(id))?.linked).toBeUndefined();
  });

  test('no choice, or a choice of nobody who may sign in, changes nothing', async () => {
    const { id } = await seen('new');
    const browser = await console.as('P01');
    for (const person of ['', 'P40', 'P99', 'nonsense']) {
      const page = await browser.submit(`/access/sign-ins/${id}`, { person });
      expect([person, page.status]).toEqual([person, 422]);
      expect(page.$('.govuk-error-summary').length).toBe(1);
    }
    expect((await console.records.signIns.get(id))?.linked).toBeUndefined();
    expect((await browser.get('/access/sign-ins/999')).status).toBe(404);
    expect((await browser.submit('/access/sign-ins/nonsense', { person: 'P09' })).status).toBe(404);
  });

  test('the IT officer sees them and links none; nobody else sees them', async () => {
    const { id } = await seen('new');
    const it = await console.as('P43');
    const page = await it.get(`/access/sign-ins/${id}`);
    expect([page.status, page.$('main form').length]).toEqual([200, 0]);
    expect((await it.submit(`/access/sign-ins/${id}`, { person: 'P43' })).status).toBe(403);
    expect((await it.submit('/access/sign-out', { person: 'P08' })).status).toBe(403);
    for (const person of ['P02', 'P03', 'P07', 'P14']) {
      const browser = await console.as(person);
      for (const path of ['/access', '/access/tokens', `/access/sign-ins/${id}`]) {
        expect((await browser.get(path)).status).toBe(403);
      }
    }
    expect((await console.records.signIns.get(id))?.linked).toBeUndefined();
  });

  test('who is shut out of which case is said to those who look after access', async () => {
    await console.keep(aCase().with('shutOut', { person: 'P17' }, { by: 'business-manager' }).file);
    const page = await (await console.as('P43')).get('/access');
    expect(page.says).toContain('SIN-2026-0007 Ottoline Crabtree-Moss');
  });
});

describe('Signing somebody out everywhere', () => {
  test('ends every session of theirs, and says how many', async () => {
    const [one, two] = [await console.as('P08'), await console.as('P08')];
    const browser = await console.as('P01');
    const page = await browser.submit('/access/sign-out', { person: 'P08' });
    expect(page.says).toContain('Ambrose Nettleship is signed out everywhere: 2 sessions were ended.');
    for (const theirs of [one, two]) expect((await theirs.get('/account')).heading).toBe('Choose who to sign in as');
  });

  test('of oneself keeps this session, and of nobody is a mistake', async () => {
    const browser = await console.as('P01');
    await console.as('P01');
    expect((await browser.submit('/access/sign-out', { person: 'P01' })).says).toContain('1 session was ended');
    expect((await browser.submit('/access/sign-out', {})).status).toBe(422);
  });
});

describe('API tokens', () => {
  const make = (browser: Browser, more: Readonly<Record<string, string>> = {}) =>
    browser.submit('/access/tokens/new', { name: 'Weekly figures', person: 'P02', days: '30', ...more });

  test('one is shown once, and only its hash is kept', async () => {
    const browser = await console.as('P01');
    const page = await make(browser);
    expect(page.heading).toBe('The token is made');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const token = page.$('code').text();
    expect(token).toMatch(/^sir_[\w-]{43}$/);
    const kept = await console.records.tokens.byHash(hashOf(token));
    expect(kept).toMatchObject({ name: 'Weekly figures', person: 'P02', madeBy: 'P01' });
    expect(kept?.expiresAt && londonDate(kept.expiresAt)).toBe(addDays(isoDate('2026-11-23'), 30));
    const list = await browser.get('/access/tokens');
    expect(list.text).not.toContain(token);
    expect(list.$('tbody').text()).toContain('Rowan Appleyard-Finch');
    expect(console.logged.join('\n')).not.toContain(token);
  });

  test('sending the form again makes no second one of that name', async () => {
    const browser = await console.as('P01');
    await make(browser);
    const again = await make(browser);
    expect([again.status, again.$('code').length]).toEqual([422, 0]);
    expect(again.says).toContain('There is a token of this name that can be used');
    expect((await console.records.tokens.list()).length).toBe(1);
  });

  test('of two made at one moment with one name, one is refused in words', async () => {
    const browsers = await Promise.all(['P01', 'P01', 'P01'].map((person) => console.as(person)));
    const pages = await Promise.all(browsers.map((browser) => make(browser)));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    const refused = pages.filter(({ status }) => status === 422);
    for (const page of refused) expect(page.says).toContain('There is a token of this name that can be used');
    expect(await console.records.tokens.list()).toHaveLength(1);
  });

  test.each([
    ['name', { name: ' ' }],
    ['person', { person: '' }],
    ['person', { person: 'P40' }],
    ['days', { days: '' }],
    ['days', { days: '0' }],
    ['days', { days: '366' }],
    ['days', { days: 'a year' }],
  ])('a mistake in %s is said, and nothing is made: %j', async (field, wrong) => {
    const page = await make(await console.as('P01'), wrong);
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe(`#${String(page.$(`[name=${field}]`).attr('id'))}`);
    expect(await console.records.tokens.list()).toEqual([]);
  });

  test('one is revoked after a check, by the IT officer too, and stays on the list', async () => {
    await make(await console.as('P01'));
    const it = await console.as('P43');
    const list = await it.get('/access/tokens');
    expect(list.$('a[href="/access/tokens/new"]').length).toBe(0);
    const href = String(list.$('tbody a').attr('href'));
    expect((await it.get(href)).heading).toBe('Revoke a token');
    const done = await it.submit(href);
    expect(done.says).toContain('The token “Weekly figures” is revoked.');
    expect(done.says).toContain('Revoked by Barnaby Quickfall');
    expect(done.says).toContain('There is none. No program reads or records here for anybody.');
    expect((await it.get(href)).status).toBe(404);
    expect((await it.submit(href)).heading).toBe('API tokens');
  });

  test('one that has expired is over', async () => {
    await make(await console.as('P01'));
    console.wall = '2027-01-10T10:00:00.000Z' as Instant;
    const page = await (await console.as('P01')).get('/access/tokens');
    expect(page.says).toContain('Tokens that are over');
    expect(page.$('tbody').text()).toContain('Expired');
  });

  test('nobody but the Business Manager makes one', async () => {
    for (const person of ['P02', 'P14', 'P43']) {
      const browser = await console.as(person);
      expect((await browser.get('/access/tokens/new')).status).toBe(403);
      expect((await make(browser)).status).toBe(403);
    }
    expect(await console.records.tokens.list()).toEqual([]);
  });
});

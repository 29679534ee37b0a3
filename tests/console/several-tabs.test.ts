import { aCase } from '../support/a-case';
import { exampleNotification } from './support/notification-pages';
import type { PersonId } from '../../src/procedure/time/time';
import { RecordsUnavailable } from '../../src/records/unavailable';
import type { Browser, BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* One browser, several tabs: what is done in one does not land in the other. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

/** The address, with what says which form it is of. */
const inForm = ({ path }: BrowsedPage, page: string): string =>
  `${page}?form=${new URL(path, console.address).searchParams.get('form') ?? ''}`;

type Sending = () => Promise<BrowsedPage>;

const begins = (browser: Browser): Promise<BrowsedPage> => browser.submit('/notify');

async function fillsIn(browser: Browser, begun: BrowsedPage, agency: string): Promise<void> {
  for (const [page, fields] of Object.entries(exampleNotification)) {
    const more = page === 'about-you' ? { notifyingAgency: agency } : {};
    const kept = await browser.submit(inForm(begun, `/notify/${page}`), { ...fields, ...more });
    expect([page, kept.status]).toEqual([page, 200]);
  }
}

describe('Two notification forms in two tabs', () => {
  test('keep apart: each page shows what was typed in its own form, wherever it leads', async () => {
    const browser = console.browser();
    const [one, two] = [await begins(browser), await begins(browser)];
    expect(inForm(one, '')).not.toBe(inForm(two, ''));
    const after = await browser.submit(inForm(one, '/notify/safety'), { immediateSafety: 'Ash is in hospital' });
    expect(inForm(after, '')).toBe(inForm(one, ''));
    await browser.submit(inForm(two, '/notify/safety'), { immediateSafety: 'Rowan is with carers' });
    const shown = async (begun: BrowsedPage) =>
      (await browser.get(inForm(begun, '/notify/safety'))).$('textarea').val();
    expect([await shown(one), await shown(two)]).toEqual(['Ash is in hospital', 'Rowan is with carers']);
    for (const page of ['/notify/tasks', '/notify/check', '/notify/children', '/notify/save']) {
      const { $ } = await browser.get(inForm(one, page));
      const addresses = $('main a, main form, nav.app-not-printed a')
        .toArray()
        .map((link) => $(link).attr('href') ?? $(link).attr('action') ?? '')
        .filter((address) => /^\/notify\/(?!return|left)/.test(address));
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) expect(address).toContain(inForm(one, '').slice(1));
    }
  });

  test('of one form keep what the other keeps at the same moment', async () => {
    const browser = console.browser();
    const begun = await begins(browser);
    const pages = Object.entries(exampleNotification);
    await Promise.all(pages.map(([page, fields]) => browser.submit(inForm(begun, `/notify/${page}`), fields)));
    const check = await browser.get(inForm(begun, '/notify/check'));
    const { says } = check;
    for (const [, fields] of pages)
      for (const [name, value] of Object.entries(fields))
        if (name === 'notifyingAgency' || name === 'immediateSafety' || name === 'circumstances')
          expect(says).toContain(String(value).replaceAll(/\s+/g, ' '));
  });

  test.each([
    ['at the same moment', (first: Sending, second: Sending) => Promise.all([first(), second()])],
    ['one after the other', (first: Sending, second: Sending) => first().then(second)],
  ])('of one form add each its own relative, sent %s', async (_when, sendBoth) => {
    const browser = console.browser();
    const begun = await begins(browser);
    const place = inForm(begun, '/notify/family/1');
    const adding = async (name: string) => {
      const { $ } = await browser.get(place);
      const _new = $('input[name="_new"]').val();
      return () => browser.submit(place, { name, relation: 'mother', _new: String(_new) });
    };
    await sendBoth(await adding('Ash Ashdown'), await adding('Rowan Ashdown'));
    const family = await browser.get(inForm(begun, '/notify/family'));
    for (const name of ['Ash Ashdown', 'Rowan Ashdown']) expect(family.says).toContain(name);
    // A relative who is on the form already is changed, not added.
    expect((await browser.get(place)).$('input[name="_new"]').length).toBe(0);
    await browser.submit(place, { name: 'Ashley Ashdown', relation: 'mother' });
    expect((await browser.get(inForm(begun, '/notify/family'))).$('.govuk-summary-card').length).toBe(2);
  });

  test('are received each under its own reference, and no form that was not sent is shown as received', async () => {
    const browser = await console.as('P09');
    const [one, two] = [await begins(browser), await begins(browser)];
    await fillsIn(browser, one, 'First agency');
    await fillsIn(browser, two, 'Second agency');
    const received = await browser.submit(inForm(one, '/notify/check'));
    expect(received.heading).toBe('Notification received');
    expect((await browser.get(inForm(two, '/notify/sent'))).heading).toBe('All parts of the form');
    expect((await browser.get(inForm(two, '/notify/check'))).says).toContain('Second agency');
    expect((await browser.submit(inForm(two, '/notify/check'))).heading).toBe('Notification received');
    const agencies = [...console.cases.files.values()].map(({ notification }) => notification.notifyingAgency);
    expect(agencies).toEqual(['First agency', 'Second agency']);
    expect((await browser.get(inForm(one, '/notify/sent'))).says).toContain(received.says.slice(0, 60));
  });

  test('an address that says of neither which it is asks, and changes nothing', async () => {
    const browser = console.browser();
    const [one, two] = [await begins(browser), await begins(browser)];
    for (const begun of [one, two]) {
      await browser.submit(inForm(begun, '/notify/before-you-start'), { notSignificantIncidentForm: 'yes' });
    }
    const asked = await browser.submit('/notify/safety', { immediateSafety: 'Whose is this?' });
    expect([asked.status, asked.heading]).toEqual([409, 'Which form?']);
    expect(asked.$('main li a').toArray()).toHaveLength(2);
    for (const begun of [one, two]) {
      expect((await browser.get(inForm(begun, '/notify/safety'))).$('textarea').val()).toBe('');
    }
  });

  test('leaving one on this device leaves the other, and a return code brings a third beside it', async () => {
    const browser = console.browser();
    const [one, two] = [await begins(browser), await begins(browser)];
    const code = (await browser.get(inForm(one, '/notify/save'))).$('.app-return-code').text().trim();
    await browser.submit(inForm(one, '/notify/save'));
    expect((await browser.get(inForm(one, '/notify/tasks'))).heading).toBe('We cannot find your form');
    expect((await browser.get(inForm(two, '/notify/tasks'))).heading).toBe('All parts of the form');
    const back = await browser.submit('/notify/return', { code });
    expect(inForm(back, '')).toBe(inForm(one, ''));
    expect((await browser.get(inForm(two, '/notify/tasks'))).heading).toBe('All parts of the form');
  });

  test('a practice form and a real one keep apart too', async () => {
    const browser = await console.as('P01');
    const real = await begins(browser);
    const practice = await browser.submit('/practice', { example: 'form' });
    expect(practice.says).toContain('Before you start');
    const practises = async (begun: BrowsedPage) =>
      (await browser.get(inForm(begun, '/notify/tasks'))).$('.app-practice').text().includes('opens a practice case');
    expect([await practises(real), await practises(practice)]).toEqual([false, true]);
  });

  test('a form that is written without signing in is not lost to signing in in another tab', async () => {
    const browser = console.browser();
    const begun = await begins(browser);
    await browser.send('/sign-in', { person: 'P01', to: '/' });
    const kept = await browser.send(inForm(begun, '/notify/safety'), { _csrf: '', immediateSafety: 'In hospital' });
    expect(kept.status).toBe(200);
    expect((await browser.get(inForm(begun, '/notify/safety'))).$('textarea').val()).toBe('In hospital');
  });
});

describe('A session that ends with several forms open', () => {
  const note = (reference: string) => `/cases/${reference}/decisions/addNote`;
  const day = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };

  test('loses none of them: each is there again at its own address, for its writer alone', async () => {
    await console.keep(aCase().file);
    const browser = await console.as('P01');
    const _csrf = await browser.token();
    const frontDoor = '/cases/SIN-2026-0007/decisions/sendToFrontDoor';
    await console.records.sessions.endAllOf('P01' as PersonId, console.wall);
    await browser.send(note('SIN-2026-0007'), { _csrf, ...day, note: 'The first note' });
    await browser.send(frontDoor, { _csrf, ...day, sentBy: 'Robin' });
    await browser.send(note('SIN-2026-0007'), { _csrf, ...day, note: 'The second note' });
    await browser.send('/calendar/add', { _csrf, 'date.day': '24', reason: 'Office closed' });
    const other = await console.as('P02');
    expect((await other.get(note('SIN-2026-0007'))).$('textarea[name=note]').text()).toBe('');
    await browser.submit('/sign-in', { person: 'P01', to: '/' });
    const noted = async () => (await browser.get(note('SIN-2026-0007'))).$('textarea[name=note]').text();
    expect((await browser.get(frontDoor)).$('input[name=sentBy]').attr('value')).toBe('Robin');
    expect([await noted(), await noted(), await noted()]).toEqual(['The second note', 'The first note', '']);
    expect((await browser.get('/calendar/add')).text).toContain('Office closed');
  });
});

test('Signing in for trying out works from two tabs that both asked who one wants to be', async () => {
  const browser = console.browser();
  await browser.get('/sign-in');
  await browser.get('/sign-in');
  await browser.send('/sign-in', { _csrf: '', person: 'P01', to: '/account' });
  const second = await browser.send('/sign-in', { _csrf: '', person: 'P01', to: '/cases' });
  expect(second.heading).toBe('Children’s Case Matrix');
});

test('While a part of the system is away, a page asks nobody to sign in who is signed in', async () => {
  const browser = await console.as('P01');
  await console.keep(aCase().file);
  console.cases.unavailable = 'away';
  const check = await browser.submit('/cases/SIN-2026-0007/decisions/addNote', {
    'on.day': '23',
    'on.month': '11',
    'on.year': '2026',
    note: 'A note',
  });
  const away = await browser.submit(check.path);
  expect(away.status).toBe(503);
  expect(away.says).not.toContain('Sign in');
  expect(away.$('main a[href="/"]').text()).toBe('Go to Today');
  const find = console.records.sessions.find;
  console.records.sessions.find = () => Promise.reject(new RecordsUnavailable('nothing answers', undefined));
  try {
    const dark = await browser.get('/cases');
    expect(dark.status).toBe(503);
    expect(dark.says).not.toContain('Sign in');
  } finally {
    console.records.sessions.find = find;
  }
  expect((await console.browser().get('/nothing-here')).says).toContain('Sign in');
});

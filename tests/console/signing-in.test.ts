import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

describe('Signing in, for trying out', () => {
  test('nobody sees a page before they have signed in, and then they are where they were going', async () => {
    const browser = console.browser();
    const asked = await browser.get('/account');
    expect(asked.heading).toBe('Choose who to sign in as');
    expect(asked.$('input[name=to]').first().attr('value')).toBe('/account');
    const page = await browser.submit('/sign-in', { person: 'P01', to: '/account' });
    expect(page.heading).toBe('Your account');
    expect(page.says).toContain('Marguerite Thistlewood');
  });

  test.each([
    ['/cases?text=Mermaid', '/cases'],
    ['/cases?stage=deciding&text=Mermaid%20Jones&turn=P05', '/cases?stage=deciding&turn=P05'],
    ['/cases.xlsx?text=Mermaid&text=Jones', '/cases.xlsx'],
    ['/mailbox?case=SIN-2026-0001&find=Mermaid', '/mailbox?case=SIN-2026-0001'],
    ['/cases?sought=abc', '/cases?sought=abc'],
  ])('words that were sought stand in no address of signing in: %s', async (address, to) => {
    const browser = console.browser();
    const asked = await browser.get(address);
    expect(new URL(asked.path, console.address).searchParams.get('to')).toBe(to);
    expect(asked.$('input[name=to]').first().attr('value')).toBe(to);
    expect(asked.path + asked.$.html()).not.toMatch(/mermaid/i);
  });

  test('an address of signing in that somebody kept with such words leads to the page without them', async () => {
    const asked = await console.browser().get(`/sign-in?to=${encodeURIComponent('/cases?text=Mermaid')}`);
    expect(asked.$('input[name=to]').first().attr('value')).toBe('/cases');
  });

  test.each([
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' },
    { 'x-real-ip': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
  ])('a proxy on this machine, of which nobody told, lets nobody be anybody: %j', async (headers) => {
    const browser = console.browser();
    expect((await browser.get('/sign-in', headers)).status).toBe(421);
    expect((await browser.submit('/sign-in', { person: 'P01' }, headers)).status).toBe(421);
    expect(browser.cookies.has('session')).toBe(false);
    expect((await browser.get('/sign-in', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(200);
  });

  test('it is plainly marked as trying out, on every page', async () => {
    const page = await (await console.as('P01')).get('/account');
    expect(page.$('header').text()).toContain('Demonstration');
  });

  test('a form that another site sends changes nothing', async () => {
    const browser = await console.as('P01');
    const token = await browser.token();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const page = await browser.send('/sign-out', { _csrf: token }, headers);
      expect([page.status, page.heading]).toEqual([403, 'Send the form again']);
    }
    expect((await browser.send('/sign-out', { _csrf: 'guessed' })).status).toBe(403);
    expect((await browser.get('/account')).heading).toBe('Your account');
  });

  test('signing out ends the session on the server too', async () => {
    const browser = await console.as('P01');
    const cookie = new Map(browser.cookies);
    expect((await browser.submit('/sign-out')).heading).toBe('You have signed out');
    for (const [name, value] of cookie) browser.cookies.set(name, value);
    expect((await browser.get('/account')).heading).toBe('Choose who to sign in as');
  });

  test('signing in leads to no other site', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/%0d//evil.example\n']) {
      const page = await console.browser().submit('/sign-in', { person: 'P01', to });
      expect(new URL(page.path, console.address).origin).toBe(console.address);
    }
  });
});

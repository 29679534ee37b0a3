import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { PersonId } from '../../src/procedure/time/time';
import { freePort } from '../../src/processes/ports';
import { providerAt } from '../../src/security/provider';
import type { Browser, BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Signing in at a real OpenID provider, in a process of its own. */

let console: ConsoleUnderTest;
let provider: ChildProcess;
let issuer: string;

beforeAll(async () => {
  const [port, ours] = [await freePort(), await freePort()];
  issuer = `http://127.0.0.1:${port}`;
  const publicUrl = `http://127.0.0.1:${ours}`;
  const script = path.join(__dirname, 'support', 'provider.mjs');
  provider = spawn(
    process.execPath,
    [script, String(port), `${publicUrl}/signing-in/return`, `${publicUrl}/signed-out`],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  if (provider.stdout === null) throw new Error('The provider says nothing.');
  await once(provider.stdout, 'data');
  console = await ConsoleUnderTest.start({
    port: ours,
    signingIn: {
      kind: 'provider',
      provider: providerAt({ issuer, clientId: 'reviews', clientSecret: 'a-secret-of-the-tests', publicUrl }),
      trustsEmail: false,
    },
  });
});
afterEach(() => console.reset());
afterAll(async () => {
  await console.stop();
  provider.kill();
});

const businessManager = 'marguerite.thistlewood@kscp.example';

/** Goes to the provider, says there who they are, and lets it be told. */
async function signIn(browser: Browser, login: string, to = '/account'): Promise<BrowsedPage> {
  browser.friends.push(issuer);
  let page = await browser.get(`/signing-in/begin?to=${encodeURIComponent(to)}`);
  for (let forms = 0; page.$('form[action*="/interaction/"]').length > 0 && forms < 4; forms += 1) {
    const form = page.$('form[action*="/interaction/"]').first();
    const prompt = form.find('input[name=prompt]').attr('value') ?? '';
    page = await browser.send(
      new URL(form.attr('action') ?? '', issuer).href,
      { prompt, login, password: 'any' },
      {
        origin: issuer,
      },
    );
  }
  return page;
}

describe('Signing in at the partnership’s provider', () => {
  test('somebody for whose address the provider vouches is the person of the profile with that address', async () => {
    const page = await signIn(console.browser(), businessManager);
    expect(page.heading).toBe('Your account');
    expect(page.says).toContain('Marguerite Thistlewood');
    const [account] = await console.records.signIns.list();
    expect(account).toMatchObject({ issuer, subject: businessManager, linked: { person: 'P01' } });
  });

  test('from then on the account is the person, whatever address it comes to have', async () => {
    await signIn(console.browser(), businessManager);
    const [account] = await console.records.signIns.list();
    await console.records.signIns.seen({
      issuer,
      subject: businessManager,
      name: 'Married',
      email: 'other@kscp.example',
      at: console.wall,
    });
    const page = await signIn(console.browser(), businessManager);
    expect(page.heading).toBe('Your account');
    expect((await console.records.signIns.list()).map(({ id }) => id)).toEqual([account?.id]);
  });

  test.each([
    ['an address that the provider has not checked', `unchecked:${businessManager}`],
    ['an address of nobody', 'stranger@example.org'],
  ])('%s opens nothing, and it is said whom to ask', async (_what, login) => {
    const browser = console.browser();
    const page = await signIn(browser, login);
    expect([page.status, page.heading]).toEqual([403, 'You are not known here yet']);
    expect((await browser.get('/account')).heading).toBe('Sign in');
  });

  test('a second account with the address of somebody who has one is not taken for them', async () => {
    await signIn(console.browser(), businessManager);
    const page = await signIn(console.browser(), `${businessManager}#second`);
    expect(page.heading).toBe('You are not known here yet');
  });

  test('an account that was linked by hand is that person; taken back, it is nobody', async () => {
    await signIn(console.browser(), 'stranger@example.org');
    const [account] = await console.records.signIns.list();
    if (account === undefined) throw new Error('The account was not noted.');
    const by = 'P01' as PersonId;
    await console.records.signIns.link(account.id, { person: 'P14' as PersonId, by, at: console.wall });
    expect((await signIn(console.browser(), 'stranger@example.org')).heading).toBe('Your account');
    await console.records.signIns.unlink(account.id, { by, at: console.wall });
    expect((await signIn(console.browser(), 'stranger@example.org')).heading).toBe('You are not known here yet');
  });

  test('a return that was not begun in this browser is refused', async () => {
    const first = console.browser();
    first.friends.push(issuer);
    const page = await console.browser().get('/signing-in/return?code=stolen&state=guessed');
    expect([page.status, page.heading]).toEqual([403, 'You are not signed in']);
    const begun = await first.get('/signing-in/begin');
    expect(begun.status).toBe(200);
    const other = await first.get('/signing-in/return?code=stolen&state=guessed');
    expect([other.status, other.heading]).toEqual([403, 'You are not signed in']);
  });

  test('a return is good once', async () => {
    const browser = console.browser();
    await signIn(browser, businessManager);
    browser.cookies.delete('session');
    const again = await browser.get('/signing-in/return?code=used&state=used');
    expect(again.heading).toBe('You are not signed in');
  });

  test('signing in from two tabs works in both, each going on to where it was going', async () => {
    const browser = console.browser();
    const atProvider = (await browser.get('/signing-in/begin?to=%2Faccount')).path;
    expect(atProvider).toContain(issuer);
    expect((await signIn(browser, businessManager, '/cases')).heading).toBe('Children’s Case Matrix');
    const page = await browser.get(atProvider);
    expect(page.heading).toBe('Your account');
  });

  test('going back to the return address with a live session goes on to where it was going', async () => {
    const browser = console.browser();
    const returns: string[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const asked = typeof input === 'string' ? input : 'url' in input ? input.url : input.href;
      if (asked.includes('/signing-in/return')) returns.push(asked);
      return original(input, init);
    };
    try {
      await signIn(browser, businessManager, '/cases');
    } finally {
      globalThis.fetch = original;
    }
    const again = await browser.get(returns.at(-1) ?? '');
    expect(again.heading).toBe('Children’s Case Matrix');
    browser.cookies.delete('session');
    expect((await browser.get(returns.at(-1) ?? '')).heading).toBe('You are not signed in');
  });

  test('signing out leads on to the provider, and nobody is signed in here', async () => {
    const browser = console.browser();
    await signIn(browser, businessManager);
    const page = await browser.submit('/sign-out');
    expect(page.$('form[action*="/session/end"]').length).toBe(1);
    expect((await browser.get('/account')).heading).toBe('Sign in');
  });

  test('nobody can choose whom to be', async () => {
    const page = await console.browser().submit('/sign-in', { person: 'P01' });
    expect(page.status).toBe(404);
    expect((await console.browser().get('/sign-in')).says).not.toContain('Marguerite');
  });

  test('a session ends when it is not used, and in any case after twelve hours', async () => {
    const browser = console.browser();
    await signIn(browser, businessManager);
    const began = Date.parse(console.wall);
    const after = (minutes: number) => {
      console.wall = new Date(began + minutes * 60_000).toISOString() as typeof console.wall;
    };
    for (let minutes = 50; minutes < 720; minutes += 50) {
      after(minutes);
      expect([minutes, (await browser.get('/account')).heading]).toEqual([minutes, 'Your account']);
    }
    after(721);
    expect((await browser.get('/account')).heading).toBe('Sign in');
    const other = console.browser();
    await signIn(other, businessManager);
    after(721 + 61);
    expect((await other.get('/account')).heading).toBe('Sign in');
  });
});

test('a provider that does not answer is said so, and tried again the next time', async () => {
  const port = await freePort();
  const away = await ConsoleUnderTest.start({
    signingIn: {
      kind: 'provider',
      provider: providerAt({
        issuer: `http://127.0.0.1:${port}`,
        clientId: 'reviews',
        clientSecret: 'secret',
        publicUrl: 'http://127.0.0.1:1',
      }),
      trustsEmail: false,
    },
  });
  try {
    const page = await away.browser().get('/signing-in/begin');
    expect([page.status, page.says]).toEqual([403, expect.stringContaining('does not answer')]);
  } finally {
    await away.stop();
  }
});

import type { LinkCode } from '../../src/casework/links/codes';
import { setAnswerCookie } from '../../src/console/http/cookies';
import type { LinkOf } from '../../src/procedure/asking/links';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { ConsoleUnderTest } from './support/console';
import { agenciesAsked, emailOf, gp, housing, linkAddress } from './support/links';
import type { Browser, BrowsedPage } from './support/browser';

/* Answering by a link, without an account: the address, the code, and then the request. */

let console: ConsoleUnderTest;
let codes: LinkCode[];
let file: CaseFile;
let hours = 0;

/** Starts anew, for the limits of what one network may send are each server's own. */
async function startAnew(): Promise<void> {
  await console.stopListening();
  await console.listen({
    sendLinkCode: async (code) => {
      codes.push(code);
      return true;
    },
  });
}

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(async () => {
  await console.reset();
  await startAnew();
  // A reading of the test before is remembered for five minutes.
  hours += 10;
  later(hours * 60);
  codes = [];
  file = agenciesAsked().file;
  await console.keep(file);
});
afterAll(() => console.stop());

const pathOf = async (of: Partial<LinkOf> = {}): Promise<string> =>
  new URL(await linkAddress(console, { reference: file.reference, ...of })).pathname;

const later = (minutes: number): void => {
  console.wall = fromMillis(toMillis(console.wall) + minutes * 60_000);
};

/** Types an address on record, and returns the code that was sent to it. */
async function codeFor(browser: Browser, path: string, person: PersonId = gp): Promise<string> {
  const before = codes.length;
  const page = await browser.submit(path, { address: emailOf(console, person) });
  expect(page.heading).toBe('Enter your code');
  return codes
    .slice(before)
    .map(({ code }) => code)
    .join();
}

const typeCode = (browser: Browser, path: string, code: string): Promise<BrowsedPage> =>
  browser.submit(`${path}/code`, { code });

/** Opens a request: address, code, page. */
const opened = async (browser: Browser, path: string): Promise<BrowsedPage> =>
  typeCode(browser, path, await codeFor(browser, path));

/** A code that is not this one. */
const not = (code: string): string => (code === '000000' ? '000001' : '000000');

/** Types so many wrong codes, and returns the last page. */
async function guess(browser: Browser, path: string, times: number): Promise<BrowsedPage> {
  let page = await browser.get(path);
  for (let n = 0; n < times; n += 1) page = await typeCode(browser, path, not(codes.at(-1)?.code ?? ''));
  return page;
}

const readings = async () => (await console.records.readings.list({ viewer: undefined, limit: 200 })).readings;
const tasks = () => console.records.tasks.list({ toDo: true });

/** Says what a page says, without the addresses and links that differ. */
const sameFor = ({ status, heading, says }: BrowsedPage, address: string) => [
  status,
  heading,
  says.replaceAll(address, '<address>'),
];

describe('The address and the code', () => {
  test('whoever types the address on record and the code that was sent there reads what is asked', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const first = await browser.get(path);
    expect([first.status, first.heading]).toEqual([200, 'Confirm who you are']);
    const request = await opened(browser, path);
    expect([request.path, request.heading]).toEqual([
      `${console.address}${path}/request`,
      'Send what your organisation knows',
    ]);
    expect(request.says).toContain('GP practices');
    expect(codes.map(({ reference, to }) => [reference, to.address])).toEqual([[file.reference, emailOf(console, gp)]]);
    // The link leads there from now on, without another code.
    expect((await browser.get(path)).heading).toBe('Send what your organisation knows');
  });

  test('nothing of the case is on a page before the code is typed', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const pages = [await browser.get(path), await browser.get(`${path}/code`), await browser.get(`${path}/request`)];
    pages.push(await browser.submit(path, { address: emailOf(console, gp) }));
    pages.push(await guess(browser, path, 1));
    for (const { text } of pages) expect(text).not.toMatch(/SIN-\d|GP practices|return:gp|P26/);
  });

  test('another address is answered with the same page, and nothing is sent to it or to anybody', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const right = await browser.submit(path, { address: emailOf(console, gp) });
    codes = [];
    for (const address of [emailOf(console, housing), 'somebody@example.org']) {
      const wrong = await browser.submit(path, { address });
      expect(sameFor(wrong, address)).toEqual(sameFor(right, emailOf(console, gp)));
    }
    expect(codes).toEqual([]);
    expect(right.says).toContain(`If ${emailOf(console, gp)} is on the request, we have sent a code to it.`);
  });

  test('a wrong code is answered the same whether a code was sent or not, up to the lock', async () => {
    const browser = console.browser();
    const [sent, unsent] = [await pathOf(), await pathOf({ contribution: 'return:housing', person: housing })];
    await codeFor(browser, sent);
    await browser.submit(unsent, { address: 'somebody@example.org' });
    for (let n = 1; n <= 5; n += 1)
      expect(sameFor(await guess(browser, unsent, 1), '')).toEqual(sameFor(await guess(browser, sent, 1), ''));
  });

  test('the address on record may be typed in capitals, with blanks around it', async () => {
    await console.browser().submit(await pathOf(), { address: ` ${emailOf(console, gp).toUpperCase()} ` });
    expect(codes.map(({ to }) => to.address)).toEqual([emailOf(console, gp)]);
  });

  test('what is no address, and what is no code, is said beside the field and counts as nothing', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const before = await console.digests();
    const address = await browser.submit(path, { address: 'no address' });
    expect([address.status, address.says]).toEqual([422, expect.stringContaining('Enter an email address')]);
    const code = await browser.submit(`${path}/code`, { code: '12345' });
    expect([code.status, code.says]).toEqual([422, expect.stringContaining('Enter the six digits')]);
    expect(await console.digests()).toEqual(before);
  });

  test('a code works for fifteen minutes', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const late = await codeFor(browser, path);
    later(15);
    expect((await typeCode(browser, path, late)).status).toBe(422);
    const inTime = await codeFor(browser, path);
    later(14.9);
    expect((await typeCode(browser, path, inTime)).heading).toBe('Send what your organisation knows');
  });

  test('a code works once, and a newer one replaces it', async () => {
    const path = await pathOf();
    const [first, second] = [console.browser(), console.browser()];
    const before = await codeFor(first, path);
    const code = await codeFor(second, path);
    if (before !== code) expect((await typeCode(first, path, before)).status).toBe(422);
    expect((await typeCode(first, path, code)).heading).toBe('Send what your organisation knows');
    expect((await typeCode(second, path, code)).status).toBe(422);
    // The one browser in which it was typed is in; the other is not.
    expect((await first.get(`${path}/request`)).heading).toBe('Send what your organisation knows');
    expect((await second.get(`${path}/request`)).heading).toBe('Confirm who you are');
  });

  test('six codes in an hour are one too many, whatever address is typed', async () => {
    for (const address of ['somebody@example.org', emailOf(console, gp)]) {
      await console.reset();
      await console.keep(file);
      const path = await pathOf();
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await console.browser().submit(path, { address })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      later(61);
      expect((await console.browser().submit(path, { address })).status).toBe(200);
    }
  });

  test('one network cannot go on asking for codes with ever other links', async () => {
    const browser = console.browser();
    let last = 0;
    for (let n = 0; n < 21; n += 1) {
      const path = await pathOf({ person: `P${n + 50}` as PersonId });
      last = (await browser.submit(path, { address: 'somebody@example.org' })).status;
    }
    expect(last).toBe(429);
  });
});

describe('The browser in which the code was typed', () => {
  test('reads that request for four hours, and types another code then', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await opened(browser, path);
    later(4 * 60 - 1);
    expect((await browser.get(`${path}/request`)).heading).toBe('Send what your organisation knows');
    later(1);
    expect((await browser.get(`${path}/request`)).heading).toBe('Confirm who you are');
  });

  test('reads no other: not of another agency, nor of another case', async () => {
    const browser = console.browser();
    await opened(browser, await pathOf());
    const elsewhere = { ...file, reference: 'SIN-2026-0999' as CaseReference };
    await console.keep(elsewhere);
    for (const another of [{ contribution: 'return:housing', person: housing }, { reference: elsewhere.reference }]) {
      const page = await browser.get(`${await pathOf(another)}/request`);
      expect(page.heading).toBe('Confirm who you are');
    }
  });

  test('keeps a cookie that no script reads and no other page is sent', async () => {
    const path = await pathOf();
    const code = await codeFor(console.browser(), path);
    const response = await fetch(`${console.address}${path}/code`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: `code=${code}`,
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^answer=[\\w-]{43}; Max-Age=14400; Path=${path}; HttpOnly; SameSite=Lax$`)),
    ]);
    const secure = setAnswerCookie('https://reviews.example.org', { token: 't', value: 'v', seconds: 60 });
    expect(secure).toBe('__Secure-answer=v; Max-Age=60; Path=/answer/t; HttpOnly; Secure; SameSite=Lax');
  });
});

describe('A link that is only opened', () => {
  test('changes nothing and leaves no reading, however often and by whichever method', async () => {
    const path = await pathOf();
    await codeFor(console.browser(), path);
    const before = await console.digests();
    const parts = ['', '/code', '/request', '/nil', '/entries', '/entries/1', '/check', '/sent'];
    for (let n = 0; n < 100; n += 1) {
      for (const part of parts) {
        const method = n % 2 === 0 ? 'GET' : 'HEAD';
        const response = await fetch(`${console.address}${path}${part}`, { method });
        expect(response.status).toBe(200);
      }
    }
    expect(await console.digests()).toEqual(before);
    // These are all tables, and what is looked at does change once somebody types the code.
    await opened(console.browser(), path);
    const after = await console.digests();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(
      expect.arrayContaining(['answer_links', 'answer_sessions', 'readings']),
    );
  });

  test('is kept in no cache, and its address is told to no other site', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await opened(browser, path);
    for (const page of [
      await browser.get(path),
      await console.browser().get(path),
      await browser.get('/answer/none'),
    ]) {
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('stands in no line of the log', async () => {
    const path = await pathOf();
    await opened(console.browser(), path);
    expect(console.logged.join('\n')).toContain('/answer/…/request');
    expect(console.logged.join('\n')).not.toContain(path.slice('/answer/'.length));
  });

  test('is short, without a query, and says neither who is asked nor in which case', async () => {
    const address = new URL(await linkAddress(console, { reference: file.reference }), 'https://reviews.example.org');
    expect(address.pathname).toMatch(/^\/answer\/[0-9a-f]{32}$/);
    expect(address.search).toBe('');
    expect(`https://safeguarding-reviews.kirklees.example.org${address.pathname}`.length).toBeLessThan(120);
  });

  test('is not found where it was never sent', async () => {
    for (const token of ['0'.repeat(32), 'x', 'F'.repeat(32), '%27'])
      expect((await console.browser().get(`/answer/${token}`)).status).toBe(404);
  });
});

describe('The reading log', () => {
  test('has who read a request by its link, and nothing of what came before', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await codeFor(browser, path);
    await browser.get(`${path}/request`);
    expect(await readings()).toEqual([]);
    await opened(browser, path);
    const part = 'request';
    expect(await readings()).toEqual([expect.objectContaining({ person: gp, part, cases: [file.reference] })]);
    expect((await readings())[0]?.credential).toEqual({ kind: 'link', name: 'return:gp' });
    // HEAD shows nothing, and is no reading.
    later(6);
    const cookie = `answer=${browser.cookies.get('answer') ?? ''}`;
    const head = await fetch(`${console.address}${path}/request`, { method: 'HEAD', headers: { cookie } });
    expect([head.status, (await readings()).length]).toEqual([200, 1]);
    await browser.get(`${path}/request`);
    expect(await readings()).toHaveLength(2);
  });
});

describe('A link with five wrong codes', () => {
  test('is locked, for the right code too, and the Business Unit has one task', async () => {
    const browser = console.browser();
    const path = await pathOf();
    const code = await codeFor(browser, path);
    expect((await guess(browser, path, 4)).status).toBe(422);
    const locked = await guess(browser, path, 1);
    expect([locked.status, locked.heading]).toEqual([403, 'This link is locked']);
    expect((await typeCode(browser, path, code)).heading).toBe('This link is locked');
    expect((await browser.submit(path, { address: emailOf(console, gp) })).heading).toBe('This link is locked');
    expect(codes).toHaveLength(1);
    const [task, ...others] = await tasks();
    expect([task?.kind, task?.reference, others]).toEqual(['link-locked', file.reference, []]);
    expect(task?.sentence).not.toMatch(new RegExp(code));
  });

  test('is counted over several codes, and from the beginning after a right one', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await codeFor(browser, path);
    await guess(browser, path, 4);
    await opened(browser, path);
    await codeFor(console.browser(), path);
    await guess(console.browser(), path, 3);
    await codeFor(console.browser(), path);
    expect((await guess(console.browser(), path, 1)).status).toBe(422);
    expect((await guess(console.browser(), path, 1)).heading).toBe('This link is locked');
  });

  test('locks no other link', async () => {
    await guess(console.browser(), await pathOf(), 5);
    const other = await pathOf({ contribution: 'return:housing', person: housing });
    expect((await console.browser().get(other)).heading).toBe('Confirm who you are');
  });

  test('is locked for the browser that read it before, until the office unlocks it', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await opened(browser, path);
    await guess(console.browser(), path, 5);
    expect((await browser.get(`${path}/request`)).heading).toBe('This link is locked');
    const office = await console.as('P02');
    const list = await office.get('/mailbox/tasks');
    expect(list.says).toMatch(/The link by which [A-Z].* answers in SIN-2026-0007 is locked/);
    expect(list.$('main form button').first().text()).toMatch(/^Unlock the link/);
    await office.submit('/mailbox/tasks', { task: (await tasks())[0]?.key ?? '' });
    expect(await tasks()).toEqual([]);
    expect((await browser.get(`${path}/request`)).heading).toBe('Send what your organisation knows');
    expect((await opened(console.browser(), path)).heading).toBe('Send what your organisation knows');
  });

  test('can be locked again, which is another task', async () => {
    const path = await pathOf();
    await guess(console.browser(), path, 5);
    const office = await console.as('P02');
    await office.submit('/mailbox/tasks', { task: (await tasks())[0]?.key ?? '' });
    later(1);
    await guess(console.browser(), path, 5);
    expect(await tasks()).toHaveLength(1);
  });
});

describe('A link whose request is over', () => {
  test('says so, and whom to ask: the answers collated, the case withdrawn or closed, access restricted', async () => {
    const path = await pathOf();
    const over = [
      agenciesAsked()
        .with('recordReturn', { agency: 'gp' })
        .with('recordReturn', { agency: 'housing' })
        .with('recordChronology').file,
      agenciesAsked().with('withdrawCase').file,
      { ...file, closedOn: file.notification.receivedOn },
      agenciesAsked().with('shutOut', { person: gp, reason: 'A relative' }, { by: 'business-manager' }).file,
    ];
    for (const one of over) {
      await console.keep({ ...one, seq: file.seq + 10 });
      const page = await console.browser().get(path);
      expect([page.status, page.heading]).toEqual([410, 'This request is closed']);
      expect(page.says).toContain('telephone the Business Unit');
      expect((await console.browser().submit(path, { address: emailOf(console, gp) })).status).toBe(410);
    }
    expect(codes).toEqual([]);
  });

  test('is over for a browser in which the code was typed', async () => {
    const browser = console.browser();
    const path = await pathOf();
    await opened(browser, path);
    await console.keep({ ...agenciesAsked().with('withdrawCase').file, seq: file.seq + 10 });
    expect((await browser.get(`${path}/request`)).heading).toBe('This request is closed');
  });
});

test('a code that cannot be sent is in the log without the code, and the page is the same', async () => {
  await console.stopListening();
  await console.listen({ sendLinkCode: () => Promise.resolve(false) });
  const page = await console.browser().submit(await pathOf(), { address: emailOf(console, gp) });
  expect([page.status, page.heading]).toEqual([200, 'Enter your code']);
  const line = console.logged.find((one) => one.includes('A code to answer by a link was not sent.'));
  expect(line).toContain(file.reference);
  expect(line).not.toMatch(/\d{6}|@/);
});

describe('A form of a link', () => {
  test('is taken from our own pages, which name no origin, and from no other site', async () => {
    const path = await pathOf();
    const address = emailOf(console, gp);
    const from = async (headers: Readonly<Record<string, string>>): Promise<number> => {
      const body = new URLSearchParams({ address });
      return (await fetch(`${console.address}${path}`, { method: 'POST', body, headers })).status;
    };
    expect(await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await from({ origin: 'null' })).toBe(200);
    expect(await from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ origin: 'https://elsewhere.example.org' })).toBe(403);
    expect(codes).toHaveLength(2);
  });

  test('is not taken without an origin where the address is no secret', async () => {
    const body = new URLSearchParams({ person: 'P01', to: '/' });
    const response = await fetch(`${console.address}/sign-in`, { method: 'POST', body, headers: { origin: 'null' } });
    expect(response.status).toBe(403);
  });
});

describe('Signing in', () => {
  test('is offered in one line, to whoever has an account', async () => {
    const path = await pathOf();
    const nobody = await console.browser().get(path);
    expect(nobody.$('main a[href="/sign-in"]').text()).toBe('sign in');
    const somebody = await (await console.as('P26')).get(path);
    expect(somebody.says).toContain('answer from your list of tasks');
  });
});

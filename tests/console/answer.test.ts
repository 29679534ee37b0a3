import type { LinkCode } from '../../src/casework/links/codes';
import { emailLinks } from '../../src/installation/email-links';
import type { LinkOf } from '../../src/procedure/case/answer-links';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { newPayloadKey } from '../../src/security/payload-keys';
import { aCase } from '../support/a-case';
import type { Browser, BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Answering by a link, without an account: the address, the code, and then the request. */

let console: ConsoleUnderTest;
let codes: LinkCode[];
let file: CaseFile;
let hours = 0;
const keys = { writing: newPayloadKey('2026-11-30'), reading: [], retired: [] };

const gp = 'P26' as PersonId;
const emailOf = (person: PersonId): string => console.profile.people.find(({ id }) => id === person)?.email ?? '';

beforeAll(async () => {
  console = await ConsoleUnderTest.start({
    sendLinkCode: async (code) => {
      codes.push(code);
      return true;
    },
  });
});
beforeEach(async () => {
  await console.reset();
  // A reading of the test before is remembered for five minutes.
  hours += 1;
  console.wall = fromMillis(toMillis(console.wall) + hours * 3_600_000);
  codes = [];
  file = asked().file;
  await console.keep(file);
});
afterAll(() => console.stop());

/** A case in which the GP practices and Housing were asked for information, and none has answered. */
function asked() {
  return (['la', 'police', 'health'] as const)
    .reduce((one, partner) => one.with('nameAgencies', { partner, agencies: ['gp', 'housing'] }), aCase())
    .with('askAgencies', { agencies: ['gp', 'housing'] });
}

/** The path of a link, as an email carries it. */
async function linkPath(of: Partial<LinkOf> = {}): Promise<string> {
  const links = { records: console.records, keys, publicUrl: console.address, now: () => console.wall };
  const address = await emailLinks(links).answerLink({
    reference: file.reference,
    contribution: 'information:gp',
    person: gp,
    ...of,
  });
  return new URL(address).pathname;
}

/** Types an address, and answers the code that was sent to it. */
async function codeFor(browser: Browser, path: string, person: PersonId = gp): Promise<string> {
  const before = codes.length;
  const page = await browser.submit(path, { address: emailOf(person) });
  expect(page.heading).toBe('Enter your code');
  return codes
    .slice(before)
    .map(({ code }) => code)
    .join();
}

/** Opens a request: address, code, page. */
async function opened(browser: Browser, path: string): Promise<BrowsedPage> {
  return browser.submit(`${path}/code`, { code: await codeFor(browser, path) });
}

test('whoever types the address on record and the code that was sent there reads what is asked', async () => {
  const browser = console.browser();
  const path = await linkPath();
  const first = await browser.get(path);
  expect([first.status, first.heading]).toEqual([200, 'Confirm who you are']);
  expect(first.text).not.toContain(file.reference);
  const request = await opened(browser, path);
  expect([request.path, request.heading]).toEqual([`${console.address}${path}/request`, 'Send your information']);
  expect(request.says).toContain('GP practices');
  expect(codes).toEqual([
    expect.objectContaining({ reference: file.reference, to: expect.objectContaining({ address: emailOf(gp) }) }),
  ]);
  // The link leads there from now on, without another code.
  expect((await browser.get(path)).heading).toBe('Send your information');
});

test('the reading of the request is in the log with the link, and nothing before it is', async () => {
  const browser = console.browser();
  const path = await linkPath();
  await browser.get(path);
  await browser.get(`${path}/code`);
  expect(await readings()).toEqual([]);
  await opened(browser, path);
  expect(await readings()).toEqual([
    expect.objectContaining({
      person: gp,
      part: 'request',
      credential: { kind: 'link', name: 'information:gp' },
      cases: [file.reference],
    }),
  ]);
});

const readings = async () => (await console.records.readings.list({ viewer: undefined, limit: 200 })).readings;

import type { LinkCode } from '../../src/casework/links/codes';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import type { Browser, BrowsedPage } from './support/browser';
import type { ConsoleUnderTest } from './support/console';
import { agenciesAsked, emailOf, gp, linkAddress } from './support/links';
import { eachWithACase } from './support/sent-codes';

/* Answering by a link, without an account: the address, the code, and then the request. */

let console: ConsoleUnderTest;
let codes: readonly LinkCode[];
let file: CaseFile;

eachWithACase(
  () => agenciesAsked().file,
  (stage) => {
    ({ console, file, codes } = stage);
  },
);

/** The path of the link of the GP practices. */
const linkPath = async (): Promise<string> =>
  new URL(await linkAddress(console, { reference: file.reference })).pathname;

/** Types an address, and answers the code that was sent to it. */
async function codeFor(browser: Browser, path: string, person: PersonId = gp): Promise<string> {
  const before = codes.length;
  const page = await browser.submit(path, { address: emailOf(console, person) });
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
  expect([request.path, request.heading]).toEqual([
    `${console.address}${path}/request`,
    'Send what your organisation knows',
  ]);
  expect(request.says).toContain('GP practices');
  expect(codes).toEqual([
    expect.objectContaining({
      reference: file.reference,
      to: expect.objectContaining({ address: emailOf(console, gp) }),
    }),
  ]);
  // The link leads there from now on, without another code.
  expect((await browser.get(path)).heading).toBe('Send what your organisation knows');
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
      credential: { kind: 'link', name: 'return:gp' },
      cases: [file.reference],
    }),
  ]);
});

const readings = async () => (await console.records.readings.list({ viewer: undefined, limit: 200 })).readings;

describe('Behind the code', () => {
  /** The last return on the case's file: by whom, and what it says. */
  const returned = () =>
    console.cases.files.get(file.reference)?.facts.recordReturn?.map(({ by, form }) => ({ by, form }));
  const keyIn = (page: BrowsedPage): string => /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? '';

  test('the request says why, about whom, for which period, which questions and by when', async () => {
    const page = await opened(console.browser(), await linkPath());
    for (const said of ['Why we are asking', '22 November 2024', 'What worked well?', '01632 960017'])
      expect(page.says).toContain(said);
  });

  test('nothing of it is shown to a browser without the code', async () => {
    const path = await linkPath();
    for (const below of ['request', 'nil', 'entries', 'check', 'sent'])
      expect((await console.browser().get(`${path}/${below}`)).heading).toBe('Confirm who you are');
    expect(await readings()).toEqual([]);
  });

  test('“We hold no information” is sent with where the agency looked, in one page', async () => {
    const browser = console.browser();
    const path = await linkPath();
    await opened(browser, path);
    const form = await browser.get(`${path}/nil`);
    const wrong = await browser.submit(`${path}/nil`, { key: keyIn(form) });
    expect(wrong.status).toBe(422);
    expect(wrong.says).toContain('Say where you looked');
    const answer = { key: keyIn(form), confirmed: 'yes', searched: 'Registers and paper files' };
    const sent = await browser.submit(`${path}/nil`, answer);
    expect(sent.says).toContain('Answer sent');
    expect(returned()).toEqual([{ by: gp, form: expect.objectContaining({ agency: 'gp', answer: 'nil' }) }]);
  });

  const entry = {
    ...{ day: '3', month: '9', year: '2026', about: 'child-1' },
    ...{ what: 'Started in the toddler room', source: 'Register' },
  };

  test('entries are saved one by one, changed, removed, and come back with a new link', async () => {
    const browser = console.browser();
    const path = await linkPath();
    await opened(browser, path);
    const first = await browser.submit(`${path}/entries`, { ...entry, then: 'another' });
    expect([first.heading, first.says]).toEqual(['Your entries', expect.stringContaining('1 entry saved')]);
    await browser.submit(`${path}/entries`, { ...entry, day: '', month: '', year: '2025', what: 'A first visit' });
    const elsewhere = console.browser();
    const page = await opened(elsewhere, path);
    expect(page.says).toContain('2 entries are saved');
    const saved = await console.records.answerLines.list({ reference: file.reference, contribution: 'return:gp' });
    expect(saved.map(({ happened }) => happened)).toEqual(['2025', '2026-09-03']);
    const [visit, start] = saved;
    await elsewhere.submit(`${path}/entries/${start?.line ?? ''}`, { ...entry, what: 'Three mornings a week' });
    await elsewhere.submit(`${path}/entries/${visit?.line ?? ''}/remove`, {});
    const list = await elsewhere.get(`${path}/entries`);
    expect(list.says).toContain('Three mornings a week');
    expect(list.says).not.toContain('A first visit');
  });

  test.each([
    ['outside the period', { year: '2019' }, 'within the period'],
    ['on a day that there is not', { day: '31' }, 'Enter a year such as 2026'],
    ['without anybody', { about: '' }, 'Who was it about?'],
    ['about somebody else', { about: 'child-9' }, 'among the people'],
    ['without a source', { source: ' ' }, 'where is it recorded'],
  ])('an entry %s is asked for again, and what was typed is kept', async (_what, change, says) => {
    const browser = console.browser();
    const path = await linkPath();
    await opened(browser, path);
    const wrong = await browser.submit(`${path}/entries`, { ...entry, ...change });
    expect(wrong.status).toBe(422);
    expect(wrong.says.toLowerCase()).toContain(says.toLowerCase());
    expect(wrong.says).toContain('Started in the toddler room');
    expect(await console.records.answerLines.list({ reference: file.reference, contribution: 'return:gp' })).toEqual(
      [],
    );
  });

  test('an answer in part says what is still to come', async () => {
    const browser = console.browser();
    const path = await linkPath();
    await opened(browser, path);
    await browser.submit(`${path}/entries`, { ...entry, then: 'check' });
    const check = await browser.get(`${path}/check`);
    const wrong = await browser.submit(`${path}/check`, { key: keyIn(check), whole: 'no' });
    expect(wrong.says).toContain('Say what is still to come, and when');
    await browser.submit(`${path}/check`, { key: keyIn(check), whole: 'no', stillToCome: 'Paper notes on Friday' });
    expect(returned()).toEqual([{ by: gp, form: expect.objectContaining({ agency: 'gp', answer: 'partly' }) }]);
  });
});

import type { LinkCode } from '../../src/casework/links/codes';
import { colleaguesOf } from '../../src/procedure/asking/colleagues';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import type { Browser, BrowsedPage } from './support/browser';
import type { ConsoleUnderTest } from './support/console';
import { agenciesAsked, emailOf, gp, linkAddress } from './support/links';
import { eachWithACase, openedWithCode } from './support/sent-codes';

/* Passing a request on to a colleague, by a link and signed in. The settings of the tests list gp.example.org for the GPs. */

let console: ConsoleUnderTest;
let codes: readonly LinkCode[];
let file: CaseFile;

const inside = { name: 'Rowan Quillfeather', address: 'rowan.quillfeather@gp.example.org' };
const outside = { name: 'Sorrel Quillfeather', address: 'sorrel.quillfeather@nhs.net' };

eachWithACase(
  () => agenciesAsked().file,
  (stage) => {
    ({ console, file, codes } = stage);
  },
);

const pathOf = async (person: PersonId = gp): Promise<string> =>
  new URL(await linkAddress(console, { reference: file.reference, person })).pathname;
const keyIn = (page: BrowsedPage): string => /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
const fileNow = (): CaseFile => console.cases.files.get(file.reference) ?? file;

/** Opens a link with the code that goes to an address. */
const opened = (browser: Browser, path: string, address: string): Promise<BrowsedPage> =>
  openedWithCode(codes, { browser, path, address });

/** Passes the request on by the link of the GPs' contact. */
async function passOn(colleague: object): Promise<{ readonly browser: Browser; readonly page: BrowsedPage }> {
  const browser = console.browser();
  const path = await pathOf();
  await opened(browser, path, emailOf(console, gp));
  const form = await browser.get(`${path}/pass-on`);
  return {
    browser,
    page: await browser.submit(`${path}/pass-on`, { key: keyIn(form), sends: 'colleague', ...colleague }),
  };
}

test('A colleague at a domain of the agency gets a link at once, with a code to the address that was typed', async () => {
  const { page } = await passOn({ ...inside, message: 'You know the family' });
  expect(page.says).toContain('Rowan Quillfeather, rowan.quillfeather@gp.example.org: passed on by Crispin Yarrowby');
  const [colleague] = colleaguesOf(fileNow());
  expect(colleague?.state).toBe('has-it');
  const path = await pathOf(colleague?.id);
  const theirs = await opened(console.browser(), path, 'Rowan.Quillfeather@GP.example.org');
  expect(theirs.heading).toBe('Send what your organisation knows');
  expect(theirs.says).toContain('You know the family');
  expect(codes.at(-1)?.to).toEqual(inside);
  // The link of whoever was asked goes on.
  expect((await opened(console.browser(), await pathOf(), emailOf(console, gp))).status).toBe(200);
});

test('The case has neither the name nor the address of a colleague', async () => {
  await passOn({ ...inside, message: 'You know the family' });
  expect(JSON.stringify(fileNow())).not.toMatch(/quillfeather|You know the family/i);
});

test.each([
  ['at a shared domain', outside.address],
  ['at a domain that goes on after that of the agency', 'rowan@gp.example.org.evil.example'],
  ['at a domain that only ends like it', 'rowan@xgp.example.org'],
])('A colleague %s waits for the Business Unit, and has no link', async (_what, address) => {
  const { page } = await passOn({ ...outside, address });
  expect(page.says).toContain('The Business Unit confirms them first. They have no link yet');
  const [colleague] = colleaguesOf(fileNow());
  expect(colleague?.state).toBe('waits');
  expect((await console.browser().get(await pathOf(colleague?.id))).status).toBe(410);
});

test('The Business Unit sees who it is, at which address and for what, confirms them, and they have the request', async () => {
  await passOn(outside);
  const id = colleaguesOf(fileNow())[0]?.id ?? ('' as PersonId);
  const office = await console.as('P01');
  const decision = `/cases/${file.reference}/decisions/settleColleague?colleague=${id}`;
  const request = await office.get(`/cases/${file.reference}/requests/return%3Agp/request`);
  expect([...request.$('main a')].map((link) => request.$(link).attr('href'))).toContain(decision);
  const form = await office.get(decision);
  expect(form.says).toMatch(/Sorrel Quillfeather, sorrel\.quillfeather@nhs\.net \(Information, GP practices/);
  const on = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };
  const check = await office.submit(decision, {
    ...on,
    ...{ colleague: id, answer: 'confirmed', reason: 'Rang the practice' },
  });
  expect(check.says).toContain('Sorrel Quillfeather');
  expect((await office.submit(check.path)).says).toContain('Answer about the colleague recorded');
  const theirs = await opened(console.browser(), await pathOf(id), outside.address);
  expect(theirs.heading).toBe('Send what your organisation knows');
});

test('Somebody who has the request already is not passed it again, and a wrong address is said beside its field', async () => {
  const same = await passOn({ name: 'Crispin', address: emailOf(console, gp).toUpperCase() });
  expect([same.page.status, same.page.says]).toEqual([422, expect.stringContaining('has the request')]);
  const wrong = await passOn({ name: 'Rowan <b>', address: 'rowan@gp.example.org, jo@evil.example' });
  expect(wrong.page.status).toBe(422);
  expect(wrong.page.says).toContain('Enter one email address');
  expect(wrong.page.says).toContain('Enter the name on one line');
  expect(colleaguesOf(fileNow())).toEqual([]);
});

test('Pressing twice passes it on once, and nothing is shown without the code', async () => {
  const browser = console.browser();
  const path = await pathOf();
  expect((await browser.get(`${path}/pass-on`)).heading).toBe('Confirm who you are');
  await opened(browser, path, emailOf(console, gp));
  const form = { key: keyIn(await browser.get(`${path}/pass-on`)), sends: 'colleague', ...inside };
  await browser.submit(`${path}/pass-on`, form);
  await browser.submit(`${path}/pass-on`, form);
  expect(colleaguesOf(fileNow())).toHaveLength(1);
});

test('Whoever is signed in passes it on from the page of the request', async () => {
  const browser = await console.as(gp);
  const path = `/cases/${file.reference}/requests/return%3Agp`;
  const form = await browser.get(`${path}/pass-on`);
  const page = await browser.submit(`${path}/pass-on`, { key: keyIn(form), sends: 'sender', ...inside });
  expect(page.says).toContain('They have a link of their own');
});

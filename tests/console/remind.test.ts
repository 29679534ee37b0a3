import { sendNoticesActivity } from '../../activities/send-notices';
import type { Message } from '../../src/mail/message';
import { noticeShower } from '../../src/mail/show-notice';
import { loadTemplates } from '../../src/mail/templates';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { LinkOf } from '../../src/procedure/asking/links';
import type { PersonId } from '../../src/procedure/time/time';
import { kirklees } from '../profile/kirklees';
import { aCase } from '../support/a-case';
import type { Browser, BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* The page on which the Business Unit reminds those who have not answered. */

const loaded = loadTemplates({ folders: kirklees().templateFolders });
if (!loaded.ok) throw new Error('The templates are not right.');
const { templates } = loaded;
const publicUrl = 'https://reviews.example.org';

let console: ConsoleUnderTest;
let file: CaseFile;
beforeAll(async () => {
  console = await ConsoleUnderTest.start({ renderNotice: noticeShower({ templates, publicUrl }) });
});
beforeEach(async () => {
  await console.reset();
  file = aCase().with('askAgencies', { agencies: ['gp', 'housing', 'locala'] }).file;
  await console.keep(file);
  await console.records.people.savePeople(console.profile.people);
});
afterAll(() => console.stop());

const gp = 'P26' as PersonId;
const address = (kind = 'return') => `/cases/${file.reference}/remind/${kind}`;
const keyIn = (page: BrowsedPage) => page.$('main input[name="key"]').attr('value') ?? '';
const ticked = (page: BrowsedPage) =>
  page
    .$('main input[name="contributions"][checked]')
    .toArray()
    .map((box) => page.$(box).attr('value'));
const send = (browser: Browser, page: BrowsedPage, contributions: string[]) =>
  browser.submit(address(), { key: keyIn(page), contributions });
const chases = async () =>
  (await console.records.notices.noticesOf(file.reference)).filter(({ notice }) => notice.kind === 'answer-chased');

/** Sends what waits, as the worker does, and returns what went. */
async function sentNow(): Promise<readonly Message[]> {
  const posted: Message[] = [];
  const postman = {
    post: async (message: Message) => {
      posted.push(message);
      return { kind: 'sent', messageId: message.messageId } as const;
    },
    close: () => Promise.resolve(),
  };
  await sendNoticesActivity({
    records: console.records,
    postmen: { real: postman, practice: postman },
    templates,
    from: { name: 'Reviews', address: 'reviews@example.org' },
    publicUrl,
    answerLink: async ({ contribution }: LinkOf) => `${publicUrl}/answer/${contribution}`,
    now: () => console.wall,
  })({ reference: file.reference, keys: (await chases()).map(({ notice }) => notice.key) });
  return posted;
}

test('shows who has not answered, each ticked, and the emails as they will be sent', async () => {
  const browser = await console.as('P02');
  const page = await browser.get(address());
  expect(page.heading).toBe('Remind those who have not answered');
  expect(ticked(page)).toEqual(['return:gp', 'return:housing', 'return:locala']);
  const shown = page
    .$('main details')
    .toArray()
    .map((one) => ({
      subject: page.$(one).find('p').first().text(),
      text: page.$(one).find('pre').text(),
    }));
  await send(browser, page, ['return:gp', 'return:housing', 'return:locala']);
  const went = (await sentNow()).map(({ subject, text }) => ({
    subject,
    // The link is the recipient's own.
    text: text.replaceAll(/\/answer\/return:\w+/g, '/answer/their-own-link'),
  }));
  expect(went).toHaveLength(3);
  const bySubject = (a: { subject: string; text: string }, b: { subject: string; text: string }) =>
    a.text.localeCompare(b.text);
  expect(shown.toSorted(bySubject)).toEqual(went.toSorted(bySubject));
});

test('sends to those who are ticked and to nobody else, and the record says so', async () => {
  const browser = await console.as('P02');
  const recorded = await send(browser, await browser.get(address()), ['return:gp']);
  expect(recorded.says).toContain('Reminders sent');
  expect((await chases()).map(({ notice: { to } }) => to)).toEqual([gp]);
  const record = await browser.get(`/cases/${file.reference}/record?order=newest`);
  expect(record.says).toContain('Reminded those who had not answered');
  const again = await browser.get(address());
  expect(ticked(again)).toEqual(['return:housing', 'return:locala']);
  expect(again.says).toMatch(/GP practices .*: reminded today/);
});

test('sends once, however often the button is pressed', async () => {
  const browser = await console.as('P02');
  const page = await browser.get(address());
  const twice = await Promise.all([send(browser, page, ['return:gp']), send(browser, page, ['return:gp'])]);
  const third = await send(browser, page, ['return:gp']);
  for (const one of [...twice, third]) expect(one.says).toContain('Reminders sent');
  expect(await chases()).toHaveLength(1);
  expect(await sentNow()).toHaveLength(1);
});

test('sends to nobody twice on one day, from another page either', async () => {
  const browser = await console.as('P02');
  const [one, other] = [await browser.get(address()), await browser.get(address())];
  await send(browser, one, ['return:gp']);
  const refused = await send(browser, other, ['return:gp', 'return:housing']);
  expect([refused.status, refused.says]).toEqual([
    409,
    expect.stringContaining('You have reminded them of this today'),
  ]);
  expect(await chases()).toHaveLength(1);
});

test('sends nothing to whoever answers meanwhile, and says so', async () => {
  const browser = await console.as('P02');
  const page = await browser.get(address());
  await console.keep(
    aCase()
      .with('askAgencies', { agencies: ['gp', 'housing', 'locala'] })
      .with('recordReturn', { agency: 'gp' }, { by: gp }).file,
  );
  const refused = await send(browser, page, ['return:gp', 'return:housing']);
  expect([refused.status, refused.says]).toEqual([409, expect.stringMatching(/The answer came on/)]);
  expect(ticked(refused)).toEqual(['return:housing']);
  expect(refused.says).toMatch(/In already: GP practices/);
  expect(await chases()).toEqual([]);
});

test('asks whom to remind where everybody was left out', async () => {
  const browser = await console.as('P02');
  const asked = await send(browser, await browser.get(address()), []);
  expect([asked.status, asked.says]).toEqual([422, expect.stringContaining('Choose whom to remind')]);
  expect(await chases()).toEqual([]);
});

test('opening the page changes nothing', async () => {
  const before = await console.digests();
  const browser = await console.as('P02');
  await browser.get(address());
  const after = await console.digests();
  for (const table of ['cases', 'case_events', 'notices', 'answer_links']) expect(after[table]).toBe(before[table]);
});

test('says where there is nobody to remind, and knows no other kinds', async () => {
  const browser = await console.as('P02');
  expect((await browser.get(address('chronology'))).says).toContain('There is nobody to remind of this today');
  expect((await browser.get(address('circus'))).status).toBe(404);
});

test.each([
  ['a delegated partner is told who may', 'P08', 200],
  ['an agency finds nothing there', 'P32', 404],
])('%s', async (_who, person, status) => {
  const browser = await console.as(person);
  const page = await browser.get(address());
  expect(page.$('main input[name="contributions"]')).toHaveLength(0);
  if (status === 404) expect(page.status).toBeGreaterThanOrEqual(403);
  await browser.submit(address(), { key: 'k', contributions: ['return:gp'] });
  expect(await chases()).toEqual([]);
});

test('the case leads the Business Unit here, and nobody else', async () => {
  const led = async (person: string) =>
    (await (await console.as(person)).get(`/cases/${file.reference}`)).$(`main a[href="${address()}"]`).length;
  expect([await led('P02'), await led('P08')]).toEqual([1, 0]);
});

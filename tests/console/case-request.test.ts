import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

/* A request in its case, for whoever is signed in: the agency answers, the Business Unit reads and settles. */

let console: ConsoleUnderTest;
let file: CaseFile;

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(async () => {
  await console.reset();
  file = aCase().with('askAgencies', { agencies: ['gp', 'housing'] }).file;
  await console.keep(file);
});
afterAll(() => console.stop());

const gp = 'P26' as PersonId;
const address = (below: string, id = 'return:gp') =>
  `/cases/${file.reference}/requests/${encodeURIComponent(id)}${below}`;
const entry = {
  ...{ day: '3', month: '9', year: '2026', about: 'child-1' },
  ...{ what: 'Started in the toddler room', source: 'Register' },
};

test('Today leads a GP with an account to the request, and an entry typed there is kept', async () => {
  const browser = await console.as(gp);
  const today = await browser.get('/');
  expect(today.$('main .app-card .govuk-button').first().attr('href')).toBe(address('/request'));
  expect((await browser.get(address('/request'))).heading).toBe('Send what your organisation knows');
  const saved = await browser.submit(address('/entries'), { ...entry, then: 'another' });
  expect(saved.says).toContain('1 entry saved');
});

test('the Business Unit reads what was sent, and is led to accepting it or sending it back', async () => {
  const browser = await console.as(gp);
  await browser.submit(address('/entries'), { ...entry, then: 'another' });
  const check = await browser.get(address('/check'));
  const key = /name="key" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
  const sent = await browser.submit(address('/check'), { key, whole: 'yes', remarks: 'We miss the summer' });
  expect(sent.says).toContain('Answer sent');
  // What is changed after sending is not part of what was sent.
  console.wall = '2026-11-23T12:00:00.000Z' as typeof console.wall;
  const later = await console.as(gp);
  const added = await later.submit(address('/entries'), { ...entry, what: 'Added later', then: 'another' });
  expect(added.says).toContain('2 entries saved');
  const office = await (await console.as('P02')).get(address('/request'));
  for (const said of ['The answer', 'Information provided', 'Started in the toddler room', 'We miss the summer'])
    expect(office.says).toContain(said);
  expect(office.says).not.toContain('Added later');
  // An answer that is in is settled, not recorded a second time.
  expect(office.$('main a[href$="/entries"], main a[href$="/nil"]')).toHaveLength(0);
  expect((await later.get(address('/request'))).says).toContain('Change your answer');
  expect(office.$('main a[href*="acceptAnswer?contribution=return:gp"]')).toHaveLength(1);
  expect(office.$('main a[href*="sendAnswerBack?contribution=return:gp"]')).toHaveLength(1);
});

test('the overview says how many have answered, who has not, since when and by when', async () => {
  const overview = await (await console.as('P01')).get(`/cases/${file.reference}`);
  expect(overview.says).toContain('Information from agencies: 0 of 2');
  expect(overview.says).toContain('Agency summaries: 0 of 3');
  expect(overview.$(`main a[href="${address('/request')}"]`).text()).toContain('GP practices');
});

test.each([
  ['another agency', 'P32' as PersonId],
  ['an Exec partner', 'P10' as PersonId],
])('%s sees nothing of a request that is not theirs', async (_who, person) => {
  const browser = await console.as(person);
  expect((await browser.get(address('/request'))).status).toBe(404);
  expect((await browser.submit(address('/entries'), entry)).status).toBe(404);
});

test('a delegated partner reads the request, and does not answer for the agency', async () => {
  const browser = await console.as('P08');
  const page = await browser.get(address('/request'));
  expect([page.status, page.$('main a[href$="/nil"]').length]).toEqual([200, 0]);
  await browser.submit(address('/entries'), entry);
  expect(await console.records.answerLines.list({ reference: file.reference, contribution: 'return:gp' })).toEqual([]);
});

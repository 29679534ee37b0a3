import { aCase } from '../support/a-case';
import { whetherAtHome } from '../../src/installation/place';
import { ConsoleUnderTest } from './support/console';
import { here, startElsewhere } from './support/copied-records';

/* Records that were copied ask in the console whether the installation goes on here. */

let console: ConsoleUnderTest;
let starts: number;
const manager = 'P01';
const it = 'P43';

const answers = () => console.records.installation.fact('place-answers');

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(async () => {
  await console.reset();
  starts = 0;
  await startElsewhere(console, () => (starts += 1));
});
afterAll(() => console.stop());

test.each([manager, it])('%s, who may answer, gets the question before any other page', async (person) => {
  const browser = await console.as(person);
  for (const where of ['/', '/cases', '/more', '/people/who-may-do-what']) {
    const page = await browser.get(where);
    expect([where, page.heading]).toEqual([where, 'Is this the installation, or a copy?']);
  }
  const page = await browser.get('/engine/place');
  expect(page.says).toMatch(/Used before“Huddersfield”, last started 10:00am on Monday 23 November 2026/);
  expect(page.says).toContain('Started now“A laptop”');
  expect(
    page
      .$('main form button')
      .toArray()
      .map((button) => page.$(button).text().trim()),
  ).toEqual(['Go on here', 'Keep it as a copy']);
});

test('Everybody else can read, and is told who must answer', async () => {
  const one = aCase();
  await console.keep(one.file);
  const browser = await console.as('P02');
  const page = await browser.get('/');
  expect(page.heading).not.toContain('copy');
  const strip = page.$('[aria-label="Read only"]');
  expect(strip.text()).toMatch(/Until it is said which, no email is sent and no case or decision is taken\./);
  for (const { name, roles } of console.profile.people)
    if (roles.includes('it-officer') || roles.includes('business-manager')) expect(strip.text()).toContain(name);
  expect(strip.find('a').length).toBe(0);
  expect((await browser.get('/engine/place')).status).toBe(403);
  expect((await browser.submit('/engine/place', { said: 'here', answers: '0' })).status).toBe(403);
  expect(await answers()).toBeUndefined();
});

test('Whoever is not signed in is told which parts answer, and no names', async () => {
  const strip = (await console.browser().get('/notify')).$('[aria-label="Read only"]').text();
  expect(strip).toContain('Business Manager');
  for (const { name } of console.profile.people) expect(strip).not.toContain(name);
});

test('“Go on here” is recorded with who said it, and everything starts again', async () => {
  const browser = await console.as(it);
  const page = await browser.submit('/engine/place', { said: 'here', answers: '0' });
  expect(page.heading).toBe('The installation goes on here');
  expect(await answers()).toMatchObject([{ said: 'here', by: it, at: console.wall }]);
  expect(starts).toBe(1);
  expect((await whetherAtHome(here, console.records, console.wall)).kind).toBe('at-home');
});

test('“A copy” is recorded with who said it, holds everything back, and can be changed', async () => {
  const browser = await console.as(manager);
  const page = await browser.submit('/engine/place', { said: 'copy', answers: '0' });
  expect(page.heading).toBe('This is a copy to look at');
  expect(page.says).toMatch(/answered “a copy” at 10:00am on Monday 23 November 2026/);
  expect([starts, await answers()]).toMatchObject([0, [{ said: 'copy', by: manager }]]);
  const today = await browser.get('/');
  expect(today.heading).not.toContain('copy');
  expect(today.$('[aria-label="Read only"]').text()).toContain('This is a copy to look at.');
  await browser.submit('/engine/place', { said: 'here', answers: '1' });
  expect([starts, await answers()]).toMatchObject([1, [{ said: 'copy' }, { said: 'here' }]]);
});

test('Of two who answer, the second is shown what the first said, and nothing is recorded of theirs', async () => {
  const [first, second] = [await console.as(manager), await console.as(it)];
  await first.submit('/engine/place', { said: 'copy', answers: '0' });
  const late = await second.submit('/engine/place', { said: 'here', answers: '0' });
  expect(late.status).toBe(409);
  expect(late.says).toMatch(/Nothing was recorded of your answer\. .* answered “a copy” at 10:00am/);
  expect([starts, await answers()]).toMatchObject([0, [{ said: 'copy', by: manager }]]);
});

test('An answer from another site, or without the token of the session, changes nothing', async () => {
  const browser = await console.as(manager);
  const said = { said: 'here', answers: '0' };
  expect((await browser.submit('/engine/place', said, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await browser.send('/engine/place', { _csrf: 'another', ...said })).status).toBe(403);
  const nobody = await console.browser().send('/engine/place', said);
  expect(nobody.path).toContain('/sign-in');
  expect([starts, await answers()]).toEqual([0, undefined]);
});

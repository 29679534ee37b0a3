import { aCase } from '../support/a-case';
import { fillDisk, prepareDisk } from '../faults/cast/full-disk';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import { ConsoleUnderTest } from './support/console';

/* Pages while the database can be read and not written, as on a full disk. */

let console: ConsoleUnderTest;
const { file } = aCase();
const page = `/cases/${file.reference}`;

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
  await console.keep(file);
  await prepareDisk(console.recordsUrl);
});
afterEach(() => fillDisk(console.recordsUrl, false));
afterAll(() => console.stop());

/** A browser whose session was used last some minutes ago, so that its use is to be noted. */
async function browserOf(person: string) {
  const browser = await console.as(person);
  console.wall = fromMillis(toMillis(console.wall) + 2 * 60_000);
  return browser;
}

test('A page about a case is not shown, since nobody reads without a trace; it says why, and what to do', async () => {
  const browser = await browserOf('P01');
  await fillDisk(console.recordsUrl, true);
  const hidden = await browser.get(page);
  expect([hidden.status, hidden.heading]).toEqual([503, 'This page cannot be shown at present']);
  expect(hidden.says).toContain(
    'Whoever reads about a case is put in the reading log first. The log cannot be written at present: the disk of the database is full.',
  );
  expect(hidden.says).toContain('Nothing is lost, and nothing is half done. Open the page again in a minute.');
  expect(hidden.says).toContain('If it is still not shown, tell IT what this page says.');

  await fillDisk(console.recordsUrl, false);
  const shown = await browser.get(page);
  expect(shown.status).toBe(200);
  const { readings } = await console.records.readings.list({ viewer: undefined, limit: 10 });
  expect(readings).toMatchObject([{ person: 'P01', part: 'overview', cases: [file.reference] }]);
});

test.each(['/glossary', '/guide', '/more'])('A page that shows no case is shown all the same: %s', async (path) => {
  const browser = await browserOf('P01');
  await fillDisk(console.recordsUrl, true);
  expect((await browser.get(path)).status).toBe(200);
});

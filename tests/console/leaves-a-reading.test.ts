import { pageRoutes } from '../../src/console/routes';
import type { PageRoute } from '../../src/console/http/page';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import { aCase } from '../support/a-case';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';
import { routeSamples } from './support/route-samples';

/* Every page that shows a case leaves a reading of that case, whichever page it is: found from the router, not listed. */

let console: ConsoleUnderTest;
let file: CaseFile;
const messageId = '<1@example.org>';

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
  const open = aCase().at('rapid-review-meeting').with('shutOut', { person: 'P03', reason: 'A relative' }).file;
  // The glossary has an example of a reference, which is that of every other test.
  file = { ...open, reference: 'SIN-2026-0123' as CaseFile['reference'] };
  await console.keep(file);
  await console.keep({ ...aCase().file, reference: 'SIN-2026-0777' as CaseFile['reference'], practice: true });
  await console.records.mailbox.put({
    messageId,
    reference: file.reference,
    to: { name: 'Jo Bloggs', address: 'jo@example.org' },
    subject: `${file.reference}: information is asked for`,
    text: 'Open the case.',
    html: '<p>Open the case.</p>',
    headers: {},
    at: console.wall,
    practice: false,
  });
  await console.records.tasks.add({
    key: 'a-fault',
    reference: file.reference,
    kind: 'rule-failed',
    sentence: `The system could not work out which steps are done in ${file.reference}.`,
    createdAt: console.wall,
  });
  console.cases.standings.set(file.reference, { kind: 'not-there' });
});
afterAll(() => console.stop());

const samples = routeSamples({ reference: () => file.reference, messageId });
const addressOf = ({ path }: PageRoute): string => {
  const address = path.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) => samples[name]?.() ?? '');
  // These show a case where the address names one.
  if (path === '/engine/restart') return `${address}?case=all`;
  if (path.startsWith('/guide')) return `${address}?case=SIN-2026-0777`;
  return path === '/' ? '/?practice=yes' : address;
};

/** Every case whose reference stands in what was sent, or of which the page is. */
function casesIn(page: BrowsedPage): readonly string[] {
  const [own] = /\/cases\/(SIN-\d{4}-\d{4})/.exec(page.path)?.slice(1) ?? [];
  if (own !== undefined) return [own];
  return [...new Set(page.text.match(/SIN-\d{4}-\d{4}/g) ?? [])];
}

/** The cases of the readings since the last time that this was asked. */
async function newReadings(after: number): Promise<{ readonly last: number; readonly cases: readonly string[] }> {
  const { readings } = await console.records.readings.list({ viewer: undefined, limit: 200 });
  const fresh = readings.filter(({ id }) => id > after);
  return { last: readings[0]?.id ?? after, cases: fresh.flatMap(({ cases }) => cases) };
}

/** An example in a hint or a placeholder is of no case that there is. */
const known = (reference: string): boolean => reference === file.reference || reference === 'SIN-2026-0777';

const shown = pageRoutes.filter(
  ({ method, path, needs }) => method === 'get' && needs !== 'nothing' && path !== '/sign-out',
);

test.each(['P01', 'P43', 'P44', 'P05'])('every page that shows %s a case leaves a reading of it', async (who) => {
  const browser = await console.as(who);
  const missing: string[] = [];
  let read = 0;
  let { last } = await newReadings(0);
  for (const route of shown.filter(({ path }) => !path.endsWith('/live'))) {
    // Each page is opened in a minute of its own, past the time for which it is the same reading.
    console.wall = fromMillis(toMillis(console.wall) + 6 * 60_000);
    const page = await browser.get(addressOf(route));
    const made = await newReadings(last);
    last = made.last;
    if (page.status >= 400) continue;
    for (const reference of casesIn(page).filter(known)) {
      read += 1;
      if (!made.cases.includes(reference)) missing.push(`${route.path} shows ${reference} and leaves no reading of it`);
    }
  }
  expect(missing).toEqual([]);
  expect(read).toBeGreaterThan(who === 'P44' ? 1 : 8);
});

test('what is refused leaves none, nor what changes something and shows nothing', async () => {
  const outsider = await console.as('P26');
  const before = await newReadings(0);
  expect((await outsider.get('/engine')).status).toBe(403);
  expect((await outsider.get('/cases/SIN-2026-0999')).status).toBe(404);
  const manager = await console.as('P01');
  await manager.submit('/mailbox', { case: file.reference });
  expect((await newReadings(before.last)).cases.filter((one) => one !== file.reference)).toEqual([]);
});

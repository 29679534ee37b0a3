import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import { sampleNotification } from '../../src/api/examples';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

/* The reading log as people read it, and what leaves a line in it. */

let console: ConsoleUnderTest;
let file: CaseFile;
let hours = 0;
const other = 'SIN-2026-0777' as CaseFile['reference'];

const minutes = (n: number) => {
  console.wall = fromMillis(toMillis(console.wall) + n * 60_000);
};
const parts = async () =>
  (await console.records.readings.list({ viewer: undefined, limit: 200 })).readings.map(({ part }) => part);

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(async () => {
  await console.reset();
  // The log forgets the tests before: each begins an hour later.
  hours += 1;
  minutes(60 * hours);
  file = aCase().at('rapid-review-meeting').file;
  await console.keep(file);
  await console.keep({ ...aCase().file, reference: other });
});
afterAll(() => console.stop());

describe('A page of a case', () => {
  test('that is loaded again within five minutes is one reading, and another when the case has a new entry', async () => {
    const browser = await console.as('P01');
    const home = `/cases/${file.reference}`;
    await browser.get(home);
    minutes(4);
    await browser.get(home);
    expect(await parts()).toEqual(['overview']);
    await console.keep({ ...file, seq: file.seq + 1 });
    await browser.get(home);
    expect(await parts()).toEqual(['overview', 'overview']);
    minutes(5);
    await browser.get(home);
    expect(await parts()).toHaveLength(3);
  });

  test('leaves a reading with who, when, what and by which session', async () => {
    const began = console.wall;
    const browser = await console.as('P07');
    minutes(2);
    await browser.get(`/cases/${file.reference}/plan`);
    const { readings } = await console.records.readings.list({ viewer: undefined, limit: 5 });
    expect(readings).toMatchObject([
      {
        at: console.wall,
        person: 'P07',
        part: 'plan',
        cases: [file.reference],
        credential: { kind: 'session', name: began },
      },
    ]);
  });

  test('leaves none where HEAD asks for it, and one where the browser says that it has the page', async () => {
    const browser = await console.as('P01');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const home = `${console.address}/cases/${file.reference}`;
    expect((await fetch(home, { method: 'HEAD', headers: { cookie } })).status).toBe(200);
    expect(await parts()).toEqual([]);
    const again = await fetch(home, {
      headers: { cookie, 'if-none-match': '*', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    });
    expect([again.status, await parts()]).toEqual([200, ['overview']]);
  });

  test('is told of changes by a number, which is no reading', async () => {
    const browser = await console.as('P01');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const stop = new AbortController();
    const live = `${console.address}/cases/${file.reference}/live?after=0`;
    const answer = await fetch(live, { headers: { cookie }, signal: stop.signal });
    const first = await answer.body?.getReader().read();
    stop.abort();
    const sent: unknown = first?.value;
    expect(sent instanceof Uint8Array && new TextDecoder().decode(sent)).toBe(`data: ${file.seq}\n\n`);
    expect(await parts()).toEqual([]);
  });
});

test('To record a decision leaves the readings of its pages, and none of the answer to it', async () => {
  const browser = await console.as('P01');
  const form = `/cases/${file.reference}/decisions/addNote`;
  await browser.get(form);
  expect(await parts()).toEqual(['decision']);
});

test('A search is logged with the cases that it showed, also where it showed none, and without what was sought', async () => {
  const browser = await console.as('P01');
  await browser.submit('/cases', { text: file.reference });
  await browser.submit('/cases', { text: 'Canary Example' });
  const { readings } = await console.records.readings.list({ viewer: undefined, limit: 5 });
  expect(readings.map(({ part, cases }) => [part, cases])).toEqual([
    ['search', []],
    ['search', [file.reference]],
  ]);
  expect(JSON.stringify(readings)).not.toContain('Canary');
});

test('Files are logged as such', async () => {
  const browser = await console.as('P01');
  for (const path of ['/cases.xlsx', '/reports.xlsx', '/reports/print', '/reports']) await browser.get(path);
  expect((await parts()).toSorted()).toEqual(['matrix-file', 'reports', 'reports-file', 'reports-print']);
  const { readings } = await console.records.readings.list({ viewer: undefined, limit: 5 });
  expect(readings.find(({ part }) => part === 'matrix-file')?.cases).toEqual([file.reference, other].toSorted());
});

describe('The reading log of a case', () => {
  test('shows the Business Manager who read it, and of other cases how many', async () => {
    await (await console.as('P07')).get(`/cases/${file.reference}/record`);
    await (await console.as('P02')).get('/cases');
    const browser = await console.as('P01');
    const page = await browser.get(`/cases/${file.reference}/readings`);
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text().replaceAll(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      expect.stringMatching(/Children’s Case Matrix 1 Signed in since/),
      expect.stringMatching(/Record none Signed in since/),
    ]);
    expect(page.says).toContain('A reading is kept for 6 years.');
    expect(page.says).not.toContain(other);
    minutes(6);
    expect((await browser.get(`/cases/${file.reference}/readings`)).says).toContain('Reading log of the case');
  });

  test('is on the case for the Business Manager alone, and not for one who is shut out', async () => {
    const tab = async (who: string) =>
      (await (await console.as(who)).get(`/cases/${file.reference}`)).$('nav a[href$="/readings"]').length;
    expect([await tab('P01'), await tab('P02'), await tab('P07'), await tab('P43')]).toEqual([1, 0, 0, 0]);
    const shut = { ...file, shutOut: { P01: [] } } as unknown as CaseFile;
    await console.keep({ ...shut, seq: file.seq + 1 });
    expect((await (await console.as('P01')).get(`/cases/${file.reference}/readings`)).status).toBe(404);
  });
});

describe('The reading log across cases', () => {
  beforeEach(async () => {
    await (await console.as('P07')).get(`/cases/${file.reference}/record`);
    minutes(1);
    await (await console.as('P02')).get(`/cases/${other}/plan`);
    minutes(1);
  });
  const officer = () => console.as('P44');
  const what = async (query: string) => {
    const page = await (await officer()).get(`/readings${query}`);
    return page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$('td', row).eq(1).text());
  };

  test('is the first page of the information governance officer, who finds nothing of a case in it', async () => {
    const page = await (await officer()).get('/');
    expect(new URL(page.path).pathname).toBe('/readings');
    expect(page.$('table').text()).toContain(file.reference);
    for (const { name } of sampleNotification.children) expect(page.says).not.toContain(name);
    expect(page.$('main a[href^="/cases"]').length).toBe(0);
    for (const path of [
      `/cases/${file.reference}`,
      '/cases',
      `/cases/${file.reference}/readings`,
      '/mailbox',
      '/reports',
    ]) {
      expect([path, (await (await officer()).get(path)).status]).toEqual([path, 403]);
    }
  });

  test('is narrowed to a person, a case, days and a kind of credential', async () => {
    expect(await what('')).toEqual(['Plan', 'Record']);
    expect(await what('?person=P07')).toEqual(['Reading log', 'Record'].slice(1));
    expect(await what(`?case=${other.toLowerCase()}&person=P02`)).toEqual(['Plan']);
    expect(await what('?credential=token')).toEqual([]);
    expect(await what('?from=1+1+2026&person=P02')).toEqual(['Plan']);
    expect(await what('?to=1+1+2026')).toEqual([]);
  });

  test('says what is wrong with a filter, and shows nothing then', async () => {
    const page = await (await officer()).get('/readings?case=7&from=yesterdy');
    expect(page.says).toContain('Enter a reference such as SIN-2026-0007');
    expect(page.$('#case-error').length + page.$('#from-error').length).toBe(2);
    expect(page.$('tbody tr').length).toBe(0);
  });

  test('goes on page by page, with the same filter', async () => {
    for (let n = 0; n < 60; n += 1) {
      await console.records.readings.add([
        {
          at: console.wall,
          person: 'P07' as never,
          credential: { kind: 'installation-token', name: '' },
          part: 'people',
          cases: [file.reference],
        },
      ]);
    }
    const browser = await officer();
    const page = await browser.get('/readings?person=P07');
    expect(page.$('tbody tr').length).toBe(50);
    const older = await browser.get(page.$('a[rel=next]').attr('href') ?? '');
    expect(older.$('tbody tr').length).toBe(11);
    expect(older.says).toContain('Back to the newest');
  });

  test('names no case to an officer who is shut out of it', async () => {
    await console.keep({ ...file, shutOut: { P44: [] }, seq: file.seq + 1 } as unknown as CaseFile);
    const listed = (await (await officer()).get('/readings')).$('table').text();
    expect(listed).not.toContain(file.reference);
    expect(listed).toContain(other);
  });

  test('is closed to everybody else', async () => {
    for (const who of ['P01', 'P02', 'P07', 'P43']) {
      expect([who, (await (await console.as(who)).get('/readings')).status]).toEqual([who, 403]);
    }
  });
});

import type { CaseFile } from '../../src/procedure/case/case-file';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { instant } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';
import { readBook } from '../support/excel-book';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

let made = 0;
const kept = async ({ file }: CaseBuilder, more: Partial<CaseFile> = {}): Promise<CaseFile> => {
  made += 1;
  const reference = `SIN-2026-${String(made).padStart(4, '0')}` as CaseReference;
  const one = { ...file, reference, ...more };
  await console.keep(one);
  return one;
};

/** The cells of the row of a table that begins so. */
function row(page: BrowsedPage, table: string, label: string): readonly string[] {
  const { $ } = page;
  const found = $(`section[aria-labelledby="${table}"] tr`)
    .toArray()
    .find((one) => $(one).find('th').text().startsWith(label));
  return found === undefined
    ? []
    : $(found)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim());
}

const thisQuarter = '/reports?years=financial&year=2026&quarter=3';

async function someCases(): Promise<void> {
  await kept(aCase());
  await kept(aCase().notifying({ criteria: ['serious-harm', 'looked-after-child-death'], notifyingAgency: 'Locala' }));
  await kept(
    aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .past('outcome'),
  );
  await kept(
    aCase().notifying({ knownAt: instant('2026-11-20T08:00:00Z'), receivedAt: instant('2026-11-23T10:00:00Z') }),
  );
}

test('The page opens on the quarter of today, and says what was received in it', async () => {
  await someCases();
  const page = await (await console.as('P01')).get('/reports');
  expect(page.heading).toBe('Quarter 3 of the financial year 2026–27');
  expect(page.says).toContain('Cases received 1 October 2026 to 31 December 2026.');
  expect(page.says).toContain('This period is not over yet.');
  expect(page.says).toContain('4 notifications were received.');
  expect(page.says).toContain('Form within 24 hours: 3 of 4.');
  expect(row(page, 'criteria', 'A child has been seriously harmed')).toEqual(['4', '3']);
  expect(row(page, 'criteria', 'More than one')[1]).toBe('1');
  expect(row(page, 'agencies', 'Hospital trust')).toEqual(['3']);
  expect(row(page, 'outcomes', 'Decided not to notify')).toEqual(['1']);
  expect(row(page, 'outcomes', 'Not decided yet')).toEqual(['3']);
  expect(row(page, 'limits', 'Form within 24 hours').slice(0, 2)).toEqual(['3', '1']);
  expect(row(page, 'steps', 'Step 2, Front Door oversight')).toEqual(['1', '1', '1', '3']);
  expect(row(page, 'waiting', 'Step 2, Front Door oversight').slice(0, 4)).toEqual(['SPR co-ordinator', '3', '0', '3']);
});

test('What waits is counted anew as soon as a case is recorded, however often it was asked for before', async () => {
  const waits = async () => {
    const page = await (await console.as('P01')).get('/reports');
    return Number(row(page, 'waiting', 'Step 2, Front Door oversight')[1]);
  };
  for (const cases of [1, 2]) {
    await kept(aCase());
    expect([await waits(), await waits()]).toEqual([cases, cases]);
  }
});

test('It says that small numbers must be suppressed before they are published', async () => {
  const page = await (await console.as('P01')).get('/reports');
  expect(page.says).toContain('every figure below 5 must be suppressed');
});

test('Open actions are counted by the agency that they were given to, else that of who owns them', async () => {
  await kept(
    aCase()
      .with('addAction', { owner: 'P25', agency: 'gp', dueOn: '2026-11-30' })
      .with('addAction', { owner: 'P25', agency: 'gp', dueOn: '2027-01-15' })
      .with('addAction', { owner: 'P01', dueOn: '2027-01-15' }),
  );
  console.wall = instant('2027-03-01T10:00:00Z');
  const page = await (await console.as('P01')).get(thisQuarter);
  expect(row(page, 'actions', 'GP practices')).toEqual(['0', '2', '0', '0', '2', '2']);
  expect(row(page, 'actions', 'No agency named')).toEqual(['0', '1', '0', '0', '1', '1']);
  expect(row(page, 'actions', 'All agencies')).toEqual(['0', '3', '0', '0', '3', '3']);
});

test('The quarter before and the whole year are other figures, and there is no period to come', async () => {
  await kept(aCase());
  await kept(aCase().receivedOn('2026-09-30'));
  const browser = await console.as('P01');
  const page = await browser.get('/reports');
  expect(page.says).toContain('One notification was received.');
  expect(page.$('a[rel=next]')).toHaveLength(0);
  const before = await browser.get(page.$('a[rel=prev]').attr('href') ?? '');
  expect(before.heading).toBe('Quarter 2 of the financial year 2026–27');
  expect(before.says).toContain('One notification was received.');
  expect(before.$('a[rel=next]').attr('href')).toBe(thisQuarter);
  const year = await browser.get('/reports?years=calendar&year=2026&quarter=all');
  expect(year.heading).toBe('The calendar year 2026');
  expect(year.says).toContain('2 notifications were received.');
  const financial = await browser.get('/reports?years=financial&year=2025&quarter=all');
  expect(financial.says).toContain('No notification was received in this period.');
});

test('A quarter in which nothing was received says so, and has no picture of noughts', async () => {
  const page = await (await console.as('P01')).get('/reports?years=calendar&year=2024&quarter=2');
  expect(page.status).toBe(200);
  expect(page.$('img')).toHaveLength(0);
  expect(page.$('table')).toHaveLength(0);
  expect(page.says).toContain('Nothing is waited for: no case is open.');
  expect(page.says).toContain('No action is open.');
});

test('A year that is none is named, and the report of today stands below', async () => {
  const browser = await console.as('P01');
  for (const address of ['/reports?year=20x6', '/reports?year=2026&quarter=7']) {
    const page = await browser.get(address);
    expect(page.status).toBe(422);
    expect(page.$('title').text()).toMatch(/^Error: /);
    const href = page.$('.govuk-error-summary a').attr('href') ?? '';
    expect(page.$(href)).toHaveLength(1);
    expect(page.heading).toBe('Quarter 3 of the financial year 2026–27');
  }
});

test('What is recorded after a report was shown is in the next one', async () => {
  const file = await kept(aCase());
  const browser = await console.as('P01');
  expect(row(await browser.get(thisQuarter), 'outcomes', 'Not decided yet')).toEqual(['1']);
  const decided = aCase().past('outcome').file;
  await console.keep({ ...decided, reference: file.reference });
  expect(row(await browser.get(thisQuarter), 'outcomes', 'Notified to Ofsted')).toEqual(['1']);
  await kept(aCase());
  expect((await browser.get(thisQuarter)).says).toContain('2 notifications were received.');
  // A day later the limit of the second case has passed, though nothing was recorded.
  console.wall = instant('2026-11-28T10:00:00Z');
  const later = await console.as('P01');
  expect(row(await later.get(thisQuarter), 'limits', 'Outcome and notification')[2]).toBe('1');
});

test('Practice cases are never among real ones, and are asked for by themselves', async () => {
  await kept(aCase());
  await kept(aCase(), { practice: true });
  await kept(aCase(), { practice: true });
  const browser = await console.as('P01');
  const real = await browser.get('/reports');
  expect(real.says).toContain('One notification was received.');
  const practice = await browser.get('/reports?cases=practice');
  expect(practice.says).toContain('2 notifications were received.');
  expect(practice.$('header').text()).toContain('Nothing here happened');
  expect(row(practice, 'waiting', 'Step 2')[3]).toBe('2');
});

test('Somebody who has a part in some cases has figures of those, and is told that they are not all', async () => {
  await kept(aCase());
  const other = aCase().file;
  const withoutPartner = { ...other.people, 'la-partner': [] };
  await kept(aCase(), { people: withoutPartner });
  const partner = await (await console.as('P07')).get('/reports');
  expect(partner.says).toContain('One notification was received.');
  expect(partner.says).toContain('These are not the figures of the whole partnership');
  const manager = await (await console.as('P01')).get('/reports');
  expect(manager.says).toContain('2 notifications were received.');
  expect(manager.says).not.toContain('not the figures of the whole partnership');
});

test('Nobody counts a case that they are kept out of, in the pictures and the workbook neither', async () => {
  await kept(aCase(), { shutOut: { ['P01' as PersonId]: [] } });
  const page = await (await console.as('P01')).get('/reports');
  expect(page.says).toContain('No notification was received');
  expect((await (await console.as('P01')).get('/reports/charts/criteria.svg')).status).toBe(404);
});

test.each(['/reports', '/reports/print', '/reports.xlsx', '/reports/charts/criteria.svg'])(
  '%s is not for the IT officer, nor for who does not lead reviews',
  async (address) => {
    await kept(aCase());
    for (const person of ['P43', 'P29']) expect((await (await console.as(person)).get(address)).status).toBe(403);
  },
);

describe('A picture', () => {
  test('has the numbers of its table in words, and is a picture of its own address', async () => {
    await someCases();
    const browser = await console.as('P01');
    const page = await browser.get('/reports');
    const images = page.$('img').toArray();
    expect(images).toHaveLength(7);
    for (const image of images) {
      expect(page.$(image).attr('alt')).toMatch(/^Bar chart of .+\d/);
      const drawn = await browser.get(page.$(image).attr('src') ?? '');
      expect(drawn.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      expect(drawn.text).toContain(`width="${String(page.$(image).attr('width'))}"`);
      expect(drawn.text).toContain(`height="${String(page.$(image).attr('height'))}"`);
      expect(drawn.text).not.toMatch(/<style| style=|<script/);
    }
    expect(page.$('img[src*=criteria]').attr('alt')).toContain(
      'A child has been seriously harmed, and abuse or neglect is known or suspected, 4',
    );
  });

  test('of nothing is not there', async () => {
    const browser = await console.as('P01');
    expect((await browser.get('/reports/charts/criteria.svg')).status).toBe(404);
    expect((await browser.get('/reports/charts/anything.svg')).status).toBe(404);
  });

  test('shows what an agency calls itself as text, whatever it is', async () => {
    await kept(aCase().notifying({ notifyingAgency: '<script>alert(1)</script>' }));
    const browser = await console.as('P01');
    const drawn = await browser.get('/reports/charts/agencies.svg');
    expect(drawn.status).toBe(200);
    expect(drawn.text).not.toContain('<script');
    expect((await browser.get('/reports')).text).not.toContain('<script>alert');
  });
});

describe('The workbook', () => {
  test('is well formed though a record of an earlier release has a character that XML does not allow', async () => {
    await kept(aCase().notifying({ notifyingAgency: 'St Mary’s School \ufffe' }));
    const answer = await (await console.as('P01')).get('/reports.xlsx');
    const agencies = readBook(answer.bytes)
      .get('By agency')
      ?.rows.map(([agency]) => String(agency).trim());
    expect(agencies).toContain('St Mary’s School');
    const page = await (await console.as('P01')).get('/reports');
    expect(page.text).toContain('St Mary’s School');
    expect(page.text).not.toContain('\ufffe');
  });

  test('has a sheet for each table, with numbers that are numbers and days that are days', async () => {
    await someCases();
    const answer = await (await console.as('P01')).get('/reports.xlsx');
    expect(answer.headers.get('content-disposition')).toContain('reports-2026-27-quarter-3.xlsx');
    const workbook = readBook(answer.bytes);
    expect([...workbook.keys()]).toEqual([
      'About this report',
      'By criterion',
      'By agency',
      'By outcome',
      'What became of them',
      'Time limits',
      'Steps',
      'Where cases wait',
      'Open actions',
    ]);
    const cells = (sheet: string, label: string) =>
      workbook
        .get(sheet)
        ?.rows.find(([first]) => String(first).startsWith(label))
        ?.slice(1);
    expect(cells('By agency', 'Hospital trust')).toEqual([3]);
    expect(cells('By agency', 'Cases received')).toEqual([4]);
    expect(cells('Where cases wait', 'Step 2')?.slice(1)).toEqual([3, 0, 3, new Date('2026-11-27T00:00:00Z')]);
    const about = workbook.get('About this report')?.rows.flat() ?? [];
    expect(about).toContainEqual(new Date('2026-11-23T00:00:00Z'));
    expect(about.join(' ')).toContain('every figure below 5 must be suppressed');
  });

  test('takes no text for a formula', async () => {
    await kept(aCase().notifying({ notifyingAgency: '=HYPERLINK("http://evil.example")' }));
    const answer = await (await console.as('P01')).get('/reports.xlsx');
    const sheets = [...readBook(answer.bytes).values()];
    expect(sheets.flatMap(({ rows }) => rows.flat())).toContain('=HYPERLINK("http://evil.example")');
    expect(sheets.flatMap(({ formulas }) => formulas)).toEqual([]);
  });
});

test('The print version has the partnership, the period and the date on it, and nothing to click through', async () => {
  await kept(aCase());
  const page = await (await console.as('P01')).get('/reports/print?years=financial&year=2026&quarter=3');
  expect(page.says).toContain('Kirklees Safeguarding Children Partnership: report on serious incident reviews');
  expect(page.heading).toBe('Quarter 3 of the financial year 2026–27');
  expect(page.says).toContain('As of Monday 23 November 2026.');
  expect(page.$('main form')).toHaveLength(0);
  expect(page.$('main img')).not.toHaveLength(0);
});

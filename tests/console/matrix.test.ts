import { matrixFile } from '../../src/console/pages/matrix/matrix-file';
import type { MatrixRow } from '../../src/console/pages/matrix/rows';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant, isoDate } from '../../src/procedure/time/dates';
import { fact, factsOf } from '../../src/procedure/case/facts';
import type { CaseReference, WordsReference } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { readBook, type ReadSheet } from '../support/excel-book';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const ref = (number: number) => `SIN-2026-${String(number).padStart(4, '0')}` as CaseReference;
const named = ({ file }: CaseBuilder, number: number, more: Partial<CaseFile> = {}): CaseFile => ({
  ...file,
  ...more,
  reference: ref(number),
});
const read = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const referencesIn = (page: BrowsedPage) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());
/** The cells of a case's row, as they are read. */
const rowOf = (page: BrowsedPage, number: number) =>
  page
    .$('tbody tr')
    .filter((_i, row) => page.$(row).text().includes(ref(number)))
    .find('th, td')
    .toArray()
    .map((cell) => read(page.$(cell).text()));

const published = aCase().receivedOn('2026-01-12').past('publication');
const notProceeding = aCase()
  .receivedOn('2026-11-16')
  .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
  .past('outcome');

describe('Searching the matrix', () => {
  test('finds a case by the agency that notified, by those that were asked, and by its eCase reference', async () => {
    const one = aCase().notifying({
      notifyingAgency: 'Mermaid Nursery',
      eCaseReference: 'EC-40417',
      agencies: ['Locala'],
    });
    const asked = one.with('askAgencies');
    const code = factsOf(asked.file, 'askAgencies')[0]?.form.agencies[0] ?? '';
    await console.keep(named(asked, 1));
    await console.keep(named(aCase().notifying({ notifyingAgency: 'Another', agencies: ['Another'] }), 2));
    const browser = await console.as('P01');
    const name = asked.file.policy.agencies[code]?.name ?? '';
    expect(name).not.toBe('');
    for (const text of ['mermaid', 'EC-40417', 'ec 40417', 'Locala', name]) {
      expect([text, referencesIn(await browser.submit('/cases', { text }))]).toEqual([text, [ref(1)]]);
    }
  });

  test('puts no text that is sought into an address: not of the page, its links, its Excel file or a page further on', async () => {
    await console.keep(named(aCase().notifying({ notifyingAgency: 'Mermaid Nursery' }), 1));
    const browser = await console.as('P01');
    const page = await browser.submit('/cases', { text: 'Mermaid', stage: 'deciding' });
    expect(referencesIn(page)).toEqual([ref(1)]);
    expect(page.path).toMatch(/\/cases\?sought=[\w-]{43}&stage=deciding$/);
    expect(page.$('main form').attr('method')).toBe('post');
    expect(page.$('input[name=text]').attr('value')).toBe('Mermaid');
    const addresses = page
      .$('a')
      .toArray()
      .map((link) => page.$(link).attr('href') ?? '');
    expect(addresses.join(' ')).not.toMatch(/mermaid/i);
    const excel = addresses.find((address) => address.startsWith('/cases.xlsx')) ?? '';
    expect(excel).toContain('sought=');
    expect(listIn((await browser.get(excel)).bytes).rows).toHaveLength(2);
    // An address of before, or one that somebody types, leads on to one without the text.
    expect((await browser.get('/cases?text=mermaid')).path).toMatch(/\/cases\?sought=[\w-]{43}$/);
    expect((await browser.get('/cases.xlsx?text=mermaid')).path).toContain('/cases.xlsx?sought=');
  });

  test('is one person’s own, and says so when it is no longer kept', async () => {
    await console.keep(named(aCase(), 1));
    const mine = await (await console.as('P01')).submit('/cases', { text: 'zebra' });
    expect(referencesIn(mine)).toEqual([]);
    const theirs = await (await console.as('P02')).get(mine.path);
    expect(theirs.says).toContain('no longer kept');
    expect(referencesIn(theirs)).toEqual([ref(1)]);
  });
});

describe('The matrix', () => {
  test('has a row a case: stage, day, how it stands, what is next and whose turn', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-19').with('sendToFrontDoor'), 1));
    const page = await (await console.as('P01')).get('/cases');
    expect(page.heading).toBe('Children’s Case Matrix');
    expect(rowOf(page, 1)).toEqual([
      'SIN-2026-0001',
      'Deciding whether to notify (steps 2 to 4)',
      'day 3',
      'Amber 2 working days left',
      expect.stringMatching(
        /^Wednesday 25 November 2026 ?Step 2, Front Door oversight ?Service Director.*\(Odalys Brackenridge\)$/,
      ),
      '–',
      '–',
      '–',
      '19 November 2026',
    ]);
    expect(page.$('tbody th a').attr('href')).toBe('/cases/SIN-2026-0001');
  });

  test('says review type, the Panel’s position, and where a review is published', async () => {
    const file = named(published, 1);
    const { link } = fact(file, 'recordPublication')?.form ?? {};
    if (link === undefined) throw new Error('The case is not published.');
    await console.records.words.keepWords(file.reference, [{ id: link, text: 'https://kscp.example/reviews/7' }]);
    await console.keep(file);
    const page = await (await console.as('P01')).get('/cases');
    const [, stage, , , , review, panel, publication] = rowOf(page, 1);
    expect([stage, review, panel]).toEqual([
      expect.stringContaining('Local review, full report'),
      'Local child safeguarding practice review',
      'Agrees',
    ]);
    expect(publication).toMatch(/^Published on \d+ \w+ 2026 ?Where it is published/);
    expect(page.$('tbody a:contains("Where it is published")').attr('href')).toBe('https://kscp.example/reviews/7');
  });

  test('makes a link of nothing but an address of the web', async () => {
    const file = named(published, 1);
    const { link } = fact(file, 'recordPublication')?.form ?? {};
    await console.records.words.keepWords(file.reference, [
      { id: link as WordsReference, text: 'javascript:alert(1)' },
    ]);
    await console.keep(file);
    const page = await (await console.as('P01')).get('/cases');
    expect(
      page
        .$('tbody a')
        .toArray()
        .map((a) => page.$(a).attr('href')),
    ).toEqual(['/cases/SIN-2026-0001']);
    expect(rowOf(page, 1)[7]).toContain('javascript:alert(1)');
  });

  test('says when a publication is planned, and that a reply of the Panel is awaited', async () => {
    await console.keep(named(aCase().receivedOn('2026-01-12').at('publication'), 1));
    await console.keep(named(aCase().at('panel-reply'), 2));
    const page = await (await console.as('P01')).get('/cases');
    expect(rowOf(page, 1)[7]).toMatch(/^Planned for \d+ \w+ 2026/);
    expect(rowOf(page, 2)[6]).toBe('Its reply is awaited');
  });

  test('holds the cases that did not proceed, and tells them apart', async () => {
    await console.keep(named(aCase(), 1));
    await console.keep(named(notProceeding, 2));
    await console.keep(named(notProceeding, 3, { closedOn: isoDate('2026-11-20') }));
    const browser = await console.as('P01');
    const all = await browser.get('/cases');
    expect(all.says).toContain('3 cases found');
    expect(rowOf(all, 2)[1]).toContain('Did not proceed to a Rapid Review');
    expect(rowOf(all, 3)[3]).toContain('Closed on 20 November 2026');
    const tab = async (name: string) => {
      const page = await browser.get(all.$(`.moj-sub-navigation a:contains("${name}")`).attr('href') ?? '');
      expect(page.$('.moj-sub-navigation [aria-current=page]').text().trim()).toBe(name);
      return referencesIn(page).sort();
    };
    expect(await tab('Under way')).toEqual([ref(1), ref(2)]);
    expect(await tab('Did not proceed')).toEqual([ref(2), ref(3)]);
    expect(await tab('Closed')).toEqual([ref(3)]);
  });

  test('leaves practice cases out unless they are asked for, and marks them', async () => {
    await console.keep(named(aCase(), 1));
    await console.keep(named(aCase(), 2, { practice: true }));
    const browser = await console.as('P01');
    expect(referencesIn(await browser.get('/cases'))).toEqual([ref(1)]);
    const both = await browser.get('/cases?practice=too');
    expect(referencesIn(both)).toEqual([ref(2), ref(1)]);
    expect(rowOf(both, 2)[0]).toContain('Practice');
    expect(referencesIn(await browser.get('/cases?practice=only'))).toEqual([ref(2)]);
  });

  test('says what to do where there is no case, and where none matches', async () => {
    const browser = await console.as('P01');
    expect((await browser.get('/cases')).says).toContain('No cases yet');
    await console.keep(named(aCase(), 1));
    const none = await browser.get('/cases?stage=publication');
    expect(none.says).toContain('No case matches');
    expect(none.$('main a:contains("clear all filters")').attr('href')).toBe('/cases');
  });
});

describe('Filtering and sorting', () => {
  test('red, amber and green are what the rows say, a practice case by its own clock', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-13'), 1));
    await console.keep(named(aCase().receivedOn('2026-11-19'), 2));
    await console.keep(named(aCase().receivedOn('2026-11-23'), 3));
    for (const [number, days] of [
      [4, 0],
      [5, 2],
      [6, 9],
    ] as const) {
      await console.keep(named(aCase().receivedOn('2026-11-23'), number, { practice: true }));
      await console.records.cases.setPracticeOffset(ref(number), days * 86_400_000);
    }
    await console.keep(named(aCase(), 7, { closedOn: isoDate('2026-11-23') }));
    const browser = await console.as('P01');
    const all = await browser.get('/cases?practice=too');
    const lights = [1, 2, 3, 4, 5, 6, 7].map((number) => rowOf(all, number)[3]?.split(' ')[0]);
    expect(lights).toEqual(['Red', 'Amber', 'Green', 'Green', 'Amber', 'Red', 'Closed']);
    const found = async (light: string, more = '&practice=too') => {
      const page = await browser.get(`/cases?light=${light}${more}`);
      const references = referencesIn(page).sort();
      expect(page.says).toContain(`${references.length} case${references.length === 1 ? '' : 's'} found`);
      return references;
    };
    expect(await found('red')).toEqual([ref(1), ref(6)]);
    expect(await found('amber')).toEqual([ref(2), ref(5)]);
    expect(await found('green')).toEqual([ref(3), ref(4)]);
    expect(await found('none')).toEqual([ref(7)]);
    expect(await found('amber', '')).toEqual([ref(2)]);
  });

  test('every filter is in the address, can be taken away by itself, and stays chosen in the form', async () => {
    await console.keep(named(aCase().with('sendToFrontDoor'), 1));
    await console.keep(named(aCase().at('rapid-review-meeting'), 2));
    const browser = await console.as('P01');
    const page = await browser.get('/cases?stage=deciding&turn=P05&text=hospital');
    expect(referencesIn(page)).toEqual([ref(1)]);
    expect(page.$('select[name=stage]').val()).toBe('deciding');
    expect(page.$('select[name=turn]').val()).toBe('P05');
    expect(page.$('input[name=text]').val()).toBe('hospital');
    expect(page.$('details.app-matrix-filter__more').attr('open')).toBeDefined();
    const tags = page
      .$('.moj-filter__tag')
      .toArray()
      .map((tag) => page.$(tag));
    expect(tags.map((tag) => read(tag.text()))).toEqual([
      'Remove this filter: Search: hospital',
      'Remove this filter: Stage: Deciding whether to notify (steps 2 to 4)',
      'Remove this filter: Whose turn: Odalys Brackenridge',
    ]);
    expect(tags[1]?.attr('href')).toMatch(/^\/cases\?sought=[\w-]{43}&turn=P05$/);
    expect(page.$('a:contains("Clear filters")').attr('href')).toBe('/cases');
    expect(referencesIn(await browser.get('/cases?stage=invented&light=mauve&sort=nonsense'))).toHaveLength(2);
  });

  test('a search that finds more than are counted says so', async () => {
    await console.keep(named(aCase(), 1));
    const browser = await console.as('P01');
    const some = await console.records.cases.list({ limit: 50 });
    const search = jest.spyOn(console.records.cases, 'listAndCount');
    search.mockResolvedValueOnce({ ...some, found: 1_000, more: true });
    expect((await browser.get('/cases?text=hospital')).says).toContain('More than 1,000 cases found');
    search.mockRestore();
    expect((await browser.get('/cases?text=hospital')).says).toContain('1 case found');
  });

  test('finds by review type, the Panel’s reply and how it ended', async () => {
    await console.keep(named(published, 1));
    await console.keep(named(notProceeding, 2));
    await console.keep(
      named(
        aCase()
          .choosing({ recordPanelReply: [{ reply: 'disagrees' }] })
          .past('panel-reply'),
        3,
      ),
    );
    const browser = await console.as('P01');
    const found = async (query: string) => referencesIn(await browser.get(`/cases?${query}`)).sort();
    expect(await found('review=LCSPR')).toEqual([ref(1), ref(3)]);
    expect(await found('panel=disagrees')).toEqual([ref(3)]);
    expect(await found('ending=did-not-proceed')).toEqual([ref(2)]);
    expect(await found('ending=published&panel=agrees')).toEqual([ref(1)]);
  });

  test('a column sorts by its head, which says so and turns the order round', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-19'), 1));
    await console.keep(named(aCase().receivedOn('2026-11-23'), 2));
    await console.keep(named(aCase().receivedOn('2026-11-13'), 3));
    const browser = await console.as('P01');
    const usual = await browser.get('/cases');
    expect(referencesIn(usual)).toEqual([ref(2), ref(1), ref(3)]);
    const sorted = (page: BrowsedPage) =>
      page
        .$('th[aria-sort]')
        .toArray()
        .map((th) => [read(page.$(th).find('a').text()), page.$(th).attr('aria-sort')]);
    expect(sorted(usual)).toEqual([['Received', 'descending']]);
    const byDue = await browser.get(usual.$('thead a:contains("Next date")').attr('href') ?? '');
    expect(referencesIn(byDue)).toEqual([ref(3), ref(1), ref(2)]);
    expect(sorted(byDue)).toEqual([['Next date, and whose turn', 'ascending']]);
    const turned = await browser.get(byDue.$('thead a:contains("Next date")').attr('href') ?? '');
    expect(referencesIn(turned)).toEqual([ref(2), ref(1), ref(3)]);
    const received = await browser.get('/cases?sort=received&direction=asc');
    expect(referencesIn(received)).toEqual([ref(3), ref(1), ref(2)]);
    expect(received.$('form input[name=sort]').val()).toBe('received');
  });

  test('goes on from page to page under the same filters, each case once', async () => {
    for (let n = 1; n <= 53; n += 1) await console.keep(named(aCase(), n));
    const browser = await console.as('P01');
    const first = await browser.get('/cases?stage=deciding');
    expect(first.says).toContain('53 cases found');
    const second = await browser.get(first.$('.govuk-pagination__next a').attr('href') ?? '');
    expect(new Set([...referencesIn(first), ...referencesIn(second)]).size).toBe(53);
    expect(second.$('.govuk-pagination__prev a').attr('href')).toBe('/cases?stage=deciding');
    expect(second.$('.govuk-pagination__next')).toHaveLength(0);
    expect((await browser.get('/cases?after=nonsense')).status).toBe(404);
  });
});

describe('Who sees what in the matrix', () => {
  const withContent = async (file: CaseFile) => {
    await console.keep(file);
    await console.records.content.saveContent({
      reference: file.reference,
      content: {
        children: [{ ref: 'child-1', name: 'Zoë Nightjar', dateOfBirth: isoDate('2020-02-29') }],
        family: [],
        notifier: { name: 'Pat Example' },
      },
      receivedOn: isoDate('2026-11-23'),
      practice: false,
    });
    await console.records.words.keepWords(file.reference, [{ id: 'W77' as WordsReference, text: 'Moved to a refuge' }]);
  };

  test('a search finds nobody anything that they could not read in the case', async () => {
    await withContent(named(aCase(), 1));
    const found = async (person: string, text: string) =>
      referencesIn(await (await console.as(person)).get(`/cases?text=${encodeURIComponent(text)}`)).length;
    const texts = ['nightjar', 'refuge', 'hospital', '2026-0001'];
    const of = (person: string) => Promise.all(texts.map((text) => found(person, text)));
    expect(await of('P01')).toEqual([1, 1, 1, 1]);
    expect(await of('P07')).toEqual([1, 1, 1, 1]);
    // A member of the sub-group is in no list before being told of the case, and then finds it by its reference.
    expect(await of('P17')).toEqual([0, 0, 0, 0]);
    await withContent(named(aCase().before('recordComment'), 1));
    expect(await of('P17')).toEqual([0, 0, 0, 1]);
    expect(await of('P43')).toEqual([0, 0, 0, 1]);
  });

  test('the IT officer sees where a case stands: no link, and nobody by name', async () => {
    const file = named(published, 1);
    const link = fact(file, 'recordPublication')?.form.link as WordsReference;
    await console.records.words.keepWords(file.reference, [{ id: link, text: 'https://kscp.example/reviews/7' }]);
    await console.keep(file);
    await console.keep(named(aCase().with('sendToFrontDoor'), 2));
    const browser = await console.as('P43');
    const page = await browser.get('/cases?turn=P05');
    expect(referencesIn(page).sort()).toEqual([ref(1), ref(2)]);
    expect(page.text).not.toContain('kscp.example/reviews');
    expect(rowOf(page, 2)[4]).toContain('Service Director');
    expect(page.$('main').text()).not.toContain('Odalys');
    expect(page.$('select[name=turn]')).toHaveLength(0);
    const { rows } = listIn((await browser.get('/cases.xlsx')).bytes);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/kscp\.example|Odalys/);
  });

  test('a case that somebody is shut out of is in nobody’s count', async () => {
    const shut = aCase().with('shutOut', { person: 'P03', reason: 'W9' }, { by: 'business-manager' });
    await console.keep(named(shut, 1));
    await console.keep(named(aCase(), 2));
    const page = await (await console.as('P03')).get('/cases');
    expect([referencesIn(page), page.says.includes('1 case found')]).toEqual([[ref(2)], true]);
  });
});

/** The sheet of the cases in the Excel file. */
function listIn(bytes: Buffer): ReadSheet {
  const list = readBook(bytes).get('Children’s Case Matrix');
  if (list === undefined) throw new Error('The file has no list.');
  return list;
}

describe('The Excel file', () => {
  test('has the same rows by the same filters, with real dates, a frozen head and an autofilter', async () => {
    await console.keep(named(aCase().receivedOn('2026-11-19'), 1));
    await console.keep(named(aCase().receivedOn('2026-11-23'), 2));
    const browser = await console.as('P01');
    const page = await browser.get('/cases?light=amber');
    const sent = await browser.get(page.$('a:contains("Save as an Excel file")').attr('href') ?? '');
    expect(sent.headers.get('content-type')).toContain('spreadsheetml');
    expect(sent.headers.get('content-disposition')).toContain('case-matrix-2026-11-23.xlsx');
    const list = listIn(sent.bytes);
    const [heads = [], ...rows] = list.rows;
    expect(rows).toHaveLength(1);
    const cell = (head: string) => rows[0]?.[heads.indexOf(head)];
    expect([cell('Case'), cell('Day'), cell('Red, amber or green')]).toEqual([ref(1), 3, 'Amber']);
    expect(cell('Next date')).toEqual(new Date('2026-11-25T00:00:00Z'));
    expect(cell('Received')).toEqual(new Date('2026-11-19T00:00:00Z'));
    expect(cell('Closed')).toBeUndefined();
    expect(list).toMatchObject({ frozen: { rows: 1, columns: 1 }, filter: 'A1:Q2', fills: { E2: 'FFFDE3C8' } });
    expect(list.widths).toHaveLength(heads.length);
    const about = JSON.stringify(readBook(sent.bytes).get('About this list')?.rows);
    expect(about).toContain('10:00am on Monday 23 November 2026');
    expect(about).toContain('Amber: due within 3 working days');
    expect(about).toContain('Marguerite Thistlewood');
  });

  test('has every page of the list', async () => {
    for (let n = 1; n <= 205; n += 1) await console.keep(named(aCase(), n));
    const { rows } = listIn((await (await console.as('P01')).get('/cases.xlsx')).bytes);
    const references = rows.slice(1).map(([reference]) => reference);
    expect([references.length, new Set(references).size]).toEqual([205, 205]);
  });

  test('a text that begins like a formula stays a text', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'];
    const row = (text: string): MatrixRow => ({
      reference: ref(1),
      practice: false,
      stage: 'Closed',
      ending: undefined,
      closedOn: undefined,
      day: 1,
      light: 'none',
      lightWord: 'Closed',
      standing: 'Closed',
      next: undefined,
      review: '',
      panel: '',
      publication: '',
      publicationOn: undefined,
      link: { text, href: undefined },
      receivedOn: isoDate('2026-11-23'),
    });
    const about = { partnership: 'KSCP', at: instant('2026-11-23T10:00:00Z'), by: '=A1', tab: 'All', found: 5 };
    const file = await matrixFile(texts.map(row), { ...about, filters: [] });
    const [heads = [], ...rows] = listIn(file).rows;
    expect(rows.map((line) => line[heads.indexOf('Where it is published')])).toEqual(texts);
    const sheets = [...readBook(file).values()];
    expect(sheets[1]?.rows).toContainEqual(['Saved by', '=A1']);
    expect(sheets.flatMap(({ formulas }) => formulas)).toEqual([]);
  });
});

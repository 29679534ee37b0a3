import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant } from '../../src/procedure/time/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* "Waiting for others" on the Business Unit's Today: a row for each request, not for each person. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const read = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const named = ({ file }: CaseBuilder, number: number, more: Partial<CaseFile> = {}): CaseFile => ({
  ...file,
  ...more,
  reference: `SIN-2026-${String(number).padStart(4, '0')}` as CaseReference,
});
const gp = 'P26' as PersonId;
const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing', 'locala'] });
const office = async () => (await console.as('P01')).get('/');

/** Each row: the request, how many have answered, who, by when, and the link by which the others are reminded. */
const rows = (page: BrowsedPage) =>
  page
    .$('main .app-waiting tbody tr')
    .toArray()
    .map((row) => {
      const [what, answered, due, remind] = page.$(row).children().toArray();
      const told = page.$(answered);
      return {
        what: read(page.$(what).find('a').text()),
        count: read(told.find('strong').first().text()),
        who: read(told.find('.govuk-details__text').text()),
        said: told.find('details').length === 0 ? read(told.text()) : '',
        due: read(page.$(due).text()),
        remind: read(page.$(remind).text()),
        href: page.$(remind).find('a').attr('href'),
      };
    });
const row = (page: BrowsedPage, what: string) => rows(page).filter((one) => one.what.startsWith(what))[0];

test('A request is one row: how many of how many, who has, who has not and how far they are, since when and by when', async () => {
  const inPart = asked()
    .with('recordReturn', { agency: 'gp' }, { by: gp })
    .with('recordReturn', { agency: 'housing', answer: 'partly', stillToCome: 'words:later' as never });
  const file = named(inPart, 1);
  await console.keep(file);
  await console.records.answerLines.save({
    ...{ reference: file.reference, contribution: 'return:locala', person: 'P27' as PersonId },
    line: { line: 'a', happened: '2026', approximate: false, about: [], what: 'Seen', source: 'Notes' },
    at: instant('2026-11-23T10:00:00.000Z'),
  });
  const page = await office();
  expect(rows(page).filter(({ what }) => what.startsWith('Information'))).toHaveLength(1);
  expect(row(page, 'Information')).toMatchObject({
    what: 'Information from agencies, SIN-2026-0001',
    count: '1 of 3',
    who: expect.stringMatching(
      /^Answered: GP practices \(.*\) ?Not yet: Housing.*: sent in part; Locala.*: 1 entry saved$/,
    ),
    due: '5 working days left30 November 2026',
    remind: expect.stringMatching(/^Remind 2 agencies: Information from agencies, SIN-2026-0001/),
    href: '/cases/SIN-2026-0001/remind/return',
  });
  expect(page.says).toContain('asked 23 Nov');
});

test('What is waited for from one person is a row too, and has nobody to remind by hand', async () => {
  await console.keep(named(aCase().with('sendToFrontDoor'), 1));
  expect(row(await office(), 'Step 2')).toMatchObject({
    said: expect.stringMatching(/^Odalys Brackenridge \(Service Director/),
    remind: '',
  });
});

test('The comments of the sub-group, which have the date of their step, are one row with who has not answered', async () => {
  await console.keep(named(aCase().before('recordComment'), 1));
  expect(row(await office(), 'Comments')).toMatchObject({
    count: '0 of 7',
    remind: expect.stringMatching(/^Remind 7 people/),
  });
});

test('A case from before requests had dates has its agencies in one row', async () => {
  const old = asked().at('information');
  const { requests: _none, ...policy } = old.file.policy;
  await console.keep(named(old, 1, { policy }));
  // Step 5 is the Business Unit's own; nothing of it is shown twice.
  expect(rows(await office()).filter(({ what }) => what.startsWith('Information')).length).toBeLessThan(2);
});

test('It says when the Business Unit last reminded them', async () => {
  await console.keep(named(asked().with('chaseAnswers', { contributions: ['return:gp'] }), 1));
  expect(row(await office(), 'Information')?.remind).toContain('Reminded 23 Nov');
});

test('It shows the twenty that are due first, and leads on to all of them', async () => {
  for (let n = 1; n <= 11; n += 1) await console.keep(named(aCase(), n));
  const page = await office();
  expect(rows(page)).toHaveLength(20);
  expect(page.says).toContain('These are the 20 that are due first');
});

test('Reading it reads the files of the cases that it shows, and of no others', async () => {
  for (let n = 1; n <= 30; n += 1) await console.keep(named(aCase(), n));
  const browser = await console.as('P01');
  const { cases, caseFiles } = console.records;
  const several = jest.spyOn(caseFiles, 'several');
  const get = jest.spyOn(cases, 'get');
  await browser.get('/');
  expect(get).not.toHaveBeenCalled();
  expect(new Set(several.mock.calls.flatMap(([references]) => references)).size).toBeLessThanOrEqual(20);
  several.mockRestore();
  get.mockRestore();
});

import type { CaseFile } from '../../src/procedure/case/case-file';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';
import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Today of those who are not in the Business Unit: a card for each thing that they owe, and nothing that they may not see. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const read = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const keep = async (file: CaseFile) => {
  await console.keep(file);
  return file.reference;
};
const todayOf = async (person: string) => (await console.as(person)).get('/');

/** The rows of a card, by what they are. */
function card(page: BrowsedPage, title: string): Readonly<Record<string, string>> {
  const found = page.$('main .app-card').filter((_i, one) => read(page.$(one).find('h3').text()) === title);
  expect(found).toHaveLength(1);
  const rows = found.find('.app-facts > div').toArray();
  return {
    ...Object.fromEntries(
      rows.map((row) => [read(page.$(row).find('dt').text()), read(page.$(row).find('dd').text())]),
    ),
    left: read(found.find('.app-card__left').text()),
    why: read(found.find('.govuk-summary-card__content > p').text()),
    buttons: found.find('.govuk-button').length.toString(),
    to: found.find('.govuk-button').attr('href') ?? '',
    links: found
      .find('.govuk-button-group a.govuk-link')
      .toArray()
      .map((one) => page.$(one).attr('href'))
      .join(' '),
    caseLink: found.find('.app-facts a').attr('href') ?? '',
  };
}
const titles = (page: BrowsedPage) =>
  page
    .$('main .app-card h3')
    .toArray()
    .map((one) => read(page.$(one).text()));

describe('A delegated partner', () => {
  test('sees what to do, why, how long it takes, by when, and what the others have done', async () => {
    const reference = await keep(
      aCase().with('nameAgencies', { partner: 'la', agencies: [] }, { by: 'la-partner' }).file,
    );
    const page = await todayOf('P08');
    expect(page.heading).toMatch(/^Today: 2 things to do/);
    expect(card(page, 'Name the agencies to ask for information')).toEqual({
      Case: `${reference}, Name the agencies to ask for information`,
      By: 'Thursday 26 November 2026',
      Takes: 'About 5 minutes.',
      Others: 'The Local Authority has answered. Health has not answered yet',
      left: '3 working days left',
      why: 'Which agencies know the child or the family? The Business Unit asks them for information.',
      buttons: '1',
      to: `/cases/${reference}/decisions/nameAgencies?partner=police`,
      links: '',
      caseLink: `/cases/${reference}`,
    });
    expect(card(page, 'Send your agency’s summary')).toMatchObject({ Takes: 'About 30 minutes.', buttons: '1' });
  });

  test('is led to what was recorded on their behalf, and says whether it is right', async () => {
    const { file } = aCase()
      .at('outcome')
      .with('recordOutcome', { outcome: 'not-to-proceed' }, { by: 'business-manager', onBehalf: { of: 'la-partner' } });
    const reference = await keep(file);
    const shown = card(await todayOf('P07'), `Confirm what was recorded on your behalf (entry ${file.seq})`);
    expect(shown['to']).toBe(`/cases/${reference}/decisions/confirmEntry?entry=${file.seq}`);
    expect(shown).not.toHaveProperty('Others');
  });

  test('who was named to disseminate the response is led to saying that it was done', async () => {
    const reference = await keep(
      aCase().before('agreeDissemination').with('agreeDissemination', { partner: 'police' }).file,
    );
    expect(card(await todayOf('P08'), 'Disseminate the response to the Panel’s reply')['to']).toBe(
      `/cases/${reference}/decisions/recordDissemination`,
    );
    expect((await todayOf('P07')).says).not.toContain('Disseminate');
  });
});

describe('A GP', () => {
  const asked = () =>
    aCase().with('askAgencies', {
      agencies: ['gp', 'housing'],
      purpose: words('Canary Purpose of a child'),
      questions: [words('Canary Question')],
    });

  test('sees the request, its period and its date, and is led to answering it', async () => {
    const reference = await keep(asked().file);
    const page = await todayOf('P26');
    expect(page.heading).toMatch(/^Today: 1 request to answer/);
    expect(card(page, 'Send the information of GP practices (Integrated Care Board)')).toEqual({
      Case: reference,
      Period: 'Friday 22 November 2024 to Monday 23 November 2026',
      By: 'Monday 30 November 2026',
      Takes: 'About 20 minutes. What you enter is saved as you go.',
      left: '5 working days left',
      why: expect.stringContaining('asks what your organisation knows'),
      buttons: '1',
      to: `/cases/${reference}/requests/return%3Agp/request`,
      links: `/cases/${reference}/requests/return%3Agp/nil /cases/${reference}/requests/return%3Agp/pass-on`,
      caseLink: '',
    });
  });

  test('sees nothing else of the case: no name, no text, no other agency, no step, no entry', async () => {
    const { file } = asked().with('recordReturn', { agency: 'housing' }, { by: 'P32' as PersonId });
    await keep(file);
    const { text } = await todayOf('P26');
    for (const not of [
      ...['Canary', 'Housing', 'Step ', 'have answered', 'has answered', 'Name the agencies', 'Police'],
      ...Object.values(file.people)
        .flat()
        .map((id) => nameIn(id))
        .filter((name) => name !== nameIn('P26' as PersonId)),
    ])
      expect(text).not.toContain(not);
  });

  test('has nothing to do once the request is answered, and sees no trace of the case once the answer is accepted', async () => {
    const gp = 'P26' as PersonId;
    const answered = asked().with('recordReturn', { agency: 'gp' }, { by: gp });
    await keep(answered.file);
    expect((await todayOf(gp)).says).toContain('Nothing needs you at the moment');
    const accepted = answered.with('acceptAnswer', { contribution: 'return:gp' });
    const reference = await keep(accepted.file);
    expect((await todayOf(gp)).text).not.toContain(reference);
  });
});

const nameIn = (id: PersonId) => console.profile.people.find((one) => one.id === id)?.name ?? id;

test('The Service Director sees their own act, and nothing of what others owe', async () => {
  const reference = await keep(aCase().with('sendToFrontDoor').file);
  const page = await todayOf('P05');
  expect(titles(page)).toEqual(['Record the Service Director’s oversight']);
  expect(card(page, 'Record the Service Director’s oversight')).toMatchObject({
    to: `/cases/${reference}/decisions/recordOversight`,
    Takes: 'About 10 minutes.',
    caseLink: `/cases/${reference}`,
  });
  expect(page.says).not.toMatch(/Name the agencies|agency’s summary/);
});

test('The identified professional is led to the family page', async () => {
  const { file } = aCase().at('family-contact');
  const reference = await keep(file);
  const [professional] = file.people['identified-professional'] ?? [];
  const page = await todayOf(professional ?? 'nobody');
  expect(titles(page)).toHaveLength(1);
  expect(page.$('main .app-card .govuk-button').attr('href')).toBe(`/cases/${reference}/family`);
});

test('A member of the sub-group learns how many have commented, and not who', async () => {
  const shared = aCase().before('recordComment');
  const [first, second] = shared.file.people['sub-group-member'] ?? [];
  if (first === undefined || second === undefined) throw new Error('The sub-group has two members.');
  const reference = await keep(shared.with('recordComment', { member: first }, { by: first }).file);
  const page = await todayOf(second);
  expect(card(page, 'Send your comments on the draft, or say that you have none')).toMatchObject({
    Others: '1 of 7 have answered',
    to: `/cases/${reference}/decisions/recordComment?member=${second}`,
  });
  expect(page.text).not.toContain(nameIn(first));
});

test('Whoever owes nothing has no card; the Business Unit keeps its rows', async () => {
  await keep(aCase().file);
  const office = await todayOf('P01');
  expect([office.$('main .app-card').length, office.$('main .app-turn').length]).toEqual([0, 3]);
});

test('More than twenty things are on further pages, with what is due first on the first', async () => {
  for (let n = 1; n <= 11; n += 1)
    await console.keep({ ...aCase().file, reference: `SIN-2026-${String(n).padStart(4, '0')}` as CaseReference });
  const browser = await console.as('P08');
  const first = await browser.get('/');
  expect([first.heading, first.$('main .app-card').length]).toEqual([expect.not.stringContaining('things'), 20]);
  const further = await browser.get(first.$('a:contains("Show what is due after this")').attr('href') ?? '');
  expect(further.$('main .app-card')).toHaveLength(2);
});

describe('Somebody in training', () => {
  const practice: CaseFile = { ...aCase().file, practice: true };
  const title = 'Name the agencies to ask for information';

  test('sees what waits in a practice case where no real case has anything, and can hide it', async () => {
    await keep(practice);
    const page = await todayOf('P08');
    expect(page.says).toContain('In practice cases');
    expect(titles(page)).toContain(`${title} Practice`);
    const hide = page.$('a:contains("Hide practice cases")').attr('href') ?? '';
    expect(titles(await (await console.as('P08')).get(hide))).toEqual([]);
  });

  test('sees the real cases alone as soon as one has something', async () => {
    await keep(practice);
    await keep({ ...aCase().file, reference: 'SIN-2026-0802' as CaseReference });
    const page = await todayOf('P08');
    expect(page.says).not.toContain('In practice cases');
    expect(titles(page)).toContain(title);
    expect(page.$('a:contains("Show practice cases too")')).toHaveLength(1);
  });
});

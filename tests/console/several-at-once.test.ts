import { recordAddress } from '../../src/console/case-frame/record-filter';
import { factsOf } from '../../src/procedure/case/facts';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import { CasesUnavailable } from '../../src/temporal/cases';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import type { Browser, BrowsedPage, FormFields } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Three returns, or five members without comments, in one form: each is a decision of its own. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const home = '/cases/SIN-2026-0007';
const single = (decision: string) => `${home}/decisions/${decision}`;
const several = (decision: string) => `${single(decision)}/several`;
const returns = several('recordReturn');
const agencies = ['gp', 'housing', 'locala', 'probation'];
const asked = () => aCase().with('askAgencies', { agencies });

async function keep(one: CaseBuilder): Promise<CaseBuilder> {
  console.wall = one.now;
  await console.keep(one.file);
  return one;
}

const kept = (): CaseFile => {
  const [file] = console.cases.files.values();
  if (file === undefined) throw new Error('There is no case.');
  return file;
};
const returned = () => factsOf(kept(), 'recordReturn').map(({ form }) => `${form.agency} ${form.answer}`);

/** The fields that the form sends before anything is filled in: the hidden ones and the day. */
const asShown = (page: BrowsedPage): FormFields =>
  Object.fromEntries(
    page
      .$('main form input[type=hidden], main form input[type=text]')
      .toArray()
      .map(({ attribs }): [string, string] => [attribs['name'] ?? '', attribs['value'] ?? '']),
  );
const ticked = (page: BrowsedPage) =>
  page
    .$('main input[name=for][checked]')
    .toArray()
    .map(({ attribs }) => attribs['value']);
const offered = (page: BrowsedPage) =>
  page
    .$('main input[name=for]')
    .toArray()
    .map(({ attribs }) => attribs['value']);
const problems = (page: BrowsedPage) =>
  page
    .$('.govuk-error-summary li')
    .toArray()
    .map((one) => page.$(one).text().trim());

const threeReturns: FormFields = {
  for: ['gp', 'housing', 'locala'],
  'each.gp.answer': 'returned',
  'each.gp.keptAt': 'eCase, GP',
  'each.housing.answer': 'nil',
  'each.locala.answer': 'partly',
  'each.locala.stillToCome': 'The school nurse, next week',
};
const opened = async (browser: Browser, filled: FormFields = threeReturns, page = returns): Promise<FormFields> => ({
  ...asShown(await browser.get(page)),
  ...filled,
});

describe('In one form', () => {
  test('three returns are recorded, each as a decision of its own, and the page says which', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const form = await browser.get(returns);
    expect(form.heading).toBe('Record the information of several agencies');
    expect(offered(form)).toEqual(agencies);
    const done = await browser.send(returns, { ...asShown(form), ...threeReturns });
    expect(done.heading).toBe('3 decisions recorded');
    expect(returned()).toEqual(['gp returned', 'housing nil', 'locala partly']);
    const entries = factsOf(kept(), 'recordReturn');
    expect(entries.map(({ by, role }) => `${by} ${role}`)).toEqual(Array(3).fill('P01 business-manager'));
    for (const { seq } of entries)
      expect(done.$(`main a[href="${recordAddress(kept().reference, { entry: seq })}"]`)).toHaveLength(1);
    // An answer in part leaves the rest owed.
    expect(done.says).toMatch(/Who has not answered yet Locala Community Partnerships Probation Service Record more/);
  });

  test('five members without comments are recorded with a tick each, and nobody else is', async () => {
    await keep(aCase().before('recordComment'));
    const browser = await console.as('P01');
    const form = await browser.get(several('recordComment'));
    const five = offered(form).slice(0, 5).map(String);
    const done = await browser.send(several('recordComment'), { ...asShown(form), for: five });
    expect(done.heading).toBe('5 decisions recorded');
    expect(factsOf(kept(), 'recordComment').map(({ form: { member, answer } }) => `${member} ${answer}`)).toEqual(
      five.map((member) => `${member} nil`),
    );
  });

  test('the summaries of three partners and two chronologies are recorded', async () => {
    await keep(aCase());
    const browser = await console.as('P02');
    const summaries = { for: ['la', 'police', 'health'], 'each.la.keptAt': 'eCase, LA', 'each.police.answer': 'nil' };
    const sent = await opened(
      browser,
      { ...summaries, 'each.health.keptAt': 'eCase, health' },
      several('recordAgencySummary'),
    );
    expect((await browser.send(several('recordAgencySummary'), sent)).heading).toBe('3 decisions recorded');
    expect(factsOf(kept(), 'recordAgencySummary').map(({ form }) => form.partner)).toEqual(['la', 'police', 'health']);
    await console.reset();
    await keep(aCase().before('recordChronologyReturn'));
    const both = { for: ['gp', 'locala'], 'each.gp.answer': 'returned', 'each.locala.answer': 'nil' };
    const again = await console.as('P02');
    const page = several('recordChronologyReturn');
    const done = await again.send(page, await opened(again, both, page));
    expect(done.heading).toBe('2 decisions recorded');
    expect(done.says).toContain('There is nothing more to record here');
  });

  test('nothing is filled in beforehand but the day, and a row that is not ticked is left alone', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const form = await browser.get(returns);
    expect(form.$('main [checked], main textarea:not(:empty)')).toHaveLength(0);
    const filled = { ...threeReturns, for: 'housing' };
    expect((await browser.send(returns, { ...asShown(form), ...filled })).heading).toBe('1 decision recorded');
    expect(returned()).toEqual(['housing nil']);
  });
});

describe('Whatever is filled in wrongly', () => {
  test('is said beside its field, and nothing is recorded until it is right', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const filled = { for: ['gp', 'housing', 'locala'], 'each.gp.answer': 'partly', 'each.locala.answer': 'nil' };
    const wrong = await browser.send(returns, await opened(browser, filled));
    expect(wrong.status).toBe(422);
    expect(problems(wrong)).toEqual([
      'GP practices (Integrated Care Board): say what is still to come, and when',
      'Housing: choose the answer',
    ]);
    for (const link of wrong.$('.govuk-error-summary a').toArray())
      expect(wrong.$(`[id="${(link.attribs['href'] ?? '').slice(1)}"]`)).toHaveLength(1);
    expect(ticked(wrong)).toEqual(['gp', 'housing', 'locala']);
    expect(wrong.$('input[name="each.gp.answer"][checked]').val()).toBe('partly');
    expect(returned()).toEqual([]);
    const right = { ...filled, 'each.gp.stillToCome': 'More', 'each.housing.answer': 'nil' };
    expect((await browser.send(returns, { ...asShown(wrong), ...right })).heading).toBe('3 decisions recorded');
  });

  test.each<[string, FormFields, readonly string[]]>([
    ['nobody is chosen', { for: [] }, ['Answer the question: Which agencies have answered?']],
    ['the day has not come', { 'on.year': '2027' }, ['Tuesday 23 November 2027 has not come yet']],
    ['there is no such day', { 'on.day': '31' }, ['November 2026 has no day 31']],
  ])('is told where %s', async (_what, filled, expected) => {
    await keep(asked());
    const browser = await console.as('P01');
    const wrong = await browser.send(returns, await opened(browser, { ...threeReturns, ...filled }));
    expect([wrong.status, problems(wrong).length]).toEqual([422, 1]);
    expect(problems(wrong)[0]).toContain(expected[0]);
    expect(returned()).toEqual([]);
  });

  test('of a summary is a document that is nowhere', async () => {
    await keep(aCase());
    const browser = await console.as('P01');
    const page = several('recordAgencySummary');
    const wrong = await browser.send(page, await opened(browser, { for: ['la', 'police'] }, page));
    expect(problems(wrong)).toEqual([
      'The Local Authority: Write the summary, or say where the document is kept.',
      'The police: Write the summary, or say where the document is kept.',
    ]);
  });
});

describe('A refusal of one', () => {
  test('leaves the others recorded, and is shown with its row as it was filled in', async () => {
    const before = await keep(asked());
    const browser = await console.as('P01');
    const sent = await opened(browser);
    await keep(before.with('recordReturn', { agency: 'housing', answer: 'returned' }));
    const page = await browser.send(returns, sent);
    expect(page.status).toBe(200);
    expect(returned()).toEqual(['housing returned', 'gp returned', 'locala partly']);
    expect(page.says).toContain('2 decisions recorded');
    expect(problems(page)).toHaveLength(1);
    expect(problems(page)[0]).toMatch(/^Housing: .*on the record already/);
    expect(ticked(page)).toEqual(['housing']);
    expect(page.$('input[name="each.housing.answer"][checked]').val()).toBe('nil');
    // An answer in part is offered again, with nothing filled in.
    expect(offered(page)).toEqual(['housing', 'locala', 'probation']);
    expect(page.$('textarea[name="each.locala.stillToCome"]').val()).toBe('');
    // The page is there again for whoever comes back to it.
    expect(problems(await browser.get(page.path))).toEqual(problems(page));
  });

  test('can be mended: a day before one of them was asked', async () => {
    const first = aCase().with('askAgencies', { agencies: ['gp'] });
    const later = { on: '2026-11-25', now: '2026-11-25T10:00:00.000Z' };
    await keep(first.with('askAgencies', { agencies: ['housing'] }, later));
    const browser = await console.as('P01');
    const both = { for: ['gp', 'housing'], 'each.gp.answer': 'nil', 'each.housing.answer': 'nil' };
    const page = await browser.send(returns, { ...(await opened(browser, both)), 'on.day': '24' });
    expect(problems(page)).toEqual([expect.stringContaining('Housing was asked on Wednesday 25 November 2026')]);
    const mended = { ...asShown(page), for: 'housing', 'each.housing.answer': 'nil', 'on.day': '25' };
    expect((await browser.send(returns, mended)).heading).toBe('1 decision recorded');
    expect(returned()).toEqual(['gp nil', 'housing nil']);
  });

  test('is of an answer that somebody has not seen, and of no other', async () => {
    const partly = (what: string) => ({ agency: 'locala', answer: 'partly', stillToCome: words(what) }) as const;
    const before = await keep(asked().with('recordReturn', partly('All of it')));
    const browser = await console.as('P01');
    const sent = await opened(browser);
    await keep(before.with('recordReturn', partly('The last page'), { by: 'P02' as PersonId }));
    const page = await browser.send(returns, sent);
    expect(page.says).toContain('2 decisions recorded');
    expect(problems(page)[0]).toContain('This is not recorded yet, because somebody recorded an answer meanwhile');
    expect(factsOf(kept(), 'recordReturn')).toHaveLength(4);
    const again = { ...asShown(page), for: 'locala', 'each.locala.answer': 'returned' };
    expect((await browser.send(returns, again)).heading).toBe('1 decision recorded');
  });
});

describe('Each is recorded once', () => {
  test('where the same form is sent twice, one after the other or at the same time', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const sent = await opened(browser);
    const both = await Promise.all([browser.send(returns, sent), browser.send(returns, sent)]);
    const third = await browser.send(returns, sent);
    expect([...both, third].map(({ heading }) => heading)).toEqual(Array(3).fill('3 decisions recorded'));
    expect(returned()).toEqual(['gp returned', 'housing nil', 'locala partly']);
  });

  test('where the case fails half way, and the form is sent again', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const sent = await opened(browser);
    const { cases } = console;
    const decide = cases.decide.bind(cases);
    let calls = 0;
    cases.decide = async (...given) => {
      calls += 1;
      // The second is recorded, and its answer is lost.
      const outcome = await decide(...given);
      if (calls === 2) throw new CasesUnavailable('away');
      return outcome;
    };
    expect((await browser.send(returns, sent)).status).toBe(503);
    expect(returned()).toEqual(['gp returned', 'housing nil']);
    cases.decide = decide;
    expect((await browser.send(returns, sent)).heading).toBe('3 decisions recorded');
    expect(returned()).toEqual(['gp returned', 'housing nil', 'locala partly']);
  });

  test('where the form is sent again once more is ticked', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const sent = await opened(browser);
    await browser.send(returns, sent);
    const more = { ...sent, for: [...agencies], 'each.probation.answer': 'nil' };
    expect((await browser.send(returns, more)).heading).toBe('4 decisions recorded');
    expect(returned()).toHaveLength(4);
  });
});

test('A form that was filled in when the session ended is there after signing in, and records each once', async () => {
  await keep(asked());
  const browser = await console.as('P01');
  const sent = await opened(browser);
  await console.records.sessions.endAllOf('P01' as PersonId, console.wall);
  expect((await browser.send(returns, sent)).path).toContain('/sign-in?to=');
  expect(returned()).toEqual([]);
  await browser.submit('/sign-in', { person: 'P01', to: '/more' });
  const form = await browser.get(returns);
  expect(ticked(form)).toEqual(['gp', 'housing', 'locala']);
  expect(form.$('textarea[name="each.locala.stillToCome"]').val()).toBe('The school nurse, next week');
  const again = await browser.send(returns, { ...threeReturns, ...asShown(form), 'each.gp.keptAt': 'eCase, GP' });
  expect(again.heading).toBe('3 decisions recorded');
});

describe('Whoever may not record it', () => {
  test.each([
    ['a delegated partner', 'P08'],
    ['an Exec partner', 'P10'],
    ['IT', 'P43'],
  ])('as %s, is refused, and nothing is recorded', async (_who, person) => {
    await keep(asked());
    const office = await console.as('P01');
    const sent = await opened(office);
    const browser = await console.as(person);
    expect([403, 404]).toContain((await browser.get(returns)).status);
    const refused = await browser.submit(returns, { ...sent, _csrf: await browser.token() });
    expect([403, 404]).toContain(refused.status);
    expect(returned()).toEqual([]);
  });

  test('for everybody, records their own alone: a partner’s summary, and a member’s comments', async () => {
    await keep(aCase());
    const browser = await console.as('P08');
    const page = several('recordAgencySummary');
    expect(offered(await browser.get(page))).toEqual(['police']);
    const filled = { for: ['la', 'police'], 'each.la.answer': 'nil', 'each.police.answer': 'nil' };
    const sent = await browser.send(page, await opened(browser, filled, page));
    expect(problems(sent)).toEqual([expect.stringContaining('answers for their own agency only')]);
    expect(factsOf(kept(), 'recordAgencySummary').map(({ form }) => form.partner)).toEqual(['police']);
  });

  test('finds no outcome of another person’s form', async () => {
    await keep(asked());
    const browser = await console.as('P01');
    const done = await browser.send(returns, await opened(browser));
    expect((await (await console.as('P02')).get(done.path)).heading).toBe('Record the information of several agencies');
  });
});

describe('The page', () => {
  const links = (page: BrowsedPage, to: string) => page.$(`main a[href="${to}"]`).length;

  test('is led to from Today, from the case and from the form for one, while two or more are owed', async () => {
    const three = await keep(asked());
    const browser = await console.as('P01');
    const leading = async () => {
      const pages = ['/', home, single('recordReturn')];
      return Promise.all(pages.map(async (one) => links(await browser.get(one), returns)));
    };
    expect(await leading()).toEqual([1, 1, 1]);
    const one = ['gp', 'housing', 'locala'].reduce(
      (builder, agency) => builder.with('recordReturn', { agency, answer: 'nil' }),
      three,
    );
    await keep(one);
    expect(await leading()).toEqual([0, 0, 0]);
  });

  test('of the comments is led to from their step on Today', async () => {
    await keep(aCase().before('recordComment'));
    const browser = await console.as('P01');
    for (const page of ['/', home, single('recordComment')])
      expect([page, links(await browser.get(page), several('recordComment'))]).toEqual([page, 1]);
  });

  test('is not offered to a partner who owes one summary', async () => {
    await keep(aCase());
    const browser = await console.as('P08');
    for (const page of ['/', home, single('recordAgencySummary')])
      expect([page, links(await browser.get(page), several('recordAgencySummary'))]).toEqual([page, 0]);
  });

  test('leaves a reading of the case, the outcome too', async () => {
    await keep(asked());
    // The log forgets the tests before: this one is on another day.
    console.wall = '2026-11-24T09:00:00.000Z' as typeof console.wall;
    const browser = await console.as('P01');
    const form = await browser.get(returns);
    const parts = async () => {
      const { readings } = await console.records.readings.list({ viewer: undefined, limit: 10 });
      return readings.filter(({ part }) => part === 'decision').map(({ cases }) => cases.join());
    };
    expect(await parts()).toEqual([kept().reference]);
    // Past the time for which it is the same reading.
    console.wall = '2026-11-24T09:10:00.000Z' as typeof console.wall;
    await browser.send(returns, { ...asShown(form), ...threeReturns });
    expect(await parts()).toEqual([kept().reference, kept().reference]);
  });

  test.each([
    ['there is none for a decision that is recorded for one at a time', 'addNote', 404, 'Page not found'],
    ['says why it is too early', 'recordComment', 409, 'Record a sub-group member’s comments'],
  ])('%s', async (_what, decision, status, heading) => {
    await keep(asked());
    const page = await (await console.as('P01')).get(several(decision));
    expect([page.status, page.heading]).toEqual([status, heading]);
  });
});

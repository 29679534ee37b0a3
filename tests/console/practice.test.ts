import { exampleForm, exampleIds } from '../../src/console/forms/practice-example';
import { checkNotification } from '../../src/casework/notifying';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { isoDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import type { Browser, BrowsedPage, FormFields } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const ours = '/cases/SIN-2026-0007/practice';

/** A practice case received on Monday 23 November 2026, on the record. */
async function keepPractice(file: CaseFile = aCase().file): Promise<void> {
  await console.keep({ ...file, practice: true });
}

async function opens(browser: Browser, example: string): Promise<BrowsedPage> {
  const page = await browser.get('/practice');
  return browser.submit('/practice', { example, key: String(page.$('input[name=key]').val()) });
}

const keyOn = (page: BrowsedPage): string => String(page.$('input[name=key]').first().val());

/** Sends a form of P02's after their session has ended, and signs in again. */
async function sentTooLate(browser: Browser, where: string, fields: FormFields): Promise<BrowsedPage> {
  const token = await browser.token();
  await console.records.sessions.endAllOf('P02' as PersonId, console.wall);
  const away = await browser.send(where, { _csrf: token, ...fields });
  expect(away.heading).toBe('Choose who to sign in as');
  return browser.submit('/sign-in', { person: 'P02', to: where });
}

describe('Practice cases', () => {
  test.each(exampleIds)('the example %s is a notification that is taken, on any day of the year', (id) => {
    for (const day of ['2026-11-23', '2026-03-30', '2028-02-29', '2027-01-01']) {
      const now = londonInstant(isoDate(day), timeOfDay('00:30'));
      expect(checkNotification(exampleForm(id, now), now).kind).toBe('read');
    }
  });

  test('nobody has opened one yet: the page says so, and that practice sends nothing', async () => {
    const page = await (await console.as('P01')).get('/practice');
    expect(page.says).toContain('There is none yet: open one below');
    expect(page.says).toContain('No emails leave this system');
    expect((await (await console.as('P09')).get('/practice')).says).toContain('The Business Unit opens them');
  });

  test('one is opened from an example, once however often the button is pressed, and listed', async () => {
    const browser = await console.as('P02');
    const key = keyOn(await browser.get('/practice'));
    const page = await browser.submit('/practice', { example: 'straight', key });
    expect(page.$('.govuk-notification-banner').text()).toContain('SIN-2026-0001 is open');
    await browser.submit('/practice', { example: 'straight', key });
    const files = [...console.cases.files.values()];
    expect(files.map(({ reference, practice, openedBy }) => [reference, practice, openedBy.person])).toEqual([
      ['SIN-2026-0001', true, 'P02'],
    ]);
    expect(page.$('table').text()).toContain('Deciding whether to notify');
    expect(page.$('table a[href="/cases/SIN-2026-0001/practice"]').length).toBe(1);
  });

  test('the example that was chosen when the session ended is chosen still after signing in', async () => {
    const browser = await console.as('P02');
    const back = await sentTooLate(browser, '/practice', { example: 'siblings', key: 'k' });
    expect(back.heading).toBe('Practice cases');
    expect(back.$('input[name=example]:checked').val()).toBe('siblings');
    expect(console.cases.files.size).toBe(0);
  });

  test('real cases are not among them', async () => {
    await console.keep(aCase().file);
    expect((await (await console.as('P01')).get('/practice')).says).not.toContain('SIN-2026-0007');
  });

  test('choosing nothing is told beside the choice', async () => {
    const page = await opens(await console.as('P01'), '');
    expect([page.status, page.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#example']);
    expect(page.$('[id=example]').length).toBe(1);
  });

  test('the notification form is filled in as practice, and the case is one', async () => {
    const browser = await console.as('P03');
    const first = await opens(browser, 'form');
    expect(first.heading).toBe('Before you start');
    expect(first.$('header').text()).toContain('This form opens a practice case');
  });

  test('a practice form is sent only by somebody who may open practice cases', async () => {
    const browser = await console.as('P03');
    await opens(browser, 'form');
    browser.cookies.delete('session');
    expect((await browser.submit('/notify/check')).heading).toBe('Choose who to sign in as');
  });

  test('a notification that is being written is not lost to a practice form', async () => {
    const browser = await console.as('P01');
    const real = await browser.submit('/notify');
    await opens(browser, 'form');
    expect((await browser.get(real.path)).$('.app-practice').text()).not.toContain('opens a practice case');
  });

  test('whoever may not open one is shown no form, and sending one opens none', async () => {
    const browser = await console.as('P09');
    expect((await browser.get('/practice')).$('form[action="/practice"]').length).toBe(0);
    expect((await browser.submit('/practice', { example: 'straight', key: 'k' })).status).toBe(403);
    expect(console.cases.files.size).toBe(0);
  });
});

describe('Moving a practice case forward', () => {
  test('the page says which date is next, and that it takes a while', async () => {
    await keepPractice();
    const page = await (await console.as('P01')).get(ours);
    expect(page.says).toContain('Front Door oversight');
    expect(page.$('button').text()).toContain('Move to Friday 27 November 2026');
    expect(page.says).toContain('This can take up to two minutes');
    expect(page.$('header').text()).toContain('No emails leave this system');
  });

  test('it is moved to its next date, and the page tells what happened on the way', async () => {
    await keepPractice();
    const browser = await console.as('P01');
    const key = keyOn(await browser.get(ours));
    const page = await browser.submit(ours, { way: 'next', key });
    expect(page.status).toBe(200);
    expect(page.says).toContain('moved from 10:00am on Monday 23 November 2026 to 5:00pm on Friday 27 November 2026');
    expect(page.$('h2').text()).toContain('What happened on the way');
    expect(page.says).toContain('Reminders went to');
    expect(page.$('table[class] tbody tr').length).toBeGreaterThan(0);
    expect(page.says).toMatch(/Step 2, Front Door oversight, due 27 November 2026/);
    expect(page.says).not.toMatch(/P0\d|front-door|reminders-sent/);
    const again = await browser.get(ours);
    expect(again.says).toContain('Date in this case: 5:00pm on Friday 27 November 2026');
    expect(again.says).not.toContain('Overdue already');
    const later = await browser.submit(ours, { way: 'days', workingDays: '1', key: keyOn(again) });
    expect(later.says).toContain('Overdue already: Step 2, Front Door oversight');
  });

  test('the same page moves it once, however often its button is pressed', async () => {
    await keepPractice();
    const browser = await console.as('P01');
    const key = keyOn(await browser.get(ours));
    const fields = { way: 'days', workingDays: '2', key };
    const pages = [await browser.submit(ours, fields), await browser.submit(ours, fields)];
    for (const page of pages) expect(page.says).toContain('to 5:00pm on Wednesday 25 November 2026');
    const other = await browser.submit(ours, { ...fields, workingDays: '5' });
    expect([other.status, other.$('.govuk-notification-banner').text()]).toEqual([
      409,
      expect.stringContaining('had moved the case already'),
    ]);
    await browser.submit(ours, { ...fields, key: keyOn(await browser.get(ours)) });
    expect((await browser.get(ours)).says).toContain('Date in this case: 5:00pm on Friday 27 November 2026');
  });

  test('it is moved until a day that is typed loosely', async () => {
    await keepPractice();
    const browser = await console.as('P02');
    const key = keyOn(await browser.get(ours));
    const page = await browser.submit(ours, { way: 'until', 'until.day': '7 / Dec / 26', key });
    expect(page.says).toContain('to 5:00pm on Monday 7 December 2026');
  });

  test.each<[FormFields, string, string]>([
    [{ way: 'days', workingDays: '0' }, 'workingDays', 'a number from 1 to 400'],
    [{ way: 'days', workingDays: 'two' }, 'workingDays', 'a number from 1 to 400'],
    [{ way: 'until', 'until.day': '31', 'until.month': '2', 'until.year': '2027' }, 'until.day', 'has no day 31'],
    [{ way: 'until', 'until.day': '2 11 2026' }, 'until.day', 'must end after the case'],
    [{ way: 'until', 'until.day': '2 11 2199' }, 'until.day', 'calendar ends on'],
  ])('what cannot be is told beside its field: %j', async (fields, field, sentence) => {
    await keepPractice();
    const browser = await console.as('P01');
    const key = keyOn(await browser.get(ours));
    const page = await browser.submit(ours, { ...fields, key });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe(`#${field}`);
    expect(page.$('.govuk-error-message').text()).toContain(sentence);
    expect(page.$(`[id="${field}"]`).val()).toBe(fields[field]);
    // The key is still good for what is right.
    expect((await browser.submit(ours, { way: 'next', key })).status).toBe(200);
  });

  test.each([
    [{ way: 'days', workingDays: '12' }, ['workingDays'], ['12']],
    [
      { way: 'until', 'until.day': '7', 'until.month': 'Dec', 'until.year': '26' },
      ['until.day', 'until.month', 'until.year'],
      ['7', 'Dec', '26'],
    ],
  ])(
    'how far it was to go when the session ended is there again, and it is not moved: %j',
    async (typed, names, there) => {
      await keepPractice();
      const back = await sentTooLate(await console.as('P02'), ours, { ...typed, key: 'k' });
      expect(back.heading).toBe('Move forward in time');
      expect(names.map((name) => back.$(`input[name="${name}"]`).val())).toEqual(there);
      expect(back.says).toContain('Date in this case: 10:00am on Monday 23 November 2026');
    },
  );

  test('where the server cannot skip time it says so, and nothing is changed', async () => {
    await keepPractice();
    const browser = await console.as('P01');
    console.cases.cannotSkip = true;
    const page = await browser.submit(ours, { way: 'next', key: keyOn(await browser.get(ours)) });
    console.cases.cannotSkip = false;
    expect([page.status, page.$('.govuk-notification-banner').text()]).toEqual([
      409,
      expect.stringContaining('cannot move a case’s time forward'),
    ]);
    expect(page.says).toContain('Date in this case: 10:00am on Monday 23 November 2026');
  });

  test('when no answer comes in time the same press does not move it again', async () => {
    await keepPractice();
    const browser = await console.as('P01');
    const key = keyOn(await browser.get(ours));
    console.cases.unavailable = 'too-slow';
    console.cases.losesAnswers = true;
    const page = await browser.submit(ours, { way: 'days', workingDays: '1', key });
    expect([page.status, page.$('.govuk-notification-banner').text()]).toEqual([
      503,
      expect.stringContaining('Look at the date in this case'),
    ]);
    console.cases.unavailable = undefined;
    console.cases.losesAnswers = false;
    const ahead = new Map(console.cases.ahead);
    await browser.submit(ours, { way: 'days', workingDays: '1', key });
    expect(console.cases.ahead).toEqual(ahead);
  });

  test('a real case cannot be moved, and the page says why', async () => {
    await console.keep(aCase().file);
    const browser = await console.as('P01');
    const page = await browser.get(ours);
    expect([page.status, page.says]).toEqual([404, expect.stringContaining('is a real case')]);
    expect((await browser.submit(ours, { way: 'next', key: 'k' })).status).toBe(404);
    expect(console.cases.ahead.size).toBe(0);
  });

  test('a closed one says that nothing happens in it any more', async () => {
    await keepPractice({ ...aCase().file, closedOn: isoDate('2026-11-23') });
    const page = await (await console.as('P01')).get(ours);
    expect(page.says).toContain('The case is closed');
    expect(page.$('form[data-once]').length).toBe(0);
  });

  test('a partner sees where it stands and is told who moves it', async () => {
    await keepPractice();
    const browser = await console.as('P09');
    const page = await browser.get(ours);
    expect(page.says).toContain('the Business Unit does that');
    expect((await browser.submit(ours, { way: 'next', key: 'k' })).status).toBe(403);
  });
});

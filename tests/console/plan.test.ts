import type { BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const received = (day: string, month: string, year: string, more: Readonly<Record<string, string>> = {}): string =>
  `/plan?${new URLSearchParams({
    'receivedOn.day': day,
    'receivedOn.month': month,
    'receivedOn.year': year,
    ...more,
  }).toString()}`;

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The cells of the row that begins so, of the table with this heading. */
function row(page: BrowsedPage, table: 'steps' | 'clocks' | 'compared', label: string): readonly string[] {
  const { $ } = page;
  const found = $(`[aria-labelledby="${table}"] tbody tr`)
    .toArray()
    .find((one) => $(one).find('th').text().trim().startsWith(label));
  return found === undefined
    ? []
    : $(found)
        .find('td')
        .toArray()
        .map((cell) => plain($(cell).text()));
}

/** The path and query that the browser came to. */
function whereOf({ path }: BrowsedPage): string {
  const { pathname, search } = new URL(path, console.address);
  return `${pathname}${search}`;
}

describe('Planning a case', () => {
  test('asks for the day of receipt, and shows nothing before it is given', async () => {
    const page = await (await console.as('P08')).get('/plan');
    expect(page.status).toBe(200);
    expect(page.heading).toBe('Plan a case');
    expect(page.$('table')).toHaveLength(0);
    expect(page.$('.govuk-error-summary')).toHaveLength(0);
  });

  test('shows every step with its window, its date in words, the day and why', async () => {
    const page = await (await console.as('P08')).get(received('23', '11', '2026'));
    expect(page.says).toContain('Received on Monday 23 November 2026');
    const [window, due] = row(page, 'steps', 'Step 8, Submission to the National Panel');
    expect(window).toBe('Day 7 to day 14, from Tuesday 1 December 2026');
    expect(due).toContain('Thursday 10 December 2026 (day 14)');
    expect(due).toContain('the end of day 14, in working days from Day 1');
    expect(row(page, 'steps', 'National Panel’s reply')[0]).toBe('15 working days after the submission to the Panel');
    expect(row(page, 'steps', 'National Panel’s reply')[1]).toContain('expected');
    expect(row(page, 'steps', 'Answer to the National Panel')[1]).toContain('Only if the Panel asks for more');
  });

  test('shows the clocks of the law beside the procedure’s own, with their source', async () => {
    const page = await (await console.as('P08')).get(received('23', '11', '2026'));
    const [by, source] = row(page, 'clocks', 'The Rapid Review reaches the Panel');
    expect(by).toMatch(/^By .+ 2026|^By .+ 2027/);
    expect(source).toContain('Statutory: Working Together');
    expect(row(page, 'clocks', 'Publication, by the procedure’s own target')[1]).toContain(
      'The procedure’s own: step 18',
    );
    expect(page.says).not.toContain('within 24 hours');
  });

  test('says what cannot all be kept with the latest date that still works, and which meetings fit', async () => {
    const page = await (await console.as('P08')).get(received('23', '11', '2026'));
    expect(page.$('.app-conflict').length).toBeGreaterThan(2);
    expect(page.says).toMatch(/Send papers by \w+day \d+ \w+ \d+ to meet this date/);
    expect(page.says).toMatch(/send the draft to the sub-group by \w+day \d+ \w+ \d+ for a meeting by/);
    expect(page.says).toMatch(/CSPR sub-group: \w+day .+, papers due by/);
  });

  test('draws the plan, with nothing late in it though its dates are long past', async () => {
    const page = await (await console.as('P08')).get(received('2', '3', '2026'));
    expect(page.$('svg[role=img]')).toHaveLength(1);
    expect(page.$('svg').text()).toContain('Rapid Review meeting');
    expect(page.$('svg').text()).not.toMatch(/OVERDUE|Today/);
  });

  test.each([
    ['1', '3', '26', 'Sunday 1 March 2026'],
    ['01', 'Mar', '2026', 'Sunday 1 March 2026'],
  ])('reads %s %s %s as people type it', async (day, month, year, said) => {
    const page = await (await console.as('P08')).get(received(day, month, year));
    expect(page.says).toContain(`Received on ${said}`);
    expect(page.says).toContain('Day 1 is Monday 2 March 2026: the day of receipt is not a working day');
  });

  test('counts the law’s five days from the day the authority became aware', async () => {
    const more = { 'authorityAwareOn.day': '18', 'authorityAwareOn.month': '11', 'authorityAwareOn.year': '2026' };
    const page = await (await console.as('P08')).get(received('23', '11', '2026', more));
    expect(row(page, 'clocks', 'The authority notifies the Panel')[0]).toContain('By Wednesday 25 November 2026');
    // The earlier of the two governs the step.
    expect(row(page, 'steps', 'Step 4')[1]).toContain('Wednesday 25 November 2026 (day 3)');
  });

  test.each([
    ['31', '2', '2026', 'has no day 31'],
    ['', '', '', 'Enter the day the notification was received'],
    ['1', '1', '1999', 'which the calendar covers'],
    ['1', '1', '2199', 'which the calendar covers'],
  ])('refuses %s %s %s with a sentence at its field, and keeps what was typed', async (day, month, year, said) => {
    const page = await (await console.as('P08')).get(received(day, month, year));
    expect(page.status).toBe(422);
    expect(page.$('title').text()).toMatch(/^Error: /);
    const link = page.$('.govuk-error-summary a').first();
    expect(link.text()).toContain(said);
    expect(page.$(link.attr('href') ?? '')).toHaveLength(1);
    expect(page.$('input[name="receivedOn.year"]').first().attr('value') ?? '').toBe(year);
    expect(page.$('svg')).toHaveLength(0);
  });

  test('is no page for who is not signed in', async () => {
    const page = await console.browser().get(received('23', '11', '2026'));
    expect(page.heading).toBe('Choose who to sign in as');
  });
});

describe('Trying other windows', () => {
  const tried = async (more: Readonly<Record<string, string>>) =>
    (await console.as('P01')).get(received('23', '11', '2026', more));

  test('shows both plans side by side, with the difference in working days', async () => {
    const page = await tried({ 'windows.submission.by': '12', 'windows.planning.by': '25' });
    expect(page.status).toBe(200);
    expect(row(page, 'compared', 'Step 8, Submission')).toEqual([
      'Thursday 10 December 2026',
      'Tuesday 8 December 2026',
      '2 working days earlier',
    ]);
    expect(row(page, 'compared', 'Step 9, Chronologies')[2]).toBe('1 working day later');
    // What counts from the submission moves with it.
    expect(row(page, 'compared', 'National Panel’s reply')[2]).toBe('2 working days earlier');
    expect(row(page, 'compared', 'Step 2, Front Door oversight')[2]).toBe('The same');
    // The plan as it is stays above.
    expect(row(page, 'steps', 'Step 8')[1]).toContain('Thursday 10 December 2026');
  });

  test('says which conflicts are solved and which are new', async () => {
    const solved = await tried({ 'windows.draft.by': '50' });
    expect(solved.says).toMatch(/Conflicts that these windows solve .*step 12/);
    const made = await tried({ 'windows.notice-of-intent.by': '125' });
    expect(made.says).toMatch(/Conflicts that these windows make .{0,60}A notice of intent on its last day/);
  });

  test('shows the lines of the profile that adopt them', async () => {
    const page = await tried({ 'windows.submission.by': '12', 'windows.panel-reply.by': '14' });
    expect(page.$('pre').text()).toBe(
      [
        'windows:',
        '  submission: { from: 7, by: 12 } # step 8',
        '  panel-reply: { anchor: submission, unit: working-days-after, by: 14 }',
        '',
      ].join('\n'),
    );
    expect(page.says).toContain('profiles/kirklees.yaml');
    expect(page.says).toContain('A case that is open keeps the windows that it began with');
  });

  test('changes nothing of what the partnership has', async () => {
    await tried({ 'windows.submission.by': '12' });
    const page = await (await console.as('P01')).get(received('23', '11', '2026'));
    expect(row(page, 'steps', 'Step 8')[0]).toContain('Day 7 to day 14');
    expect(page.says).not.toContain('side by side');
  });

  test.each([
    ['windows.outcome.by', '6', 'Day 6 is later than the law allows: the limit is 5 working days (Children Act 2004'],
    ['windows.submission.by', '16', 'Settings may only tighten this limit.'],
    ['windows.publication.by', '7', '7 months is later than the law allows: the limit is 6 months'],
    ['windows.submission.from', '15', 'the window would open on day 15, after it closes on day 14'],
    ['windows.planning.by', 'soon', 'must be a whole number from 1 to 400'],
    ['windows.planning.by', '0', 'must be a whole number from 1 to 400'],
  ])('refuses %s = %s with the sentence of the rule, at its box', async (name, value, said) => {
    const page = await tried({ [name]: value });
    expect(page.status).toBe(422);
    const link = page.$('.govuk-error-summary a').first();
    expect(plain(link.text())).toContain(said);
    const box = page.$(link.attr('href') ?? '');
    expect(box.attr('value')).toBe(value);
    expect(plain(page.$(`[id="${box.attr('id') ?? ''}-error"]`).text())).toContain(said);
    expect(page.says).not.toContain('side by side');
    // The plan as it is is shown all the same.
    expect(row(page, 'steps', 'Step 8')[0]).toContain('Day 7 to day 14');
  });

  test('refuses windows that lead beyond the calendar', async () => {
    // So long after today the calendar does not reach three years and both windows.
    const page = await (
      await console.as('P01')
    ).get(received('20', '11', '2029', { 'windows.panel-reply.by': '400', 'windows.response.by': '400' }));
    expect(page.status).toBe(422);
    expect(page.says).toContain('beyond the calendar');
  });

  test('keeps no more in the address than what is tried', async () => {
    const page = await (await console.as('P01')).get(received('23', '11', '2026'));
    const all = Object.fromEntries(
      page
        .$('input[name^="windows."]')
        .toArray()
        .map((box) => [String(page.$(box).attr('name')), String(page.$(box).attr('value'))]),
    );
    expect(Object.keys(all).length).toBeGreaterThan(20);
    const sent = await tried({ ...all, 'windows.submission.by': '12' });
    expect(whereOf(sent)).toBe(received('23', '11', '2026', { 'windows.submission.by': '12' }));
    expect(sent.says).toContain('side by side');
    const unchanged = await tried(all);
    expect(whereOf(unchanged)).toBe(received('23', '11', '2026'));
  });
});

test.each(['P01', 'P08', 'P43'])('%s may plan, for it is of no case', async (person) => {
  expect((await (await console.as(person)).get('/plan')).status).toBe(200);
});

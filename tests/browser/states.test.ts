import type { Browser, Locator, Page } from 'playwright-core';
import { decide } from '../../src/casework/deciding';
import { factsOf } from '../../src/procedure/case/facts';
import type { PersonId } from '../../src/procedure/time/time';
import { ConsoleUnderTest } from '../console/support/console';
import { aCase, type CaseBuilder } from '../support/a-case';
import { aWindow, inBrowser, launch } from './support/chromium';
import { pressed } from './support/clicking';
import { picture, violations } from './support/looking';

/* What happens to people who work at the same time as others: in a real browser, with scripts and without. */

const home = '/cases/SIN-2026-0007';
const page = (decision: string) => `${home}/decisions/${decision}`;
const both: readonly [string, boolean][] = [
  ['with scripts', true],
  ['without scripts', false],
];

inBrowser('Working at the same time as others', () => {
  let console: ConsoleUnderTest;
  let browser: Browser | undefined;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    browser = await launch();
  }, 300_000);
  beforeEach(() => console.reset());
  afterAll(async () => {
    await browser?.close();
    await console.stop();
  });

  /** Puts a case on the record, with the wall's clock at its own moment. */
  async function keep(one: CaseBuilder): Promise<CaseBuilder> {
    console.wall = one.now;
    await console.keep(one.file);
    return one;
  }

  /** A window in which a person is signed in, at an address. */
  async function at(person: string, path: string, javaScript = true): Promise<Page> {
    if (browser === undefined) throw new Error('The browser did not start.');
    const { context, page: shown } = await aWindow(browser, { javaScript });
    const { cookies } = await console.as(person);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: console.address })));
    await shown.goto(`${console.address}${path}`);
    return shown;
  }

  const says = (shown: Page): Promise<string> => shown.locator('main').innerText();
  const heading = (shown: Page): Promise<string> => shown.getByRole('heading', { level: 1 }).innerText();
  const press = (shown: Page, name: string) => pressed(shown, shown.getByRole('button', { name, exact: true }));

  /** Looks at a state as at every page: no rule of accessibility is broken, and there is a picture of it. */
  async function looked(shown: Page, name: string, javaScript: boolean): Promise<void> {
    if (!javaScript) return;
    expect(await violations(shown)).toEqual([]);
    await picture(shown, name);
  }

  test.each(both)(
    'what was being typed when the session ended is there again after signing in, %s',
    async (_how, js) => {
      await keep(aCase());
      const shown = await at('P01', page('sendToFrontDoor'), js);
      await shown.getByLabel('Who sent it').fill('Robin of the duty desk');
      await shown.getByLabel('Month').fill('Nov');
      await console.records.sessions.endAllOf('P01' as PersonId, console.wall);
      await press(shown, 'Continue');
      expect(await says(shown)).toContain('Your session ended. What you were typing is kept');
      await looked(shown, 'state-session-ended', js);
      await press(shown, 'Sign in as Marguerite Thistlewood');
      expect(await heading(shown)).toBe('Send the notification to the Front Door');
      expect(await shown.getByLabel('Who sent it').inputValue()).toBe('Robin of the duty desk');
      expect(await shown.getByLabel('Month').inputValue()).toBe('Nov');
      await press(shown, 'Continue');
      await press(shown, 'Record this decision');
      expect(await heading(shown)).toBe('Sent the notification to the Front Door');
      await shown.context().close();
    },
  );

  test.each(both)('whoever comes second is told who was first and what they decided, %s', async (_how, js) => {
    const { file } = await keep(aCase());
    const [first, second] = [
      await at('P02', page('sendToFrontDoor'), js),
      await at('P03', page('sendToFrontDoor'), js),
    ];
    for (const [shown, who] of [
      [first, 'Robin of the duty desk'],
      [second, 'Sam of the front office'],
    ] as const) {
      await shown.getByLabel('Who sent it').fill(who);
      await press(shown, 'Continue');
    }
    await press(first, 'Record this decision');
    expect(await heading(first)).toBe('Sent the notification to the Front Door');
    await press(second, 'Record this decision');
    const told = await says(second);
    expect(told).toMatch(/Somebody was first[^]*Rowan Appleyard-Finch, SPR co-ordinator, recorded it at/);
    expect(told).toMatch(/Robin of the duty desk[^]*What you had written[^]*Sam of the front office/);
    await looked(second, 'state-somebody-was-first', js);
    const after = console.cases.files.get(file.reference);
    expect(after && factsOf(after, 'sendToFrontDoor').length).toBe(1);
    await first.context().close();
    await second.context().close();
  });

  test.each(both)(
    'three returns are recorded with eight clicks from Today, though a colleague records one first, %s',
    async (_how, js) => {
      const asked = await keep(aCase().with('askAgencies', { agencies: ['gp', 'housing', 'locala', 'probation'] }));
      const { file } = asked;
      const returned = () => {
        const now = console.cases.files.get(file.reference);
        return now === undefined ? [] : factsOf(now, 'recordReturn').map(({ form }) => `${form.agency} ${form.answer}`);
      };
      const shown = await at('P01', '/', js);
      let clicks = 0;
      const click = (what: Locator) => {
        clicks += 1;
        return what.click();
      };
      clicks += 1;
      await pressed(shown, shown.locator('a[href$="/recordReturn/several"]'));
      for (const [agency, answer] of [
        ['gp', 'returned'],
        ['housing', 'nil'],
        ['locala', 'nil'],
      ] as const) {
        await click(shown.locator(`[name=for][value=${agency}]`));
        await click(shown.locator(`[name="each.${agency}.answer"][value=${answer}]`));
      }
      await keep(asked.with('recordReturn', { agency: 'housing', answer: 'returned' }));
      clicks += 1;
      await press(shown, 'Record these decisions');
      expect(clicks).toBe(8);
      expect(returned()).toEqual(['housing returned', 'gp returned', 'locala nil']);
      expect(await says(shown)).toMatch(/Housing:[^]*on the record already[^]*2 decisions recorded/);
      expect(await shown.locator('[name=for]:checked').evaluateAll((all) => all.length)).toBe(1);
      await looked(shown, 'state-several-one-refused', js);
      await click(shown.locator('[name=for][value=housing]'));
      await click(shown.locator('[name=for][value=probation]'));
      await click(shown.locator('[name="each.probation.answer"][value=nil]'));
      await shown.getByRole('button', { name: 'Record these decisions' }).dblclick();
      await shown.getByRole('heading', { name: '1 decision recorded' }).waitFor();
      await looked(shown, 'state-several-recorded', js);
      expect(returned()).toHaveLength(4);
      await shown.context().close();
    },
  );

  test.each(both)('a double click records once, %s', async (_how, js) => {
    const { file } = await keep(aCase());
    const shown = await at('P01', page('addNote'), js);
    await shown.locator('textarea').first().fill('The school nurse rang.');
    await press(shown, 'Continue');
    await shown.getByRole('button', { name: 'Record this decision' }).dblclick();
    await shown.getByRole('heading', { name: 'Note added' }).waitFor();
    const after = console.cases.files.get(file.reference);
    expect(after && factsOf(after, 'addNote').length).toBe(1);
    // Going back and pressing again leads to what was recorded.
    await shown.goBack();
    if ((await heading(shown)) === 'Check your answers') await press(shown, 'Record this decision');
    expect(await heading(shown)).toBe('Note added');
    expect(factsOf(console.cases.files.get(file.reference) ?? file, 'addNote').length).toBe(1);
    await shown.context().close();
  });

  test('the same answers, sent from two tabs at once, are recorded once', async () => {
    const { file } = await keep(aCase());
    const shown = await at('P01', page('addNote'), false);
    await shown.locator('textarea').first().fill('The school nurse rang.');
    await press(shown, 'Continue');
    const beside = await shown.context().newPage();
    await beside.goto(shown.url());
    await Promise.all([shown, beside].map((tab) => press(tab, 'Record this decision')));
    expect(await Promise.all([shown, beside].map(heading))).toEqual(['Note added', 'Note added']);
    expect(factsOf(console.cases.files.get(file.reference) ?? file, 'addNote').length).toBe(1);
    await shown.context().close();
  });

  test.each(both)('a decision that is not open says why not, whose turn it is and when, %s', async (_how, js) => {
    await keep(aCase());
    const shown = await at('P01', page('arrangeRapidReviewMeeting'), js);
    const told = await says(shown);
    expect(told).toContain('It is too early for this');
    expect(told).toMatch(/Step 4, Outcome and Ofsted notification, due by Friday 27 November 2026: \w+/);
    expect(told).toMatch(/The step itself is due by \w+day \d+ \w+ 20\d\d/);
    expect(await shown.locator('main form').count()).toBe(0);
    await looked(shown, 'state-not-open', js);
    await shown.getByRole('link', { name: 'Back to the case' }).click();
    await shown.getByRole('heading', { name: 'Where the case stands' }).waitFor();
    await shown.context().close();
  });

  /** Another person records a note, elsewhere. */
  async function anotherDecides(one: CaseBuilder, key: string): Promise<void> {
    const { reference } = one.file;
    const actor = { id: 'P02' as PersonId };
    const form = { note: `The ward rang: ${key}` };
    const decided = await decide(console.dependencies, { reference, name: 'addNote', form, actor, key });
    expect(decided.kind).toBe('taken');
  }

  test('a decision taken elsewhere shows itself on an open page, which is not loaded anew by itself', async () => {
    const one = await keep(aCase());
    const shown = await at('P01', home);
    const notice = shown.locator('[role=status][data-changes]');
    expect(await notice.innerText()).toBe('');
    await anotherDecides(one, 'first');
    await shown.getByText('This case has changed since you opened this page.').waitFor();
    await looked(shown, 'state-case-changed', true);
    await pressed(shown, shown.getByRole('link', { name: 'Show it as it is now' }));
    expect(await notice.innerText()).toBe('');
    await shown.context().close();
  });

  test('whoever is typing is told, and what was typed stays', async () => {
    const one = await keep(aCase());
    const shown = await at('P01', page('sendToFrontDoor'));
    await shown.getByLabel('Who sent it').fill('Robin');
    await anotherDecides(one, 'second');
    await shown.getByText('This case has changed since you opened this page.').waitFor();
    expect(await shown.getByLabel('Who sent it').inputValue()).toBe('Robin');
    await press(shown, 'Continue');
    expect(await heading(shown)).toBe('Check your answers');
    await shown.context().close();
  });

  test('without scripts a page says what stood when it was asked for, and the next one says what stands', async () => {
    const one = await keep(aCase());
    const shown = await at('P01', `${home}/record`, false);
    expect(await says(shown)).not.toContain('The ward rang');
    await anotherDecides(one, 'third');
    await shown.reload();
    expect(await says(shown)).toContain('The ward rang: third');
    expect(await shown.locator('[role=status][data-changes]').innerText()).toBe('');
    await shown.context().close();
  });
});

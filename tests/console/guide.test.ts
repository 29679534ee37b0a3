import { chapterIds, chapters } from '../../src/console/pages/guide/chapters';
import { beginSession } from '../../src/console/http/sessions';
import { stepIds } from '../../src/procedure/step-ids';
import { aCase } from '../support/a-case';
import type { CaseBuilder } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const keepPractice = ({ file }: CaseBuilder): Promise<void> => console.keep({ ...file, practice: true });
const withOurs = '?case=SIN-2026-0007';

describe('The guided tour', () => {
  test('every step of the procedure is in one chapter', () => {
    expect(chapterIds.flatMap((id) => chapters[id].steps).toSorted()).toEqual([...stepIds].toSorted());
  });

  test.each(chapterIds)('the chapter %s reads without a practice case, and names no code', async (id) => {
    const page = await (await console.as('P09')).get(`/guide/${id}`);
    expect([page.status, page.heading]).toEqual([200, chapters[id].title]);
    expect(page.$('section h2').length).toBe(chapters[id].steps.length);
    expect(page.says).toContain('You read without a practice case');
    expect(page.says).not.toMatch(/\bP\d\d\b|undefined|\[object|working-day/);
  });

  test('dates come from the partnership’s own windows', async () => {
    const page = await (await console.as('P01')).get('/guide/decide');
    const { by } = console.profile.policy.windows['front-door'];
    expect(page.$('section[aria-labelledby="front-door"] dl').text()).toContain(String(by));
    expect(page.says).toContain(console.profile.policy.roleTitles['service-director']);
  });

  test('a practice case is opened from the tour, once, and the address remembers it', async () => {
    const browser = await console.as('P02');
    const contents = await browser.get('/guide');
    const key = String(contents.$('input[name=key]').val());
    const page = await browser.submit('/guide', { key });
    expect(page.says).toContain('You take the tour with SIN-2026-0001');
    await browser.submit('/guide', { key });
    expect(console.cases.files.size).toBe(1);
    for (const link of page.$('.govuk-task-list a').toArray()) {
      expect(page.$(link).attr('href')).toMatch(/\?case=SIN-2026-0001$/);
    }
    const chapter = await browser.get('/guide/decide?case=SIN-2026-0001');
    expect(chapter.$('.govuk-pagination a').attr('href')).toBe('/guide/rapid-review?case=SIN-2026-0001');
  });

  test('it shows where the practice case stands, and what can be done now by whom', async () => {
    await keepPractice(aCase().with('sendToFrontDoor'));
    const unit = await (await console.as('P01')).get(`/guide/decide${withOurs}`);
    expect(unit.$('section[aria-labelledby="notification"]').text()).toContain('Done');
    const frontDoor = unit.$('section[aria-labelledby="front-door"]');
    expect(frontDoor.find('.govuk-tag').text().trim()).toBe('Next');
    expect(frontDoor.text()).toContain('due by Friday 27 November 2026');
    expect(frontDoor.find('ul a').first().attr('href')).toMatch(/^\/sign-in\?to=/);
    expect(unit.$('section[aria-labelledby="outcome"] .govuk-tag').text().trim()).toBe('Not yet open');
    const director = await (await console.as('P05')).get(`/guide/decide${withOurs}`);
    expect(director.$('section[aria-labelledby="front-door"] ul a').first().attr('href')).toBe(
      '/cases/SIN-2026-0007/decisions/recordOversight',
    );
  });

  test('chapters are done, next, not yet, or not needed', async () => {
    await keepPractice(aCase().at('information').with('nameAgencies').at('rapid-review-meeting'));
    const page = await (await console.as('P01')).get(`/guide${withOurs}`);
    const tags = page
      .$('.govuk-task-list__status')
      .toArray()
      .map((one) => page.$(one).text().trim());
    expect(tags.slice(0, 3)).toEqual(['Done', 'Next', 'Not yet']);
  });

  test('a real case does not go with the tour, and one that the learner cannot see is not told of', async () => {
    await console.keep(aCase().file);
    const page = await (await console.as('P01')).get(`/guide/decide${withOurs}`);
    expect(page.says).toContain('that is a real case');
    expect(page.$('main .govuk-tag').length).toBe(0);
    const none = await (await console.as('P01')).get('/guide?case=SIN-2026-0099');
    expect(none.says).toContain('not among those you can see');
  });

  test('whoever may not open a practice case is told whom to ask', async () => {
    const browser = await console.as('P09');
    const page = await browser.get('/guide');
    expect(page.says).toContain('Ask the Business Unit to open one');
    expect((await browser.submit('/guide', { key: 'k' })).status).toBe(403);
  });

  test('with a real provider the learner stays who they are, and is told how to do the rest', async () => {
    const failed = { kind: 'failed', reason: 'away', sentence: 'Not in this test.' } as const;
    const provider = {
      begin: async () => failed,
      finish: async () => failed,
      signOutUrl: async () => undefined,
    };
    const real = await ConsoleUnderTest.start({ signingIn: { kind: 'provider', provider, trustsEmail: false } });
    try {
      const browser = real.browser();
      const learner = real.profile.people.find(({ id }) => id === 'P09');
      if (learner === undefined) throw new Error('The profile has no P09.');
      const session = await beginSession({ records: real.records, now: () => real.wall }, learner);
      browser.cookies.set('session', session);
      const page = await browser.get('/guide/decide');
      expect(page.says).toContain('You take the tour as yourself');
      expect(page.$('a[href^="/sign-in"]').length).toBe(0);
    } finally {
      await real.stop();
    }
  });

  test('there is no other chapter', async () => {
    expect((await (await console.as('P01')).get('/guide/everything')).status).toBe(404);
  });
});

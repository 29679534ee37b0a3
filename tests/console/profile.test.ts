import { previewNotice } from '../../src/mail/preview-notice';
import { loadTemplates } from '../../src/mail/templates';
import { noticeKinds } from '../../src/procedure/reminders/notice-kinds';
import { stepIds } from '../../src/procedure/step-ids';
import { kirklees, wallNow } from '../profile/kirklees';
import { ConsoleUnderTest } from './support/console';

const profile = kirklees();
const loaded = loadTemplates({ folders: profile.templateFolders });
if (!loaded.ok) throw new Error('The templates are not right.');
const { templates } = loaded;

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start({
    previewNotice: (kind) =>
      previewNotice({ kind, policy: profile.policy, templates, publicUrl: 'https://reviews.example.org', at: wallNow }),
  });
});
afterEach(() => console.reset());
afterAll(() => console.stop());

describe('The profile', () => {
  test('every step has its window in words, its source, and the law beside it where there is one', async () => {
    const page = await (await console.as('P03')).get('/profile');
    expect(page.heading).toBe('Settings and templates');
    const rows = page.$('#windows').nextAll('.app-scrolls').first().find('tbody tr');
    expect(rows.length).toBe(stepIds.length);
    const row = (step: string): string[] =>
      rows
        .filter((_, one) => page.$(one).find('th').text() === step)
        .children()
        .map((_, one) => page.$(one).text())
        .get();
    expect(row('Step 8, Submission to the National Panel')).toEqual([
      'Step 8, Submission to the National Panel',
      'From day 7 to day 14',
      'Within 15 working days of the notification being sent',
      'Step 8',
    ]);
    expect(row('Step 13b, Comments of the sub-group')[1]).toBe(
      'Within 14 calendar days of the day the draft was shared',
    );
    expect(row('Step 18, Publication').slice(1, 3)).toEqual([
      'Within 6 calendar months of Day 1',
      'Within 6 months of the decision to undertake the review',
    ]);
    expect(page.says).toContain(profile.policy.edition);
    expect(page.says).toContain('6 months, which the law lengthens to a year');
    expect(page.says).toContain('Before every deadline: 3 and 1 working days before it');
    expect(page.says).toContain('On day 15, as a breach');
    expect(page.says).toContain('A case keeps the settings that it began with.');
  });

  test('the Business Unit and IT read it, and nobody else', async () => {
    for (const person of ['P01', 'P02', 'P03', 'P43']) {
      expect((await (await console.as(person)).get('/profile')).status).toBe(200);
    }
    for (const person of ['P05', 'P07', 'P14']) {
      const browser = await console.as(person);
      expect((await browser.get('/profile')).status).toBe(403);
      expect((await browser.get('/profile/templates/reminders')).status).toBe(403);
    }
  });

  test('IT is sent to no page that is not open to them', async () => {
    const page = await (await console.as('P43')).get('/profile');
    expect(page.$('main a[href="/people"], main a[href="/calendar"], main a[href="/meetings"]').length).toBe(0);
  });
});

describe('What emails say', () => {
  test('every kind is listed in words, and can be read with made-up values', async () => {
    const browser = await console.as('P01');
    const list = (await browser.get('/profile')).$('#templates').nextAll('ul').first().find('a');
    expect(list.length).toBe(noticeKinds.length);
    for (const kind of noticeKinds) {
      const page = await browser.get(`/profile/templates/${kind}`);
      expect([kind, page.status]).toEqual([kind, 200]);
      // Whoever is invited without an account can open no page of the case.
      if (!kind.startsWith('meeting-'))
        expect(page.$('pre').text()).toContain('https://reviews.example.org/cases/SIN-2026-0007');
      expect(page.$('pre').text()).not.toContain('{{');
    }
  });

  test('there is none of a kind that there is not', async () => {
    expect((await (await console.as('P01')).get('/profile/templates/nonsense')).status).toBe(404);
  });

  test('where the texts cannot be shown, the page says where they are', async () => {
    const bare = await ConsoleUnderTest.start();
    try {
      const page = await (await bare.as('P01')).get('/profile/templates/reminders');
      expect(page.says).toContain('The texts of emails cannot be shown on this installation.');
    } finally {
      await bare.stop();
    }
  });
});

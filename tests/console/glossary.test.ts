import { glossary } from '../../src/procedure/glossary';
import { typographic } from '../../src/console/wording/letters';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

describe('The words we use', () => {
  test.each(['P01', 'P37', 'P43'])('are a page for everybody who is signed in, such as %s', async (person) => {
    const page = await (await console.as(person)).get('/glossary');
    expect([page.status, page.heading]).toEqual([200, 'Words we use']);
    expect(page.$('dl dt').length).toBe(glossary.length);
    for (const { word, meaning, notToUse = [] } of glossary)
      for (const text of [word, meaning, ...notToUse]) expect(page.says).toContain(typographic(text));
  });

  test('are at the foot of every page', async () => {
    const page = await (await console.as('P01')).get('/account');
    expect(page.$('footer a[href="/glossary"]').text()).toBe('Words we use');
    expect((await console.browser().get('/accessibility')).$('footer a[href="/glossary"]').length).toBe(0);
  });

  test('are shown to nobody who is not signed in', async () => {
    expect((await console.browser().get('/glossary')).heading).toBe('Choose who to sign in as');
  });
});

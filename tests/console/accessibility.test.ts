import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

describe('The accessibility statement', () => {
  test('is open to everybody, and names nobody to whom it does not know', async () => {
    const page = await console.browser().get('/accessibility');
    expect([page.status, page.heading]).toEqual([200, 'Accessibility']);
    expect(page.says).toContain('Nobody with a disability has tested these pages yet.');
    expect(page.says).toContain('tell the Business Manager');
    expect(page.text).not.toContain('Thistlewood');
  });

  test('says whom to write to once one is signed in', async () => {
    const page = await (await console.as('P08')).get('/accessibility');
    expect(page.$('main a[href^="mailto:"]').text()).toBe('marguerite.thistlewood@kscp.example');
  });
});

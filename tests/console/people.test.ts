import { catalogue } from '../../src/procedure/catalogue';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';
import { typographic } from '../../src/console/wording/letters';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

describe('People and roles', () => {
  test('the Business Manager finds everybody by name with post, address and part, and who has each part', async () => {
    const page = await (await console.as('P01')).get('/people');
    expect(page.heading).toBe('People and roles');
    const row = page
      .$('th[scope=row]')
      .filter((_, one) => page.$(one).text().includes('Crispin Yarrowby'))
      .parent();
    expect(row.text()).toContain('crispin.yarrowby@example.org');
    expect(row.text()).toContain('Agency contact');
    expect(row.text()).toContain('for GP practices (Integrated Care Board)');
    const parts = page.$('table').eq(1).find('tbody tr');
    expect(parts.filter((_, one) => page.$(one).text().includes('Independent Scrutineer')).text()).toContain(
      'Augustin Merriweather',
    );
    expect(page.says).toContain('The partnership’s settings name its people.');
    expect(page.says).toContain('Nobody’s access to a case that you can see is restricted.');
  });

  test('who has left the profile is still named', async () => {
    await console.records.people.savePeople([
      {
        id: 'P88' as PersonId,
        name: 'Erstwhile Gone',
        email: 'gone@example.org',
        title: 'Administrator',
        roles: ['administrator'],
      },
    ]);
    const page = await (await console.as('P01')).get('/people');
    expect(page.says).toContain('Erstwhile Gone, Administrator');
  });

  test('nobody but the Business Manager opens it', async () => {
    for (const person of ['P02', 'P07', 'P14', 'P43']) {
      expect((await (await console.as(person)).get('/people')).status).toBe(403);
    }
  });

  test('it says who is shut out of which case, but for cases that the viewer is shut out of', async () => {
    const { file } = aCase().with('shutOut', { person: 'P17' }, { by: 'business-manager' });
    await console.keep(file);
    const page = await (await console.as('P01')).get('/people');
    expect(page.$('#shut-out').nextAll('.app-scrolls').first().text()).toContain('Ottoline Crabtree-Moss');
    expect(page.says).toContain('SIN-2026-0007');

    await console.keep({ ...file, shutOut: { ...file.shutOut, ['P01' as PersonId]: ['business-manager'] } });
    const hidden = await (await console.as('P01')).get('/people');
    expect(hidden.text).not.toContain('SIN-2026-0007');
    expect(hidden.says).toContain('Nobody’s access to a case that you can see is restricted.');
  });
});

describe('Who may do what', () => {
  test('everybody signed in reads it, with every decision in it, and it names nobody', async () => {
    const page = await (await console.as('P09')).get('/people/who-may-do-what');
    expect(page.heading).toBe('Who may do what');
    expect(page.says).toContain('Your own role: Health delegated partner.');
    const decisions = page
      .$('#decisions')
      .next()
      .find('tbody th')
      .map((_, one) => page.$(one).text())
      .get();
    expect(decisions.sort()).toEqual(catalogue.map(({ title }) => typographic(title)).sort());
    const tables = page.$('main table');
    expect(tables.length).toBe(4);
    tables.each((_, table) => {
      expect(page.$(table).find('caption').text()).not.toBe('');
      expect(page.$(table).find('thead th:not([scope=col])').length).toBe(0);
    });
    for (const { name } of console.profile.people) expect(page.$('main').text()).not.toContain(name);
  });

  test('one part by itself is chosen in the address', async () => {
    const page = await (await console.as('P01')).get('/people/who-may-do-what?part=it-officer');
    const list = page.$('#one').next();
    expect(page.$('#one').text()).toBe('IT officer');
    expect(list.text()).toContain('Sign-ins, API tokens and restricted access');
    expect(list.find('dd').last().text()).toBe('Nothing');
    expect((await (await console.as('P01')).get('/people/who-may-do-what?part=nobody')).$('#one').length).toBe(0);
  });

  test('nobody who is not signed in reads it', async () => {
    expect((await console.browser().get('/people/who-may-do-what')).heading).toBe('Choose who to sign in as');
  });
});

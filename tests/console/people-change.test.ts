import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { kirklees } from '../support/partnership';
import { ConsoleUnderTest } from './support/console';

/* The Business Manager adds a person to the partnership, and ends one. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const typed = {
  name: 'Jo Bloggs',
  email: 'jo.bloggs@example.org',
  title: 'Named Nurse',
  agency: 'hospital-trust',
  roles: ['agency-contact', 'legal'],
};

async function added() {
  const browser = await console.as('P01');
  const check = await browser.submit('/people/add', typed);
  const hidden: Record<string, string[]> = {};
  check.$('main form input[type=hidden]').each((_, field) => {
    const { name = '', value = '' } = field.attribs;
    (hidden[name] ??= []).push(value);
  });
  const page = await browser.send('/people/add', { ...hidden, want: 'confirm' });
  return { browser, check, page };
}

describe('Adding a person', () => {
  test('is checked first, and then they are of the partnership, with who added them', async () => {
    const { browser, check, page } = await added();
    expect(check.heading).toBe('Check the person');
    expect(check.says).toContain('Agency contact');
    expect(check.says).toContain('Legal representative');
    expect(page.says).toContain('Jo Bloggs is of the partnership, and can sign in.');
    const row = page
      .$('th[scope=row]')
      .filter((_, one) => page.$(one).text().includes('Jo Bloggs'))
      .parent()
      .text();
    expect(row).toContain('Legal representative');
    expect(row).toMatch(/Added by Leander|Added by /);
    // Going back and sending the same again adds nobody else.
    expect((await browser.submit('/people/add', typed)).status).toBe(422);
    expect(await console.records.people.added()).toHaveLength(1);
  });

  test('they can sign in, and be given a part in a case', async () => {
    await console.keep(aCase().file);
    await added();
    const own = await console.as('P1001');
    expect((await own.get('/account')).says).toContain('Jo Bloggs');
    const form = await (await console.as('P01')).get('/cases/SIN-2026-0007/decisions/replacePerson');
    expect(form.$('option[value=P1001]').first().text()).toContain('Jo Bloggs');
  });

  test('what is wrong is said at its field, by name', async () => {
    const browser = await console.as('P01');
    const page = await browser.submit('/people/add', { ...typed, name: '', email: 'crispin.yarrowby@example.org' });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary').text()).toContain('Enter their name');
    const taken = await browser.submit('/people/add', { ...typed, email: 'Crispin.Yarrowby@example.org' });
    expect(taken.$('.govuk-error-summary').text()).toContain('Crispin Yarrowby has this address');
    const change = await browser.submit('/people/add', { ...typed, want: 'change' });
    expect(change.$('input[name=email]').val()).toBe(typed.email);
    expect(change.$('input[name=roles]:checked')).toHaveLength(2);
  });

  test('it is the Business Manager’s', async () => {
    for (const person of ['P02', 'P14', 'P43']) {
      const browser = await console.as(person);
      expect((await browser.get('/people/add')).status).toBe(403);
      expect((await browser.submit('/people/add', { ...typed, want: 'confirm' })).status).toBe(403);
    }
    expect(await console.records.people.added()).toEqual([]);
  });
});

describe('Ending a person', () => {
  test('says in how many cases they have a part; then they are out at once, and still named', async () => {
    const { browser } = await added();
    await console.keep(
      aCase()
        .of({ ...kirklees(), everybody: ['P1001' as PersonId] })
        .with('replacePerson', { joins: 'P1001' }).file,
    );
    const theirs = await console.as('P1001');
    const page = await browser.get('/people/P1001/end');
    expect(page.says).toContain('They still have a role in 1 open case.');
    const after = await browser.submit('/people/P1001/end');
    expect(after.says).toContain('Jo Bloggs has left the partnership.');
    expect(after.$('#left').nextAll('ul').first().text()).toMatch(/Jo Bloggs, Named Nurse: ended by /);
    expect((await theirs.get('/account')).path).toContain('/sign-in');
    expect((await browser.get('/cases/SIN-2026-0007/people')).says).toContain('Jo Bloggs (who has left)');
    expect((await browser.get('/people/P1001/end')).status).toBe(404);
  });

  test('nobody of the profile is ended here', async () => {
    const browser = await console.as('P01');
    expect((await browser.get('/people/P05/end')).status).toBe(404);
    expect((await browser.submit('/people/P05/end')).status).toBe(404);
  });
});

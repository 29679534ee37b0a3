import type { LinkCode } from '../../src/casework/links/codes';
import { organisationsOf } from '../../src/procedure/asking/correspondents';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import type { Browser, BrowsedPage } from './support/browser';
import type { ConsoleUnderTest } from './support/console';
import { emailOf, gp, linkAddress } from './support/links';
import { eachWithACase, openedWithCode } from './support/sent-codes';

/* The console asks an organisation that is not in the settings, and the organisation answers by its link. */

let console: ConsoleUnderTest;
let codes: readonly LinkCode[];
let file: CaseFile;

eachWithACase(
  () => aCase().file,
  (stage) => {
    ({ console, file, codes } = stage);
  },
);

const home = () => `/cases/${file.reference}`;
const asking = (decision = 'askAgencies') => `${home()}/decisions/${decision}`;
const fileNow = (): CaseFile => console.cases.files.get(file.reference) ?? file;
const day = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };
const circus = {
  'organisations.0.organisation': 'Thistledown Circus',
  'organisations.0.name': 'Jo Quillfeather',
  'organisations.0.address': 'jo@thistledown.example.org',
};
const errors = (shown: BrowsedPage): readonly string[] =>
  [...shown.$('.govuk-error-summary__list a')].map((link) => shown.$(link).text());

/** Asks the circus as the Business Unit does. */
async function askedByForm(): Promise<{ readonly office: Browser; readonly recorded: BrowsedPage }> {
  const office = await console.as('P01');
  const check = await office.submit(asking(), { ...day, ...circus });
  return { office, recorded: await office.submit(check.path) };
}

const organisation = (): PersonId => organisationsOf(fileNow())[0]?.id ?? ('none' as PersonId);
const pathOf = async (person: PersonId): Promise<string> =>
  new URL(await linkAddress(console, { reference: file.reference, contribution: `return:${person}`, person })).pathname;

/** Opens a link with the code that goes to an address. */
const opened = (browser: Browser, path: string, address: string): Promise<BrowsedPage> =>
  openedWithCode(codes, { browser, path, address });

test('The form asks for name, contact and address, and the check page shows them before the email goes', async () => {
  const office = await console.as('P01');
  const form = await office.get(asking());
  expect(form.says).toContain('Organisations that are not in the settings (optional)');
  for (const name of Object.keys(circus)) expect(form.$(`input[name="${name}"]`)).toHaveLength(1);
  const check = await office.submit(asking(), { ...day, ...circus });
  expect(check.heading).toBe('Check your answers');
  expect(check.says).toContain('Thistledown Circus');
  expect(check.says).toContain('jo@thistledown.example.org');
  expect(organisationsOf(fileNow())).toEqual([]);
  const recorded = await office.submit(check.path);
  expect(recorded.says).toContain('An email goes to: Jo Quillfeather');
  expect(organisationsOf(fileNow())).toHaveLength(1);
});

test('Another row is added, and an empty one is no organisation', async () => {
  const office = await console.as('P01');
  const more = await office.submit(asking(), { ...day, ...circus, 'organisations._rows': '1', _add: 'organisations' });
  expect(more.$('input[name="organisations.1.address"]')).toHaveLength(1);
  const check = await office.submit(asking(), { ...day, ...circus, 'organisations._rows': '2' });
  await office.submit(check.path);
  expect(organisationsOf(fileNow())).toHaveLength(1);
});

test.each([
  ['nobody', {}, 'Choose an agency, or give the name and address of an organisation'],
  ['an address that is none', { ...circus, 'organisations.0.address': 'jo' }, 'Enter one email address'],
  ['a contact of the settings', { ...circus, 'organisations.0.address': 'CONTACT' }, 'Choose that agency instead'],
])('A request to %s is refused before the check page, beside its field', async (_what, typed, said) => {
  const office = await console.as('P01');
  const fields = Object.entries(typed).map(([name, value]) => [
    name,
    value === 'CONTACT' ? emailOf(console, gp) : value,
  ]);
  const page = await office.submit(asking(), { ...day, ...(Object.fromEntries(fields) as object) });
  expect(page.status).toBe(422);
  expect(errors(page).join()).toContain(said);
});

test('The Business Unit sees the organisation by name on the case, on Today and in the forms', async () => {
  const { office } = await askedByForm();
  expect((await office.get(home())).says).toContain('Thistledown Circus (Jo Quillfeather)');
  expect((await office.get(`${home()}/record`)).says).toContain('Thistledown Circus');
  const further = await office.get(asking('askFurther'));
  expect(further.$(`input[name="agencies"][value="${organisation()}"]`)).toHaveLength(1);
  expect(further.says).toContain('Thistledown Circus');
  const without = await office.get(asking('goAheadWithoutReturn'));
  expect(without.says).toContain('Thistledown Circus');
  const reminding = await office.get(`${home()}/remind/return`);
  expect(reminding.says).toContain('Thistledown Circus (Jo Quillfeather)');
  const request = await office.get(`${home()}/requests/${encodeURIComponent(`return:${organisation()}`)}/request`);
  expect((await office.get('/')).says).toContain('Thistledown Circus');
  expect(request.says).toContain('Thistledown Circus');
});

test('The organisation answers by its link, and sees its own name and request', async () => {
  await askedByForm();
  const path = await pathOf(organisation());
  expect(path).not.toMatch(/thistledown|quillfeather/i);
  const browser = console.browser();
  expect((await browser.get(path)).says).not.toMatch(/thistledown|quillfeather/i);
  const request = await opened(browser, path, 'Jo@Thistledown.example.org');
  expect(codes.at(-1)?.to).toEqual({ name: 'Jo Quillfeather', address: 'jo@thistledown.example.org' });
  expect(request.heading).toBe('Send what your organisation knows');
  expect(request.says).toContain('Thistledown Circus');
  const nil = await browser.get(`${path}/nil`);
  const key = nil.$('input[name=key]').attr('value') ?? '';
  const sent = await browser.submit(`${path}/nil`, { key, confirmed: 'yes', searched: 'Registers' });
  expect(sent.heading).toBe('Answer sent');
  expect(fileNow().facts.recordReturn?.at(-1)).toMatchObject({ by: organisation(), role: 'agency-contact' });
});

test('Its colleague waits for the Business Unit, at whatever address, and their names are theirs alone', async () => {
  await askedByForm();
  const browser = console.browser();
  const path = await pathOf(organisation());
  await opened(browser, path, 'jo@thistledown.example.org');
  const form = await browser.get(`${path}/pass-on`);
  const key = form.$('input[name=key]').attr('value') ?? '';
  const same = { key, sends: 'colleague', name: 'Jo', address: 'JO@thistledown.example.org' };
  expect((await browser.submit(`${path}/pass-on`, same)).says).toContain('has the request');
  const colleague = { ...same, name: 'Ro Quillfeather', address: 'ro@thistledown.example.org' };
  const page = await browser.submit(`${path}/pass-on`, colleague);
  expect(page.says).toContain('The Business Unit confirms them first');
});

test('Another agency of the same request does not see the organisation', async () => {
  const office = await console.as('P01');
  const check = await office.submit(asking(), { ...day, ...circus, agencies: 'gp' });
  await office.submit(check.path);
  const contact = await console.as(gp);
  for (const page of [home(), `${home()}/record`, '/', `${home()}/requests/return%3Agp`])
    expect([page, (await contact.get(page)).text]).toEqual([
      page,
      expect.not.stringMatching(/thistledown|quillfeather/i) as unknown,
    ]);
});

test('An address outside the domains of the agency is refused before the check page where a request is passed on', async () => {
  const office = await console.as('P01');
  const check = await office.submit(asking(), { ...day, agencies: 'gp' });
  await office.submit(check.path);
  const contact = await console.as(gp);
  const page = await contact.submit(asking('passToColleague'), {
    ...{ ...day, contribution: 'return:gp', name: 'Ro', address: 'ro@nhs.net', sends: 'colleague' },
  });
  expect([page.status, errors(page).join()]).toEqual([422, expect.stringContaining('not in a domain')]);
});

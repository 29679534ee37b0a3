import type { CaseFile } from '../../src/procedure/case/case-file';
import type { PersonId } from '../../src/procedure/time/time';
import { fromMillis, londonDate, sayDate, toMillis } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

/* The family page (step 16): whoever meets the family sees them by name, and records what was done against distress. */

let console: ConsoleUnderTest;
let file: CaseFile;
let hours = 0;

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(async () => {
  await console.reset();
  // The reading log forgets the tests before: each begins an hour later.
  hours += 1;
});
afterAll(() => console.stop());

async function keep({ file: one, now }: CaseBuilder): Promise<void> {
  file = one;
  console.wall = fromMillis(toMillis(now) + hours * 3_600_000);
  await console.keep(file);
  await console.records.content.saveContent({
    reference: file.reference,
    receivedOn: file.notification.receivedOn,
    practice: false,
    content: {
      children: file.notification.children.map(({ ref }) => ({ ref, name: `Wren of ${ref}` })),
      family: file.notification.family.map(({ ref, relation }) => ({ ref, relation, name: `Ashdown of ${ref}` })),
      notifier: { name: 'Ingrid Fallowmere' },
    },
  });
}

const professional = 'P38' as PersonId;
const page = (below = '/family') => `/cases/${file.reference}${below}`;

test('Today leads the identified professional to the family page, and from there to the form', async () => {
  await keep(aCase().at('family-contact'));
  const browser = await console.as(professional);
  const today = await browser.get('/');
  expect(today.$(`main .app-card a[href="${page()}"]`).length).toBeGreaterThan(0);
  const family = await browser.get(page());
  expect([family.status, family.heading]).toEqual([200, 'Family']);
  for (const said of [
    'Wren of child-1',
    'Ashdown of family-1',
    'A visit by the identified professional',
    'What was done to limit distress to the children, the family and the practitioners has not been recorded yet',
    'Notice of intent',
  ])
    expect(family.says).toContain(said);
  const form = page('/decisions/recordStepsAgainstDistress');
  expect(family.$(`main a[href="${form}"]`)).toHaveLength(1);
  const told = { children: 'A visit at school', family: 'Told before the news', practitioners: 'A debrief' };
  const day = { 'on.day': sayDate(londonDate(console.wall)), 'on.month': '', 'on.year': '' };
  const check = await browser.submit(form, { ...day, ...told });
  expect(check.heading).toBe('Check your answers');
  await browser.submit(check.path);
  const after = await browser.get(page());
  for (const said of Object.values(told)) expect(after.says).toContain(said);
  expect(after.$(`main a[href="${form}"]`)).toHaveLength(0);
});

test('the part of the identified professional leads to the family page, and to nothing else of the case', async () => {
  await keep(aCase().at('family-contact'));
  const browser = await console.as(professional);
  const part = await browser.get(page(''));
  expect(part.$(`main a[href="${page()}"]`).text()).toContain('The children and the family');
  expect((await browser.get(page('/plan'))).status).toBe(403);
  expect((await browser.get(page('/people'))).status).toBe(403);
  expect((await browser.get(page())).says).not.toContain('Ingrid Fallowmere');
});

describe('The family page', () => {
  test.each([
    ['the Business Unit', 'P03', 200],
    ['a delegated partner', 'P08', 200],
    ['the Scrutineer', 'P14', 200],
    ['the author', 'P36', 200],
    ['an Exec partner', 'P10', 403],
    ['the sub-group’s chair', 'P16', 403],
    ['communications', 'P39', 403],
    ['the IT officer', 'P43', 403],
    ['the information governance officer', 'P44', 403],
  ])('for %s', async (_who, person, status) => {
    await keep(aCase().at('family-contact'));
    const shown = await (await console.as(person)).get(page());
    expect([person, shown.status]).toEqual([person, status]);
    if (status !== 200) expect(shown.text).not.toContain('Ashdown of');
    const nav = (await (await console.as(person)).get(page(''))).$(`nav a[href="${page()}"]`).length;
    expect(nav > 0).toBe(status === 200);
  });

  test('is closed to the identified professional once the report is published', async () => {
    await keep(aCase().past('publication'));
    expect((await (await console.as(professional)).get(page())).status).toBe(404);
    expect((await (await console.as('P01')).get(page())).says).toContain('Published');
  });

  test('is closed before anybody is named', async () => {
    await keep(aCase().at('planning'));
    expect((await (await console.as(professional)).get(page())).status).toBe(404);
    expect((await (await console.as('P01')).get(page())).says).toContain('Nobody has been named yet');
  });

  test('leaves a reading of the family', async () => {
    await keep(aCase().at('family-contact'));
    await (await console.as(professional)).get(page());
    const { readings } = await console.records.readings.list({ viewer: undefined, limit: 5 });
    expect(readings[0]).toMatchObject({ part: 'family', cases: [file.reference], person: professional });
  });
});

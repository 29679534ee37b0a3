import { sampleNotification } from '../../src/api/examples';
import { receiveNotification } from '../../src/casework/notifying';
import type { PersonId } from '../../src/procedure/time/time';
import { ConsoleUnderTest } from './support/console';

/* Entry 1 is put right on the pages, field by field in words, and a child is added or removed. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

async function opened(): Promise<string> {
  const received = await receiveNotification(console.dependencies, {
    form: sampleNotification,
    by: 'P01' as PersonId,
    key: 'n',
    print: 'n',
  });
  if (received.kind !== 'opened') throw new Error(JSON.stringify(received));
  return `/cases/${received.onRecord.file.reference}`;
}

const day = (name: string, text: string) => ({ [`${name}.day`]: text, [`${name}.month`]: '', [`${name}.year`]: '' });
const today = day('on', '23 11 2026');

test('The notification is the last of the entries that can be corrected, and shows each field in words', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const entries = await browser.get(`${address}/decisions/correctFact`);
  const link = entries.$('table a').last();
  expect(link.text()).toBe('The notification, entry 1');
  const fields = await browser.get(link.attr('href') ?? '');
  expect(fields.heading).toBe('What is wrong in it?');
  for (const said of [
    'Child 1: The child’s name Wren Ashdown-Pike',
    'Child 1: The child’s date of birth Saturday 9 March 2024',
    'Family member 1: Relation to the child Mother',
    'Notifying agency Calderdale',
    'Child 1: The child’s sex Female',
    'Child 1: The child’s NHS number 999 000 0018',
    'Child 1: The child’s date of death Nothing was said',
    'The place of the incident The kitchen at home',
    'Telephone number 01484 000000',
    'What happened? An invented case',
    'The home authority Nothing was said',
    'When the form was received Monday 23 November 2026',
  ]) {
    expect(fields.says).toContain(said);
  }
  expect(fields.says).not.toContain('words:');
});

test('A name is corrected on the page, and the case page and the record say the right one', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const form = `${address}/decisions/correctFact?entry=1&field=children.0.name`;
  const shown = await browser.get(form);
  expect(shown.$('input[name=value]').attr('value')).toBe('Wren Ashdown-Pike');
  const of = { entry: '1', field: 'children.0.name' };
  const check = await browser.submit(form, { ...today, ...of, value: 'Robin Ashdown-Pike', reason: 'Misheard' });
  expect(check.heading).toBe('Check your answers');
  expect(check.says).toContain('Child 1: The child’s name says now: Wren Ashdown-Pike');
  const recorded = await browser.submit(check.path);
  expect(recorded.heading).toBe('Recorded fact corrected');
  expect((await browser.get(address)).says).toContain('Robin Ashdown-Pike');
  const record = await browser.get(`${address}/record`);
  expect(record.says).toContain('Wren Ashdown-Pike');
  expect(record.says).toContain('Robin Ashdown-Pike');
  expect(record.says).not.toContain('words:');
});

test('A date of birth after the incident is refused beside the field', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const form = `${address}/decisions/correctFact?entry=1&field=children.0.dateOfBirth`;
  const of = { ...today, entry: '1', field: 'children.0.dateOfBirth' };
  const wrong = await browser.submit(form, { ...of, ...day('value', '9 3 2027'), reason: 'A slip' });
  expect(wrong.$('.govuk-error-summary').text()).toMatch(/after the incident|from .* to today/);
  const check = await browser.submit(form, { ...of, ...day('value', '9 3 2023'), reason: 'A slip' });
  expect((await browser.submit(check.path)).heading).toBe('Recorded fact corrected');
  expect((await browser.get(address)).says).toContain('9 March 2023');
  expect((await browser.get(`${address}/record`)).says).toContain('Saturday 9 March 2024');
});

test('A day long past is asked about once, and taken when it is confirmed', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const correct = (field: string, text: string, more: Record<string, string> = {}) =>
    browser.submit(`${address}/decisions/correctFact?entry=1&field=${field}`, {
      ...today,
      entry: '1',
      field,
      ...day('value', text),
      reason: 'An old case',
      ...more,
    });
  for (const field of ['incidentOn', 'authorityAwareOn']) {
    // The child was a day old on that day, and the form gives a nursery.
    const confirmed = { confirmed: 'school-under-3-months' };
    let check =
      field === 'incidentOn' ? await correct(field, '10 3 2024', confirmed) : await correct(field, '11 3 2024');
    if (field === 'authorityAwareOn') {
      expect(check.$('.govuk-error-summary').text()).toContain('Is that the right year?');
      check = await correct(field, '11 3 2024', { yearsAreRight: 'yes' });
    }
    expect(check.heading).toBe('Check your answers');
    expect((await browser.submit(check.path)).heading).toBe('Recorded fact corrected');
  }
});

test('A child who is added with answers that hardly go together is asked about, and confirmed on the page', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const form = `${address}/decisions/addChild`;
  expect((await browser.get(form)).$('[name=confirmed]')).toHaveLength(0);
  const answers = { died: 'no', lookedAfter: 'no', careLeaver: 'yes' };
  const child = { ref: 'child-2', name: 'Sparrow Ashdown-Pike', ...day('dateOfBirth', '4 4 2022'), ...answers };
  const asked = await browser.submit(form, { ...today, ...child });
  expect([asked.status, asked.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#confirmed']);
  expect(asked.says).toContain('The child was 4 years old on the day of the incident');
  expect(asked.$('label[for=confirmed]').text().trim()).toBe('The care leaver was under 16');
  const confirmed = 'care-leaver-under-16';
  const check = await browser.submit(form, { ...today, ...child, confirmed });
  expect(check.says).toContain('Confirmed as right The care leaver was under 16');
  expect((await browser.submit(check.path)).heading).toBe('Child added');
  expect((await browser.get(address)).says).toContain(
    'Confirmed since Child 2: The care leaver was under 16 (entry 2)',
  );
});

test('An answer that is confirmed and then put right is recorded without the confirmation', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const answers = { died: 'no', lookedAfter: 'no', careLeaver: 'no', confirmed: 'care-leaver-under-16' };
  const child = { ref: 'child-2', name: 'Sparrow Ashdown-Pike', ...day('dateOfBirth', '4 4 2022'), ...answers };
  const check = await browser.submit(`${address}/decisions/addChild`, { ...today, ...child });
  expect([check.heading, check.says.includes('under 16')]).toEqual(['Check your answers', false]);
  expect(check.says).not.toContain('Confirmed as right');
  expect((await browser.submit(check.path)).heading).toBe('Child added');
  expect((await browser.get(address)).says).not.toContain('Confirmed since');
});

test('A correction after which answers hardly go together is asked about, and confirmed on the page', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const form = `${address}/decisions/correctFact?entry=1&field=setting`;
  const of = { ...today, entry: '1', field: 'setting', value: 'foster-home', reason: 'Misheard' };
  const asked = await browser.submit(form, of);
  expect([asked.status, asked.$('[name=confirmed]').val()]).toEqual([422, 'foster-home-not-looked-after']);
  const check = await browser.submit(form, { ...of, confirmed: 'foster-home-not-looked-after' });
  expect((await browser.submit(check.path)).heading).toBe('Recorded fact corrected');
  expect((await browser.get(address)).says).toContain(
    'Confirmed since It happened in a foster home, and no child was looked after (entry 2)',
  );
});

test('A child who is added is on the case page, and one who is removed is not', async () => {
  const address = await opened();
  const browser = await console.as('P01');
  const answers = { died: 'no', lookedAfter: 'no', careLeaver: 'no' };
  const child = { ref: 'child-2', name: 'Sparrow Ashdown-Pike', ...day('dateOfBirth', '4 4 2022'), ...answers };
  const check = await browser.submit(`${address}/decisions/addChild`, { ...today, ...child });
  expect(check.heading).toBe('Check your answers');
  await browser.submit(check.path);
  expect((await browser.get(address)).says).toContain('Sparrow Ashdown-Pike');
  const remove = await browser.get(`${address}/decisions/removeChild`);
  expect(remove.says).toContain('Sparrow Ashdown-Pike (child 2)');
  const removing = { ...today, ref: 'child-2', reason: 'A cousin' };
  const checked = await browser.submit(`${address}/decisions/removeChild`, removing);
  expect((await browser.submit(checked.path)).heading).toBe('Removed a child entered in error');
  expect((await browser.get(address)).says).not.toContain('Sparrow');
  expect((await browser.get(`${address}/record`)).says).toContain('A cousin');
});

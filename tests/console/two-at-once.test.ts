import { factsOf } from '../../src/procedure/case/facts';
import { aCase } from '../support/a-case';
import type { Browser, BrowsedPage, FormFields } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Two people, one thing: whoever records second has seen what the first recorded. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const home = '/cases/SIN-2026-0007';
const page = (decision: string) => `${home}/decisions/${decision}`;
const day = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };
const until = (date: string): FormFields => ({
  ...day,
  deadline: 'information',
  'to.day': date,
  'to.month': '12',
  'to.year': '2026',
  reason: 'The school is closed',
  agreedBy: 'The partners',
});

/** The hidden fields of the form of a page, as a browser sends them. */
const hidden = (shown: BrowsedPage): FormFields =>
  Object.fromEntries(
    shown
      .$('main form input[type=hidden]')
      .toArray()
      .map(({ attribs }): [string, string] => [attribs['name'] ?? '', attribs['value'] ?? '']),
  );

async function twoAtTheForm(decision: string) {
  const one = aCase();
  console.wall = one.now;
  await console.keep(one.file);
  const [first, second] = [await console.as('P01'), await console.as('P02')];
  const opened = await second.get(page(decision));
  await first.get(page(decision));
  return { first, second, opened };
}

const extensions = () => {
  const file = [...console.cases.files.values()][0];
  return file === undefined ? [] : factsOf(file, 'extendDeadline').map(({ form }) => form.to);
};

const record = async (browser: Browser, decision: string, fields: FormFields) => {
  const check = await browser.submit(page(decision), fields);
  return browser.send(check.path, hidden(check));
};

test('Of two who extend one deadline, the second sees both dates before theirs is recorded', async () => {
  const one = aCase();
  console.wall = one.now;
  await console.keep(one.file);
  const [first, second] = [await console.as('P01'), await console.as('P07')];
  const opened = await second.get(page('extendDeadline'));
  expect((await record(first, 'extendDeadline', until('9'))).heading).toBe('Deadline extended');
  const check = await second.send(page('extendDeadline'), { ...hidden(opened), ...until('16') });
  expect(check.heading).toBe('Check your answers');
  expect(check.says).toContain('Recorded since you opened this form');
  expect(check.says).toMatch(
    /Step 5, Information and chronology: was \w+ \d+ \w+ 2026, is now Wednesday 9 December 2026/,
  );
  expect(check.$('form[data-once] button').text()).toBe('Confirm and record this decision');
  expect(extensions()).toEqual(['2026-12-09']);
  expect((await second.send(check.path, hidden(check))).heading).toBe('Deadline extended');
  expect(extensions()).toEqual(['2026-12-09', '2026-12-16']);
});

test('What is recorded while somebody checks their answers is shown to them before theirs is recorded', async () => {
  const { first, second, opened } = await twoAtTheForm('addNote');
  const check = await second.send(page('addNote'), { ...hidden(opened), ...day, note: 'The second note' });
  expect(check.says).not.toContain('Recorded since');
  await record(first, 'sendToFrontDoor', { ...day, sentBy: 'Robin of the duty desk' });
  const again = await second.send(check.path, hidden(check));
  expect(again.heading).toBe('Check your answers');
  expect(again.says).toMatch(
    /Recorded since you opened this form .*by .*Who sent it: was nothing, is now Robin of the duty desk/,
  );
  expect((await second.send(again.path, hidden(again))).heading).toBe('Note added');
});

test('Of two who correct one entry, the second sees the value that the first gave it', async () => {
  const one = aCase().with('sendToFrontDoor', { sentBy: 'Robin' as never });
  console.wall = one.now;
  await console.keep(one.file);
  const [first, second] = [await console.as('P01'), await console.as('P02')];
  const correct = `${page('correctFact')}?entry=2&field=sentBy`;
  const opened = await second.get(correct);
  const value = (form: BrowsedPage, text: string) => ({ ...day, ...hidden(form), value: text, reason: 'A slip' });
  const check = await first.send(correct, value(await first.get(correct), 'Sam'));
  expect((await first.send(check.path, hidden(check))).heading).toBe('Recorded fact corrected');
  const mine = await second.send(correct, value(opened, 'Alex'));
  expect(mine.says).toMatch(/Who sent it: was Robin, is now Sam/);
});

test('A form in which something else is wrong goes on to say what was recorded since', async () => {
  const { first } = await twoAtTheForm('extendDeadline');
  await record(first, 'extendDeadline', until('9'));
  const partner = await console.as('P07');
  const form = await partner.get(page('extendDeadline'));
  await record(first, 'extendDeadline', until('16'));
  const wrong = await partner.send(page('extendDeadline'), { ...hidden(form), ...until('15') });
  expect(wrong.status).toBe(422);
  expect(wrong.says).toMatch(/was Wednesday 9 December 2026, is now Wednesday 16 December 2026/);
  expect(hidden(wrong)['_seen']).toBe(hidden(form)['_seen']);
});

test('Where nothing happened since, a decision goes from form to record as it did', async () => {
  const { first } = await twoAtTheForm('addNote');
  const check = await first.submit(page('addNote'), { ...day, note: 'A note' });
  expect(check.says).not.toContain('Recorded since');
  expect(check.$('form[data-once] button').text()).toBe('Record this decision');
});

import { aCase } from '../support/a-case';
import type { Browser } from './support/browser';
import { ConsoleUnderTest } from './support/console';

/* Text as it is typed, pasted and sent: what cannot be kept is dropped, what cannot be read is no answer. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(() => console.reset());
afterAll(() => console.stop());

const note = '/cases/SIN-2026-0007/decisions/addNote';
const day = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };

async function atTheCase(): Promise<Browser> {
  await console.keep(aCase().file);
  return console.as('P01');
}

test.each(['\u200b', '\u3164', '\u2800', '\u00a0\u0301', '\u{e0041}\ufe0f'])(
  'A note in which there is nothing to read is refused as empty',
  async (text) => {
    const answer = await (await atTheCase()).submit(note, { ...day, note: text });
    expect(answer.status).toBe(422);
    expect(answer.says).toContain('Enter the note');
  },
);

test('What was pasted from a word processor is kept without what no file can hold, its soft line ends as line ends', async () => {
  const answer = await (
    await atTheCase()
  ).submit(note, { ...day, note: 'One\u000bline\ufffe and\u0007 another\r\nthird' });
  expect(answer.heading).toBe('Check your answers');
  expect(answer.text).toMatch(/One\s*(?:<br>)?\s*line and another\s*(?:<br>)?\s*third/);
});

test('A notification in which a name has nothing to read in it is not sent', async () => {
  const browser = console.browser();
  await browser.submit('/notify');
  const tasks = (await browser.get('/notify')).path;
  expect(tasks).toContain('/notify');
  const about = await browser.submit('/notify/about-you', { notifyingAgency: '\u200b', 'notifier.name': 'Ingrid' });
  expect(about.text).toContain('govuk-error');
});

test('A form in another encoding than UTF-8 is refused, and nothing is recorded', async () => {
  const browser = await atTheCase();
  const session = browser.cookies.get('session') ?? '';
  const send = (body: Buffer | string) =>
    fetch(`${console.address}${note}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: console.address,
        'sec-fetch-site': 'same-origin',
        cookie: `session=${session}`,
      },
      body,
    });
  for (const body of ['note=Zo%EB', Buffer.from('note=Zoë', 'latin1')]) {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('not encoded as UTF-8');
  }
  expect((await browser.get('/cases?text=Zo%EB')).status).toBe(400);
  expect((await browser.get('/cases?text=100%')).status).not.toBe(400);
});

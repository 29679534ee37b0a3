import { caseSummary } from '../../activities/case-summary';
import { instant } from '../../src/procedure/time/dates';
import type { Notice } from '../../src/procedure/case/record';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start({ engineLink: (reference) => `http://127.0.0.1:8233/${reference}` });
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const reference = 'SIN-2026-0007';
const at = instant('2026-11-23T10:05:00.000Z');

async function keptWithNotices(): Promise<readonly Notice[]> {
  const opened = aCase();
  await console.records.record({ file: opened.file, events: [], notices: opened.notices }, caseSummary(opened.file));
  return opened.notices;
}

test('each email says what it is about, to whom it goes, and what became of it', async () => {
  const [first, second, third] = await keptWithNotices();
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are no notices.');
  await console.records.notices.markSent(first.key, { at, messageId: '<one@example.org>' });
  await console.records.notices.markRefused(second.key, { at, answer: '550 no such mailbox' });
  await console.records.mailbox.put({
    messageId: '<one@example.org>',
    reference: aCase().file.reference,
    to: { name: 'Marguerite', address: 'm@example.org' },
    subject: 'A notification',
    text: 'text',
    html: 'html',
    headers: {},
    at,
    practice: false,
  });
  const { $, says } = await (await console.as('P01')).get(`/cases/${reference}/emails`);
  expect(says).toContain('Refused (1)');
  expect(says).toContain('The mail server said: 550 no such mailbox');
  expect(says).toContain('Marguerite Thistlewood');
  expect($('main table a').attr('href')).toBe('/mailbox/%3Cone%40example.org%3E');
  const waiting = await (await console.as('P01')).get(`/cases/${reference}/emails?state=waiting`);
  expect(waiting.says).not.toContain('550');
  expect(waiting.says).toContain('Waiting to be sent');
});

test('an email that was no longer true says that it was not sent, and why', async () => {
  const [first] = await keptWithNotices();
  const why = 'The case was withdrawn; it no longer asks for the first steps of the case.';
  await console.records.notices.markNoLongerTrue(first?.key ?? '', { at, why });
  const { says } = await (await console.as('P01')).get(`/cases/${reference}/emails`);
  expect(says).toContain('Not sent: no longer true (1)');
  expect(says).toContain(why);
});

test('whoever has no mailbox finds no way into it, and the IT officer no emails at all', async () => {
  const [first] = await keptWithNotices();
  await console.records.notices.markSent(first?.key ?? '', { at, messageId: '<one@example.org>' });
  const partner = await (await console.as('P08')).get(`/cases/${reference}/emails`);
  expect(partner.status).toBe(200);
  expect(partner.$('main a[href^="/mailbox"]')).toHaveLength(0);
  expect((await (await console.as('P43')).get(`/cases/${reference}/emails`)).status).toBe(403);
});

test('the IT officer finds the case in the engine', async () => {
  await console.keep(aCase().file);
  const { $ } = await (await console.as('P43')).get(`/cases/${reference}/it`);
  expect($('main a').first().attr('href')).toBe(`http://127.0.0.1:8233/${reference}`);
});

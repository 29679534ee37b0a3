import { caseSummary } from '../../activities/case-summary';
import { fromMillis, instant, toMillis } from '../../src/procedure/time/dates';
import { saidOf } from '../../src/procedure/refusals';
import { part, says } from '../../src/procedure/sentence';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import type { MailboxMessage } from '../../src/records/mailbox';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const at = instant('2026-11-23T10:00:00.000Z');
const { file } = aCase();

const aMessage = (number: number, more: Partial<MailboxMessage> = {}): MailboxMessage => ({
  messageId: `<${number}.a/b@kscp.example>`,
  reference: file.reference,
  to: { name: 'Ambrose Nettleship', address: 'ambrose.nettleship@example.org' },
  subject: `${file.reference}: message ${number}`,
  text: `Dear Ambrose,\n\nmessage ${number} <b>bold</b>`,
  html: '<p>Dear <script>alert(1)</script></p>',
  headers: {},
  at: fromMillis(toMillis(at) + number * 1000),
  practice: false,
  ...more,
});

describe('The mailbox', () => {
  test('is empty until a case opens, and says when there will be something', async () => {
    const page = await (await console.as('P03')).get('/mailbox');
    expect([page.status, page.heading]).toEqual([200, 'Mailbox']);
    expect(page.says).toContain('There is no email here yet. As soon as a case opens, the first ones appear.');
  });

  test('shows emails newest first, fifty a page, with practice ones marked', async () => {
    await console.keep(file);
    for (let number = 1; number <= 51; number += 1) {
      await console.records.mailbox.put(aMessage(number, number === 51 ? { practice: true } : {}));
    }
    const browser = await console.as('P01');
    const page = await browser.get('/mailbox');
    const rows = page.$('tbody tr');
    expect(rows.length).toBe(50);
    expect(rows.first().text()).toContain('message 51');
    expect(rows.first().text()).toContain('Practice');
    expect(rows.eq(1).text()).not.toContain('Practice');
    const older = await browser.get(String(page.$('a[rel=next]').attr('href')));
    expect(older.$('tbody tr').length).toBe(1);
    expect(older.$('tbody tr').text()).toContain('message 1');
    expect(older.$('a[href="/mailbox"]').text()).toContain('Back to the newest');
  });

  test('is filtered by case and by words', async () => {
    await console.keep(file);
    await console.records.mailbox.put(aMessage(1));
    await console.records.mailbox.put(aMessage(2, { to: { name: '100% Other_One', address: 'other@example.org' } }));
    const browser = await console.as('P01');
    const found = async (query: string) => (await browser.get(`/mailbox?${query}`)).$('tbody tr').length;
    expect(await found('find=other_one')).toBe(1);
    expect(await found('find=100%25')).toBe(1);
    expect(await found('find=nettleship+message')).toBe(1);
    expect(await found('find=nobody')).toBe(0);
    expect(await found(`case=${file.reference.toLowerCase()}`)).toBe(2);
    expect(await found('case=SIN-2026-0999')).toBe(0);
    expect((await browser.get('/mailbox?case=nonsense')).says).toContain('“NONSENSE” is not a reference.');
    expect((await browser.get('/mailbox?find=nobody')).says).toContain('No email here matches that.');
  });

  test('puts the words that are sought, which may be a name, into no address', async () => {
    await console.keep(file);
    for (let count = 1; count <= 51; count += 1) await console.records.mailbox.put(aMessage(count));
    const browser = await console.as('P01');
    const page = await browser.submit('/mailbox', { case: file.reference.toLowerCase(), find: 'message' });
    expect(page.path).toMatch(new RegExp(`/mailbox\\?case=${file.reference}&sought=[\\w-]{43}$`));
    expect(page.$('input[name=find]').attr('value')).toBe('message');
    const older = await browser.get(String(page.$('a[rel=next]').attr('href')));
    expect(older.path).not.toContain('message');
    expect(older.$('tbody tr').length).toBe(1);
    expect((await browser.get('/mailbox?find=nettleship')).path).not.toContain('nettleship');
    const others = await (await console.as('P02')).get(page.path);
    expect(others.says).toContain('What was searched for here is no longer kept, or is somebody else’s search.');
    expect(console.logged.join()).not.toMatch(/nettleship/i);
  });

  test('shows one email as text, and runs nothing of it', async () => {
    await console.keep(file);
    await console.records.mailbox.put(aMessage(1));
    const browser = await console.as('P01');
    const page = await browser.get(String((await browser.get('/mailbox')).$('tbody a').first().attr('href')));
    expect(page.heading).toBe(`${file.reference}: message 1`);
    expect(page.$('pre').text()).toBe('Dear Ambrose,\n\nmessage 1 <b>bold</b>');
    expect(page.$('pre').children().length).toBe(0);
    expect(page.text).not.toContain('alert(1)');
  });

  test('hides the emails of a case from whoever is shut out of it', async () => {
    const shut = aCase().with('shutOut', { person: 'P03' }, { by: 'business-manager' });
    await console.keep(shut.file);
    await console.records.mailbox.put(aMessage(1));
    const theirs = await console.as('P03');
    expect((await theirs.get('/mailbox')).$('tbody tr').length).toBe(0);
    expect((await theirs.get(`/mailbox/${encodeURIComponent('<1.a/b@kscp.example>')}`)).status).toBe(404);
    const others = await console.as('P02');
    expect((await others.get(`/mailbox/${encodeURIComponent('<1.a/b@kscp.example>')}`)).status).toBe(200);
  });

  test('is the Business Unit’s, and nobody else’s', async () => {
    for (const person of ['P05', 'P07', 'P14', 'P43']) {
      const browser = await console.as(person);
      for (const path of ['/mailbox', '/mailbox/waiting', '/mailbox/tasks', '/mailbox/x']) {
        expect((await browser.get(path)).status).toBe(403);
      }
    }
  });
});

describe('Emails that wait or were refused', () => {
  test('are shown with what the mail server said, in the words of what they are about', async () => {
    const opened = aCase();
    const [first, second] = opened.notices;
    if (first === undefined || second === undefined) throw new Error('A case that opens tells somebody.');
    await console.records.record({ file: opened.file, events: [], notices: [first, second] }, caseSummary(opened.file));
    await console.records.notices.noteAttempt(first.key, { at, problem: '421 come back later' });
    await console.records.notices.markRefused(second.key, {
      at,
      answer: '550 no such user',
      task: { kind: 'address-refused', sentence: `An email to ${second.to} about SIN-2026-0007 was refused.` },
    });
    const browser = await console.as('P01');
    const page = await browser.get('/mailbox/waiting');
    const [waiting, refused] = [page.$('table').eq(0).text(), page.$('table').eq(1).text()];
    expect(waiting).toContain('A notification has come in');
    expect(waiting).toContain('421 come back later');
    expect(waiting).toContain('tried 1 time');
    expect(refused).toContain('550 no such user');
  });

  test('the pages say when none waits and none was refused', async () => {
    const page = await (await console.as('P01')).get('/mailbox/waiting');
    expect(page.says).toContain('No email waits: all that were decided have gone out.');
    expect(page.says).toContain('No address was refused.');
  });
});

describe('What the Business Unit has to put right', () => {
  const aTask = (key: string, reference: CaseReference = file.reference) =>
    console.records.tasks.add({
      key,
      reference,
      kind: 'address-refused',
      ...saidOf(says`An email to ${part.person('P08' as PersonId)} about ${reference} was refused.`),
      createdAt: at,
    });

  test('is ticked off once, and then it is said who did it', async () => {
    await console.keep(file);
    await aTask('task-1');
    const browser = await console.as('P03');
    expect((await browser.get('/mailbox/tasks')).says).toContain('An email to Ambrose Nettleship about SIN-2026-0007');
    const done = await browser.submit('/mailbox/tasks', { task: 'task-1' });
    expect(done.$('.govuk-notification-banner--success').text()).toContain('Done: An email to Ambrose Nettleship');
    expect(done.says).toContain('There is nothing to put right.');
    expect(done.says).toContain('done by Bronwen Quillfeather');
    await (await console.as('P01')).submit('/mailbox/tasks', { task: 'task-1' });
    expect((await console.records.tasks.get('task-1'))?.doneBy).toBe('P03');
  });

  test('of a case that somebody is shut out of is neither shown nor ticked off by them', async () => {
    await console.keep(aCase().with('shutOut', { person: 'P03' }, { by: 'business-manager' }).file);
    await aTask('task-1');
    const browser = await console.as('P03');
    expect((await browser.get('/mailbox/tasks')).says).toContain('There is nothing to put right.');
    expect((await browser.submit('/mailbox/tasks', { task: 'task-1' })).status).toBe(404);
    expect((await console.records.tasks.get('task-1'))?.doneAt).toBeUndefined();
  });

  test('that there is not is not found', async () => {
    expect((await (await console.as('P01')).submit('/mailbox/tasks', { task: 'nonsense' })).status).toBe(404);
  });
});

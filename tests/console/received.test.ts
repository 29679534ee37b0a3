import { sampleNotification } from '../../src/api/examples';
import { receivedBefore, receiveNotification } from '../../src/casework/notifying';
import { keptBefore, receiveFromOutside } from '../../src/casework/outside/receiving';
import type { CodeToSend } from '../../src/casework/outside/confirming';
import type { ReceiptNumber } from '../../src/procedure/outside-notification/receipt-number';
import type { PersonId } from '../../src/procedure/time/time';
import type { Browser, BrowsedPage } from './support/browser';
import { exampleNotification as pages } from './support/notification-pages';
import { ConsoleUnderTest } from './support/console';

/* A notification of somebody who is not signed in: sent, acknowledged, taken by the Business Unit or set aside. */

let console: ConsoleUnderTest;
let sent: CodeToSend[];
let arrives: boolean;
beforeAll(async () => {
  console = await ConsoleUnderTest.start({
    sendCode: async (code) => {
      sent.push(code);
      return arrives;
    },
  });
});
beforeEach(() => {
  [sent, arrives] = [[], true];
});
afterEach(() => console.reset());
afterAll(() => console.stop());

async function sends(browser: Browser): Promise<BrowsedPage> {
  await browser.submit('/notify');
  for (const [page, fields] of Object.entries(pages)) await browser.submit(`/notify/${page}`, fields);
  return browser.submit('/notify/check');
}

const numberOn = (page: BrowsedPage): string => /REC-\w{4}-\w{4}/.exec(page.says)?.[0] ?? '';
const pathOf = ({ path }: BrowsedPage): string => new URL(path, console.address).pathname;
const state = async (number: string) => (await console.records.outsideNotifications.get(number as never))?.state;

describe('Sending without signing in', () => {
  test('gives a receipt number, and nothing of a case', async () => {
    const page = await sends(console.browser());
    expect([pathOf(page), page.status, page.heading]).toEqual(['/notify/sent', 200, 'Notification received']);
    expect(numberOn(page)).not.toBe('');
    expect(page.text).not.toMatch(/SIN-|\/cases\//);
    expect(page.says).toContain('tell the Business Unit on 01632 960017 and give the number');
    expect(console.cases.files.size).toBe(0);
    expect(await console.records.cases.list({ limit: 1 })).toMatchObject({ cases: [] });
  });

  test('twice by one form is one notification, and what was written is no longer in the browser', async () => {
    const browser = console.browser();
    const first = await sends(browser);
    const again = await browser.submit('/notify/check');
    expect(numberOn(again)).toBe(numberOn(first));
    expect(await console.records.outsideNotifications.waiting()).toBe(1);
    const page = await browser.get('/notify/about-you');
    expect([pathOf(page), page.text.includes('Ashdown')]).toEqual(['/notify/sent', false]);
  });

  test('and signing in before the second press does not make it another', async () => {
    const { key, print } = { key: 'form key', print: 'print' };
    const sent = { form: sampleNotification, key, print };
    const by = 'P09' as PersonId;
    const opened = await receiveNotification(console.dependencies, { ...sent, by });
    expect(opened.kind).toBe('opened');
    expect(await receivedBefore(console.dependencies, { key, print })).toMatchObject({
      file: { reference: 'SIN-2026-0001' },
    });
    await receiveFromOutside(console.dependencies, { ...sent, key: 'form other', from: undefined });
    expect(await keptBefore(console.dependencies, { key: 'form other', print })).toMatchObject({ kind: 'received' });
    expect(await keptBefore(console.dependencies, { key, print })).toBeUndefined();
  });

  test('works while Temporal is away', async () => {
    console.cases.unavailable = 'away';
    expect((await sends(console.browser())).heading).toBe('Notification received');
  });

  test('is refused beyond the limit with a sentence and a telephone number, and the form is kept', async () => {
    for (let n = 0; n < 10; n += 1) await sends(console.browser());
    const browser = console.browser();
    const refused = await sends(browser);
    expect([refused.status, refused.heading]).toEqual([429, 'Check your answers']);
    expect(refused.says).toContain('telephone the Business Unit on 01632 960017');
    expect(refused.says).toContain('Wren Ashdown-Pike');
    expect(await console.records.outsideNotifications.waiting()).toBe(10);
  });
});

describe('Confirming the address', () => {
  const ask = (browser: Browser, address = 'ingrid@example.org') => browser.submit('/notify/address', { address });
  const type = (browser: Browser, code: string) => browser.submit('/notify/code', { code });

  test('a code is sent to the address that is typed, and confirmed on a page', async () => {
    const browser = console.browser();
    const received = await sends(browser);
    expect(received.$('input[name=address]').val()).toBe('ingrid@example.org');
    const asked = await ask(browser);
    expect([pathOf(asked), asked.heading]).toEqual(['/notify/code', 'Type the code']);
    expect(asked.says).toContain('ingrid@example.org');
    expect(asked.text).not.toContain(sent[0]?.code);
    const confirmed = await type(browser, sent[0]?.code ?? '');
    expect(pathOf(confirmed)).toBe('/notify/sent');
    expect(confirmed.says).toContain('Your address is confirmed.');
  });

  test('opening a page changes nothing', async () => {
    const browser = console.browser();
    const number = numberOn(await sends(browser));
    await ask(browser);
    for (let n = 0; n < 30; n += 1)
      for (const path of ['/notify/sent', '/notify/code', `/notify/code?code=${sent[0]?.code ?? ''}`])
        await browser.get(path);
    const kept = await console.records.outsideNotifications.get(number as never);
    expect(kept?.addressConfirmedAt).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(pathOf(await type(browser, sent[0]?.code ?? ''))).toBe('/notify/sent');
  });

  test('a wrong code is said on its field, and after five no code helps', async () => {
    const browser = console.browser();
    await sends(browser);
    await ask(browser);
    const wrong = sent[0]?.code === '000000' ? '000001' : '000000';
    const first = await type(browser, wrong);
    expect([first.status, first.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#code']);
    for (let n = 0; n < 4; n += 1) await type(browser, wrong);
    expect((await type(browser, sent[0]?.code ?? '')).says).toContain('can no longer be used');
  });

  test('an address that is none, and a mail server that is away, are said on its field', async () => {
    const browser = console.browser();
    await sends(browser);
    expect((await ask(browser, 'nobody')).says).toContain('Enter an email address such as name@example.org');
    arrives = false;
    const page = await ask(browser);
    expect([page.status, page.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#address']);
    expect(page.says).toContain('could not be sent just now');
  });

  test('without the form’s cookie there is no such page', async () => {
    await sends(console.browser());
    for (const path of ['/notify/sent', '/notify/code']) expect((await console.browser().get(path)).status).toBe(404);
    expect((await console.browser().submit('/notify/code', { code: '123456' })).status).toBe(404);
  });
});

describe('The Business Unit', () => {
  test('sees it first on Today and on a page of its own: who sent it, confirmed or not, when, and all of it', async () => {
    const number = numberOn(await sends(console.browser()));
    const unit = await console.as('P03');
    const today = await unit.get('/');
    expect(today.$('main h2').first().text()).toBe('Notifications to be taken');
    expect(today.$(`main a[href="/received/${number}"]`)).toHaveLength(1);
    const list = await unit.get('/received');
    expect(list.says).toContain('Ingrid Fallowmere, A hospital trust');
    expect(list.says).toContain('Address not confirmed');
    const page = await unit.get(`/received/${number}`);
    for (const said of [
      '10:00am on Monday 23 November 2026',
      'Address not confirmed',
      'Wren Ashdown-Pike',
      'Maren Ashdown',
      'A head injury',
      'Saturday 9 March 2024',
    ])
      expect(page.says).toContain(said);
  });

  test('reads that the address was confirmed', async () => {
    const browser = console.browser();
    const number = numberOn(await sends(browser));
    await browser.submit('/notify/address', { address: 'ingrid@example.org' });
    await browser.submit('/notify/code', { code: sent[0]?.code ?? '' });
    const page = await (await console.as('P03')).get(`/received/${number}`);
    expect(page.says).toContain('ingrid@example.org: address confirmed');
  });

  test('is asked about answers that hardly go together and were not confirmed, and confirms them', async () => {
    const number = 'REC-7KQ4-M2TX';
    const form = { ...sampleNotification, setting: 'foster-home' };
    const kept = { number: number as ReceiptNumber, allottedFor: 'a', receivedAt: console.wall, form };
    await console.records.outsideNotifications.receive(kept);
    const unit = await console.as('P03');
    expect((await unit.get(`/received/${number}`)).$('[name=confirmed]').val()).toBe('foster-home-not-looked-after');
    const asked = await unit.submit(`/received/${number}/take`);
    expect([asked.status, asked.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#confirmed']);
    expect(await state(number)).toBe('waiting');
    const taken = await unit.submit(`/received/${number}/take`, { confirmed: 'foster-home-not-looked-after' });
    expect(pathOf(taken)).toBe('/cases/SIN-2026-0001');
    expect(taken.says).toContain(
      'Confirmed when the notification was taken It happened in a foster home, and no child was looked after',
    );
  });

  test('takes it, and the case says who took it and when it was received', async () => {
    const number = numberOn(await sends(console.browser()));
    const unit = await console.as('P03');
    const taken = await unit.submit(`/received/${number}/take`);
    expect(pathOf(taken)).toBe('/cases/SIN-2026-0001');
    expect(taken.says).toContain(number);
    const record = await unit.get('/cases/SIN-2026-0001/record');
    expect(record.says).toContain(
      `Bronwen Quillfeather took notification ${number}, which was received at 10:00am on Monday 23 November 2026 from somebody who was not signed in.`,
    );
    const page = await unit.get(`/received/${number}`);
    expect(page.says).toContain('What was sent is in the case now.');
    expect(page.text).not.toContain('Ashdown');
    expect((await unit.get('/')).$('main h2').first().text()).not.toBe('Notifications to be taken');
  });

  test('the second who presses is told who was first', async () => {
    const number = numberOn(await sends(console.browser()));
    const [one, other] = [await console.as('P03'), await console.as('P04')];
    await one.submit(`/received/${number}/take`);
    const page = await other.submit(`/received/${number}/take`);
    expect(page.status).toBe(409);
    expect(page.says).toContain(
      `${number} was taken by Bronwen Quillfeather at 10:00am on Monday 23 November 2026: it is SIN-2026-0001.`,
    );
    const aside = await other.submit(`/received/${number}/set-aside`, {
      reason: 'not-a-notification',
      why: 'An invoice.',
    });
    expect(aside.status).toBe(409);
    expect(console.cases.files.size).toBe(1);
  });

  test('a press twice by one person is one case', async () => {
    const number = numberOn(await sends(console.browser()));
    const unit = await console.as('P03');
    const both = await Promise.all([unit.submit(`/received/${number}/take`), unit.submit(`/received/${number}/take`)]);
    expect(both.map(pathOf)).toEqual(['/cases/SIN-2026-0001', '/cases/SIN-2026-0001']);
  });

  test('sets it aside with the reason', async () => {
    const number = numberOn(await sends(console.browser()));
    const unit = await console.as('P03');
    const empty = await unit.submit(`/received/${number}/set-aside`);
    expect([empty.status, empty.heading]).toEqual([422, `Set ${number} aside`]);
    const twice = await unit.submit(`/received/${number}/set-aside`, { reason: 'sent-twice', why: 'Sent again.' });
    expect(twice.says).toContain('Enter the reference of the case that it repeats');
    const page = await unit.submit(`/received/${number}/set-aside`, {
      reason: 'not-a-notification',
      why: 'An invoice.',
    });
    expect(pathOf(page)).toBe(`/received/${number}`);
    for (const said of ['By Bronwen Quillfeather', 'It is not a notification of a serious incident', 'An invoice.'])
      expect(page.says).toContain(said);
    expect(await state(number)).toBe('set-aside');
    expect((await unit.get('/received')).says).toContain('No notification waits.');
  });

  test('opening and reading pages takes nothing', async () => {
    const number = numberOn(await sends(console.browser()));
    const unit = await console.as('P03');
    for (const path of ['/received', `/received/${number}`, `/received/${number}/set-aside`]) await unit.get(path);
    expect((await unit.get(`/received/${number}/take`)).status).toBe(405);
    expect(await state(number)).toBe('waiting');
  });

  test('finds the emails about it that stayed inside, with a link to it', async () => {
    const number = numberOn(await sends(console.browser()));
    await console.records.mailbox.put({
      ...{ messageId: '<received@example.org>', reference: number as ReceiptNumber, html: '', headers: {} },
      ...{ to: { name: '', address: 'ingrid@example.org' }, subject: 'Your code', text: '123456', at: console.wall },
      practice: false,
    });
    const unit = await console.as('P03');
    const list = await unit.get(`/mailbox?case=${number}`);
    expect(list.$(`main a[href="/received/${number}"]`)).toHaveLength(1);
    expect(list.says).toContain('ingrid@example.org');
    expect((await unit.get(`/mailbox/${encodeURIComponent('<received@example.org>')}`)).says).toContain('123456');
    expect((await (await console.as('P07')).get('/mailbox')).status).toBe(403);
  });

  test('nobody else reads it, or learns on Today that there is one', async () => {
    const number = numberOn(await sends(console.browser()));
    for (const person of ['P07', 'P14', 'P43']) {
      const browser = await console.as(person);
      for (const path of ['/received', `/received/${number}`]) expect((await browser.get(path)).status).toBe(403);
      expect((await browser.submit(`/received/${number}/take`)).status).toBe(403);
      expect((await browser.get('/')).text).not.toContain(number);
    }
    expect(await state(number)).toBe('waiting');
  });
});

import { watchOutsideActivity, type OutsideDependencies } from '../../activities/outside-notification';
import type { Message } from '../../src/mail/message';
import type { Posted } from '../../src/mail/postman';
import { receiptNumberOf } from '../../src/procedure/outside-notification/receipt-number';
import { fromMillis, instant, toMillis } from '../../src/procedure/time/dates';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import { sampleNotification } from '../../src/api/examples';
import { freshRecords, type TestRecords } from '../support/records';
import { kirklees } from '../support/partnership';
import { profile } from '../profile/profiles';

const number = receiptNumberOf(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
const receivedAt = instant('2026-11-23T10:00:00.000Z');
const noon = instant('2026-11-23T12:00:00.000Z');
const tuesday = instant('2026-11-24T09:00:00.000Z');
const wednesday = instant('2026-11-25T09:00:00.000Z');

let kept: TestRecords;
let posted: Message[];
let answers: (message: Message) => Posted;

beforeAll(async () => {
  kept = await freshRecords();
}, 180_000);
afterAll(() => kept.close());
beforeEach(async () => {
  await kept.clear();
  await kept.records.people.savePeople(profile('kirklees').people);
  await kept.records.outsideNotifications.receive({ number, allottedFor: 'k', receivedAt, form: sampleNotification });
  [posted, answers] = [[], ({ messageId }) => ({ kind: 'sent', messageId })];
});

const dependencies = (): OutsideDependencies => ({
  records: kept.records,
  postmen: {
    real: {
      async post(message) {
        posted.push(message);
        return answers(message);
      },
      close: () => Promise.resolve(),
    },
  },
  from: { name: 'Reviews', address: 'reviews@example.org' },
  publicUrl: 'https://reviews.example.org',
  telephone: '01632 960017',
  partnership: () => Promise.resolve(kirklees()),
});

const look = (at: Instant) => watchOutsideActivity(dependencies())({ number, at });
const to = () => posted.map((message) => message.to.address.split('@')[0]).sort();
const office = ['bronwen.quillfeather', 'tobias.lanternby'];

async function settle(how: 'take' | 'aside'): Promise<void> {
  const settling = { by: 'P03' as PersonId, at: noon, key: 'k' };
  const { outsideNotifications } = kept.records;
  if (how === 'take') await outsideNotifications.take(number, settling);
  else await outsideNotifications.setAside(number, settling, { reason: 'not-a-notification', why: 'An invoice.' });
}

test('the Business Unit is emailed at once, the Business Manager after two working hours, the partners next morning', async () => {
  expect(await look(receivedAt)).toEqual({ kind: 'waiting', lookAgainAt: noon });
  expect(to()).toEqual(expect.arrayContaining(office));
  expect(posted).toHaveLength(4);
  posted.length = 0;
  expect(await look(noon)).toEqual({ kind: 'waiting', lookAgainAt: tuesday });
  expect(posted).toHaveLength(1);
  posted.length = 0;
  expect(await look(tuesday)).toEqual({ kind: 'waiting', lookAgainAt: wednesday });
  expect(to()).toEqual(['ambrose.nettleship', 'leocadia.farthingale', 'philippa.greystoke-hale']);
  posted.length = 0;
  await look(wednesday);
  expect(posted).toHaveLength(7);
});

test('the partners are given the number of the office, on which they ask for it to be taken', async () => {
  await look(receivedAt);
  await look(noon);
  posted.length = 0;
  await look(tuesday);
  expect(posted).toHaveLength(3);
  for (const { text } of posted)
    expect(text).toContain('What to do: ring the Business Unit on 01632 960017, and ask them to take it today.');
});

test('however often it runs, each email goes once', async () => {
  await look(receivedAt);
  await look(receivedAt);
  await look(instant('2026-11-23T10:30:00.000Z'));
  expect(posted).toHaveLength(4);
});

test('no email names anybody or says what was sent', async () => {
  for (const at of [receivedAt, noon, tuesday, wednesday]) await look(at);
  const said = JSON.stringify(posted.map(({ subject, text, html, headers }) => [subject, text, html, headers]));
  for (const secret of [
    ...sampleNotification.children.map(({ name }) => name),
    ...sampleNotification.family.map(({ name }) => name),
    sampleNotification.notifier.name,
    sampleNotification.notifyingAgency,
  ])
    expect(said).not.toContain(secret);
  expect(said).toContain(number);
});

test('the partners, who cannot open it, are given no link', async () => {
  for (const at of [receivedAt, noon, tuesday]) await look(at);
  const withLink = posted.filter(({ text }) => text.includes('https://reviews.example.org/received/'));
  expect(withLink).toHaveLength(5);
});

test.each(['take', 'aside'] as const)(
  'once somebody settles it (%s), it is over, and what waits is not sent',
  async (how) => {
    answers = () => ({ kind: 'try-again', problem: 'The relay is away.' });
    await look(receivedAt);
    await settle(how);
    answers = ({ messageId }) => ({ kind: 'sent', messageId });
    posted.length = 0;
    expect(await look(noon)).toEqual({ kind: 'over' });
    expect(posted).toEqual([]);
    const states = (await kept.records.outsideEmails.list(number)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['no-longer-true']));
  },
);

test('a mail server that is away is tried again, later each time, and delays no other email', async () => {
  answers = ({ to: { address }, messageId }) =>
    address.startsWith('tobias') ? { kind: 'try-again', problem: 'Away.' } : { kind: 'sent', messageId };
  const waits: number[] = [];
  for (let at = receivedAt, n = 0; n < 3; n += 1) {
    const standing = await look(at);
    if (standing.kind !== 'waiting') throw new Error('It is over.');
    waits.push(toMillis(standing.lookAgainAt) - toMillis(at));
    at = standing.lookAgainAt;
  }
  expect(waits).toEqual([30_000, 60_000, 120_000]);
  answers = ({ messageId }) => ({ kind: 'sent', messageId });
  await look(fromMillis(toMillis(receivedAt) + 600_000));
  expect(to().filter((one) => one === 'tobias.lanternby')).toHaveLength(4);
  expect(to().filter((one) => one === 'bronwen.quillfeather')).toHaveLength(1);
});

test('an address that is refused is not tried again, and stands beside the notification', async () => {
  answers = () => ({ kind: 'refused', answer: 'No such user.' });
  await look(receivedAt);
  await look(instant('2026-11-23T10:30:00.000Z'));
  expect(posted).toHaveLength(4);
  expect((await kept.records.outsideEmails.list(number)).map(({ state }) => state)).toEqual(Array(4).fill('refused'));
});

describe('The sender', () => {
  async function confirm(): Promise<void> {
    const { outsideAddresses } = kept.records;
    const code = { address: 'sender@example.org', hash: 'h', toHash: 't', at: receivedAt };
    await outsideAddresses.newCode(number, code);
    await outsideAddresses.confirm(number, receivedAt);
  }

  test('is told that it was received once the address is confirmed, and not before', async () => {
    await kept.records.outsideAddresses.newCode(number, {
      address: 'sender@example.org',
      hash: 'h',
      toHash: 't',
      at: receivedAt,
    });
    await look(receivedAt);
    expect(to()).not.toContain('sender');
    await confirm();
    await look(receivedAt);
    await look(receivedAt);
    expect(to().filter((one) => one === 'sender')).toHaveLength(1);
    expect(posted.at(-1)).toMatchObject({ subject: `${number}: your notification was received`, to: { name: '' } });
  });

  test('is told where the notification was taken before the address was confirmed', async () => {
    await settle('take');
    await confirm();
    expect(await look(noon)).toEqual({ kind: 'over' });
    expect(to()).toEqual(['sender']);
  });
});

test('a notification that is not kept is over', async () => {
  const other = receiptNumberOf(Uint8Array.from([8, 7, 6, 5, 4, 3, 2, 1]));
  expect(await watchOutsideActivity(dependencies())({ number: other, at: noon })).toEqual({ kind: 'over' });
});

import { askForCode, typeCode, type CodeToSend } from '../../../src/casework/outside/confirming';
import { keepReceived } from '../../../src/jobs/received-notifications';
import type { ReceiptNumber } from '../../../src/procedure/outside-notification/receipt-number';
import { instant } from '../../../src/procedure/time/dates';
import { TestOffice } from '../office';
import { receivedBy } from './office-with-received';

let office: TestOffice;
let sent: CodeToSend[];
let number: ReceiptNumber;
let arrives: boolean;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.reset();
  [sent, arrives] = [[], true];
  number = await receivedBy(office);
});

const secret = 'the return code';
const ask = (typed = 'sender@example.org', of = number) =>
  askForCode(office, {
    ...{ number: of, secret, typed },
    send: async (code) => {
      sent.push(code);
      return arrives;
    },
  });
const type = (typed: string, more: { readonly secret?: string } = {}) =>
  typeCode(office, { number, secret, typed, ...more });
const lastCode = (): string => sent.at(-1)?.code ?? '';
const anotherCode = (): string => (lastCode() === '000000' ? '000001' : '000000');
const kept = () => office.records.outsideNotifications.get(number);

test('a code goes to the address that was typed, and the right code confirms it', async () => {
  expect(await ask(' sender@example.org ')).toEqual({ kind: 'sent' });
  expect(sent).toMatchObject([
    { number, address: 'sender@example.org', code: expect.stringMatching(/^\d{6}$/) as string },
  ]);
  expect((await kept())?.addressConfirmedAt).toBeUndefined();
  expect(await type(lastCode())).toBe('confirmed');
  expect(await kept()).toMatchObject({ address: 'sender@example.org', addressConfirmedAt: office.wall });
  expect(office.cases.outsideAsked.at(-1)).toBe(`changed ${number}`);
  expect((await office.records.outsideNotifications.log(number)).map(({ what }) => what)).toEqual([
    'received',
    'code-sent',
    'address-confirmed',
  ]);
});

test('a wrong code has five tries, and the right one is of no use after them', async () => {
  await ask();
  for (let n = 0; n < 5; n += 1) expect(await type(anotherCode())).toBe('wrong');
  expect(await type(lastCode())).toBe('over');
  expect((await kept())?.addressConfirmedAt).toBeUndefined();
});

test('what is no code costs no try', async () => {
  await ask();
  for (let n = 0; n < 9; n += 1) expect(await type('12345')).toBe('not-digits');
  expect(await type(lastCode())).toBe('confirmed');
});

test('tries at one moment are all counted', async () => {
  await ask();
  const typed = await Promise.all(Array.from({ length: 8 }, () => type(anotherCode())));
  expect(typed.filter((one) => one === 'wrong')).toHaveLength(5);
});

test('a code works for fifteen minutes', async () => {
  await ask();
  office.wall = instant('2026-11-23T10:15:00.000Z');
  expect(await type(lastCode())).toBe('over');
  await ask();
  office.wall = instant('2026-11-23T10:29:59.000Z');
  expect(await type(lastCode())).toBe('confirmed');
});

test('the code is of no use without the secret of the sender’s browser', async () => {
  await ask();
  expect(await type(lastCode(), { secret: 'another' })).toBe('wrong');
});

test('a new code takes the place of the one before', async () => {
  await ask();
  const first = lastCode();
  await ask('other@example.org');
  if (first !== lastCode()) expect(await type(first)).toBe('wrong');
  expect(await type(lastCode())).toBe('confirmed');
  expect((await kept())?.address).toBe('other@example.org');
});

test('a confirmed address is not exchanged for another', async () => {
  await ask();
  await type(lastCode());
  expect(await ask('other@example.org')).toEqual({ kind: 'confirmed-before' });
  expect((await kept())?.address).toBe('sender@example.org');
});

test('codes are not sent without end, for one notification or to one address', async () => {
  for (let n = 0; n < 5; n += 1) await ask(`sender${n}@example.org`);
  expect(await ask('sender9@example.org')).toMatchObject({ kind: 'not-sent' });
  expect(sent).toHaveLength(5);
  for (let n = 0; n < 5; n += 1)
    await ask('same@example.org', await receivedBy(office, {}, { key: `form ${n}`, from: `${n}` }));
  const another = await receivedBy(office, {}, { key: 'form another', from: 'another' });
  expect(await ask('SAME@example.org', another)).toMatchObject({ kind: 'not-sent' });
});

test.each(['', 'nobody', 'a@b', 'two@example.org, three@example.org', 'x@example.org\nBcc: y@example.org'])(
  'nothing is sent to "%s"',
  async (typed) => {
    expect(await ask(typed)).toMatchObject({ kind: 'not-sent' });
    expect(sent).toEqual([]);
  },
);

test('where the mail server does not take it, the sender is told', async () => {
  arrives = false;
  expect(await ask()).toMatchObject({
    kind: 'not-sent',
    sentence: expect.stringMatching(/could not be sent/) as string,
  });
});

test('where Temporal is away at the confirmation, the periodic look tells the workflow', async () => {
  await ask();
  office.cases.unavailable = 'away';
  expect(await type(lastCode())).toBe('confirmed');
  office.cases.unavailable = undefined;
  office.wall = instant('2026-11-23T10:05:00.000Z');
  await keepReceived(office, 3_600_000)();
  expect(office.cases.outsideAsked.at(-1)).toBe(`changed ${number}`);
});

import { sampleNotification } from '../../../src/api/examples';
import { isReceiptNumber } from '../../../src/procedure/outside-notification/receipt-number';
import { instant } from '../../../src/procedure/time/dates';
import { TestOffice } from '../office';
import { receivedBy, sentFromOutside } from './office-with-received';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

test('a form of somebody who is not signed in is kept, opens no case, and has its workflow begun', async () => {
  const number = await receivedBy(office);
  expect(isReceiptNumber(number)).toBe(true);
  expect(office.cases.files.size).toBe(0);
  expect(office.cases.outsideAsked).toEqual([`begin ${number}`]);
  const kept = await office.records.outsideNotifications.get(number);
  expect(kept).toMatchObject({
    state: 'waiting',
    receivedAt: office.wall,
    form: { children: sampleNotification.children },
  });
  expect(await office.records.outsideNotifications.log(number)).toEqual([{ what: 'received', at: office.wall }]);
});

test('what the workflow is given says nothing but the number', async () => {
  const number = await receivedBy(office);
  expect(JSON.stringify(office.cases.handed)).toBe(JSON.stringify([`begin ${number}`]));
});

test('pressed twice, and at one moment, it is one notification', async () => {
  const numbers = await Promise.all([receivedBy(office), receivedBy(office), receivedBy(office)]);
  expect(new Set([...numbers, await receivedBy(office)]).size).toBe(1);
  expect(await office.records.outsideNotifications.waiting()).toBe(1);
});

test('while Temporal is away it is kept all the same', async () => {
  office.cases.unavailable = 'away';
  const number = await receivedBy(office);
  expect(await office.records.outsideNotifications.toWatch()).toEqual([number]);
  expect(office.warned).toEqual([{ number, reason: 'away' }]);
});

test('a form with mistakes is refused, and nothing is kept', async () => {
  expect(await sentFromOutside(office, { criteria: [] })).toMatchObject({ kind: 'refused' });
  expect(await office.records.outsideNotifications.waiting()).toBe(0);
});

test('nobody who is not signed in begins a practice case, or says that the form came on another day', async () => {
  const number = await receivedBy(office, { practice: true, receivedOn: '2026-11-20' });
  const kept = await office.records.outsideNotifications.get(number);
  expect(kept?.form).not.toHaveProperty('practice');
  expect(kept?.form).not.toHaveProperty('receivedOn');
});

describe('More than the settings allow are refused', () => {
  const sendMany = async (count: number, from: (n: number) => string): Promise<void> => {
    for (let n = 0; n < count; n += 1) await receivedBy(office, {}, { key: `form ${n}`, from: from(n) });
  };

  test('from one address in an hour; another address, the same form and the next hour are not', async () => {
    await sendMany(10, () => '192.0.2.7');
    expect(await sentFromOutside(office, {}, { key: 'form new' })).toMatchObject({
      kind: 'too-many',
      sentence: expect.stringContaining('01632 960017') as string,
    });
    expect(await sentFromOutside(office, {}, { key: 'form 3' })).toMatchObject({ kind: 'received' });
    expect(await sentFromOutside(office, {}, { key: 'form new', from: '192.0.2.8' })).toMatchObject({
      kind: 'received',
    });
    office.wall = instant('2026-11-23T11:00:01.000Z');
    expect(await sentFromOutside(office, {}, { key: 'form newer' })).toMatchObject({ kind: 'received' });
  });

  test('from all addresses together', async () => {
    office.profile = { ...office.profile, outside: { ...office.profile.outside, inAllAnHour: 3 } };
    await sendMany(3, (n) => `192.0.2.${n}`);
    expect(await sentFromOutside(office, {}, { key: 'form new', from: '198.51.100.1' })).toMatchObject({
      kind: 'too-many',
    });
  });
});

test('where it came from is forgotten after a day, and nothing else of it', async () => {
  const number = await receivedBy(office);
  const digest = async () =>
    (await office.records.outsideNotifications.receivedSince(instant('2026-11-23T09:00:00.000Z'), 'x')).inAll;
  await office.records.outsideNotifications.forgetSenders(instant('2026-11-23T10:00:00.001Z'));
  expect(await digest()).toBe(1);
  expect((await office.records.outsideNotifications.get(number))?.form).toBeDefined();
  expect(await sentFromOutside(office, {}, { key: 'form another' })).toMatchObject({ kind: 'received' });
});

import { sampleNotification } from '../../../src/api/examples';
import { casePage, recordPart } from '../../../src/casework/reading';
import { readReceived, viewOfReceived } from '../../../src/casework/outside/reading';
import { setNotificationAside } from '../../../src/casework/outside/setting-aside';
import { openTaken, takeNotification } from '../../../src/casework/outside/taking';
import { keepReceived } from '../../../src/jobs/received-notifications';
import type { ReceiptNumber } from '../../../src/procedure/outside-notification/receipt-number';
import { instant } from '../../../src/procedure/time/dates';
import { CasesUnavailable } from '../../../src/temporal/cases';
import { TestOffice } from '../office';
import { receivedBy } from './office-with-received';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.reset());

const take = (number: ReceiptNumber, person = 'P03', key = 'k') =>
  takeNotification(office, { number, by: office.person(person), key });
const aside = (number: ReceiptNumber, form: object, person = 'P03', key = 'k') =>
  setNotificationAside(office, { number, by: office.person(person), key, form });
const notOne = { reason: 'not-a-notification', why: 'It is an invoice.' };

async function opened(number: ReceiptNumber) {
  const taken = await take(number);
  if (taken.kind !== 'opened') throw new Error(JSON.stringify(taken));
  return taken.onRecord.file;
}

test('the case opens when it is taken, and Day 1 is the day of receipt', async () => {
  office.wall = instant('2026-11-27T16:40:00.000Z');
  const number = await receivedBy(office);
  office.wall = instant('2026-12-01T10:00:00.000Z');
  const file = await opened(number);
  expect(file).toMatchObject({
    openedAt: office.wall,
    openedBy: { person: 'P03', role: 'administrator' },
    countsFrom: '2026-11-27',
    notification: { receivedOn: '2026-11-27', receivedAt: '2026-11-27T16:40:00.000Z', receiptNumber: number },
  });
  const page = await casePage(office, { file, practiceOffsetMs: 0 }, office.person('P03'));
  expect(page).toMatchObject({ dayOne: '2026-11-27' });
});

describe('answers that hardly go together, and that the sender was not asked about', () => {
  const doubtful = { setting: 'foster-home' };
  const kept = async (): Promise<ReceiptNumber> => {
    const number = 'REC-7KQ4-M2TX' as ReceiptNumber;
    const form = { ...sampleNotification, ...doubtful };
    await office.records.outsideNotifications.receive({ number, allottedFor: 'a', receivedAt: office.wall, form });
    return number;
  };
  const codes = ['foster-home-not-looked-after'] as const;

  test('are asked about before it is taken, and nothing is begun', async () => {
    const number = await kept();
    expect(await take(number)).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'to-be-confirmed',
        sentence: expect.stringContaining('"foster-home-not-looked-after" in "confirmed"') as string,
        fields: [{ field: 'setting' }],
      },
    });
    expect((await office.records.outsideNotifications.get(number))?.state).toBe('waiting');
    expect(office.cases.files.size).toBe(0);
  });

  test('once the office confirms them the case opens and says who confirmed, though Temporal was away', async () => {
    const number = await kept();
    office.cases.unavailable = 'away';
    const by = office.person('P03');
    const taking = takeNotification(office, { number, by, key: 'k', confirmed: codes });
    await expect(taking).rejects.toThrow(CasesUnavailable);
    office.cases.unavailable = undefined;
    office.wall = instant('2026-11-23T12:00:00.000Z');
    await keepReceived(office, 3_600_000)();
    const { reference } = (await office.records.outsideNotifications.get(number)) ?? {};
    const file = reference && (await office.records.cases.get(reference))?.file;
    expect(file?.notification.confirmed).toEqual([{ doubt: 'foster-home-not-looked-after', by: 'office' }]);
  });

  test('that the sender confirmed are not asked about again', async () => {
    const number = await receivedBy(office, { ...doubtful, confirmed: codes });
    expect((await opened(number)).notification.confirmed).toEqual([
      { doubt: 'foster-home-not-looked-after', by: 'notifier' },
    ]);
  });
});

test('the record says who took it and when it was received, and the form is the case’s alone from then on', async () => {
  const number = await receivedBy(office);
  office.wall = instant('2026-11-23T11:00:00.000Z');
  const file = await opened(number);
  const { events } = await recordPart(office, file, { reader: office.person('P03') });
  expect(events).toMatchObject([
    { kind: 'case-opened', by: 'P03', details: { receiptNumber: number, receivedAt: '2026-11-23T10:00:00.000Z' } },
  ]);
  const kept = await office.records.outsideNotifications.get(number);
  expect(kept).toMatchObject({ state: 'taken', reference: file.reference, settled: { by: 'P03' } });
  expect(kept).not.toHaveProperty('form');
  expect((await office.records.outsideNotifications.log(number)).map(({ what, by }) => [what, by])).toEqual([
    ['received', undefined],
    ['taken', 'P03'],
    ['case-opened', undefined],
  ]);
  expect(office.cases.outsideAsked).toEqual([`begin ${number}`, `changed ${number}`]);
});

test('the case looks like another as one does that is notified directly, and the page of the notification says so', async () => {
  const first = await office.opened();
  const number = await receivedBy(office);
  const kept = await office.records.outsideNotifications.get(number);
  if (kept === undefined) throw new Error('It is not kept.');
  expect((await viewOfReceived(office, kept, office.person('P03'))).looksLike).toEqual([first]);
  expect((await opened(number)).notification.looksLike).toEqual([first]);
});

test('of two who press at once one takes it, and the other is told who was first', async () => {
  const number = await receivedBy(office);
  const both = await Promise.all([take(number, 'P03', 'a'), take(number, 'P04', 'b')]);
  expect(both.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
  expect(office.cases.files.size).toBe(1);
  const refused = both.find(({ kind }) => kind === 'refused');
  expect(refused).toMatchObject({ refusal: { code: 'already-decided', first: { at: office.wall } } });
});

test('one who takes it and one who sets it aside at once do not both', async () => {
  const number = await receivedBy(office);
  const [taken, setAside] = await Promise.all([take(number, 'P03', 'a'), aside(number, notOne, 'P04', 'b')]);
  expect([taken.kind === 'opened', setAside.kind === 'set-aside'].filter(Boolean)).toHaveLength(1);
  expect(office.cases.files.size).toBe(taken.kind === 'opened' ? 1 : 0);
});

test('the same press twice is one case', async () => {
  const number = await receivedBy(office);
  const [one, other] = [await opened(number), await opened(number)];
  expect(other.reference).toBe(one.reference);
  expect(office.cases.files.size).toBe(1);
});

describe('Where the process dies between taking it and the case', () => {
  async function takenOnly(): Promise<ReceiptNumber> {
    const number = await receivedBy(office);
    office.cases.unavailable = 'away';
    await expect(take(number)).rejects.toThrow(CasesUnavailable);
    office.cases.unavailable = undefined;
    expect(office.cases.files.size).toBe(0);
    return number;
  }

  test('the same press goes on', async () => {
    const number = await takenOnly();
    expect((await opened(number)).openedBy.person).toBe('P03');
  });

  test('the periodic look opens it in the name of whoever took it', async () => {
    const number = await takenOnly();
    office.wall = instant('2026-11-23T10:01:00.000Z');
    const stop = keepReceived(office, 3_600_000);
    await stop();
    expect([...office.cases.files.values()]).toMatchObject([{ openedBy: { person: 'P03' } }]);
    expect(await office.records.outsideNotifications.get(number)).toMatchObject({
      state: 'taken',
      reference: 'SIN-2026-0001',
    });
  });

  test('a case that had begun already is found, and not opened twice', async () => {
    const number = await receivedBy(office);
    office.cases.recordsLate = true;
    expect(await take(number)).toMatchObject({ kind: 'opened', recorded: false });
    office.cases.recordsLate = false;
    const kept = await office.records.outsideNotifications.get(number);
    if (kept === undefined) throw new Error('It is not kept.');
    expect(kept.form).toBeDefined();
    await openTaken(office, kept);
    expect(office.cases.files.size).toBe(1);
  });
});

describe('Setting it aside', () => {
  test('opens no case, says why, and tells the workflow', async () => {
    const number = await receivedBy(office);
    expect(await aside(number, notOne)).toMatchObject({
      kind: 'set-aside',
      notification: { state: 'set-aside', settled: { by: 'P03' }, aside: notOne },
    });
    expect(office.cases.files.size).toBe(0);
    expect(office.cases.outsideAsked.at(-1)).toBe(`changed ${number}`);
    expect(await take(number, 'P04')).toMatchObject({ kind: 'refused', refusal: { code: 'already-decided' } });
  });

  test('as sent twice names the case, which there has to be', async () => {
    const reference = await office.opened();
    const number = await receivedBy(office);
    const twice = { reason: 'sent-twice', why: 'The ward sent it again.' };
    for (const form of [twice, { ...twice, reference: 'SIN-2026-0099' }, { ...notOne, reference }])
      expect(await aside(number, form)).toMatchObject({ refusal: { fields: [{ field: 'reference' }] } });
    expect(await aside(number, { ...twice, reference })).toMatchObject({ notification: { reference } });
  });

  test('twice by one person is one act, and the second person is told who was first', async () => {
    const number = await receivedBy(office);
    await aside(number, notOne);
    expect(await aside(number, notOne)).toMatchObject({ kind: 'set-aside' });
    expect(await aside(number, notOne, 'P04')).toMatchObject({
      refusal: { code: 'already-decided', first: { by: 'P03' } },
    });
  });

  test('its content is removed after the time of the settings, and that it was there stays', async () => {
    const number = await receivedBy(office);
    await aside(number, notOne);
    const { outsideNotifications } = office.records;
    expect(await outsideNotifications.forgetSetAside(office.wall, office.wall)).toBe(0);
    const later = instant('2026-11-23T10:00:00.001Z');
    expect(await outsideNotifications.forgetSetAside(later, later)).toBe(1);
    const kept = await outsideNotifications.get(number);
    expect(kept).not.toHaveProperty('form');
    expect(kept).toMatchObject({ state: 'set-aside', aside: { reason: 'not-a-notification' }, settled: { by: 'P03' } });
    expect((await outsideNotifications.log(number)).at(-1)).toMatchObject({ what: 'content-removed' });
  });
});

test('the list has those that wait first, and tells a program no names', async () => {
  const [waiting, setAside] = [await receivedBy(office), await receivedBy(office, {}, { key: 'form 2' })];
  await aside(setAside, notOne);
  const lists = await readReceived(office, office.person('P03'));
  expect(lists.waiting).toMatchObject([
    { number: waiting, addressConfirmed: false, from: { agency: expect.any(String) as string } },
  ]);
  expect(lists.setAside).toMatchObject([{ number: setAside, state: 'set-aside' }]);
  expect((await readReceived(office, 'installation')).waiting).toMatchObject([{ number: waiting, from: null }]);
});

test('a workflow is begun for what waits, at the start anew', async () => {
  const number = await receivedBy(office);
  await keepReceived(office, 3_600_000)();
  expect(office.cases.outsideAsked).toEqual([`begin ${number}`, `begin anew ${number}`]);
});

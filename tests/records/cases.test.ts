import { fromMillis, instant, isoDate, toMillis } from '../../src/procedure/time/dates';
import type { CaseReference } from '../../src/procedure/time/time';
import type { Light } from '../../src/records/case-list';
import type { CaseFilter } from '../../src/records/cases';
import type { CaseSummary } from '../../src/records/case-summary';
import { InvalidCursor } from '../../src/records/cursor';
import { carriedPrint } from '../../src/records/carried';
import { kirklees } from '../support/partnership';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import {
  aRecording,
  aSummary,
  at,
  listedSummary,
  manager,
  reference,
  someMilestones,
  today,
  wordsId,
} from './builders';

describe('the list of cases', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const open = (ref: CaseReference, more: Partial<CaseSummary> = {}) =>
    test.records.record(aRecording(ref, 1), aSummary(ref, more));
  const found = async (filter: Omit<CaseFilter, 'limit'>): Promise<readonly string[]> =>
    (await test.records.cases.list({ limit: 50, ...filter })).cases.map(({ summary }) => summary.reference);
  const minutes = (n: number) => fromMillis(toMillis(at) + n * 60_000);

  it('pages newest first, each case once, whatever is opened or changed between the pages', async () => {
    for (let n = 1; n <= 7; n += 1) await open(reference(n), { openedAt: minutes(Math.floor(n / 2)) });

    const first = await test.records.cases.list({ limit: 3 });
    await open(reference(8), { openedAt: minutes(60) });
    await test.records.record(
      aRecording(reference(2), 2),
      aSummary(reference(2), { openedAt: minutes(1), stage: 'closed' }),
    );
    const second = await test.records.cases.list({ limit: 3, ...(first.next && { cursor: first.next }) });
    const third = await test.records.cases.list({ limit: 3, ...(second.next && { cursor: second.next }) });

    const pages = [first, second, third].map(({ cases }) => cases.map(({ summary }) => summary.reference));
    expect(pages).toEqual([
      [reference(7), reference(6), reference(5)],
      [reference(4), reference(3), reference(2)],
      [reference(1)],
    ]);
    expect(first.next).toMatch(/^[\w-]+$/);
    expect(third.next).toBeUndefined();
  });

  it('refuses a cursor that it did not give out', async () => {
    const invented = ['nonsense', '', Buffer.from('["2026","x"]').toString('base64url')];
    for (const cursor of invented) {
      await expect(test.records.cases.list({ limit: 3, cursor })).rejects.toBeInstanceOf(InvalidCursor);
    }
  });

  it('finds cases by stage, review type, practice and next date', async () => {
    await open(reference(1), { stage: 'rapid-review', nextDue: isoDate('2026-12-01') });
    await open(reference(2), { reviewType: 'lcspr', nextDue: isoDate('2026-12-02') });
    await open(reference(3), { practice: true, nextDue: undefined, nextDueAt: undefined, closedOn: today });

    expect(await found({ stage: 'rapid-review' })).toEqual([reference(1)]);
    expect(await found({ reviewType: 'lcspr' })).toEqual([reference(2)]);
    expect(await found({ practice: true })).toEqual([reference(3)]);
    expect(await found({ practice: false })).toEqual([reference(2), reference(1)]);
    expect(await found({ dueBefore: isoDate('2026-12-02') })).toEqual([reference(1)]);
    expect(await found({ stage: 'rapid-review', reviewType: 'lcspr' })).toEqual([]);
    expect(await test.records.cases.openReferences()).toEqual([reference(1), reference(2)]);
  });

  it('asks a practice case whether it is overdue by its own clock, which never goes back', async () => {
    await open(reference(1), { nextDueAt: minutes(30) });
    await open(reference(2), { nextDueAt: minutes(30), practice: true });
    expect(await found({ overdueAsOf: minutes(0) })).toEqual([]);
    expect(await found({ overdueAsOf: minutes(30) })).toEqual([]);
    expect(await found({ overdueAsOf: minutes(31) })).toEqual([reference(2), reference(1)]);

    expect(await test.records.cases.setPracticeOffset(reference(2), 31 * 60_000)).toBe(true);
    expect(await test.records.cases.setPracticeOffset(reference(2), 1)).toBe(true);
    expect(await found({ overdueAsOf: minutes(0) })).toEqual([reference(2)]);
    expect((await test.records.cases.get(reference(2)))?.practiceOffsetMs).toBe(31 * 60_000);
    expect(await test.records.cases.setPracticeOffset(reference(1), 5)).toBe(false);
  });

  it('keeps the practice clock when the case is recorded again', async () => {
    await open(reference(1), { practice: true });
    await test.records.cases.setPracticeOffset(reference(1), 1000);
    await open(reference(1), { practice: true });
    expect((await test.records.cases.get(reference(1)))?.practiceOffsetMs).toBe(1000);
  });

  it('finds cases by reference, agency, name, and the words that people wrote, without case or accents', async () => {
    await open(reference(1));
    await open(reference(2), { agencies: ['Crèche & Co'] });
    await test.records.content.saveContent({
      reference: reference(1),
      content: {
        children: [{ ref: 'C1', name: 'Zoë Anne-Marie O’Brien', dateOfBirth: isoDate('2020-02-29') }],
        family: [{ ref: 'F1', name: 'Łukasz Nowak', relation: 'father' }],
        notifier: { name: 'Pat Example' },
      },
      receivedOn: today,
      practice: false,
    });
    await test.records.words.keepWords(reference(2), [{ id: wordsId('W1'), text: 'Moved to a refuge, 100% safe.' }]);

    for (const text of ['sin-2026-0001', '0001', 'ZOE obrien', 'annemarie', 'anne-marie', 'lukasz', 'locala zoë']) {
      expect([text, await found({ text })]).toEqual([text, [reference(1)]]);
    }
    for (const text of ['creche', 'refuge moved', 'REFUG', '100%', '2026-0002']) {
      expect([text, await found({ text })]).toEqual([text, [reference(2)]]);
    }
    for (const text of ['%', "'", '\\', '_', 'refuge zoe', "qq') | jj:*", '1970']) {
      expect([text, await found({ text })]).toEqual([text, []]);
    }
  });

  it('says of each case in the list what comes of its report, and keeps the words of the link apart', async () => {
    const publication = { what: 'full', on: isoDate('2026-11-20'), link: wordsId('W1') } as const;
    await open(reference(1), { milestones: someMilestones({ publication }) });
    await open(reference(2));
    await test.records.words.keepWords(reference(1), [{ id: wordsId('W1'), text: 'https://example.org/7' }]);
    await test.records.words.keepWords(reference(2), [{ id: wordsId('W1'), text: 'Of another case' }]);
    const { cases } = await test.records.cases.list({ limit: 5, order: 'reference' });
    expect(cases.map(({ summary }) => summary.publication)).toEqual([publication, undefined]);
    const asked = [1, 3].map((n) => ({ reference: reference(n), id: wordsId('W1') }));
    expect([...(await test.records.words.wordsAcross(asked))]).toEqual([[reference(1), 'https://example.org/7']]);
  });

  it('lists by the day of receipt, the last first, whatever day the cases were opened', async () => {
    await open(reference(1), { receivedOn: isoDate('2026-11-20'), openedAt: minutes(9) });
    await open(reference(2), { receivedOn: isoDate('2026-11-23'), openedAt: minutes(1) });
    await open(reference(3), { receivedOn: isoDate('2026-11-20'), openedAt: minutes(5) });
    const first = await test.records.cases.list({ limit: 2, order: 'received' });
    const rest = await test.records.cases.list({ limit: 2, order: 'received', cursor: first.next ?? '' });
    const references = [...first.cases, ...rest.cases].map(({ summary }) => summary.reference);
    expect(references).toEqual([reference(2), reference(3), reference(1)]);
    expect(await found({ order: 'received', direction: 'asc' })).toEqual([...references].reverse());
  });

  it('tells red, amber, green and closed apart, each case by its own clock', async () => {
    const due = (day: string) => ({ nextDue: isoDate(day), nextDueAt: instant(`${day}T17:00:00.000Z`) });
    await open(reference(1), due('2026-11-20'));
    await open(reference(2), due('2026-11-25'));
    await open(reference(3), due('2026-12-25'));
    await open(reference(4), { nextDue: undefined, nextDueAt: undefined });
    await open(reference(5), { ...due('2026-11-20'), closedOn: today });
    await open(reference(6), { ...due('2026-12-25'), practice: true });
    await test.records.cases.setPracticeOffset(reference(6), 31 * 86_400_000);
    expect(await test.records.cases.practiceOffsets({ kind: 'all', except: manager })).toEqual([31 * 86_400_000]);
    const soon = [
      { aheadMs: 0, until: isoDate('2026-11-26') },
      { aheadMs: 31 * 86_400_000, until: isoDate('2026-12-29') },
    ];
    const standing = async (is: Light) =>
      (await found({ order: 'reference', light: { is, asOf: at, soon } })).map((one) => Number(one.slice(-1)));
    expect(await standing('red')).toEqual([1]);
    expect(await standing('amber')).toEqual([2, 6]);
    expect(await standing('green')).toEqual([3, 4]);
    expect(await standing('none')).toEqual([5]);
  });

  it('finds the open cases that carry another calendar, other meetings or other people, and opens no file for it', async () => {
    const partnership = kirklees();
    const { calendar, meetings } = partnership;
    const others = [
      { ...partnership, calendar: { ...calendar, closures: { ...calendar.closures, '2027-05-04': 'Training' } } },
      { ...partnership, meetings: { ...meetings, exec: [] } },
      { ...partnership, everybody: [manager] },
    ];
    await open(reference(1), { carried: carriedPrint(partnership) });
    for (const [n, other] of others.entries()) await open(reference(n + 2), { carried: carriedPrint(other) });
    await open(reference(9), { carried: carriedPrint({ ...partnership, everybody: [] }), closedOn: today });
    const differing = () => test.records.cases.differingFrom(partnership);
    expect(await differing()).toEqual([reference(2), reference(3), reference(4)]);
  });

  it('gives calendar dates and moments back as they were given, in any time zone of the machine', async () => {
    const summary = aSummary(reference(1), {
      nextDue: isoDate('2027-03-28'),
      nextDueAt: instant('2027-03-28T16:00:00.001Z'),
      receivedOn: isoDate('2026-10-25'),
      closedOn: isoDate('2028-02-29'),
    });
    await test.records.record(aRecording(reference(1), 1), summary);
    expect((await test.records.cases.list({ limit: 1 })).cases[0]?.summary).toEqual(listedSummary(summary));
  });
});

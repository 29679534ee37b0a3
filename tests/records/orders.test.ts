import { fromMillis, isoDate, toMillis } from '../../src/procedure/time/dates';
import type { Visibility } from '../../src/procedure/permissions';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { caseOrders } from '../../src/records/case-list';
import type { CaseConditions, CaseFilter } from '../../src/records/cases';
import type { CaseSummary } from '../../src/records/case-summary';
import { InvalidCursor } from '../../src/records/cursor';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aRecording, aSummary, aTurn, at, manager, reference, today } from './builders';

const author = 'P02' as PersonId;
const minutes = (n: number) => fromMillis(toMillis(at) + n * 60_000);

describe('finding cases and putting them in order', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const open = (ref: CaseReference, more: Partial<CaseSummary> = {}) =>
    test.records.record(aRecording(ref, 1), aSummary(ref, more));
  const numbers = (refs: readonly string[]) => refs.map((ref) => Number(ref.slice(-4)));
  const found = async (filter: CaseConditions): Promise<readonly number[]> => {
    const { cases } = await test.records.cases.list({ limit: 50, order: 'reference', ...filter });
    expect(await test.records.cases.count(filter)).toBe(cases.length);
    return numbers(cases.map(({ summary }) => summary.reference));
  };

  /** Everything in this order, read in pages of two; each page goes on where the one before ended. */
  async function inOrder(order: Omit<CaseFilter, 'limit'>): Promise<readonly number[]> {
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.records.cases.list({ ...order, limit: 2, ...(cursor !== undefined && { cursor }) });
      read.push(...page.cases.map(({ summary }) => summary.reference));
      cursor = page.next;
    } while (cursor !== undefined);
    return numbers(read);
  }

  it('goes by opening, receipt, deadline, reference, stage or day, up or down, each case once', async () => {
    const none = { nextDue: undefined, nextDueAt: undefined };
    await open(reference(1), {
      openedAt: minutes(1),
      stage: 'review',
      nextDueAt: minutes(9),
      dayOne: isoDate('2026-11-27'),
    });
    await open(reference(2), { openedAt: minutes(2), stage: 'closed', ...none, dayOne: isoDate('2026-10-02') });
    await open(reference(3), { openedAt: minutes(2), stage: 'deciding', nextDueAt: minutes(9), dayOne: today });
    await open(reference(4), { openedAt: minutes(0), stage: 'rapid-review', nextDueAt: minutes(3), dayOne: today });
    await open(reference(5), {
      openedAt: minutes(9),
      stage: 'closed',
      ...none,
      dayOne: isoDate('2027-01-05'),
      receivedOn: isoDate('2026-11-20'),
    });

    const inEach = await Promise.all(
      caseOrders.map(async (order) => [
        order,
        await inOrder({ order, direction: 'asc' }),
        await inOrder({ order, direction: 'desc' }),
      ]),
    );
    expect(inEach).toEqual([
      ['newest', [4, 1, 2, 3, 5], [5, 3, 2, 1, 4]],
      ['received', [5, 1, 2, 3, 4], [4, 3, 2, 1, 5]],
      ['due', [4, 1, 3, 2, 5], [3, 1, 4, 5, 2]],
      ['reference', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]],
      ['stage', [3, 4, 1, 2, 5], [5, 2, 1, 4, 3]],
      ['day', [5, 1, 4, 3, 2], [2, 3, 4, 1, 5]],
    ]);
    expect(await inOrder({})).toEqual([5, 3, 2, 1, 4]);
    expect(await inOrder({ order: 'due' })).toEqual([4, 1, 3, 2, 5]);
    expect(await inOrder({ order: 'due', stage: 'closed' })).toEqual([2, 5]);
  });

  it('refuses a cursor of another order or direction', async () => {
    for (const n of [1, 2]) await open(reference(n));
    const { next = '' } = await test.records.cases.list({ limit: 1, order: 'due' });
    for (const order of caseOrders) {
      // Downwards even for the order in which it was given out.
      const asked = test.records.cases.list({ limit: 1, order, direction: 'desc', cursor: next });
      await expect(asked).rejects.toBeInstanceOf(InvalidCursor);
    }
  });

  it('finds and counts by ending, the word of the Panel, whether it is open or proceeding, and whose turn it is', async () => {
    await open(reference(1), { ending: 'published', panel: 'agrees', turns: [aTurn('a'), aTurn('b')] });
    await open(reference(2), { ending: 'did-not-proceed', closedOn: today });
    await open(reference(3), { ending: 'withdrawn', turns: [aTurn('a', { people: [author] })] });
    await open(reference(4), { panel: 'wants-more' });

    expect(await found({ ending: 'withdrawn' })).toEqual([3]);
    expect(await found({ panel: 'wants-more' })).toEqual([4]);
    expect(await found({ open: true })).toEqual([1, 3, 4]);
    expect(await found({ open: false })).toEqual([2]);
    expect(await found({ proceeding: true })).toEqual([1, 4]);
    expect(await found({ proceeding: false })).toEqual([2, 3]);
    expect(await found({ person: manager })).toEqual([1]);
    expect(await found({ person: author, open: true, proceeding: false })).toEqual([3]);
    expect(await found({ text: 'locala' })).toEqual([1, 2, 3, 4]);
    expect(await found({ text: 'locala', panel: 'agrees' })).toEqual([1]);
    expect(await found({})).toEqual([1, 2, 3, 4]);
  });

  it('shows each their own: all cases, those in which they have a part, or none, and never one they are shut out of', async () => {
    await open(reference(1), { people: [manager, author] });
    await open(reference(2), { people: [author], shutOut: [manager] });
    await open(reference(3), { people: [manager, author], shutOut: [author] });
    await open(reference(4), { people: [] });
    const seenBy = (visibleTo: Visibility) => found({ visibleTo });

    expect(await seenBy({ kind: 'all', except: manager })).toEqual([1, 3, 4]);
    expect(await seenBy({ kind: 'all', except: author })).toEqual([1, 2, 4]);
    expect(await seenBy({ kind: 'part', person: manager, from: 'part' })).toEqual([1, 3]);
    expect(await seenBy({ kind: 'part', person: author, from: 'part' })).toEqual([1, 2]);
    expect(await seenBy({ kind: 'none' })).toEqual([]);
  });
});

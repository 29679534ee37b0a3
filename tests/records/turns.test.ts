import { fromMillis, isoDate, toMillis } from '../../src/procedure/time/dates';
import type { Visibility } from '../../src/procedure/permissions';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import type { CaseSummary } from '../../src/records/case-summary';
import { InvalidCursor } from '../../src/records/cursor';
import type { TurnsPage, TurnsQuestion } from '../../src/records/turns';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aRecording, aSummary, aTurn, at, manager, reference } from './builders';

const author = 'P02' as PersonId;
const chair = 'P03' as PersonId;
const all: Visibility = { kind: 'all', except: manager };
const partOf = (person: PersonId): Visibility => ({ kind: 'part', person, from: 'part' });
const minutes = (n: number) => fromMillis(toMillis(at) + n * 60_000);
const due = (n: number) => ({ dueAt: minutes(n) });

describe('whose turn it is, across cases', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const record = (ref: CaseReference, more: Partial<CaseSummary> = {}, seq = 1) =>
    test.records.record(aRecording(ref, seq), aSummary(ref, more));
  const idsOf = ({ turns }: TurnsPage) => turns.map(({ turn, reference: of }) => `${of.slice(-1)} ${turn.id}`);
  const ask = (more: Partial<TurnsQuestion> = {}): TurnsQuestion => ({
    visibleTo: all,
    people: [manager],
    limit: 50,
    ...more,
  });
  const theirs = async (more: Partial<TurnsQuestion> = {}) => idsOf(await test.records.turns.list(ask(more)));
  const others = async (more: Partial<TurnsQuestion> = {}) => idsOf(await test.records.turns.others(ask(more)));

  it('is listed with its case, the soonest due first, and apart from that of others', async () => {
    const turn = aTurn('outcome', due(20));
    await record(reference(1), { turns: [turn, aTurn('information', { ...due(5), people: [author, manager] })] });
    const { step: _step, ...action } = aTurn('action:A1', { ...due(10), people: [chair], due: isoDate('2027-03-28') });
    await record(reference(2), { turns: [action], practice: true, stage: 'actions' });
    await test.records.cases.setPracticeOffset(reference(2), 1000);

    expect(await theirs()).toEqual(['1 information', '1 outcome']);
    expect(await theirs({ people: [author, chair] })).toEqual(['1 information', '2 action:A1']);
    expect(await theirs({ people: [] })).toEqual([]);
    expect(await others()).toEqual(['2 action:A1']);
    expect(await others({ practice: false })).toEqual([]);
    const page = await test.records.turns.list(ask({ people: [chair, manager] }));
    expect(page.turns.slice(1)).toEqual([
      { turn: action, reference: reference(2), stage: 'actions', practice: true, practiceOffsetMs: 1000 },
      { turn, reference: reference(1), stage: 'notification', practice: false, practiceOffsetMs: 0 },
    ]);
    expect((await test.records.cases.get(reference(1)))?.nextTurn?.id).toBe('information');
  });

  it('is that of the newest file: nobody has a turn any more that was taken', async () => {
    await record(reference(1), { turns: [aTurn('outcome'), aTurn('front-door', due(1))] }, 5);
    await record(reference(1), { turns: [aTurn('submission'), aTurn('outcome', { people: [author] })] }, 6);
    await record(reference(1), { turns: [aTurn('front-door')] }, 5);
    expect(await theirs({ people: [manager, author] })).toEqual(['1 outcome', '1 submission']);
    expect(await theirs({ people: [author] })).toEqual(['1 outcome']);

    await record(reference(1), { turns: [], closedOn: isoDate('2026-11-24') }, 7);
    expect(await theirs({ people: [manager, author] })).toEqual([]);
    expect((await test.records.cases.get(reference(1)))?.nextTurn).toBeUndefined();
  });

  it('is that of the newest file however many recordings of a case come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const seqs = Array.from({ length: 8 }, (_none, i) => round * 8 + i + 1);
      await Promise.all(seqs.map((seq) => record(reference(1), { turns: [aTurn(`turn-${seq}`)] }, seq)));
      expect(await theirs()).toEqual([`1 turn-${round * 8 + 8}`]);
    }
  });

  it('is shown to those who may see the case, whoever they ask about', async () => {
    await record(reference(1), { people: [author, chair], turns: [aTurn('a', { people: [author] })] });
    await record(reference(2), { people: [author], shutOut: [chair], turns: [aTurn('b', { people: [author] })] });
    await record(reference(3), { people: [manager], shutOut: [manager], turns: [aTurn('c', { people: [author] })] });
    const seenBy = (visibleTo: Visibility) => theirs({ visibleTo, people: [author] });

    expect(await seenBy(all)).toEqual(['1 a', '2 b']);
    expect(await seenBy({ kind: 'all', except: chair })).toEqual(['1 a', '3 c']);
    expect(await seenBy(partOf(author))).toEqual(['1 a', '2 b']);
    expect(await seenBy(partOf(chair))).toEqual(['1 a']);
    expect(await seenBy(partOf(manager))).toEqual([]);
    expect(await seenBy({ kind: 'none' })).toEqual([]);

    await record(reference(1), { people: [author], turns: [aTurn('a', { people: [author] })] }, 2);
    expect(await seenBy(partOf(chair))).toEqual([]);
    expect(await seenBy(partOf(author))).toEqual(['1 a', '2 b']);
  });

  it('pages, each turn once', async () => {
    for (const n of [1, 2, 3]) await record(reference(n), { turns: [aTurn('a', due(5)), aTurn('b', due(n))] });
    const first = await test.records.turns.list(ask({ limit: 4 }));
    const second = await test.records.turns.list(ask({ limit: 4, cursor: first.next ?? '' }));
    expect([...idsOf(first), ...idsOf(second)]).toEqual(['1 b', '2 b', '3 b', '1 a', '2 a', '3 a']);
    expect(second.next).toBeUndefined();
    await expect(theirs({ cursor: 'nonsense' })).rejects.toBeInstanceOf(InvalidCursor);
  });

  it('is counted, the overdue by the clock of their case', async () => {
    await record(reference(1), { turns: [aTurn('a', due(1)), aTurn('b', due(9)), aTurn('c', { people: [chair] })] });
    await record(reference(2), { practice: true, turns: [aTurn('a', due(9)), aTurn('b', { ...due(1), people: [] })] });
    await test.records.cases.setPracticeOffset(reference(2), 5 * 60_000);
    const counts = (more = {}) =>
      test.records.turns.counts({ visibleTo: all, people: [manager], asOf: minutes(5), ...more });
    expect(await counts()).toEqual({ theirs: { all: 3, overdue: 2 }, others: { all: 2, overdue: 1 } });
    expect(await counts({ practice: false })).toEqual({
      theirs: { all: 2, overdue: 1 },
      others: { all: 1, overdue: 0 },
    });
    expect(await counts({ visibleTo: { kind: 'none' } })).toEqual({
      theirs: { all: 0, overdue: 0 },
      others: { all: 0, overdue: 0 },
    });
  });

  it('has a state that is another as soon as something was written', async () => {
    await record(reference(1), { turns: [aTurn('a')] });
    const before = await test.records.turns.state();
    await record(reference(1), { shutOut: [manager], turns: [aTurn('a')] });
    expect(await test.records.turns.state()).not.toBe(before);
  });
});

import { Client } from 'pg';
import { fromMillis, isoDate, toMillis } from '../../src/procedure/time/dates';
import type { Visibility } from '../../src/procedure/permissions';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import type { CaseSummary } from '../../src/records/case-summary';
import { InvalidCursor } from '../../src/records/cursor';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aFile, aNotice, anEvent, aRecording, aSummary, aTurn, at, later, manager, reference } from './builders';
import { someMilestones, today } from './builders';

const author = 'P02' as PersonId;
const everything: Visibility = { kind: 'all', except: author };
const ownOf = (person: PersonId): Visibility => ({ kind: 'part', person, from: 'part' });
const longAgo = fromMillis(toMillis(at) - 1e10);

describe('what the records hold across cases', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const open = (ref: CaseReference, more: Partial<CaseSummary> = {}, notices = [aNotice(`${ref}/opened`)]) =>
    test.records.record(aRecording(ref, 1, { notices }), aSummary(ref, more));

  it('gives the events that came on the record since a moment, the newest first', async () => {
    const { events } = test.records;
    await open(reference(1), { people: [manager] });
    await open(reference(2), { practice: true });
    await test.records.record(
      aRecording(reference(1), 3, { events: [anEvent(2), anEvent(3)] }),
      aSummary(reference(1)),
    );
    await open(reference(3), { shutOut: [author], people: [author] });

    const since = await events.since({ visibleTo: everything, after: longAgo, limit: 10 });
    expect(since.map((one) => [one.reference, one.event.seq, one.practice])).toEqual([
      [reference(1), 3, false],
      [reference(1), 2, false],
      [reference(2), 1, true],
      [reference(1), 1, false],
    ]);
    expect(since[0]?.event).toEqual(anEvent(3));
    const second = since[2]?.recordedAt ?? at;
    const after = await events.since({ visibleTo: everything, after: fromMillis(toMillis(second) + 1), limit: 10 });
    expect(after.map(({ event }) => event.seq)).toEqual([3, 2]);
    expect(await events.since({ visibleTo: everything, after: longAgo, limit: 1 })).toHaveLength(1);
    expect(await events.since({ visibleTo: everything, after: longAgo, practice: true, limit: 9 })).toHaveLength(1);
    expect(await events.since({ visibleTo: ownOf(author), after: longAgo, limit: 9 })).toEqual([]);

    expect(await events.count(reference(1))).toBe(3);
    expect(await events.count(reference(9))).toBe(0);
  });

  it('gives the milestones of the cases that were received from one day to another', async () => {
    const closedOn = isoDate('2027-04-01');
    const milestones = someMilestones({ outcome: 'notify', openActions: [], steps: { outcome: { workingDays: 2 } } });
    await open(reference(1), { milestones, ending: 'published', closedOn });
    await open(reference(2), { receivedOn: isoDate('2026-11-24') });
    await open(reference(3), { receivedOn: isoDate('2026-11-22') });
    await open(reference(4), { practice: true });
    await open(reference(5), { shutOut: [author] });
    const received = async (more = {}) =>
      test.records.milestones.received({ from: today, to: today, visibleTo: everything, practice: false, ...more });

    expect(await received()).toEqual([
      { reference: reference(1), milestones, ending: 'published', closedOn, practiceOffsetMs: 0 },
    ]);
    const numbers = async (more: object) => (await received(more)).map((one) => Number(one.reference.slice(-1)));
    expect(await numbers({ from: isoDate('2026-11-22'), to: isoDate('2026-11-24') })).toEqual([3, 1, 2]);
    expect(await numbers({ practice: true })).toEqual([4]);
    expect(await numbers({ visibleTo: ownOf(manager) })).toEqual([1, 5]);
    expect(await numbers({ visibleTo: { kind: 'none' } })).toEqual([]);
  });

  it('pages through the notices of all cases, newest first, and finds those in one state', async () => {
    const { notices } = test.records;
    await open(reference(1), { people: [author] }, [aNotice('a'), aNotice('b', { at: later }), aNotice('c')]);
    await open(reference(2), { shutOut: [author] }, [aNotice('d')]);
    await notices.markSent('c', { at, messageId: '<c@example.org>' });
    const keys = async (more = {}) =>
      (await notices.list({ limit: 50, ...more })).notices.map(({ notice }) => notice.key);

    expect(await keys()).toEqual(['b', 'd', 'c', 'a']);
    expect(await keys({ state: 'sent' })).toEqual(['c']);
    expect(await keys({ state: 'waiting', visibleTo: everything })).toEqual(['b', 'a']);
    expect(await keys({ visibleTo: ownOf(author) })).toEqual(['b', 'c', 'a']);
    const first = await notices.list({ limit: 2 });
    expect(first.notices.map(({ notice }) => notice.key)).toEqual(['b', 'd']);
    expect(await keys({ cursor: first.next })).toEqual(['c', 'a']);
    await expect(keys({ cursor: 'nonsense' })).rejects.toBeInstanceOf(InvalidCursor);
  });

  it('lists the tasks that are to be done, oldest first, and those that are done, the last first', async () => {
    const { tasks } = test.records;
    await open(reference(1));
    await open(reference(2), { shutOut: [author] });
    const task = (key: string, of: CaseReference) => ({
      key,
      reference: of,
      kind: 'k',
      sentence: 'Do it.',
      createdAt: at,
    });
    for (const key of ['a', 'b', 'c', 'd']) await tasks.add(task(key, reference(key === 'd' ? 2 : 1)));
    await tasks.done('a', { at, by: manager });
    await tasks.done('b', { at: later, by: manager });
    const keys = async (more = {}) => (await tasks.list(more)).map(({ key }) => key);

    expect(await keys({ toDo: true })).toEqual(['c', 'd']);
    expect(await keys({ toDo: true, visibleTo: everything })).toEqual(['c']);
    expect(await keys({ toDo: false })).toEqual(['b', 'a']);
    expect(await keys({ toDo: false, limit: 1 })).toEqual(['b']);
    expect(await tasks.get('c')).toEqual(task('c', reference(1)));
    expect(await tasks.get('z')).toBeUndefined();
  });

  it('shows in the mailbox what belongs to cases that somebody may see', async () => {
    const { mailbox } = test.records;
    await open(reference(1), { people: [author] });
    await open(reference(2), { shutOut: [author] });
    for (const n of [1, 2]) {
      const to = { name: 'A Manager', address: 'manager@example.org' };
      const said = { subject: `Message ${n}`, text: '', html: '', headers: {}, at, practice: false };
      await mailbox.put({ messageId: `<${n}@x>`, reference: reference(n), to, ...said });
    }
    const ids = async (more = {}) => (await mailbox.list({ limit: 9, ...more })).messages.map((one) => one.messageId);
    expect(await ids()).toEqual(['<2@x>', '<1@x>']);
    expect(await ids({ visibleTo: everything })).toEqual(['<1@x>']);
    expect(await ids({ visibleTo: ownOf(author), reference: reference(2) })).toEqual([]);
  });

  it('knows the cases whose summary an earlier release wrote, or none at all, until they are summarised again', async () => {
    const { cases, turns } = test.records;
    for (const n of [1, 2, 3, 4]) await test.records.record(aRecording(reference(n), 2), aSummary(reference(n)));
    const earlier = new Client({ connectionString: test.url });
    await earlier.connect();
    // Before this release, and beside it: a recording that says nothing of the new columns.
    await earlier.query(
      "UPDATE cases SET summary_edition = 0, milestones = NULL, day_one = NULL WHERE reference LIKE '%1'",
    );
    await earlier.query("UPDATE cases SET seq = 3, file = jsonb_set(file, '{seq}', '3') WHERE reference ~ '[23]$'");
    await earlier.end();
    const outdated = async (after?: CaseReference) => (await cases.outdated(10, after)).map((one) => one.reference);

    expect(await cases.outdated(1)).toEqual([{ reference: reference(1), seq: 2, file: aFile(reference(1), 2) }]);
    expect(await outdated()).toEqual([1, 2, 3].map((n) => reference(n)));
    expect(await outdated(reference(1))).toEqual([reference(2), reference(3)]);
    expect((await cases.get(reference(1)))?.summary.dayOne).toBe(today);

    const summary = aSummary(reference(2), { people: [author], turns: [aTurn('a', { people: [author] })] });
    expect(await cases.summarise(reference(2), 2, summary)).toBe(false);
    expect(await cases.summarise(reference(2), 3, summary)).toBe(true);
    expect(await cases.summarise(reference(1), 2, aSummary(reference(1)))).toBe(true);
    expect(await outdated()).toEqual([reference(3)]);
    const page = await turns.list({ visibleTo: ownOf(author), people: [author], limit: 9 });
    expect(page.turns.map((one) => one.reference)).toEqual([reference(2)]);
    await test.records.record(aRecording(reference(3), 3), aSummary(reference(3)));
    expect(await outdated()).toEqual([]);
  });
});

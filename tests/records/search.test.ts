import { Client } from 'pg';
import { isoDate } from '../../src/procedure/time/dates';
import type { Searched, Visibility } from '../../src/procedure/permissions';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import type { CaseSummary } from '../../src/records/case-summary';
import type { Reach } from '../../src/records/case-page';
import type { CaseFilter } from '../../src/records/cases';
import { migrations } from '../../src/records/migrations/all';
import { openRecords } from '../../src/records/records';
import { freshDatabase, freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aRecording, aSummary, manager, reference, today, wordsId } from './builders';

const author = 'P02' as PersonId;

describe('searching the cases', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const open = (of: CaseReference, more: Partial<CaseSummary> = {}) =>
    test.records.record(aRecording(of, 1), aSummary(of, more));
  const named = (of: CaseReference, name: string) =>
    test.records.content.saveContent({
      reference: of,
      content: { children: [{ ref: 'C1', name }], family: [], notifier: { name: 'Pat Example' } },
      receivedOn: today,
      practice: false,
    });
  const page = async (filter: Omit<CaseFilter, 'limit'>) => {
    const { cases, found, next } = await test.records.cases.listAndCount({ limit: 2, order: 'reference', ...filter });
    return { numbers: cases.map(({ summary }) => Number(summary.reference.slice(-4))), found, next };
  };
  const found = async (text: string, textWithin: Searched = 'everything') => (await page({ text, textWithin })).numbers;

  it('says on every page how many cases there are on all of them, whatever they are asked by', async () => {
    for (const n of [1, 2, 3, 4, 5]) await open(reference(n), n === 4 ? { agencies: ['Crèche & Co'] } : {});

    for (const filter of [{}, { text: 'police' }]) {
      const first = await page(filter);
      const second = await page({ ...filter, ...(first.next !== undefined && { cursor: first.next }) });
      const all = await test.records.cases.count(filter);
      expect([first.numbers, first.found]).toEqual([[1, 2], all]);
      expect([second.numbers, second.found]).toEqual([filter.text === undefined ? [3, 4] : [3, 5], all]);
    }
    expect(await page({ text: 'nobody' })).toEqual({ numbers: [], found: 0, next: undefined });
    expect(await page({ practice: true })).toEqual({ numbers: [], found: 0, next: undefined });
  });

  it('counts what a text finds as far as it reaches, and shows the same cases on every page, however it looks', async () => {
    for (let n = 1; n <= 9; n += 1) {
      await open(reference(n), { stage: n % 2 === 0 ? 'review' : 'panel', agencies: [n < 8 ? 'Police' : 'Schools'] });
      await test.records.words.keepWords(reference(n), [{ id: wordsId('W1'), text: n > 6 ? 'A trial' : 'A visit' }]);
    }
    const reaches: readonly Reach[] = [
      { counts: 1_000, walks: 4_000 },
      { counts: 2, walks: 4_000 },
      // Not as far as a page that is full.
      { counts: 2, walks: 3 },
    ];
    for (const text of ['police', 'trial', 'visit', 'nobody']) {
      for (const order of ['reference', 'newest', 'stage', 'due'] as const) {
        for (const direction of ['asc', 'desc'] as const) {
          const filter = { text, order, direction, limit: 2 } as const;
          const all = (await test.records.cases.list({ ...filter, limit: 9 })).cases.map(
            (one) => one.summary.reference,
          );
          for (const reach of reaches) {
            const told = [text, order, direction, reach.walks, reach.counts];
            const seen: string[] = [];
            for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
              const one = await test.records.cases.listAndCount({ ...filter, ...(cursor && { cursor }) }, reach);
              seen.push(...one.cases.map(({ summary }) => summary.reference));
              const most = Math.min(all.length, reach.counts);
              expect([...told, one.found, one.more]).toEqual([...told, most, all.length > reach.counts]);
              cursor = one.next;
            }
            expect([...told, ...seen]).toEqual([...told, ...all]);
          }
        }
      }
    }
  });

  it('neither shows nor counts a case that somebody may not see, whatever it is found by', async () => {
    await open(reference(1), { people: [author] });
    await open(reference(2), { people: [author], shutOut: [author] });
    await open(reference(3), { shutOut: [author] });
    for (const n of [1, 2, 3]) await named(reference(n), 'Zoë Moore');
    await test.records.words.keepWords(reference(3), [{ id: wordsId('W1'), text: 'Moore again' }]);
    const seen = async (visibleTo: Visibility) => {
      const { numbers, found: all } = await page({ text: 'moore', visibleTo });
      return [numbers, all];
    };

    expect(await seen({ kind: 'all', except: manager })).toEqual([[1, 2], 3]);
    expect(await seen({ kind: 'all', except: author })).toEqual([[1], 1]);
    expect(await seen({ kind: 'part', person: author, from: 'part' })).toEqual([[1], 1]);
    expect(await seen({ kind: 'none' })).toEqual([[], 0]);
  });

  it('goes by the agencies and the names as they are now, whichever was on the record first', async () => {
    await named(reference(1), 'Zoë Moore');
    expect(await found('moore')).toEqual([]);
    await open(reference(1));
    await open(reference(2));
    await named(reference(2), 'Ada Moore');
    expect(await found('moore police')).toEqual([1, 2]);
    expect(await found('moore', 'words')).toEqual([]);

    await named(reference(1), 'Zoë Fielding');
    await test.records.record(aRecording(reference(2), 2), aSummary(reference(2), { agencies: ['Crèche & Co'] }));
    expect(await found('moore')).toEqual([2]);
    expect(await found('fielding')).toEqual([1]);
    expect(await found('police', 'words')).toEqual([1]);
    expect(await found('creche moore')).toEqual([2]);
  });
});

describe('records of a release that kept nothing to search by', () => {
  it('are searched like any others, by what was on the record before', async () => {
    const database = await freshDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE TABLE migrations (number integer PRIMARY KEY, name text, taken_at timestamptz)');
    for (const { number, sql } of migrations.filter((step) => step.number !== 7)) {
      await client.query(sql);
      await client.query('INSERT INTO migrations (number) VALUES ($1)', [number]);
    }
    const records = await openRecords({ url: database.url });
    await records.record(aRecording(reference(1), 1), aSummary(reference(1)));
    const child = { ref: 'C1', name: 'Zoë Moore', dateOfBirth: isoDate('2020-02-29') };
    const content = { children: [child], family: [], notifier: { name: 'Pat Example' } };
    for (const n of [1, 2]) {
      await records.content.saveContent({ reference: reference(n), content, receivedOn: today, practice: false });
    }
    await records.migrate();
    // A form whose sending broke off is on the record without a case, which may still come.
    const found = async () => (await records.cases.list({ text: 'zoe police', limit: 9 })).cases.length;
    expect(await found()).toBe(1);
    await records.record(aRecording(reference(2), 1), aSummary(reference(2)));
    expect(await found()).toBe(2);

    await records.close();
    await client.end();
    await database.drop();
  });
});

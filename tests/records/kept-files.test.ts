import { openRecords } from '../../src/records/records';
import { KeptFiles } from '../../src/records/case-file-cache';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aFile, aRecording, aSummary, at, manager, reference, wordsId } from './builders';

describe('the file of a case', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  const file = async () => (await test.records.cases.get(reference(1)))?.file;

  it('is the same object for as long as nothing is recorded in the case, whatever else is', async () => {
    await test.records.record(aRecording(reference(1), 1), aSummary(reference(1)));
    const first = await file();
    await test.records.record(aRecording(reference(2), 1), aSummary(reference(2)));
    await test.records.words.keepWords(reference(1), [{ id: wordsId('W1'), text: 'A note.' }]);
    expect(await file()).toBe(first);
    expect(first).toEqual(aFile(reference(1), 1));
  });

  it('is the very one that this process recorded, unless it came too late to be the last', async () => {
    const [first, second] = [aRecording(reference(1), 1), aRecording(reference(1), 2)];
    await test.records.record(second, aSummary(reference(1)));
    expect(await file()).toBe(second.file);
    await test.records.record(first, aSummary(reference(1)));
    expect(await file()).toBe(second.file);
  });

  it('is the one that was recorded last, by whichever process, under the same number too', async () => {
    const other = await openRecords({ url: test.url });
    const record = (seq: number, note: string) =>
      other.record(aRecording(reference(1), seq, { file: aFile(reference(1), seq, note) }), aSummary(reference(1)));
    await record(1, 'first');
    expect(await file()).toEqual(aFile(reference(1), 1, 'first'));
    await record(2, 'second');
    expect(await file()).toEqual(aFile(reference(1), 2, 'second'));
    await record(2, 'otherwise');
    expect(await file()).toEqual(aFile(reference(1), 2, 'otherwise'));
    await other.close();
  });

  it('comes with what has changed beside it', async () => {
    await test.records.record(aRecording(reference(1), 1), aSummary(reference(1), { practice: true }));
    await file();
    await test.records.cases.setPracticeOffset(reference(1), 1000);
    await test.records.record(
      aRecording(reference(1), 1),
      aSummary(reference(1), { practice: true, shutOut: [manager] }),
    );
    const known = await test.records.cases.get(reference(1));
    expect(known?.practiceOffsetMs).toBe(1000);
    expect(known?.summary).toMatchObject({ shutOut: [manager], openedAt: at });
  });

  it('is kept for the cases that were asked for last', () => {
    const kept = new KeptFiles();
    const keep = (n: number) => kept.keep(reference(n), { version: 'v', file: aFile(reference(n), 1) });
    for (let n = 1; n <= 200; n += 1) keep(n);
    keep(1);
    keep(201);
    expect([1, 2, 3, 201].filter((n) => kept.of(reference(n)) !== undefined)).toEqual([1, 3, 201]);
  });
});

import { caseSummary } from '../../activities/case-summary';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant } from '../../src/procedure/time/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { freshRecords, type TestRecords } from '../support/records';

/* Reads the files of several cases, as Today does for those that it shows. */

let kept: TestRecords;
beforeAll(async () => {
  kept = await freshRecords();
}, 180_000);
beforeEach(() => kept.clear());
afterAll(() => kept.close());

const reference = (n: number) => `SIN-2026-000${n}` as CaseReference;
const record = (file: CaseFile) => kept.records.record({ file, events: [], notices: [] }, caseSummary(file));

test('Several cases are read at once, each as it was last recorded; one that there is not is left out', async () => {
  const { cases, caseFiles } = kept.records;
  const [one, two] = [1, 2].map((n) => ({ ...aCase().file, reference: reference(n) }));
  if (one === undefined || two === undefined) throw new Error('There are two cases.');
  await record(one);
  await record(two);
  const wanted = [reference(1), reference(2), reference(1), reference(9)];
  const first = await caseFiles.several(wanted);
  expect([...first.keys()].sort()).toEqual([reference(1), reference(2)]);
  expect(first.get(reference(1))).toEqual((await cases.get(reference(1)))?.file);
  const changed = { ...aCase().with('askAgencies').file, reference: reference(2) };
  await record(changed);
  const second = await caseFiles.several(wanted);
  // The file of an unchanged case is the very same object.
  expect(second.get(reference(1))).toBe(first.get(reference(1)));
  expect(second.get(reference(2))?.seq).toBe(changed.seq);
  expect(await caseFiles.several([])).toEqual(new Map());
});

test('Saved entries are counted for each request: one that was changed once, one that was removed not at all', async () => {
  const { answerLines } = kept.records;
  const of = (contribution: string, line: string) => ({
    ...{ reference: reference(1), contribution, person: 'P26' as PersonId, at: instant('2026-11-23T10:00:00.000Z') },
    line: { line, happened: '2026', approximate: false, about: [], what: 'Seen', source: 'Notes' },
  });
  await answerLines.save(of('return:gp', 'a'));
  await answerLines.save(of('return:gp', 'a'));
  await answerLines.save(of('return:gp', 'b'));
  await answerLines.save(of('return:housing', 'c'));
  await answerLines.remove(of('return:housing', 'c'));
  expect(await answerLines.counts([reference(1), reference(2)])).toEqual([
    { reference: reference(1), contribution: 'return:gp', lines: 2 },
  ]);
  expect(await answerLines.counts([reference(2)])).toEqual([]);
  expect(await answerLines.counts([])).toEqual([]);
});

import { Client } from 'pg';
import { caseSummary } from '../../activities/case-summary';
import { handOverOrphanedNotices } from '../../src/casework/orphaned-notices';
import { restartCase } from '../../src/casework/restarting';
import { soon } from '../../src/casework/poll-until';
import { keepReconciled } from '../../src/jobs/reconciler';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { CaseReference } from '../../src/procedure/time/time';
import { CasesUnavailable } from '../../src/temporal/cases';
import { TestOffice } from './office';

/* Emails that wait on the record and that their case does not know of. */

let office: TestOffice;

beforeAll(async () => {
  office = await TestOffice.open();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

async function opened(key = 'n', more: object = {}): Promise<CaseFile> {
  const received = await office.notified(more, { key, print: key });
  if (received.kind !== 'opened') throw new Error('It was not opened.');
  return received.onRecord.file;
}

/** The case forgets the first of its emails, as by a fault; returns the email's key. */
function forget(file: CaseFile): string {
  const [lost, ...others] = file.unsent;
  if (lost === undefined) throw new Error('It has no email.');
  office.cases.files.set(file.reference, { ...file, unsent: others });
  return lost;
}

const sent = (key: string) =>
  office.records.notices.markSent(key, { at: office.now(), messageId: `<${encodeURIComponent(key)}@example.org>` });

/** Lets every email have waited on the record for so many minutes. */
async function waitedFor(minutes: number): Promise<void> {
  const client = new Client({ connectionString: office.url });
  await client.connect();
  await client.query('UPDATE notices SET recorded_at = recorded_at - make_interval(mins => $1)', [minutes]);
  await client.end();
}

test.each([
  ['a real case', {}],
  ['a practice case, whose clock runs ahead', { practice: true }],
])('An email of which %s does not know is handed over to it, and one that it knows of is not', async (_which, more) => {
  const file = await opened('a', more);
  await opened('b', more);
  office.cases.ahead.set(file.reference, 86_400_000);
  const lost = forget(file);
  await waitedFor(6);
  expect(await handOverOrphanedNotices(office)).toEqual([{ reference: file.reference, keys: [lost] }]);
  expect(office.cases.sendingAskedOf).toEqual([file.reference]);
  expect(office.warned).toEqual([{ reference: file.reference, notices: 1 }]);
});

test('An email that has waited for a few minutes only is on its way, and no case is asked', async () => {
  forget(await opened());
  await waitedFor(4);
  office.cases.handed.length = 0;
  expect(await handOverOrphanedNotices(office)).toEqual([]);
  expect(office.cases.handed).toEqual([]);
});

test('An email that is sent while its case is asked is not handed over', async () => {
  const lost = forget(await opened());
  const unsent = office.cases.unsent.bind(office.cases);
  office.cases.unsent = async (reference) => {
    const answer = await unsent(reference);
    await sent(lost);
    return answer;
  };
  expect(await handOverOrphanedNotices(office, 0)).toEqual([]);
  expect(office.cases.sendingAskedOf).toEqual([]);
});

test('A closed case runs again with the emails that wait, and with no others', async () => {
  const file = await opened();
  const [lost, ...others] = file.unsent;
  for (const key of others) await sent(key);
  await office.cases.close(file.reference);
  office.cases.standings.set(file.reference, { kind: 'ended', how: 'completed' });
  expect(await handOverOrphanedNotices(office, 0)).toEqual([{ reference: file.reference, keys: [lost] }]);
  expect(office.cases.handed).toContainEqual({ restarted: file.reference, inPlaceOf: undefined });
  expect(office.cases.files.get(file.reference)).toMatchObject({ unsent: [lost], closedOn: '2026-11-23' });
  // Runs already, and is not begun a second time.
  expect(await handOverOrphanedNotices(office, 0)).toEqual([]);
});

test('An open case that does not run is left to the comparison, and restarted with every email that waits', async () => {
  const file = await opened();
  const [lost, first, ...others] = file.unsent;
  if (lost === undefined || first === undefined) throw new Error('It has no two emails.');
  await sent(first);
  // The file on the record does not know of it either.
  await office.records.record(
    { file: { ...file, unsent: [first, ...others] }, events: [], notices: [] },
    caseSummary(file),
  );
  office.cases.standings.set(file.reference, { kind: 'ended', how: 'terminated' });
  expect(await handOverOrphanedNotices(office, 0)).toEqual([]);
  expect(await restartCase(office, file.reference)).toMatchObject({ kind: 'restarted' });
  expect(new Set(office.cases.files.get(file.reference)?.unsent)).toEqual(new Set([lost, ...others]));
});

test('A case that says nothing, or of which Temporal says nothing, does not keep the others from sending', async () => {
  const [odd, silent, old, forgets] = [await opened('a'), await opened('b'), await opened('c'), await opened('d')];
  office.cases.known.set(silent.reference, 'no-answer');
  office.cases.known.set(old.reference, 'cannot-say');
  const standing = office.cases.standing.bind(office.cases);
  office.cases.standing = (reference) =>
    reference === odd.reference ? Promise.reject(new CasesUnavailable('engine-error')) : standing(reference);
  const lost = forget(forgets);
  expect(await handOverOrphanedNotices(office, 0)).toEqual([{ reference: forgets.reference, keys: [lost] }]);
});

test('No more cases are asked where none answers', async () => {
  const files: CaseFile[] = [];
  for (let n = 0; n < 18; n += 1) files.push(await opened(`n${n}`));
  for (const { reference } of files) office.cases.known.set(reference, 'no-answer');
  const asked: CaseReference[] = [];
  const unsent = office.cases.unsent.bind(office.cases);
  office.cases.unsent = (reference) => {
    asked.push(reference);
    return unsent(reference);
  };
  await handOverOrphanedNotices(office, 0);
  expect(asked).toHaveLength(16);
});

test('Such emails are looked for at the start and every hour, whether cases are restarted by themselves or not', async () => {
  const file = await opened();
  forget(file);
  await waitedFor(6);
  const stop = await keepReconciled(office, { restarts: false, everyMs: 20 });
  expect(await soon(() => Promise.resolve(office.cases.sendingAskedOf.length > 1), 30_000)).toBe(true);
  await stop();
  expect(new Set(office.cases.sendingAskedOf)).toEqual(new Set([file.reference]));
});

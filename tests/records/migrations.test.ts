import { Client } from 'pg';
import { version } from '../../package.json';
import { caseSummary } from '../../activities/case-summary';
import { upcast } from '../../src/procedure/case/upcast';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { migrations } from '../../src/records/migrations/all';
import { openRecords, type Records } from '../../src/records/records';
import { summaryColumns, summaryValues } from '../../src/records/summary-columns';
import { bringSummariesUpToDate } from '../../src/installation/refresh-summaries';
import { isFullCheck } from '../support/full-check';
import { freshDatabase, type TestDatabase } from '../support/records';
import { savedCaseFiles } from '../workflows/support/saved-case-files';
import { anEvent, aNotice, at, manager } from './builders';

/*
 * A database of every schema that was ever released, with data in it, is brought to this release's: nothing is lost, and
 * everything can be read, listed, searched and counted.
 */

/** One case for each way in which they end, as their files were saved with the release. */
const files: readonly CaseFile[] = [
  ...new Map(savedCaseFiles(version).map((stored) => [stored['reference'], upcast(stored)])).values(),
];
const seqOf = ({ seq }: CaseFile) => Array.from({ length: Math.min(seq, 5) }, (_, i) => i + 1);
const noticeOf = ({ reference }: CaseFile) => aNotice(`${reference}/1/case-opened/P01`);
const content = {
  children: [{ ref: 'C1', name: 'Ellie Example', dateOfBirth: '2019-05-04' }],
  family: [],
  notifier: { name: 'Pat Example' },
};

const refusedTo = (person: string) => `An email to ${person} (Business Manager) was refused.`;

/** What a release wrote before there were tables or columns of later ones. */
type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function rowsOf(file: CaseFile): readonly Rows[] {
  const { reference, seq } = file;
  const notice = noticeOf(file);
  const values = summaryValues(caseSummary(file));
  const summary = Object.fromEntries(summaryColumns.map((column, i) => [column, values[i]]));
  // The edition is that of the release that reads: an earlier one never wrote it.
  const { summary_edition: _edition, ...row } = summary;
  return [
    { cases: { reference, seq, file: JSON.stringify(file), ...row } },
    ...seqOf(file).map((n) => {
      const event = anEvent(n);
      return { case_events: { reference, seq: n, kind: event.kind, at: event.at, event: JSON.stringify(event) } };
    }),
    { case_content: { reference, content: JSON.stringify(content), search: 'ellie example' } },
    { case_words: { reference, id: 'W1', words: 'The ward rang', search: 'ward' } },
    {
      notices: {
        key: notice.key,
        reference,
        kind: notice.kind,
        recipient: notice.to,
        at: notice.at,
        practice: false,
        notice: JSON.stringify(notice),
      },
    },
    { tasks: { key: notice.key, reference, kind: 'address-refused', sentence: refusedTo(notice.to), created_at: at } },
  ];
}

const ofInstallation: readonly Rows[] = [
  {
    people: { id: manager, name: 'Jo Bloggs', email: 'jo@example.org', title: 'Manager', roles: ['business-manager'] },
  },
  // Two that 0.1.0 made of one name at one moment, and one that was revoked.
  { api_tokens: { name: 'Figures', person: manager, hash: 'h1', made_by: manager, made_at: at } },
  { api_tokens: { name: 'Figures', person: manager, hash: 'h2', made_by: manager, made_at: at } },
  {
    api_tokens: {
      ...{ name: 'Registers', person: manager, hash: 'h3', made_by: manager, made_at: at },
      ...{ revoked_by: manager, revoked_at: at },
    },
  },
  { installation: { fact: 'profile', value: '"kirklees"' } },
  { payload_keys: { id: '2026-11-25-ab12', mark: 'a mark' } },
];

/** The schema as it was after the step of this number, with everything in it that it can hold. */
async function asOf(number: number, url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL, taken_at timestamptz NOT NULL DEFAULT now())',
    );
    for (const one of migrations.filter((step) => step.number <= number)) {
      await client.query(one.sql);
      await client.query('INSERT INTO migrations (number, name) VALUES ($1, $2)', [one.number, one.name]);
    }
    const { rows } = await client.query<{ name: string }>(
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'",
    );
    const there = new Set(rows.map(({ name }) => name));
    await client.query('BEGIN');
    for (const row of [...files.flatMap(rowsOf), ...ofInstallation]) {
      for (const [table, columns] of Object.entries(row)) {
        const known = Object.entries(columns).filter(([column]) => there.has(`${table}.${column}`));
        if (known.length === 0) continue;
        const places = known.map((_, i) => `$${i + 1}`);
        await client.query(
          `INSERT INTO ${table} (${known.map(([column]) => column).join(', ')}) VALUES (${places.join(', ')})`,
          known.map(([, value]) => value),
        );
      }
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

const numbers = migrations.map(({ number }) => number);

/** True if a step does something to rows that are there. The others only make room for what is written later. */
const touchesRows = (sql: string): boolean =>
  /\b(UPDATE|DELETE|INSERT|DROP|UNIQUE|SET NOT NULL|ADD CONSTRAINT|ALTER COLUMN)\b/i.test(sql);

/**
 * The schemas that are tried: before each step that does something to rows, after each that brings a table in which these
 * tests keep something, and the last. `npm run check:full` tries every one.
 */
const tried = numbers.filter((number, at) => {
  const next = migrations[at + 1];
  return isFullCheck || number <= 5 || next === undefined || touchesRows(next.sql);
});

describe.each(tried)('The schema of step %i, with data in it', (number) => {
  let database: TestDatabase;
  let records: Records;
  let taken: readonly string[];

  beforeAll(async () => {
    database = await freshDatabase();
    await asOf(number, database.url);
    records = await openRecords({ url: database.url });
    taken = await records.migrate();
    await bringSummariesUpToDate(records, () => undefined);
  }, 180_000);
  afterAll(async () => {
    await records.close();
    await database.drop();
  });

  test('Every step after it is taken, once', async () => {
    expect(taken).toHaveLength(numbers.filter((step) => step > number).length);
    expect(await records.migrate()).toEqual([]);
    await expect(records.ready()).resolves.toBeUndefined();
  });

  test('Every case is there with its file, its record, and what this release says of it in lists', async () => {
    expect(await records.cases.count({})).toBe(files.length);
    expect(await records.cases.outdated(10)).toEqual([]);
    for (const file of files) {
      const known = await records.cases.get(file.reference);
      expect(known?.file).toEqual(file);
      // These are not listed: turns and milestones are asked for by themselves, and cases are found by the others.
      const {
        turns: _turns,
        milestones: _milestones,
        alsoFoundBy: _alsoFoundBy,
        carried: _carried,
        ...listed
      } = caseSummary(file);
      expect(known?.summary).toMatchObject(JSON.parse(JSON.stringify(listed)));
      const events = await records.events.eventsOf(file.reference, { limit: 100 });
      expect(events).toEqual(seqOf(file).map((n) => anEvent(n)));
    }
  });

  test('A case of an earlier release is asked to take up a calendar only where that is another than it carries', async () => {
    const open = await records.cases.openReferences();
    for (const file of files.filter(({ reference }) => open.includes(reference))) {
      expect(await records.cases.differingFrom(file)).not.toContain(file.reference);
      expect(await records.cases.differingFrom({ ...file, everybody: [] })).toContain(file.reference);
    }
    expect(open).not.toEqual([]);
  });

  test('Cases are found by what is said of them, and by their names where those were kept', async () => {
    const [one] = files;
    if (one === undefined) throw new Error('No case file is saved.');
    const found = async (text: string) =>
      (await records.cases.list({ limit: 100, text })).cases.map(({ summary }) => summary.reference);
    expect(await found(one.reference)).toEqual([one.reference]);
    const also = caseSummary(one).alsoFoundBy ?? [];
    expect(also).not.toEqual([]);
    for (const text of also) expect(await found(text)).toContain(one.reference);
    if (number >= 2) expect(await found('Ellie')).toHaveLength(files.length);
  });

  test('Names, words, emails, people and facts are there as far as they were kept', async () => {
    for (const file of files) {
      if (number >= 2) {
        expect(await records.content.contentOf(file.reference)).toEqual(content);
        expect([...(await records.words.wordsOf(file.reference))]).toEqual([['W1', 'The ward rang']]);
      }
      if (number >= 3)
        expect(await records.notices.noticesOf(file.reference)).toMatchObject([
          { notice: noticeOf(file), standing: { state: 'waiting' } },
        ]);
    }
    if (number >= 4) {
      expect(await records.people.person(manager)).toMatchObject({ name: 'Jo Bloggs', roles: ['business-manager'] });
      expect(await records.installation.fact('profile')).toBe('kirklees');
    }
  });

  test('A task about a refused address says for whom it was, so that pages go on naming them', async () => {
    if (number < 3) return;
    for (const file of files) {
      const { key, to } = noticeOf(file);
      const task = await records.tasks.get(key);
      expect(task?.sentence).toBe(refusedTo(to));
      const parts = ['An email to ', { kind: 'person', id: to }, ' (Business Manager) was refused.'];
      expect(task?.parts).toEqual(number < 61 ? parts : undefined);
    }
  });

  test('Tokens of one name stay, and no other is made of that name until both were revoked', async () => {
    const { tokens } = records;
    const token = { person: manager, madeBy: manager, madeAt: at };
    const known = (await tokens.list()).map(({ id }) => id);
    expect(known).toHaveLength(number >= 5 ? 3 : 0);
    if (number < 5) return;
    const outcome = async (name: string, hash: string) => (await tokens.add({ ...token, name, hash })).kind;
    expect(await outcome('Registers', 'h4')).toBe('added');
    expect(await outcome('Figures', 'h5')).toBe('name-taken');
    for (const hash of ['h2', 'h1']) {
      expect(await outcome('Figures', 'h6')).toBe('name-taken');
      await tokens.revoke((await tokens.byHash(hash))?.id ?? 0, { by: manager, at });
    }
    expect(await outcome('Figures', 'h7')).toBe('added');
  });

  test('A case goes on: it is recorded as before', async () => {
    const [file] = files;
    if (file === undefined) throw new Error('No case file is saved.');
    const next = { ...file, seq: file.seq + 1 };
    const event = { ...anEvent(next.seq), at };
    expect(await records.record({ file: next, events: [event], notices: [] }, caseSummary(next))).toMatchObject({
      newEvents: 1,
      contradicted: [],
    });
    expect((await records.cases.get(file.reference))?.file.seq).toBe(next.seq);
  });
});

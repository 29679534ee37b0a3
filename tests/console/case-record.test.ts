import { caseSummary } from '../../activities/case-summary';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import { instant, isoDate } from '../../src/procedure/time/dates';
import type { CaseEvent } from '../../src/procedure/case/record';
import { refusal, type Refusal } from '../../src/procedure/refusals';
import { part, says } from '../../src/procedure/sentence';
import type { PersonId, WordsReference } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
beforeEach(() => {
  console.wall = instant('2026-12-01T10:00:00.000Z');
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const reference = 'SIN-2026-0007';

/** A case and what comes on its record from now on. */
async function kept(file: CaseFile, events: readonly CaseEvent[] = []): Promise<void> {
  console.cases.files.set(file.reference, file);
  await console.records.record({ file, events, notices: [] }, caseSummary(file));
}

/** Takes a decision, and puts it on the record as its entry. */
async function recorded(name: DecisionName, form: object, more: { by?: string; on?: string } = {}): Promise<number> {
  const outcome = await console.cases.decide(aCase().file.reference, {
    name,
    key: `${name}-${Math.random()}`,
    by: (more.by ?? 'P01') as PersonId,
    on: isoDate(more.on ?? '2026-12-01'),
    form,
  });
  if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.seq;
}

const words = async (id: string, text: string): Promise<WordsReference> => {
  const key = `words:${id}` as WordsReference;
  await console.records.words.keepWords(aCase().file.reference, [{ id: key, text }]);
  return key;
};

const record = async (person: string, query = '') =>
  (await console.as(person)).get(`/cases/${reference}/record${query}`);
const before = (): CaseBuilder => aCase().at('outcome');

test('an entry says what was done, by whom under which hat, on which day and when it was recorded', async () => {
  await kept(before().file);
  const seq = await recorded(
    'recordOutcome',
    { outcome: 'notify', reason: await words('a', 'The criteria are met.') },
    { by: 'P07', on: '2026-11-30' },
  );
  const { $ } = await record('P01');
  const entry = $(`#entry-${seq}`).text().replaceAll(/\s+/g, ' ');
  expect(entry).toContain('Recorded the decision whether to notify');
  expect(entry).toContain('by Philippa Greystoke-Hale, Local Authority delegated partner');
  expect(entry).toContain('Monday 30 November 2026; recorded at 10:00am on Tuesday 1 December 2026');
  expect(entry).toContain('Notify Ofsted and the National Panel');
  expect(entry).toContain('The criteria are met.');
});

test('the IT officer sees what happened, when and by whom, and nothing that was filled in', async () => {
  await kept(before().file);
  await recorded('addNote', { note: await words('n', 'Rang the ward.') });
  await recorded('recordOutcome', { outcome: 'notify', reason: await words('a', 'Because.') }, { by: 'P07' });
  const { says, text } = await record('P43');
  expect(says).toContain('Added a note by Marguerite Thistlewood');
  for (const hidden of ['Rang the ward', 'Because', 'words:', 'Notify Ofsted']) expect(text).not.toContain(hidden);
});

test('a name that the family was added with is shown only to those who see names', async () => {
  await kept(before().file);
  await recorded('addFamilyMember', { ref: 'family-2', relation: 'grandparent', name: await words('f', 'Edda Pike') });
  expect((await record('P01')).says).toContain('Edda Pike');
  const officer = await record('P43');
  expect(officer.says).toContain('Added a family member');
  expect(officer.text).not.toContain('Edda');
  expect((await record('P17')).status).toBe(404);
});

test('a correction shows the old value, the right one and the reason, and each entry leads to the other', async () => {
  await kept(before().file);
  const seq = await recorded(
    'recordOutcome',
    { outcome: 'notify', reason: await words('a', 'First words.') },
    { by: 'P07' },
  );
  const correction = await recorded('correctFact', {
    entry: seq,
    field: 'reason',
    value: await words('b', 'Better words.'),
    reason: await words('c', 'A slip of the pen.'),
  });
  const { $ } = await record('P01');
  const made = $(`#entry-${correction}`);
  expect(made.text()).toContain('First words.');
  expect(made.text()).toContain('Better words.');
  expect(made.text()).toContain('A slip of the pen.');
  expect(made.find(`a[href$="?entry=${seq}#entry-${seq}"]`)).toHaveLength(1);
  const corrected = $(`#entry-${seq}`);
  expect(corrected.find('.govuk-tag').text()).toBe('Corrected');
  expect(corrected.text()).toContain('now “Better words.”; it was “First words.”');
  expect(corrected.find(`a[href$="?entry=${correction}#entry-${correction}"]`)).toHaveLength(1);
});

test('what can be corrected has a link for those who may correct, and for nobody else', async () => {
  await kept(before().file);
  const seq = await recorded('addNote', { note: await words('n', 'A note.') });
  const link = `a[href$="/decisions/correctFact?entry=${seq}"]`;
  expect((await record('P01')).$(link)).toHaveLength(1);
  expect((await record('P08')).$(link)).toHaveLength(0);
  expect((await record('P43')).$(link)).toHaveLength(0);
});

test('a decision that was set aside stays on the record, and says what set it aside', async () => {
  await kept(aCase().at('submission').file);
  const determined = aCase().at('submission').file.facts.recordDetermination?.[0]?.seq ?? 0;
  const { file } = aCase().at('submission').with('reopenReviewDecision', { reason: 'New facts' });
  const entry = (seq: number, decision: DecisionName, details: object): CaseEvent => ({
    seq,
    kind: 'decision-taken',
    at: console.wall,
    decision,
    on: isoDate('2026-12-01'),
    by: 'P01' as PersonId,
    role: 'business-manager',
    details: { ...details },
  });
  await kept(file, [
    entry(determined, 'recordDetermination', {}),
    entry(file.seq, 'reopenReviewDecision', { reason: 'New facts' }),
  ]);
  const { $ } = await record('P01');
  const set = $(`#entry-${determined}`);
  expect(set.text()).toContain('It no longer stands');
  expect(set.find(`a[href$="#entry-${file.seq}"]`).text()).toContain('Reopen the review decision');
  expect(set.find('a[href*="correctFact"]')).toHaveLength(0);
});

/** The entry of a refused decision, as the page of the record shows it. */
async function refusedEntry(why: Refusal) {
  const { file } = before();
  const refused: CaseEvent = {
    seq: file.seq + 1,
    kind: 'decision-refused',
    at: console.wall,
    decision: 'recordOutcome',
    by: 'P08' as PersonId,
    refusal: why,
    details: {},
  };
  await kept({ ...file, seq: file.seq + 1 }, [refused]);
  return (await record('P01')).$(`#entry-${file.seq + 1}`);
}

test('a decision that was refused is told as such, with the reason in plain words', async () => {
  const said = says`${part.person('P08' as PersonId)} may not take it${part.by('recordOutcome')}.`;
  const entry = await refusedEntry(refusal('wrong-role', said));
  expect(entry.find('h2').text()).toBe('Not recorded: Record the decision whether to notify');
  expect(entry.text()).toContain('Ambrose Nettleship may not take it.');
  expect(entry.text()).toContain('It changed nothing.');
});

test('a refusal that 0.1.0 kept is told by the sentence that was kept', async () => {
  const entry = await refusedEntry({ code: 'wrong-role', sentence: 'P08 may not take it (recordOutcome).' });
  expect(entry.text()).toContain('P08 may not take it (recordOutcome).');
});

test('reminders say to how many they went, to whom and about what', async () => {
  const { file } = before();
  await kept({ ...file, seq: file.seq + 1 }, [
    {
      seq: file.seq + 1,
      kind: 'reminders-sent',
      at: console.wall,
      details: { to: ['P01', 'P07'], deadlines: ['outcome', 'hold:H3'] },
    },
  ]);
  const { says } = await record('P01');
  expect(says).toContain('Reminders went to 2 people');
  expect(says).toContain('To: Marguerite Thistlewood, Philippa Greystoke-Hale.');
  expect(says).toContain('About: Step 4, Outcome and Ofsted notification; 1 other date.');
});

describe('A very long record', () => {
  const long = 500;
  beforeEach(async () => {
    const { file } = before();
    const events = Array.from({ length: long }, (_, at): CaseEvent => ({
      seq: at + 1,
      kind: 'decision-taken',
      at: console.wall,
      decision: 'addNote',
      on: isoDate(at < 250 ? '2026-11-24' : '2026-11-30'),
      by: (at % 2 === 0 ? 'P01' : 'P02') as PersonId,
      role: 'business-manager',
      details: { note: `Note number ${at + 1}.` },
    }));
    await kept({ ...file, seq: long }, events);
  });

  test('is shown page by page, from either end', async () => {
    const first = await record('P01');
    expect(first.says).toContain('500 entries.');
    expect(first.$('.moj-timeline__item')).toHaveLength(50);
    expect(first.$('.moj-timeline__item').first().attr('id')).toBe('entry-1');
    const last = await record('P01', '?page=10');
    expect(last.$('.moj-timeline__item').last().attr('id')).toBe('entry-500');
    const newest = await record('P01', '?order=newest');
    expect(newest.$('.moj-timeline__item').first().attr('id')).toBe('entry-500');
    expect(newest.$('.govuk-pagination__next a').attr('href')).toBe(`/cases/${reference}/record?order=newest&page=2`);
  });

  test('an entry is found by its number, on whichever page it is', async () => {
    const { $ } = await record('P01', '?entry=321');
    expect($('#entry-321')).toHaveLength(1);
    expect($('.govuk-pagination__item--current').text().trim()).toBe('7');
  });

  test('is narrowed in the address by kind, step, person and day', async () => {
    expect((await record('P01', '?person=P02')).says).toContain('250 entries of 500');
    expect((await record('P01', '?from=30+11+2026')).says).toContain('250 entries of 500');
    for (const day of ['Mon 30th Nov 26', '30/11/26', '30.11.2026', 'November 30, 2026'])
      expect((await record('P01', `?from=${encodeURIComponent(day)}`)).says).toContain('250 entries of 500');
    const asked = await record('P01', `?from=${encodeURIComponent('Tuesday 30 November 2026')}`);
    expect(asked.says).toContain('is a Monday, not a Tuesday');
    expect((await record('P01', '?from=2026-11-25&to=2026-11-29')).says).toContain('No entry is like that');
    expect((await record('P01', '?kind=reminders')).says).toContain('0 entries of 500');
    expect((await record('P01', '?kind=decisions&page=3')).$('.moj-timeline__item').first().attr('id')).toBe(
      'entry-101',
    );
  });

  test('a day that is none is said beside its field, and what was typed stays', async () => {
    const { $, says } = await record('P01', '?from=31/02/2026');
    expect(says).toContain('The first day: February 2026 has no day 31');
    expect($('#from').attr('value')).toBe('31/02/2026');
    expect($('.govuk-error-summary a').attr('href')).toBe('#from');
    expect($('title').text()).toMatch(/^Error: /);
  });
});

test('a change of the calendar says which day, who, why, and each date that moved; one of 0.1.0 says what it knew', async () => {
  const { file } = aCase();
  const at = console.wall;
  const days = [
    { what: 'closure', date: '2026-12-01', change: 'added', name: 'Flood', by: 'P01', at, why: 'Flood' },
    { what: 'holiday', date: '2027-05-31', change: 'removed', profile: 'kirklees', edition: 'abc123' },
  ];
  const moved = [
    { id: 'information', title: 'Step 5, Information and chronology', from: '2026-12-01', to: '2026-12-02' },
  ];
  await kept({ ...file, seq: 3 }, [
    { seq: 2, kind: 'calendar-changed', at, details: { until: '2032-12-31', days, moved } },
    { seq: 3, kind: 'calendar-changed', at, details: { until: '2032-12-31' } },
  ]);
  const { $ } = await record('P01');
  const said = $('#entry-2').text();
  expect(said).toContain('Tuesday 1 December 2026 is now a closure day (Flood)');
  expect(said).toContain('because: Flood');
  expect(said).toContain(
    'Monday 31 May 2027 is no longer a bank holiday: the settings kirklees, edition abc123, at start.',
  );
  expect(said).toContain(
    'Step 5, Information and chronology: from Tuesday 1 December 2026 to Wednesday 2 December 2026.',
  );
  expect($('#entry-3').text()).toContain('The calendar changed, and every date was worked out again');
});

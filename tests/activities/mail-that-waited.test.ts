import path from 'node:path';
import { sendNoticesActivity, type SendDependencies } from '../../activities/send-notices';
import { recordActivity } from '../../activities/record';
import type { Message } from '../../src/mail/message';
import type { Posted, Postman } from '../../src/mail/postman';
import { loadTemplates } from '../../src/mail/templates';
import { addDays, fromMillis, instant, isoDate, toMillis } from '../../src/procedure/time/dates';
import type { LinkOf } from '../../src/procedure/asking/links';
import type { Notice } from '../../src/procedure/case/record';
import type { Instant, PersonId, WordsReference } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { freshRecords, type TestRecords } from '../support/records';

/* "Emails": the mail server is away for days, on a clock that the test moves. Friday 27 to Monday 30 November 2026. */

const loaded = loadTemplates({ folders: [path.join(__dirname, '..', '..', 'profiles', 'templates')] });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { templates } = loaded;

let kept: TestRecords;
/** The clock, whether the mail server answers, and what it took. */
let world: { now: Instant; away: boolean; readonly taken: Message[] };

beforeAll(async () => {
  kept = await freshRecords();
}, 180_000);
beforeEach(async () => {
  world = { now: instant('2026-11-27T08:00:00.000Z'), away: false, taken: [] };
  await kept.clear();
  const ids = [...new Set(Object.values(aCase().file.people).flat())];
  await kept.records.people.savePeople(
    ids.map((id) => ({
      id,
      name: `Person ${id}`,
      email: `${id.toLowerCase()}@example.org`,
      title: 'Somebody',
      roles: [],
    })),
  );
});
afterAll(() => kept.close());

const relay: Postman = {
  post: (message): Promise<Posted> => {
    if (world.away) return Promise.resolve({ kind: 'try-again', problem: 'connection refused' });
    world.taken.push(message);
    return Promise.resolve({ kind: 'sent', messageId: message.messageId });
  },
  close: () => Promise.resolve(),
};

const dependencies = (): SendDependencies => ({
  records: kept.records,
  postmen: { real: relay, practice: relay },
  templates,
  from: { name: 'Reviews', address: 'reviews@example.org' },
  publicUrl: 'http://127.0.0.1',
  answerLink: async ({ contribution }: LinkOf) => `http://127.0.0.1/answer/${contribution}`,
  now: () => world.now,
});

/** Puts the case on the record as it stands, with these notices. */
async function onRecord(one: CaseBuilder, notices: readonly Notice[]): Promise<readonly string[]> {
  const { file } = one;
  const events = Array.from({ length: file.seq }, (_none, index) => ({
    seq: index + 1,
    kind: index === 0 ? ('case-opened' as const) : ('decision-taken' as const),
    at: file.openedAt,
    details: {},
  }));
  const record = recordActivity({ records: kept.records, clock: () => toMillis(world.now), log: () => undefined });
  await record({ events, notices, file });
  return notices.map(({ key }) => key);
}

/** One attempt of the activity of one act: what it says where it is to be tried again. */
async function attempt(keys: readonly string[], reference = aCase().file.reference): Promise<string | undefined> {
  try {
    await sendNoticesActivity(dependencies())({ reference, keys });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const at = (moment: string): void => {
  world.now = instant(moment);
};
const subjects = (to: string) =>
  world.taken
    .filter((message) => message.to.address === `${to.toLowerCase()}@example.org`)
    .map(({ subject }) => subject);
const standing = async (key: string) =>
  (await kept.records.notices.noticesOf(aCase().file.reference)).find(({ notice }) => notice.key === key)?.standing;
const toOne = (one: CaseBuilder, kind: Notice['kind'], to: string) => {
  const found = one.notices.findLast((notice) => notice.kind === kind && notice.to === to);
  if (found === undefined) throw new Error(`Nobody tells ${to} ${kind}.`);
  return found;
};

/** The reminders that a case decides on a morning. */
const remindersOf = (one: CaseBuilder, date: string) => {
  const before = one.reminders(addDays(isoDate(date), -1));
  return one.as(before.file).reminders(date).sent;
};

describe('A case that is withdrawn while its emails wait for the mail server', () => {
  test('tells people that it was withdrawn, and asks them for nothing any more', async () => {
    world.away = true;
    const opened = aCase();
    const withdrawn = opened.with('withdrawCase');
    const asks = await onRecord(opened, opened.notices);
    const last = await onRecord(withdrawn, withdrawn.notices.slice(opened.notices.length));
    expect(await attempt(last)).toBeDefined();
    world.away = false;
    at('2026-11-30T11:00:00.000Z');
    expect(await attempt(asks)).toBeUndefined();
    expect(await attempt(last)).toBeUndefined();
    expect(new Set(world.taken.map(({ subject }) => subject))).toEqual(
      new Set(['SIN-2026-0007: the case has been withdrawn']),
    );
    for (const key of asks) {
      expect(await standing(key)).toMatchObject({
        state: 'no-longer-true',
        why: expect.stringMatching(/^The case was withdrawn; it no longer asks for /),
      });
    }
  });
});

describe('Emails of one case to one person', () => {
  /** Two things that the Business Manager is told, one after the other. */
  async function twoActs() {
    const first = aCase().with('recordMediaInterest', undefined, { now: '2026-11-23T11:00:00.000Z' });
    const second = first.with(
      'extendDeadline',
      { deadline: 'front-door', to: isoDate('2026-12-04') },
      { now: '2026-11-23T12:00:00.000Z' },
    );
    const before = [toOne(first, 'media-interest', 'P01')];
    const after = [toOne(second, 'deadline-extended', 'P01')];
    return { before: await onRecord(first, before), after: await onRecord(second, after) };
  }

  test('go in the order of the record, whichever act is tried first when the mail server is back', async () => {
    const { before, after } = await twoActs();
    expect(await attempt(after)).toMatch(/an email to the same person that was decided before/);
    expect(subjects('P01')).toEqual([]);
    expect(await attempt(before)).toBeUndefined();
    expect(await attempt(after)).toBeUndefined();
    expect(subjects('P01')).toEqual([
      expect.stringMatching(/the media have shown interest$/),
      expect.stringMatching(/extended to Friday 4 December$/),
    ]);
  });

  test('keep their order within one attempt, and none overtakes one that failed', async () => {
    const { before, after } = await twoActs();
    world.away = true;
    expect(await attempt([...after, ...before])).toMatch(/^1 not sent yet: connection refused/);
    expect(await standing(after[0] ?? '')).toEqual({ state: 'waiting' });
    world.away = false;
    await attempt([...after, ...before]);
    expect(subjects('P01').map((subject) => /media|extended/.exec(subject)?.[0])).toEqual(['media', 'extended']);
  });

  test('wait for no other person and no reminder that may not go yet', async () => {
    at('2026-11-28T10:00:00.000Z');
    const one = aCase();
    const [reminder] = remindersOf(one, '2026-11-26').filter(({ to }) => to === 'P02');
    if (reminder === undefined) throw new Error('P02 is reminded of nothing.');
    const interest = one.with('recordMediaInterest', undefined, { now: '2026-11-28T09:00:00.000Z' });
    const told = { ...toOne(interest, 'media-interest', 'P01'), to: 'P02' as PersonId, as: 'spr-coordinator' as const };
    const keys = await onRecord(interest, [reminder, told]);
    expect(await attempt(keys)).toMatch(/^1 not sent yet: a reminder goes on working mornings/);
    expect(subjects('P02')).toEqual([expect.stringMatching(/the media have shown interest$/)]);
  });
});

describe('Three days without mail, over a weekend', () => {
  /** Step 5 is due on Tuesday 1 December: its owner is reminded on Thursday 26, while the mail server is away. */
  const thursday = () => {
    const found = remindersOf(aCase(), '2026-11-26').find(({ lines }) =>
      lines.some(({ deadline }) => deadline === 'information'),
    );
    if (found === undefined) throw new Error('Nobody is reminded of step 5.');
    return found;
  };

  test('a reminder goes on the next working morning, and what else waited goes at once', async () => {
    const reminder = thursday();
    const other = toOne(aCase(), 'agencies-to-ask', 'P07');
    const reminders = await onRecord(aCase(), [reminder]);
    const asked = await onRecord(aCase(), [other]);
    world.away = true;
    for (const moment of ['2026-11-26T09:00:00.000Z', '2026-11-27T09:00:00.000Z', '2026-11-28T03:00:00.000Z']) {
      at(moment);
      expect(await attempt(asked)).toMatch(/connection refused/);
      expect(await attempt(reminders)).toBeDefined();
    }
    world.away = false;
    at('2026-11-29T03:00:00.000Z');
    expect(await attempt(asked)).toBeUndefined();
    expect(await attempt(reminders)).toMatch(/within the hours of reminders/);
    expect(world.taken.map(({ to }) => to.address)).toEqual(['p07@example.org']);
    at('2026-11-30T08:59:00.000Z');
    expect(await attempt(reminders)).toBeDefined();
    at('2026-11-30T09:00:00.000Z');
    expect(await attempt(reminders)).toBeUndefined();
    expect(world.taken).toHaveLength(2);
    expect(world.taken[1]?.at).toBe('2026-11-30T09:00:00.000Z');
  });

  test('a reminder of what was done over the weekend does not go on Monday', async () => {
    const keys = await onRecord(aCase().past('information'), [thursday()]);
    at('2026-11-30T09:00:00.000Z');
    expect(await attempt(keys)).toBeUndefined();
    expect(world.taken).toEqual([]);
    expect(await standing(keys[0] ?? '')).toMatchObject({
      why: expect.stringContaining('it is done, or no longer needed'),
    });
  });

  test('a reminder whose date was moved does not go: the new date has reminders of its own', async () => {
    const extended = aCase()
      .with('extendDeadline', { deadline: 'information', to: isoDate('2026-12-08') })
      .with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-08') });
    const keys = await onRecord(extended, [thursday()]);
    at('2026-11-30T09:00:00.000Z');
    await attempt(keys);
    expect(world.taken).toEqual([]);
    expect(await standing(keys[0] ?? '')).toMatchObject({
      why: expect.stringContaining('due by Tuesday 8 December 2026 now'),
    });
  });

  test('a reminder of a date that passed in the meantime says that it is overdue', async () => {
    const keys = await onRecord(aCase(), [thursday()]);
    at('2026-12-02T09:00:00.000Z');
    await attempt(keys);
    expect(world.taken[0]?.subject).toMatch(/overdue/);
  });

  test('what a newer reminder says is not said by the older one too', async () => {
    const older = thursday();
    const newer = remindersOf(aCase(), '2026-11-30').find(({ to }) => to === older.to);
    if (newer === undefined) throw new Error('Nobody is reminded on Monday.');
    const keys = await onRecord(aCase(), [older, newer]);
    at('2026-11-30T09:05:00.000Z');
    expect(await attempt(keys)).toBeUndefined();
    expect(world.taken).toHaveLength(1);
    expect(await standing(older.key)).toMatchObject({ why: expect.stringContaining('a newer reminder says it') });
  });

  test('in a practice case, whose emails stay inside, a reminder waits for no morning and has the minute of its own clock', async () => {
    const practice = { ...thursday(), practice: true };
    const keys = await onRecord(aCase().as({ ...aCase().file, practice: true }), [practice]);
    await kept.records.cases.setPracticeOffset(aCase().file.reference, 3 * 86_400_000);
    at('2026-11-28T20:00:00.000Z');
    await attempt(keys);
    const moved = fromMillis(toMillis(instant('2026-11-28T20:00:00.000Z')) + 3 * 86_400_000);
    expect(await standing(practice.key)).toMatchObject({ state: 'sent', at: moved });
    expect(world.taken[0]?.at).toBe(moved);
  });
});

describe('An email that was to replace another', () => {
  const arranged = () =>
    aCase()
      .at('rapid-review-meeting')
      .with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-07') });
  const moved = () => arranged().with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-09') });

  test('goes alone where the first is still waiting, and speaks of none that nobody has', async () => {
    const keys = await onRecord(moved(), [
      toOne(arranged(), 'rapid-review-arranged', 'P07'),
      toOne(moved(), 'rapid-review-arranged', 'P07'),
    ]);
    expect(await attempt(keys)).toBeUndefined();
    expect(world.taken).toHaveLength(1);
    expect(world.taken[0]?.text).toContain('takes place on Wednesday 9 December 2026');
    expect(world.taken[0]?.text).not.toContain('replaces');
  });

  test('names the day on which the first was really sent', async () => {
    at('2026-12-02T08:00:00.000Z');
    const first = await onRecord(arranged(), [toOne(arranged(), 'rapid-review-arranged', 'P07')]);
    await attempt(first);
    const second = await onRecord(moved(), [toOne(moved(), 'rapid-review-arranged', 'P07')]);
    await attempt(second);
    expect(world.taken[1]?.text).toContain('This replaces our email of Wednesday 2 December 2026.');
  });

  test('names the day on which what was wrong was sent, where a fact is corrected', async () => {
    at('2026-11-24T08:00:00.000Z');
    const opened = aCase();
    await attempt(await onRecord(opened, [toOne(opened, 'agency-summary-asked', 'P07')]));
    const reason = 'words:why' as WordsReference;
    const corrected = opened.with('correctFact', { entry: 1, field: 'setting', value: 'community', reason });
    await attempt(await onRecord(corrected, [toOne(corrected, 'fact-corrected', 'P07')]));
    expect(world.taken[1]?.text).toContain('This replaces our email of Tuesday 24 November 2026.');
  });
});

describe('An email that a case proceeds after all', () => {
  const ended = () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' });
  const proceeds = () => ended().with('recordOutcome', { outcome: 'notify' });

  test('names the day on which its recipient was told that the case does not', async () => {
    at('2026-12-02T08:00:00.000Z');
    await attempt(await onRecord(ended(), [toOne(ended(), 'not-to-proceed', 'P17')]));
    await attempt(await onRecord(proceeds(), [toOne(proceeds(), 'proceeds-after-all', 'P17')]));
    expect(world.taken[1]?.text).toContain('This replaces our email of Wednesday 2 December 2026.');
  });

  test('goes alone where that email is still waiting', async () => {
    const notices = [toOne(ended(), 'not-to-proceed', 'P17'), toOne(proceeds(), 'proceeds-after-all', 'P17')];
    await attempt(await onRecord(proceeds(), notices));
    expect(world.taken).toHaveLength(1);
    expect(world.taken[0]?.text).toContain('is notified to Ofsted and the National Panel');
    expect(world.taken[0]?.text).not.toContain('replaces');
  });
});

test('The web address of a publication, which the case knows by a reference alone, is read from the records', async () => {
  const published = aCase().past('publication');
  const { reference } = published.file;
  const notice = toOne(published, 'published', 'P16');
  const id = 'words:the-address' as WordsReference;
  const facts =
    published.file.facts.recordPublication?.map((one) => ({ ...one, form: { ...one.form, link: id } })) ?? [];
  const file = { ...published.file, facts: { ...published.file.facts, recordPublication: facts } };
  const keys = await onRecord(published.as(file), [{ ...notice, values: { ...notice.values, website: id } }]);
  await kept.records.words.keepWords(reference, [{ id, text: 'www.kscp.example/reviews/7' }]);
  expect(await attempt(keys)).toBeUndefined();
  expect(world.taken[0]?.text).toContain('Read it on the website: https://www.kscp.example/reviews/7');
});

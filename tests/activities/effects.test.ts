import { recordActivity } from '../../activities/record';
import { sendNoticesActivity, type SendDependencies } from '../../activities/send-notices';
import { loadTemplates } from '../../src/mail/templates';
import type { Message } from '../../src/mail/message';
import type { Posted, Postman } from '../../src/mail/postman';
import { instant } from '../../src/procedure/time/dates';
import type { LinkOf } from '../../src/procedure/asking/links';
import type { CaseEvent, Recording } from '../../src/procedure/case/record';
import type { CaseReference, PersonId, WordsReference } from '../../src/procedure/time/time';
import path from 'node:path';
import { aCase } from '../support/a-case';
import { freshRecords, type TestRecords } from '../support/records';

const templatesFolder = path.join(__dirname, '..', '..', 'profiles', 'templates');
const at = instant('2026-11-24T09:00:00.000Z');

function templates() {
  const loaded = loadTemplates({ folders: [templatesFolder] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.templates;
}

/** A postman that answers what it is told to, and keeps what it was given. */
function aPostman(answer: (message: Message) => Posted): Postman & { readonly posted: Message[] } {
  const posted: Message[] = [];
  return {
    posted,
    post: async (message) => {
      posted.push(message);
      return answer(message);
    },
    close: () => Promise.resolve(),
  };
}

const sent = (message: Message): Posted => ({ kind: 'sent', messageId: message.messageId });

/** The case as it stands, as it would be recorded at its opening. */
function recordingOf(one: ReturnType<typeof aCase>): Recording {
  const { file, notices } = one;
  const events: readonly CaseEvent[] = Array.from({ length: file.seq }, (_none, index) => ({
    seq: index + 1,
    kind: index === 0 ? 'case-opened' : 'decision-taken',
    at: file.openedAt,
    details: {},
  }));
  return { events, notices, file };
}

describe('What a case does to the world', () => {
  let kept: TestRecords;
  beforeAll(async () => {
    kept = await freshRecords();
  }, 180_000);
  beforeEach(async () => {
    await kept.clear();
    await kept.records.people.savePeople(
      Object.values(aCase().file.people)
        .flat()
        .filter((id, index, all) => all.indexOf(id) === index)
        .map((id) => ({
          id,
          name: `Person ${id}`,
          email: `${id.toLowerCase()}@example.org`,
          title: 'Somebody',
          roles: [],
        })),
    );
  });
  afterAll(() => kept.close());

  const record = (log: (sentence: string) => void = () => undefined) =>
    recordActivity({ records: kept.records, clock: () => Date.parse(at), log });

  const sending = (postman: Postman): SendDependencies => ({
    records: kept.records,
    postmen: { real: postman, practice: postman },
    templates: templates(),
    from: { name: 'Reviews', address: 'reviews@example.org' },
    publicUrl: 'http://127.0.0.1',
    answerLink: async ({ contribution }: LinkOf) => `http://127.0.0.1/answer/${contribution}`,
    now: () => at,
  });

  const orderOf = ({ file, notices }: Recording) => ({
    reference: file.reference,
    keys: notices.map(({ key }) => key),
  });
  const standings = async (reference: CaseReference) =>
    (await kept.records.notices.noticesOf(reference)).map(({ standing }) => standing.state);

  test('is recorded twice and is in the records once', async () => {
    const recording = recordingOf(aCase().at('outcome'));
    await record()(recording);
    await record()(recording);
    const events = await kept.records.events.eventsOf(recording.file.reference, { limit: 100 });
    expect(events).toHaveLength(recording.file.seq);
    expect(await kept.records.notices.noticesOf(recording.file.reference)).toHaveLength(recording.notices.length);
  });

  test('says in the same act how far the clock of a practice case runs ahead, which never goes back', async () => {
    const recording = recordingOf(aCase());
    const { file } = recording;
    const practice = { ...recording, file: { ...file, reference: 'SIN-2026-0901' as CaseReference, practice: true } };
    const ahead = async (by: number) => {
      const clock = () => Date.parse(recording.events.at(-1)?.at ?? at) - by;
      await recordActivity({ records: kept.records, clock, log: () => undefined })(practice);
      return (await kept.records.cases.get(practice.file.reference))?.practiceOffsetMs;
    };
    expect(await ahead(-5)).toBe(0);
    expect(await ahead(60_000)).toBe(60_000);
    expect(await ahead(1_000)).toBe(60_000);
    await recordActivity({ records: kept.records, clock: () => 0, log: () => undefined })(recording);
    expect((await kept.records.cases.get(file.reference))?.practiceOffsetMs).toBe(0);
  });

  test('says so where the record holds another entry under the same number, which stands, and is tried again', async () => {
    const recording = recordingOf(aCase());
    const said: string[] = [];
    await record()(recording);
    const contradicting = record((sentence) => said.push(sentence))({
      ...recording,
      events: [{ seq: 1, kind: 'case-closed', at, details: {} }],
    });
    await expect(contradicting).rejects.toMatchObject({ type: 'ContradictsRecord', nonRetryable: false });
    expect(said.join()).toContain('entries 1');
    const [event] = await kept.records.events.eventsOf(recording.file.reference, { limit: 1 });
    expect(event?.kind).toBe('case-opened');
  });

  test('leads whoever answers for an agency to their own link, the same at each try, and others to the form that they are asked for', async () => {
    const asked = (['la', 'police', 'health'] as const)
      .reduce((one, partner) => one.with('nameAgencies', { partner, agencies: ['gp'] }), aCase())
      .with('askAgencies', { agencies: ['gp'] });
    const recording = recordingOf(asked);
    await kept.records.people.savePeople([
      { id: 'P26' as PersonId, name: 'Ann', email: 'ann@example.org', title: 'GP lead', roles: ['agency-contact'] },
    ]);
    await record()(recording);
    const postman = aPostman(sent);
    await sendNoticesActivity(sending(postman))(orderOf(recording));
    const links = postman.posted.map(({ to, text }) => [to.address, /http:\S+/.exec(text)?.[0]] as const);
    expect(links).toContainEqual(['ann@example.org', 'http://127.0.0.1/answer/return:gp']);
    const others = links.filter(([address]) => address !== 'ann@example.org').map(([, address]) => address);
    const home = `http://127.0.0.1/cases/${recording.file.reference}`;
    const form = (rest: string) => `${home}/decisions/${rest}`;
    expect(new Set(others)).toEqual(
      new Set([
        // The Scrutineer tells the Business Unit whether they can come, which no form asks.
        home,
        form('sendToFrontDoor'),
        ...['la', 'police', 'health'].map((partner) => form(`recordAgencySummary?partner=${partner}`)),
      ]),
    );
  });

  test('sends an organisation beside the settings the link of its request, to the address that the records have', async () => {
    const [organisation, name, address] = ['words:o', 'words:n', 'words:a'] as WordsReference[];
    const asked = aCase().with('askAgencies', { agencies: [], organisations: [{ organisation, name, address }] });
    const aside = asked.with('setEntryAside', { entry: asked.file.seq });
    const { reference } = aside.file;
    const texts = {
      'words:o': 'Thistledown Circus',
      'words:n': 'Jo Quillfeather',
      'words:a': 'jo@thistledown.example',
    };
    const words = Object.entries(texts).map(([id, text]) => ({ id: id as WordsReference, text }));
    await kept.records.words.keepWords(reference, words);
    await record()(recordingOf(asked));
    const postman = aPostman(sent);
    await sendNoticesActivity(sending(postman))(orderOf(recordingOf(asked)));
    await record()(recordingOf(aside));
    await sendNoticesActivity(sending(postman))(orderOf(recordingOf(aside)));
    const theirs = postman.posted.filter(({ to }) => to.address === 'jo@thistledown.example');
    expect(theirs.map(({ text }) => /http:\S+/.exec(text)?.[0])).toEqual([
      `http://127.0.0.1/answer/return:C-${reference}-2-1`,
      `http://127.0.0.1/answer/return:C-${reference}-2-1`,
    ]);
    expect(theirs.map(({ subject }) => subject).join()).not.toMatch(/Thistledown|Quillfeather/i);
    expect(theirs[0]?.text).toContain('Dear Jo Quillfeather');
    expect(theirs[1]?.text).toContain('something was wrong in entry 2');
  });

  test('sends each notice once to one recipient, however often it is asked to', async () => {
    const recording = recordingOf(aCase());
    await record()(recording);
    const postman = aPostman(sent);
    await sendNoticesActivity(sending(postman))(orderOf(recording));
    await sendNoticesActivity(sending(postman))(orderOf(recording));
    expect(postman.posted).toHaveLength(recording.notices.length);
    expect(new Set(postman.posted.map(({ messageId }) => messageId)).size).toBe(recording.notices.length);
    expect(new Set(await standings(recording.file.reference))).toEqual(new Set(['sent']));
  });

  test('sends nothing to somebody who was added and has left, and the Business Unit puts their part right', async () => {
    const { people: partnership, notices } = kept.records;
    const by = 'P01' as PersonId;
    const newcomer = { name: 'Jo Bloggs', email: 'jo@example.org', title: 'Nurse', roles: [] };
    const { id } = (await partnership.add({ ...newcomer, key: 'k1', added: { by, at } })).person;
    await partnership.end(id, { by, at });
    const recording = recordingOf(aCase());
    const [first] = recording.notices;
    if (first === undefined) throw new Error('The case tells nobody that it is open.');
    const people = { ...recording.file.people, [first.as]: [id] };
    const toOne = { ...recording, file: { ...recording.file, people }, notices: [{ ...first, to: id }] };
    await record()(toOne);
    const postman = aPostman(sent);
    await sendNoticesActivity(sending(postman))(orderOf(toOne));
    expect(postman.posted).toEqual([]);
    expect((await notices.noticesOf(recording.file.reference))[0]?.standing).toMatchObject({
      state: 'refused',
      answer: 'They have left the partnership.',
    });
  });

  test('waits with a notice until it is on the record', async () => {
    const recording = recordingOf(aCase());
    const postman = aPostman(sent);
    await expect(sendNoticesActivity(sending(postman))(orderOf(recording))).rejects.toThrow('not on the record yet');
    expect(postman.posted).toEqual([]);
  });

  test('sends a notice that comes on the record while the activity looks for it, or says that it is not there yet', async () => {
    const recording = recordingOf(aCase());
    const { notices } = kept.records;
    const recordedMeanwhile = {
      ...kept.records,
      notices: {
        ...notices,
        noticesWith: async (...asked: Parameters<typeof notices.noticesWith>) => {
          await record()(recording);
          return notices.noticesWith(...asked);
        },
      },
    };
    const postman = aPostman(sent);
    await sendNoticesActivity({ ...sending(postman), records: recordedMeanwhile })(orderOf(recording));
    expect(postman.posted).toHaveLength(recording.notices.length);
    expect(new Set(await standings(recording.file.reference))).toEqual(new Set(['sent']));
  });

  test('tries again with the same Message-ID what the mail server did not take', async () => {
    const recording = recordingOf(aCase());
    await record()(recording);
    const away = aPostman(() => ({ kind: 'try-again', problem: '421 later' }));
    await expect(sendNoticesActivity(sending(away))(orderOf(recording))).rejects.toThrow('421 later');
    expect(new Set(await standings(recording.file.reference))).toEqual(new Set(['waiting']));
    const back = aPostman(sent);
    await sendNoticesActivity(sending(back))(orderOf(recording));
    const ids = (one: { readonly posted: readonly Message[] }) => one.posted.map(({ messageId }) => messageId).sort();
    // To one person nothing overtakes what failed: of several the first alone was tried.
    expect(ids(back)).toEqual(expect.arrayContaining(ids(away)));
    expect(ids(away)).toHaveLength(new Set(recording.notices.map(({ to }) => to)).size);
    expect(ids(back)).toHaveLength(recording.notices.length);
  });

  test('puts a refused address on the record, with a task for the Business Unit', async () => {
    const recording = recordingOf(aCase());
    await record()(recording);
    await sendNoticesActivity(sending(aPostman(() => ({ kind: 'refused', answer: '550 nobody here' }))))(
      orderOf(recording),
    );
    expect(new Set(await standings(recording.file.reference))).toEqual(new Set(['refused']));
    const tasks = await kept.records.tasks.list({ reference: recording.file.reference });
    expect(tasks).toHaveLength(recording.notices.length);
    expect(tasks[0]?.sentence).toContain('was refused');
  });

  test('does not send a reminder that is no longer true when the mail server is back', async () => {
    const before = aCase().at('decision-meeting');
    const { sent: reminders } = before.reminders('2026-11-26');
    const reminder = reminders.find(({ lines }) =>
      lines.every(({ deadline }) => deadline === 'decision-meeting' || deadline === 'front-door'),
    );
    if (reminder === undefined) throw new Error('No reminder of these steps alone is due by then.');
    const after = aCase().at('rapid-review-meeting');
    await record()({ ...recordingOf(after), notices: [reminder] });
    const postman = aPostman(sent);
    await sendNoticesActivity(sending(postman))({ reference: after.file.reference, keys: [reminder.key] });
    expect(postman.posted).toEqual([]);
    expect(await standings(after.file.reference)).toEqual(['no-longer-true']);
  });

  test('does not send a reminder that came to be untrue while the mail server was busy with those before it', async () => {
    const crowd = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'] as PersonId[];
    const asked = aCase().at('decision-meeting');
    const before = asked.as({ ...asked.file, people: { ...asked.file.people, 'spr-coordinator': crowd } });
    const [reminder] = before
      .reminders('2026-11-26')
      .sent.filter(({ lines }) =>
        lines.every(({ deadline }) => deadline === 'decision-meeting' || deadline === 'front-door'),
      );
    if (reminder === undefined) throw new Error('No reminder of these steps alone is due by then.');
    const reminders = crowd.map((to) => ({
      ...reminder,
      to,
      key: `${reminder.key}/${to}`,
    }));
    await record()({ ...recordingOf(before), notices: reminders });
    const after = recordingOf(aCase().at('rapid-review-meeting'));
    const posted: Message[] = [];
    const slow: Postman = {
      post: async (message) => {
        if (posted.push(message) === 1) await record()({ ...after, notices: [] });
        return sent(message);
      },
      close: () => Promise.resolve(),
    };
    const keys = reminders.map(({ key }) => key);
    await sendNoticesActivity(sending(slow))({ reference: after.file.reference, keys });
    expect(posted).toHaveLength(5);
    expect([...(await standings(after.file.reference))].sort()).toEqual([
      ...Array.from({ length: 2 }, () => 'no-longer-true'),
      ...Array.from({ length: 5 }, () => 'sent'),
    ]);
  });
});

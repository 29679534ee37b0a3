import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aNotice, aRecording, aSummary, at, later, manager, reference } from './builders';

describe('notices on the record', () => {
  let test: TestRecords;
  const ref = reference(1);
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(async () => {
    await test.clear();
    const notices = [aNotice('a'), aNotice('b', { at: later })];
    await test.records.record(aRecording(ref, 1, { notices }), aSummary(ref));
  });
  afterAll(() => test.close());

  const standingOf = async (key: string) =>
    (await test.records.notices.noticesOf(ref)).find(({ notice }) => notice.key === key);
  const keysWaiting = async (question: Parameters<TestRecords['records']['notices']['waiting']>[0]) =>
    (await test.records.notices.waiting(question)).map(({ notice }) => notice.key);

  it('wait, the oldest first, until they are sent', async () => {
    expect(await keysWaiting({ limit: 10 })).toEqual(['a', 'b']);
    expect(await keysWaiting({ limit: 1 })).toEqual(['a']);
    expect(await keysWaiting({ keys: ['b', 'unknown'] })).toEqual(['b']);

    expect(await test.records.notices.markSent('a', { at: later, messageId: '<a@example.org>' })).toBe(true);
    expect(await test.records.notices.markSent('a', { at: later, messageId: '<again@example.org>' })).toBe(false);
    expect(await keysWaiting({ reference: ref })).toEqual(['b']);
    expect((await standingOf('a'))?.standing).toEqual({ state: 'sent', at: later, messageId: '<a@example.org>' });
  });

  it('are found by their keys, those of their own case alone', async () => {
    const keysOf = async (of: typeof ref, keys: readonly string[]) =>
      (await test.records.notices.noticesWith(of, keys)).map(({ notice }) => notice.key);
    expect(await keysOf(ref, ['b', 'unknown'])).toEqual(['b']);
    expect(await keysOf(ref, ['b', 'a'])).toEqual(['a', 'b']);
    expect(await keysOf(reference(2), ['a'])).toEqual([]);
  });

  it('say how often they were tried and what the mail server said', async () => {
    const { notices } = test.records;
    await notices.noteAttempt('a', { at, problem: 'The mail server does not answer.' });
    await notices.noteAttempt('a', { at: later, problem: 'Greylisted.' });

    expect(await standingOf('a')).toMatchObject({ attempts: 2, lastAttemptAt: later, lastProblem: 'Greylisted.' });
    expect(await notices.counts()).toEqual({ waiting: 2, refused: 0, waitingSince: at, lastProblem: 'Greylisted.' });
  });

  it('give the Business Unit one task when the address is refused', async () => {
    const { notices, tasks } = test.records;
    const task = { kind: 'address-refused', sentence: 'The address of P01 was refused. Put it right.' };
    expect(await notices.markRefused('a', { at, answer: '550 No such user', task })).toBe(true);
    expect(await notices.markRefused('a', { at: later, answer: '550 No such user', task })).toBe(false);

    expect((await standingOf('a'))?.standing).toEqual({ state: 'refused', at, answer: '550 No such user' });
    expect(await tasks.list({ toDo: true })).toEqual([{ key: 'a', reference: ref, ...task, createdAt: at }]);
    expect(await notices.counts()).toEqual({ waiting: 1, refused: 1, waitingSince: later });

    expect(await tasks.done('a', { at: later, by: manager })).toBe(true);
    expect(await tasks.done('a', { at: later, by: manager })).toBe(false);
    expect(await tasks.list({ reference: ref, toDo: true })).toEqual([]);
    expect(await tasks.list({ reference: ref })).toMatchObject([{ doneAt: later, doneBy: manager }]);
  });

  it('are not sent when they are no longer true, but what was sent was sent', async () => {
    const { notices } = test.records;
    expect(await notices.markNoLongerTrue('a', { at, why: 'The case was withdrawn.' })).toBe(true);
    expect(await notices.markRefused('a', { at, answer: '550' })).toBe(false);
    expect(await notices.noteAttempt('a', { at, problem: 'late' })).toBe(false);
    expect(await keysWaiting({ reference: ref })).toEqual(['b']);

    await notices.markSent('b', { at, messageId: '<b@example.org>' });
    expect(await notices.markNoLongerTrue('b', { at, why: 'The case was withdrawn.' })).toBe(false);
    expect(await notices.markSent('a', { at: later, messageId: '<a@example.org>' })).toBe(true);
    expect(await notices.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('stay as they are when they are recorded again', async () => {
    await test.records.notices.markSent('a', { at, messageId: '<a@example.org>' });
    await test.records.record(aRecording(ref, 1, { notices: [aNotice('a')] }), aSummary(ref));
    expect((await standingOf('a'))?.standing.state).toBe('sent');
  });

  it('land once in the mailbox inside, which pages newest first', async () => {
    const { mailbox } = test.records;
    const message = (n: number, of = ref) => ({
      messageId: `<${n}@example.org>`,
      reference: of,
      to: { name: 'A Manager', address: 'manager@example.org' },
      subject: `Message ${n}`,
      text: 'In plain text.',
      html: '<p>In HTML.</p>',
      headers: { 'X-Case': of },
      at: n < 3 ? at : later,
      practice: true,
    });
    for (const n of [1, 2, 3, 3]) await mailbox.put(message(n));
    await mailbox.put(message(4, reference(2)));

    const first = await mailbox.list({ reference: ref, limit: 2 });
    expect(first.messages).toEqual([message(3), message(2)]);
    const second = await mailbox.list({ reference: ref, limit: 2, cursor: first.next ?? '' });
    expect(second).toEqual({ messages: [message(1)] });
    expect((await mailbox.list({ limit: 10 })).messages).toHaveLength(4);
    expect(await mailbox.get('<2@example.org>')).toEqual(message(2));
    expect(await mailbox.get('<9@example.org>')).toBeUndefined();
  });
});

import { chaseable, lastChased, waitingIn } from '../../../src/procedure/asking/waiting';
import type { Notice } from '../../../src/procedure/case/record';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import { nextReminderAt } from '../../../src/procedure/reminders/reminders';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* The Business Unit chases those who have not answered. Kirklees: P26 answers for gp, P32 for housing. */

const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
const gp = { contributions: ['return:gp'] };
const chased = () => asked().with('chaseAnswers', gp);

decision('chaseAnswers', {
  given: asked,
  may: businessUnit,
  form: { contributions: ['return:gp', 'return:housing', 'summary:police'] },
  tells: { 'answer-chased': ['P26' as PersonId, 'P32' as PersonId, 'police-partner'] },
  tooEarly: () => aCase().atTheEnd(),
  twice: 'already-decided',
  refused: [
    {
      when: 'the case waits for nothing of that name',
      given: asked,
      form: { contributions: ['return:circus'] },
      code: 'against-the-record',
      says: /does not wait for this answer \(return:circus\)/,
    },
    {
      when: 'it has been answered',
      given: () => asked().with('recordReturn', { agency: 'gp' }, { by: 'P26' as PersonId }),
      form: gp,
      code: 'against-the-record',
      says: /The answer \(return:gp\) came on Mon/,
    },
    {
      when: 'the case went on without it',
      given: () => asked().with('goAheadWithoutReturn', { agency: 'gp' }),
      form: gp,
      code: 'against-the-record',
      says: /continued without/,
    },
    {
      when: 'one of several was chased today',
      given: chased,
      form: { contributions: ['return:housing', 'return:gp'] },
      code: 'already-decided',
      says: /reminded them of this today/,
    },
  ],
});

const email = (one: CaseBuilder, to: string): Notice => {
  const found = one.notices.findLast((notice) => notice.kind === 'answer-chased' && notice.to === to);
  if (found === undefined) throw new Error(`Nobody chases ${to}.`);
  return found;
};
const truth = (notice: Notice, { file, now }: CaseBuilder) => {
  const found = truthOf(notice, { file, now, newer: [] });
  return found.kind === 'true' ? found.notice.values : found.why;
};

describe('A chase', () => {
  test('has a key of the case, its entry, the step, the recipient and the day', () => {
    const one = chased();
    expect(email(one, 'P26').key).toBe(
      `SIN-2026-0007/${one.file.seq}/information/answer-chased/P26/2026-11-23/return:gp`,
    );
  });

  test('may be repeated on another day, and the record says when the last one was', () => {
    const again = chased().with('chaseAnswers', gp, { on: '2026-11-24', now: '2026-11-24T10:00:00.000Z' });
    expect([lastChased(chased().file, 'return:gp'), lastChased(again.file, 'return:gp')]).toEqual([
      '2026-11-23',
      '2026-11-24',
    ]);
    expect(lastChased(again.file, 'return:housing')).toBeUndefined();
  });

  test('is not repeated on the same day under the date of another', () => {
    const later = asked().with('addNote', {}, { on: '2026-11-25', now: '2026-11-25T10:00:00.000Z' });
    const once = later.with('chaseAnswers', gp, { on: '2026-11-24', now: '2026-11-25T10:00:00.000Z' });
    const twice = once.refusal('chaseAnswers', gp, { on: '2026-11-25', now: '2026-11-25T11:00:00.000Z' });
    expect(twice?.code).toBe('already-decided');
  });

  test('is not repeated on the same day though its entry was set aside', () => {
    const one = chased();
    const setAside = one.with('setEntryAside', { entry: one.file.seq, reason: words('Too early') });
    expect(setAside.refusal('chaseAnswers', gp)?.code).toBe('already-decided');
  });

  test('sends each email once, however often a contribution is named', () => {
    const one = asked().with('chaseAnswers', { contributions: ['return:gp', 'return:gp'] });
    expect(one.notices.filter(({ kind }) => kind === 'answer-chased')).toHaveLength(1);
  });

  test('says what is waited for, since when, by when and how far it is', () => {
    expect(email(chased(), 'P26').values).toEqual({
      on: '2026-11-23',
      contribution: 'return:gp',
      what: 'return',
      agency: 'gp',
      since: '2026-11-23',
      soFar: 'not-yet',
      wantedBy: '2026-11-30',
    });
  });

  test('says how far the answer is by the time at which it goes', () => {
    const one = chased();
    const inPart = one.with('recordReturn', { agency: 'gp', answer: 'partly', stillToCome: words('The rest') });
    expect(truth(email(one, 'P26'), inPart)).toMatchObject({ soFar: 'in-part' });
  });

  test.each<[string, (one: CaseBuilder) => CaseBuilder, RegExp]>([
    ['was answered meanwhile', (one) => one.with('recordReturn', { agency: 'gp' }), /was answered on/],
    ['is gone on without', (one) => one.with('goAheadWithoutReturn', { agency: 'gp' }), /continued without/],
    ['is of a case that was withdrawn', (one) => one.with('withdrawCase'), /withdrawn/],
    [
      'is of a step that is not needed any more',
      (one) => one.at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }),
      /not needed any more/,
    ],
  ])('is not sent where it %s', (_what, then, why) => {
    const one = chased();
    expect(truth(email(one, 'P26'), then(one))).toMatch(why);
  });

  test('moves no date and no reminder', () => {
    const [before, after] = [asked(), chased()];
    expect(openDeadlines(after.file)).toEqual(openDeadlines(before.file));
    expect(nextReminderAt(after.file)).toEqual(nextReminderAt(before.file));
  });
});

describe('Those who can be chased', () => {
  test('are not the Business Unit itself, which stands in for a role that nobody holds', () => {
    const { file } = aCase();
    const without = { ...file, people: { ...file.people, 'police-partner': [] } };
    expect(chaseable(file).map(({ id }) => id)).toContain('summary:police');
    expect(chaseable(without).map(({ id }) => id)).not.toContain('summary:police');
  });

  test('include the chair of the sub-group, in that role', () => {
    const shared = aCase().before('recordComment');
    const all = chaseable(shared.file).map(({ id }) => id);
    const { notices, file, now } = shared.with('chaseAnswers', { contributions: all });
    const emails = notices.filter(({ kind }) => kind === 'answer-chased');
    expect(emails.map(({ as }) => as).sort()).toEqual(['sub-group-chair', ...Array(6).fill('sub-group-member')]);
    expect(emails.every((one) => truthOf(one, { file, now, newer: [] }).kind === 'true')).toBe(true);
  });
});

test('Contributions are listed by kind, with those that are owed and the answers to be read', () => {
  const one = asked().with('recordReturn', { agency: 'gp' }).with('nameAgencies', { partner: 'la', agencies: [] });
  const listed = waitingIn(one.file).map(({ kind, all, owed, toRead }) => [
    kind,
    all.length,
    owed.map(({ id }) => id),
    toRead.map(({ id }) => id),
  ]);
  expect(listed).toEqual([
    ['naming', 3, ['naming:police', 'naming:health'], []],
    ['summary', 3, ['summary:la', 'summary:police', 'summary:health'], []],
    ['return', 2, ['return:housing'], ['return:gp']],
  ]);
  expect(waitingIn(one.with('withdrawCase').file)).toEqual([]);
});

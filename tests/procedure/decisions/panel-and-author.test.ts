import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* The Panel's reply, the author, and the sub-group's meeting, at the edges. */

const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind);
const whenAsked = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.code ?? 'taken';
const fieldsOf = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.fields?.map(({ field }) => field);

describe("The Panel's reply", () => {
  const replying = () => aCase().before('recordPanelReply');

  test.each([
    ['agrees', 0, 'response', false],
    ['takes-up-nationally', 0, 'response', false],
    ['wants-more', 0, 'panel-answer', false],
    ['disagrees', 1, 'response', true],
  ])('%s: the course moves on by %i, it is for %s, and the review decision is up again: %s', (...row) => {
    const [reply, moves, step, isUpAgain] = row;
    const before = replying();
    const after = before.with('recordPanelReply', { reply });
    expect(after.file.course).toBe(before.file.course + moves);
    expect(told(after, 'panel-replied')).toMatchObject({ step, values: { reply } });
    const fresh = after.notices.slice(before.notices.length).map(({ kind }) => kind);
    expect(fresh.includes('review-decision-reopened')).toBe(isUpAgain);
  });

  test('that wants more is answered, and its next is due fifteen working days after that', () => {
    const answered = replying()
      .with('recordPanelReply', { reply: 'wants-more' })
      .with('answerPanel', {}, { on: '2026-12-11' });
    // Christmas Day to New Year's Day are holidays and closure days of Kirklees: Monday 4 January is the tenth.
    expect(told(answered, 'panel-answered')?.values).toMatchObject({ panelDue: '2027-01-11' });
    expect(whenAsked(answered, 'answerPanel')).toBe('already-decided');
    const again = answered.with('recordPanelReply', { reply: 'wants-more' });
    expect(whenAsked(again, 'answerPanel')).toBe('taken');
    expect(whenAsked(again.with('answerPanel'), 'answerPanel')).toBe('already-decided');
  });

  test('that follows an answer is not of a day before that answer', () => {
    const answered = replying()
      .with('recordPanelReply', { reply: 'wants-more' })
      .with('answerPanel', {}, { on: '2026-12-11' });
    const why = answered.refusal('recordPanelReply', {}, { on: '2026-12-10' });
    expect(why).toMatchObject({ code: 'against-the-record', entry: answered.file.seq });
    expect(why?.sentence).toMatch(/^This reply comes after the answer to the Panel, which was on Friday 11 December/);
    expect(whenAsked(answered, 'recordPanelReply', {}, { on: '2026-12-11' })).toBe('taken');
  });

  test.each([
    ['held, and no reason', { held: 'held' }, undefined],
    ['not necessary, and why', { held: 'not-necessary', reason: words('Nothing to discuss') }, undefined],
    ['held, and why it was not necessary', { held: 'held', reason: words('Nothing to discuss') }, ['reason']],
    ['not necessary, and no reason', { held: 'not-necessary' }, ['reason']],
  ])('is met about: %s', (_what, form, fields) => {
    expect(fieldsOf(aCase().at('response'), 'recordResponseMeeting', form)).toEqual(fields);
    const says = 'reason' in form ? /leave out why/ : /Say why/;
    if (fields) expect(aCase().at('response').refusal('recordResponseMeeting', form)?.sentence).toMatch(says);
  });

  test('was met about after all: the meeting is corrected before its reason', () => {
    const one = aCase()
      .at('response')
      .with('recordResponseMeeting', { held: 'not-necessary', reason: words('Nothing to discuss') });
    const entry = one.file.facts.recordResponseMeeting?.[0]?.seq;
    const correct = { entry, reason: words('A slip') };
    expect(whenAsked(one, 'correctFact', { ...correct, field: 'held', value: 'held' })).toBe('taken');
    expect(whenAsked(one, 'correctFact', { ...correct, field: 'reason', value: undefined })).not.toBe('taken');
    const held = aCase().at('response').with('recordResponseMeeting');
    const seq = held.file.facts.recordResponseMeeting?.[0]?.seq;
    expect(whenAsked(held, 'correctFact', { ...correct, entry: seq, field: 'held', value: 'not-necessary' })).not.toBe(
      'taken',
    );
  });
});

describe('The author', () => {
  const byLa = { by: 'la-partner' } as const;
  const decided = () => aCase().past('submission');
  const appointed = () => decided().with('appointAuthor', {}, { ...byLa, on: '2026-12-09' });
  const review = (reviewType: string) =>
    aCase()
      .choosing({
        recordDetermination: [{ reviewType, ...(reviewType === 'PLR' ? { dueOn: '2027-02-26' } : {}) } as never],
      })
      .past('submission');

  test.each([
    ['LCSPR', 'taken'],
    ['PLR', 'taken'],
    ['none', 'too-early'],
  ])('of a review that is %s: %s', (reviewType, code) => {
    expect(whenAsked(review(reviewType), 'appointAuthor', {}, byLa)).toBe(code);
  });

  test('is replaced while a review is to be done, and not once none is', () => {
    expect(whenAsked(appointed(), 'replaceAuthor', {}, byLa)).toBe('taken');
    const ended = appointed()
      .with('reopenReviewDecision')
      .with('decideReviewAgain', { reviewType: 'none', termsOfReference: undefined });
    expect(whenAsked(ended, 'replaceAuthor', {}, byLa)).toBe('too-early');
    expect(whenAsked(decided(), 'replaceAuthor', {}, byLa)).toBe('too-early');
  });

  test('who is appointed replaces nobody; the next is told with the day on which the last was', () => {
    expect(told(appointed(), 'author-appointed')?.values).not.toHaveProperty('replaces');
    const next = appointed().with('replaceAuthor', { author: 'P37' }, { ...byLa, on: '2026-12-10' });
    expect(told(next, 'author-appointed')?.values).toMatchObject({ replaces: '2026-12-09' });
    const last = next.with('replaceAuthor', { author: 'P36' }, { ...byLa, on: '2026-12-11' });
    expect(told(last, 'author-appointed')?.values).toMatchObject({ replaces: '2026-12-10' });
    expect(last.file.people.author).toEqual(['P36']);
    expect(whenAsked(last, 'replaceAuthor', { author: 'P36' }, byLa)).toBe('against-the-record');
    expect(whenAsked(last, 'replaceAuthor', { author: 'P37' }, { ...byLa, on: '2026-12-10' })).toBe(
      'against-the-record',
    );
    expect(whenAsked(last, 'replaceAuthor', { author: 'P37' }, { ...byLa, on: '2026-12-11' })).toBe('taken');
  });

  test('is nobody who is shut out of the case, and nobody of no partnership', () => {
    const shut = appointed().with('shutOut', { person: 'P37' });
    expect(whenAsked(shut, 'replaceAuthor', { author: 'P37' }, byLa)).toBe('against-the-record');
    expect(whenAsked(appointed(), 'replaceAuthor', { author: 'P999' }, byLa)).toBe('invalid');
    expect(whenAsked(decided(), 'appointAuthor', { author: 'P999' }, byLa)).toBe('invalid');
  });
});

describe("The sub-group's meeting on the draft", () => {
  const onTheDay = { on: '2027-02-10' };
  const amending = () => aCase().at('amendments');
  const members = () => ['P16', ...(aCase().file.people['sub-group-member'] ?? [])].map((one) => one as PersonId);
  const [chair, first, ...others] = members();

  test.each<[string, object, readonly string[] | undefined]>([
    ['members alone', { attended: [chair, first] }, undefined],
    ['members, others having sent apologies', { attended: [chair, first], apologies: others.slice(-1) }, undefined],
    ['members, nobody having sent apologies', { attended: [chair, first], apologies: [] }, undefined],
    ['a stranger', { attended: [chair, 'P26'] }, ['attended']],
    ['members, a stranger having sent apologies', { attended: [chair], apologies: ['P26'] }, ['apologies']],
    ['somebody who sent apologies', { attended: [chair, first], apologies: [first] }, ['apologies']],
  ])('is attended by %s', (_who, form, fields) => {
    expect(fieldsOf(amending(), 'recordSubGroupMeeting', form, onTheDay)).toEqual(fields);
    expect(whenAsked(amending(), 'recordSubGroupMeeting', form, onTheDay)).toBe(fields ? 'invalid' : 'taken');
  });

  test.each([
    ['2027-02-09', 'against-the-record'],
    ['2027-02-10', 'taken'],
    ['2027-02-11', 'taken'],
  ])('for Wednesday 10 February 2027 is of %s: %s', (on, code) => {
    expect(whenAsked(amending(), 'recordSubGroupMeeting', {}, { on })).toBe(code);
  });

  test('is put on the record once, and does not wait for the answers in writing', () => {
    const one = aCase().at('comments').with('recordSubGroupMeeting', {}, onTheDay);
    expect(whenAsked(one, 'recordSubGroupMeeting', {}, onTheDay)).toBe('already-decided');
    expect(whenAsked(aCase().at('draft-to-sub-group'), 'recordSubGroupMeeting')).toBe('too-early');
  });
});

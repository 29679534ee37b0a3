import { aCase, type CaseBuilder } from '../../support/a-case';

/* A case that was closed and reopened: nothing was decided in it between the two days. */

const none = { reviewType: 'none', termsOfReference: undefined } as const;
const closed = (one: CaseBuilder): CaseBuilder => one.as({ ...one.file, closedOn: one.today });
const closes = () =>
  closed(
    aCase()
      .choosing({ recordDetermination: [none] })
      .atTheEnd(),
  );
/** Reopened on Monday 7 June 2027. */
const reopened = () => closes().with('reopenCase', {}, { on: '2027-06-07' });
/** The day after a day, as the calendar has it. */
const dayAfter = (day: string, days = 1) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const codeOn = (one: CaseBuilder, on: string) =>
  one.refusal('addNote', {}, { on, now: '2027-06-09T10:00:00.000Z' })?.code ?? 'taken';

test('A decision is not of a day on which the case was closed', () => {
  const closedOn = closes().today;
  const one = reopened();
  expect(codeOn(one, closedOn)).toBe('taken');
  expect(codeOn(one, dayAfter(closedOn))).toBe('against-the-record');
  expect(codeOn(one, '2027-06-06')).toBe('against-the-record');
  expect(codeOn(one, '2027-06-07')).toBe('taken');
  const refusal = one.refusal('recordMediaInterest', {}, { on: '2027-03-01', now: '2027-06-09T10:00:00.000Z' });
  const reopening = one.file.facts.reopenCase?.[0];
  expect(refusal?.entry).toBe(reopening?.seq);
  expect(refusal?.sentence).toMatch(
    /^The case was closed then: from .* until it was reopened on Monday 7 June 2027 \(entry \d+\)\. Monday 1 March 2027 lies between/,
  );
});

test('Each time that it was closed counts', () => {
  const twice = closed(reopened().with('decideReviewAgain', none, { on: '2027-06-14' })).with(
    'reopenCase',
    {},
    { on: '2027-09-06' },
  );
  const at = (on: string) => twice.refusal('addNote', {}, { on, now: '2027-09-08T10:00:00.000Z' })?.code ?? 'taken';
  expect(['2027-03-01', '2027-06-09', '2027-08-02', '2027-09-07'].map(at)).toEqual([
    'against-the-record',
    'taken',
    'against-the-record',
    'taken',
  ]);
});

test('A case that was reopened before it had closed was open all the time', () => {
  const one = aCase()
    .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
    .past('outcome')
    .with('addAction')
    .with('reopenCase', {}, { on: '2027-02-01' });
  expect(one.file.closings).toBeUndefined();
  expect(one.refusal('addNote', {}, { on: '2027-01-11', now: '2027-02-02T10:00:00.000Z' })).toBeUndefined();
});

describe('A correction', () => {
  const later = { now: '2027-06-09T10:00:00.000Z', on: '2027-06-09' } as const;
  const noted = () => reopened().with('addNote', {}, { ...later, on: '2027-06-08' });
  const seqOf = (one: CaseBuilder, name: 'addNote' | 'reopenCase') => one.file.facts[name]?.at(-1)?.seq;
  const corrected = (name: 'addNote' | 'reopenCase', value: string) =>
    noted().refusal('correctFact', { entry: seqOf(noted(), name), field: 'on', value }, later);

  test('moves no decision to a day on which the case was closed', () => {
    expect(corrected('addNote', '2027-03-01')).toMatchObject({ code: 'against-the-record' });
    expect(corrected('addNote', '2027-03-01')?.sentence).toMatch(/^The case was closed then/);
    expect(corrected('addNote', '2027-06-07')).toBeUndefined();
  });

  test('of the day of the reopening leaves the case open on the days on which it was decided in since', () => {
    expect(corrected('reopenCase', '2027-06-09')?.sentence).toMatch(
      /^Entry \d+, "Add a note" of Tuesday 8 June 2027, would contradict it: The case was closed then/,
    );
    expect(corrected('reopenCase', '2027-06-08')).toBeUndefined();
    expect(corrected('reopenCase', closes().today)).toBeUndefined();
    expect(corrected('reopenCase', dayAfter(closes().today, -1))?.sentence).toMatch(/it is reopened after that/);
  });
});

test('A case that an earlier release reopened keeps no day of its closing, and goes on taking any day', () => {
  const one = reopened();
  const { closings: _closings, ...asBefore } = one.file;
  expect(codeOn(one.as(asBefore), '2027-03-01')).toBe('taken');
});

import { aCase } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Steps 2 to 4 at the edges. The case was received on Monday 23 November 2026. */

const reason = words('It matters');
const views = { la: 'notify', police: 'do-not-notify', health: 'notify' } as const;
const disagreement = (escalated: boolean) => ({ scrutineerInput: words('Heard'), escalated, reason });
const disagreeing = (escalated: boolean) =>
  aCase().choosing({ recordDecisionMeeting: [{ views, disagreement: disagreement(escalated) }] });

describe('The meeting of the delegated partners is not before an agency summary', () => {
  const later = { now: '2026-11-26T10:00:00.000Z' };
  const summaries = (la: string, police: string, health: string) =>
    aCase()
      .with('recordAgencySummary', { partner: 'la' }, { on: la, ...later })
      .with('recordAgencySummary', { partner: 'police' }, { on: police, ...later })
      .with('recordAgencySummary', { partner: 'health' }, { on: health, ...later });

  test.each([
    ['2026-11-24', '2026-11-24', '2026-11-24', undefined],
    ['2026-11-23', '2026-11-24', '2026-11-25', 'health'],
    ['2026-11-24', '2026-11-25', '2026-11-23', 'police'],
    ['2026-11-25', '2026-11-23', '2026-11-24', 'la'],
  ])('in on %s, %s and %s, held on 24 November: too soon for %s', (la, police, health, late) => {
    const one = summaries(la, police, health);
    const entry = one.file.facts.recordAgencySummary?.find(({ form }) => form.partner === late)?.seq;
    expect(one.refusal('recordDecisionMeeting', {}, { on: '2026-11-24' })?.entry).toBe(entry);
  });

  test.each([
    ['2026-11-24', '2026-11-24', false],
    ['2026-11-23', '2026-11-25', true],
    ['2026-11-24', '2026-11-25', true],
    ['2026-11-25', '2026-11-24', true],
  ])('nor before the decisions, of %s and %s, to go ahead without one: refused is %s', (police, health, isRefused) => {
    const one = aCase()
      .with('recordAgencySummary', { partner: 'la' })
      .with('goAheadWithoutSummary', { partner: 'police' }, { on: police, ...later })
      .with('goAheadWithoutSummary', { partner: 'health' }, { on: health, ...later });
    const refusal = one.refusal('recordDecisionMeeting', {}, { on: '2026-11-24' });
    expect(refusal !== undefined).toBe(isRefused);
    if (isRefused) expect(refusal?.sentence).toMatch(/continue without .* Wednesday 25 November 2026/);
  });

  test('and all that is missing is said', () => {
    const one = aCase().with('goAheadWithoutSummary', { partner: 'police' });
    expect(one.refusal('recordDecisionMeeting')?.sentence).toMatch(
      /still missing: [^,]*Local Authority[^,]*, Health[^,]*\./i,
    );
  });
});

describe('A disagreement of the partners', () => {
  const meeting = () => aCase().before('recordDecisionMeeting');

  test('is missed at its own field', () => {
    const why = meeting().refusal('recordDecisionMeeting', { views });
    expect(why?.fields?.map(({ field }) => field)).toEqual(['disagreement']);
    expect(why?.fields?.[0]?.sentence).toMatch(/Scrutineer's input/);
  });

  test('that is not escalated asks the Local Authority for the outcome, and nobody for an answer', () => {
    const before = meeting();
    const after = before.with('recordDecisionMeeting', { views, disagreement: disagreement(false) });
    const sent = after.notices.slice(before.notices.length);
    expect(sent.map(({ kind, as }) => [kind, as])).toEqual([['outcome-to-decide', 'la-partner']]);
    expect(after.refusal('recordExecAnswer')?.code).toBe('against-the-record');
    expect(disagreeing(false).at('outcome').refusal('recordOutcome')).toBeUndefined();
  });

  test('that is escalated is answered before the outcome, and not after it', () => {
    const later = { on: '2026-11-26' };
    const answered = disagreeing(true).before('recordExecAnswer').with('recordExecAnswer', {}, later);
    expect(answered.refusal('recordOutcome', {}, { on: '2026-11-25' })).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringMatching(/Exec partners answered .* Thursday 26 November 2026/) as unknown,
    });
    expect(answered.refusal('recordOutcome', {}, later)).toBeUndefined();
  });

  test('may be answered before the Front Door oversight, which the answer does not wait for', () => {
    const one = aCase()
      .with('goAheadWithoutSummary', { partner: 'la' })
      .with('goAheadWithoutSummary', { partner: 'police' })
      .with('goAheadWithoutSummary', { partner: 'health' })
      .with('recordDecisionMeeting', { views, disagreement: disagreement(true) });
    expect(one.refusal('recordExecAnswer')).toBeUndefined();
    expect(one.refusal('recordOutcome')?.code).toBe('too-early');
  });

  test('stands while the views are corrected, until it is corrected too', () => {
    const one = disagreeing(false).at('outcome');
    const entry = one.file.facts.recordDecisionMeeting?.[0]?.seq;
    expect(
      one.refusal('correctFact', { entry, field: 'views.police', value: 'notify', reason: words('A slip') }),
    ).toBeUndefined();
  });
});

describe('The outcome', () => {
  test('that is recorded already says who recorded it, and when', () => {
    const one = aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' });
    expect(one.refusal('recordOutcome', { outcome: 'not-to-proceed' })).toMatchObject({
      code: 'already-decided',
      first: { by: one.holder('la-partner'), at: one.now },
    });
  });

  test('tells the co-ordinator to notify, or the sub-group that the case does not proceed', () => {
    const before = aCase().at('outcome');
    const kinds = (outcome: string) => [
      ...new Set(
        before
          .with('recordOutcome', { outcome })
          .notices.slice(before.notices.length)
          .map(({ kind }) => kind),
      ),
    ];
    expect([kinds('notify'), kinds('not-to-proceed')]).toEqual([['notification-to-make'], ['not-to-proceed']]);
  });
});

describe('That the criteria were not met after all', () => {
  const notified = () => aCase().before('recordOfstedNotification').with('recordOfstedNotification');
  const byLa = { by: 'la-partner' } as const;

  test('changes the course of the case', () => {
    const before = notified();
    const after = before.with('recordCriteriaNotMet', {}, byLa);
    expect(after.file.course).toBe(before.file.course + 1);
    expect(after.refusal('enterOnMatrix')).toBeUndefined();
  });

  test('changes the course once more in a case that is on the Matrix since the first time, and was reopened', () => {
    const ended = notified().with('recordCriteriaNotMet', {}, byLa).with('enterOnMatrix');
    const reopened = ended.with('reopenCase', {}, byLa);
    const again = reopened.with('recordCriteriaNotMet', {}, byLa);
    expect(again.file.course).toBe(reopened.file.course + 1);
    expect(again.refusal('enterOnMatrix')?.code).toBe('already-decided');
  });

  test('leaves the notification to Ofsted on the record, which is not made again', () => {
    const after = notified().with('recordCriteriaNotMet', {}, byLa);
    expect(after.refusal('recordOfstedNotification', { reference: 'OFSTED-2' })?.code).toBe('already-decided');
  });

  test('is decided in no case that was withdrawn, and once only', () => {
    expect(notified().with('withdrawCase').refusal('recordCriteriaNotMet', {}, byLa)).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringContaining('withdrawn') as unknown,
    });
    expect(notified().with('recordCriteriaNotMet', {}, byLa).refusal('recordCriteriaNotMet', {}, byLa)?.code).toBe(
      'already-decided',
    );
  });
});

import type { PersonId } from '../../../src/procedure/time/time';
import { openSteps } from '../../../src/procedure/dates/steps';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { businessUnit, decision, threeExecs, threePartners } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Steps 2 to 4 of the procedure. */

const disagreeing = { views: { la: 'notify', police: 'do-not-notify', health: 'notify' } } as const;
const escalated = {
  ...disagreeing,
  disagreement: { scrutineerInput: words('Heard'), escalated: true, reason: words('It matters') },
};
const escalatedCase = () => aCase().choosing({ recordDecisionMeeting: [escalated] });
const notified = () => aCase().before('recordOfstedNotification').with('recordOfstedNotification');

decision('sendToFrontDoor', {
  given: aCase,
  may: businessUnit,
  tells: { 'oversight-asked': ['front-door', 'service-director'] },
  twice: 'already-decided',
  refused: [
    {
      when: 'oversight is recorded already',
      given: () => aCase().past('front-door'),
      code: 'already-decided',
      says: /on the record already, by P03/,
    },
    {
      when: 'the step is on hold',
      given: () => aCase().with('placeHold', { step: 'front-door' }),
      code: 'too-early',
      says: /on hold.*Lift the hold first/,
    },
    {
      when: 'nobody is said to have sent it',
      given: aCase,
      form: { sentBy: '  ' },
      code: 'invalid',
      says: /Enter who sent it/,
    },
  ],
});

decision('recordOversight', {
  given: () => aCase().with('sendToFrontDoor'),
  may: ['service-director'],
  tooEarly: aCase,
  twice: 'already-decided',
  refused: [
    {
      when: 'it is dated before the notification was sent to the Front Door',
      given: () => aCase().with('sendToFrontDoor', {}, { on: '2026-11-25' }),
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /Wednesday 25 November 2026/,
    },
  ],
});

decision('recordAgencySummary', {
  given: aCase,
  may: [...threePartners, ...businessUnit],
  form: { partner: 'la' },
  twice: 'already-decided',
  refused: [
    {
      when: 'a partner answers for another agency',
      given: aCase,
      taken: { by: 'police-partner' },
      code: 'wrong-role',
      says: /their own agency only/,
    },
    {
      when: 'the meeting has been held without it',
      given: () => aCase().with('goAheadWithoutSummary', { partner: 'la' }).past('decision-meeting'),
      form: { partner: 'la' },
      code: 'already-decided',
      says: /on the record already/,
    },
  ],
});

decision('goAheadWithoutSummary', {
  given: aCase,
  may: businessUnit,
  form: { partner: 'health' },
  twice: 'already-decided',
  refused: [
    {
      when: 'that summary is in',
      given: () => aCase().with('recordAgencySummary', { partner: 'health' }),
      code: 'against-the-record',
      says: /has been recorded already/,
    },
    {
      when: 'the meeting has been held',
      given: () => aCase().past('decision-meeting'),
      code: 'too-late',
      says: /Step 3.*was done on Wednesday 25 November 2026/,
    },
  ],
});

decision('recordDecisionMeeting', {
  given: () => aCase().before('recordDecisionMeeting'),
  may: businessUnit,
  tells: { 'outcome-to-decide': ['la-partner'] },
  tooEarly: () => aCase().with('recordAgencySummary', { partner: 'la' }),
  twice: 'already-decided',
  refused: [
    {
      when: 'the Business Manager was not there to take the outcome',
      given: () => aCase().before('recordDecisionMeeting'),
      form: { businessManagerPresent: false },
      code: 'invalid',
      says: /Business Manager was there/,
    },
    {
      when: "the partners disagreed and the Scrutineer's input is missing",
      given: () => aCase().before('recordDecisionMeeting'),
      form: disagreeing,
      code: 'invalid',
      says: /Scrutineer's input/,
    },
    {
      when: 'a disagreement is recorded and there was none',
      given: () => aCase().before('recordDecisionMeeting'),
      form: { disagreement: escalated.disagreement },
      code: 'against-the-record',
      says: /same view/,
    },
    {
      when: 'it is dated before a summary came in',
      given: () => aCase().before('recordDecisionMeeting'),
      taken: { on: '2026-11-23' },
      code: 'against-the-record',
      says: /must arrive before the meeting/,
    },
  ],
});

test('A disagreement that is escalated goes to the three Exec partners and the Scrutineer', () => {
  const before = aCase().before('recordDecisionMeeting');
  const after = before.with('recordDecisionMeeting', escalated);
  const sent = after.notices.slice(before.notices.length);
  expect(sent.map(({ kind, as }) => [kind, as])).toEqual(
    [...threeExecs, 'scrutineer'].map((as) => ['disagreement-escalated', as]),
  );
});

decision('recordExecAnswer', {
  given: () => escalatedCase().past('decision-meeting'),
  may: threeExecs,
  tells: { 'exec-answered': [...threePartners, 'business-manager'] },
  tooEarly: () => escalatedCase().before('recordDecisionMeeting'),
  twice: 'already-decided',
  refused: [
    {
      when: 'nothing was escalated',
      given: () => aCase().past('decision-meeting'),
      code: 'against-the-record',
      says: /Nothing was escalated/,
    },
  ],
});

describe('A meeting that is corrected, after step 4, to have escalated the disagreement', () => {
  const kept = { ...escalated, disagreement: { ...escalated.disagreement, escalated: false } };
  const corrected = (step: 'outcome' | 'determination' = 'outcome') => {
    const one = aCase()
      .choosing({ recordDecisionMeeting: [kept] })
      .past(step);
    const entry = one.file.facts.recordDecisionMeeting?.[0]?.seq;
    return one.with('correctFact', { entry, field: 'disagreement.escalated', value: true });
  };
  const outcomeOn = (one: CaseBuilder): string => one.file.facts.recordOutcome?.[0]?.on ?? '';

  test('has the Exec partners’ answer put on the record, as it came before the outcome', () => {
    for (const one of [corrected(), corrected('determination')]) {
      const answered = one.with('recordExecAnswer', {}, { on: outcomeOn(one) });
      expect(answered.file.facts.recordExecAnswer).toHaveLength(1);
      expect(openSteps(answered.file)).toEqual(openSteps(one.file));
      expect(answered.refusal('recordExecAnswer', {}, { on: outcomeOn(one) })?.code).toBe('already-decided');
    }
  });

  test('has no answer of a day after the outcome: that goes into a note', () => {
    const one = corrected('determination');
    const refusal = one.refusal('recordExecAnswer', {}, { on: '2026-11-30' });
    expect(refusal).toMatchObject({ code: 'against-the-record', entry: one.file.facts.recordOutcome?.[0]?.seq });
    expect(refusal?.sentence).toMatch(/Monday 30 November 2026 is after that.*say so in a note \(addNote\)/);
  });

  test('is not corrected back over the answer', () => {
    const one = corrected();
    const answered = one.with('recordExecAnswer', {}, { on: outcomeOn(one) });
    const entry = answered.file.facts.recordDecisionMeeting?.[0]?.seq;
    const back = answered.refusal('correctFact', { entry, field: 'disagreement.escalated', value: false });
    expect(back?.sentence).toContain('Nothing was escalated to the Exec partners');
  });

  test('does not have the outcome decided anew by the answer: nobody is asked for what is decided', () => {
    const one = corrected();
    const answered = one.with('recordExecAnswer', {}, { on: outcomeOn(one) });
    const asked = answered.notices.filter(({ kind }) => kind === 'exec-answered');
    const truths = asked.map((notice) => truthOf(notice, { file: answered.file, now: answered.now, newer: [] }).kind);
    expect(truths).toEqual(['no-longer-true', 'no-longer-true', 'no-longer-true', 'no-longer-true']);
  });
});

decision('recordOutcome', {
  given: () => aCase().at('outcome'),
  may: ['la-partner'],
  tells: { 'notification-to-make': ['spr-coordinator', 'business-manager'] },
  tooEarly: () => aCase().past('front-door'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the Exec partners have not answered the escalation',
      given: () => escalatedCase().before('recordExecAnswer'),
      code: 'too-early',
      says: /Exec partners' answer/,
    },
    {
      when: 'it is dated before the meeting',
      given: () => aCase().at('outcome'),
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /Step 4.*comes after Step 3/,
    },
    {
      when: 'it would not proceed, and the Panel has been notified',
      given: notified,
      form: { outcome: 'not-to-proceed' },
      code: 'already-decided',
      says: /on the record already/,
    },
    {
      when: 'there is no reason',
      given: () => aCase().at('outcome'),
      form: { reason: '' },
      code: 'invalid',
      says: /Enter the reason/,
    },
  ],
});

test('Not to proceed is told to the sub-group, and stays open to change while nothing has gone to the Panel', () => {
  const before = aCase().at('outcome');
  const not = before.with('recordOutcome', { outcome: 'not-to-proceed' });
  expect(not.notices.slice(before.notices.length).map(({ kind, to }) => `${kind} ${to}`)).toEqual(
    ['P16', 'P17', 'P18', 'P19', 'P20', 'P21', 'P22', 'P01'].map((to) => `not-to-proceed ${to}`),
  );
  expect(not.refusal('recordOutcome', { outcome: 'not-to-proceed' })?.code).toBe('already-decided');
  const changed = not.with('recordOutcome', { outcome: 'notify' });
  expect(changed.refusal('recordOfstedNotification')).toBeUndefined();
  expect(changed.with('recordOutcome', { outcome: 'not-to-proceed' }).refusal('recordOfstedNotification')?.code).toBe(
    'against-the-record',
  );
});

decision('recordOfstedNotification', {
  given: () => aCase().before('recordOfstedNotification'),
  may: ['spr-coordinator', 'business-manager'],
  tells: { 'ofsted-notified': [...threePartners, 'scrutineer', 'business-manager'] },
  tooEarly: () => aCase().at('outcome'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the Local Authority decided not to notify',
      given: () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }),
      code: 'against-the-record',
      says: /decided not to notify/,
    },
    {
      when: 'it is dated before the decision to notify',
      given: () => aCase().at('outcome').with('recordOutcome', {}, { on: '2026-11-27' }),
      taken: { on: '2026-11-26' },
      code: 'against-the-record',
      says: /Friday 27 November 2026/,
    },
  ],
});

decision('enterOnMatrix', {
  given: () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }),
  may: businessUnit,
  tooEarly: () => aCase().at('outcome'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the case proceeds',
      given: () => aCase().at('outcome').with('recordOutcome'),
      code: 'against-the-record',
      says: /proceeds/,
    },
  ],
});

decision('recordCriteriaNotMet', {
  given: notified,
  may: ['la-partner'],
  by: 'la-partner',
  tells: {
    'criteria-not-met': [
      ...['sub-group-chair', 'sub-group-member', ...threePartners, 'scrutineer'],
      ...['national-panel', 'business-manager', 'spr-coordinator'],
    ] as const,
  },
  tooEarly: () => aCase().before('recordOfstedNotification'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the Rapid Review has gone to the Panel',
      given: () => aCase().past('submission'),
      code: 'too-late',
      says: /reopenReviewDecision/,
    },
    {
      when: 'it is dated before the notification to Ofsted',
      given: notified,
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /25 November 2026/,
    },
  ],
});

decision('tellHomeAuthority', {
  given: () => aCase().notifying({ homeAuthority: 'Leeds' }),
  may: businessUnit,
  tells: { 'home-authority-told': ['business-manager', 'la-partner'] },
  twice: 'already-decided',
  refused: [
    { when: 'there is no other home authority', given: aCase, code: 'against-the-record', says: /no other home/ },
  ],
});

test('A person who is nobody in the case decides nothing', () => {
  expect(aCase().refusal('sendToFrontDoor', {}, { by: 'P500' as PersonId })).toMatchObject({
    code: 'unknown-person',
    sentence: expect.stringContaining('P500 has no role in this case') as unknown,
  });
});

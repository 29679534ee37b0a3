import type { DecisionName } from '../../../src/procedure/case/case-file';
import { agreementOf, entriesForOthers, objectionsIn, toConfirmBy } from '../../../src/procedure/case/recorded-for';
import { catalogue, definitionOf } from '../../../src/procedure/catalogue';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import { milestonesOf } from '../../../src/procedure/dates/milestones';
import { describeCase } from '../../../src/procedure/describe';
import { mayBeRecordedFor, whyMayNot } from '../../../src/procedure/may-take';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import { turnsOf } from '../../../src/procedure/reminders/turns';
import { openSteps } from '../../../src/procedure/dates/steps';
import { sightOfFact } from '../../../src/procedure/entries-seen';
import { carryOut } from '../../../src/procedure/take';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { decision, told } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* What the Business Unit records on behalf of a partner, the Scrutineer or the Exec, and whether they agree. */

const forTheAuthority = { by: 'business-manager', onBehalf: { of: 'la-partner' } } as const;
const recorded = () => aCase().at('outcome').with('recordOutcome', {}, forTheAuthority);
const entry = (one: CaseBuilder, name: DecisionName = 'recordOutcome'): number =>
  one.file.facts[name]?.at(-1)?.seq ?? 0;
const objecting = { agrees: 'no', objection: words('I said that we would wait') };
const objected = () => recorded().with('confirmEntry', objecting, { by: 'la-partner' });
const stateOf = (one: CaseBuilder, name: DecisionName = 'recordOutcome') => {
  const fact = one.file.facts[name]?.at(-1);
  return fact && agreementOf(one.file, fact).state;
};
const task = (one: CaseBuilder, id: string) => turnsOf(one.file).find((turn) => turn.id === `${id}:${entry(one)}`);

decision('confirmEntry', {
  given: recorded,
  by: 'la-partner',
  may: [
    ...['la-partner', 'police-partner', 'health-partner', 'scrutineer', 'la-exec', 'police-exec', 'health-exec'],
    ...['exec-member', 'sub-group-chair'],
  ] as never,
  tooEarly: () => aCase().at('outcome'),
  twice: 'already-decided',
  refused: [
    {
      when: 'by somebody who did not decide it',
      given: recorded,
      taken: { by: 'police-partner' },
      code: 'wrong-role',
      says: /recorded on behalf of: P07\. Nobody else can agree to it or object/,
    },
    {
      when: 'an objection does not say what is wrong',
      given: recorded,
      form: { agrees: 'no' },
      code: 'invalid',
      says: /Say what is wrong/,
    },
    {
      when: 'whoever agrees says what is wrong',
      given: recorded,
      form: { objection: words('All of it') },
      code: 'invalid',
      says: /Leave out what is wrong, or say that you object/,
    },
    {
      when: 'the entry is somebody’s own',
      given: recorded,
      form: { entry: 2 },
      code: 'invalid',
      says: /Entry 2 was not recorded on somebody's behalf/,
    },
    {
      when: 'it is dated before the entry',
      given: recorded,
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /is before that/,
    },
  ],
});

describe('A decision that is recorded on behalf of whoever took it', () => {
  test('stands at once: the case goes on, with who recorded it and for whom', () => {
    const one = recorded();
    const [fact] = one.file.facts.recordOutcome ?? [];
    expect(fact).toMatchObject({
      by: one.holder('business-manager'),
      role: 'business-manager',
      recordedFor: { role: 'la-partner', where: 'The decision meeting' },
    });
    expect(openSteps(one.file)).toEqual(openSteps(aCase().at('outcome').with('recordOutcome').file));
  });

  test('is not confirmed by silence', () => {
    expect(stateOf(recorded().past('determination'))).toBe('not-yet-confirmed');
  });

  test('is told at once to whoever decided it', () => {
    const before = aCase().at('outcome');
    const after = before.with('recordOutcome', {}, forTheAuthority);
    expect(told(after.notices.slice(before.notices.length))['recorded-for-you']).toEqual([before.holder('la-partner')]);
  });

  test('is theirs to confirm within three working days', () => {
    expect(task(recorded(), 'confirmation')).toMatchObject({
      owner: 'la-partner',
      people: ['P07'],
      due: '2026-11-30',
      title: expect.stringMatching(/^Confirm what was recorded on your behalf/) as unknown,
    });
  });

  test('is confirmed by their agreement, and then asked of nobody', () => {
    const one = recorded().with('confirmEntry', {}, { by: 'la-partner' });
    expect(stateOf(one)).toBe('confirmed');
    expect(task(one, 'confirmation')).toBeUndefined();
    expect(toConfirmBy(one.file, one.holder('la-partner'))).toEqual([]);
  });

  test('needs no agreement where the person takes it in their own role', () => {
    const one = aCase().past('outcome');
    expect(one.file.facts.recordOutcome?.[0]).not.toHaveProperty('recordedFor');
    expect(entriesForOthers(one.file)).toEqual([]);
    expect(openDeadlines(one.file).some(({ id }) => id.startsWith('confirmation'))).toBe(false);
  });

  test('is described with the role, the person and the state', () => {
    const one = objected();
    expect(describeCase(one.file, one.now).recordedForOthers).toEqual([
      {
        entry: entry(one),
        decision: 'recordOutcome',
        role: 'la-partner',
        person: null,
        state: 'objected',
        answer: one.file.seq,
      },
    ]);
  });

  test('is not asked for any more once it is answered, also where the email waits', () => {
    const one = recorded();
    const notice = one.notices.find(({ kind }) => kind === 'recorded-for-you');
    if (notice === undefined) throw new Error('Nobody was told.');
    const truth = (at: CaseBuilder) => truthOf(notice, { file: at.file, now: at.now, newer: [] }).kind;
    expect([truth(one), truth(objected())]).toEqual(['true', 'no-longer-true']);
  });
});

describe('On whose behalf it is recorded', () => {
  const refusal = (onBehalf: object, by = 'business-manager') =>
    aCase()
      .at('outcome')
      .refusal('recordOutcome', {}, { by: by as 'business-manager', onBehalf: onBehalf as never });

  test('is said wherever the Business Unit records what is not its own', () => {
    expect(aCase().at('outcome').refusal('recordOutcome', {}, { by: 'business-manager' })).toMatchObject({
      code: 'wrong-role',
      sentence: expect.stringMatching(/Say on whose behalf you record it \(onBehalf\)\.$/) as unknown,
    });
  });

  test('is somebody who may take the decision', () => {
    expect(refusal({ of: 'police-partner' })).toMatchObject({ code: 'invalid', fields: [{ field: 'onBehalf.of' }] });
    expect(refusal({ of: 'author' })).toMatchObject({ code: 'invalid', fields: [{ field: 'onBehalf.of' }] });
  });

  test('is somebody of this case, who has the role', () => {
    expect(refusal({ of: 'la-partner', person: 'P08' })).toMatchObject({ fields: [{ field: 'onBehalf.person' }] });
  });

  test('is not the person who records it', () => {
    const both = aCase().at('outcome').with('replacePerson', { role: 'la-partner', leaves: 'P07', joins: 'P01' });
    expect(both.refusal('recordOutcome', {}, { ...forTheAuthority, by: 'P01' as PersonId })?.sentence).toMatch(
      /yourself: record it as your own decision/,
    );
  });

  test('is said with where it was decided', () => {
    expect(refusal({ of: 'la-partner', where: '' })).toMatchObject({ fields: [{ field: 'onBehalf.where' }] });
  });

  test('is said by the Business Unit alone', () => {
    expect(refusal({ of: 'la-partner' }, 'police-partner')).toMatchObject({ code: 'wrong-role' });
    expect(refusal({ of: 'la-partner' }, 'la-partner')?.sentence).toMatch(/Record your own decision as your own/);
  });

  test('is nobody whose access is restricted: then nobody could agree', () => {
    const out = aCase()
      .at('outcome')
      .with('replacePerson', { role: 'la-partner', leaves: undefined, joins: 'P78' })
      .with('shutOut', { person: 'P07' });
    expect(
      out.refusal(
        'recordOutcome',
        {},
        { ...forTheAuthority, onBehalf: { of: 'la-partner', person: 'P07' as PersonId } },
      ),
    ).toMatchObject({ fields: [{ field: 'onBehalf.person' }] });
  });

  test('falls to whoever has the role, once the person has left it', () => {
    const named = aCase()
      .at('outcome')
      .with('recordOutcome', {}, { ...forTheAuthority, onBehalf: { of: 'la-partner', person: 'P07' as PersonId } });
    const left = named.with('replacePerson', { role: 'la-partner', leaves: 'P07', joins: 'P78' });
    expect(task(named, 'confirmation')?.people).toEqual(['P07']);
    expect(task(left, 'confirmation')?.people).toEqual(['P78']);
  });
});

describe('An objection', () => {
  test('changes nothing by itself', () => {
    const [before, after] = [recorded(), objected()];
    expect(openSteps(after.file)).toEqual(openSteps(before.file));
    expect(after.file.facts.recordOutcome).toEqual(before.file.facts.recordOutcome);
  });

  test('is a task of the Business Unit, which is told with whoever recorded it', () => {
    const before = aCase()
      .at('outcome')
      .with('recordOutcome', {}, { ...forTheAuthority, by: 'administrator' });
    const after = before.with('confirmEntry', objecting, { by: 'la-partner' });
    expect(told(after.notices.slice(before.notices.length))).toEqual({
      'objection-made': [before.holder('business-manager'), before.holder('administrator')].sort(),
    });
    expect(task(after, 'objection')).toMatchObject({ owner: 'business-manager', due: '2026-11-30' });
    expect(task(after, 'confirmation')).toBeUndefined();
  });

  test('is resolved by their agreement later', () => {
    const agreed = objected().with('confirmEntry', {}, { by: 'la-partner' });
    expect([stateOf(agreed), objectionsIn(agreed.file)]).toEqual(['confirmed', []]);
  });

  test('is resolved by a correction, to which they are asked to agree', () => {
    const before = objected();
    const after = before.with('correctFact', { entry: entry(before), field: 'reason', value: words('As was said') });
    expect(stateOf(after)).toBe('not-yet-confirmed');
    expect(task(after, 'objection')).toBeUndefined();
    expect(told(after.notices.slice(before.notices.length))['recorded-for-you']).toEqual(['P07']);
  });

  test('is resolved by deciding it again', () => {
    const again = objected().with('recordOutcome', { outcome: 'not-to-proceed' }, { by: 'la-partner' });
    expect(entriesForOthers(again.file)).toEqual([]);
  });

  test('is resolved by reopening what was decided', () => {
    const determined = aCase()
      .past('submission')
      .with('reopenReviewDecision')
      .with('decideReviewAgain', {}, { by: 'business-manager', onBehalf: { of: 'scrutineer' } });
    const answered = determined.with(
      'confirmEntry',
      { ...objecting, entry: entry(determined, 'decideReviewAgain') },
      { by: 'scrutineer' },
    );
    expect(objectionsIn(answered.file)).toHaveLength(1);
    expect(objectionsIn(answered.with('reopenReviewDecision').file)).toEqual([]);
  });

  test('is resolved by setting the entry aside, of which they are told', () => {
    const before = objected();
    const after = before.with('setEntryAside', { entry: entry(before) });
    expect(entriesForOthers(after.file)).toEqual([]);
    expect(told(after.notices.slice(before.notices.length))['fact-corrected']).toContain('P07');
  });

  test('cannot be set aside or corrected by others', () => {
    const one = objected();
    expect(one.refusal('setEntryAside', { entry: one.file.seq })?.sentence).toMatch(/answers again instead/);
    expect(one.refusal('correctFact', { entry: one.file.seq, field: 'objection', value: 'None' })?.code).toBe(
      'against-the-record',
    );
  });

  test('stands as long as nothing resolves it', () => {
    expect(objectionsIn(objected().atTheEnd().file)).toHaveLength(1);
  });
});

test('The Exec group’s decision to ask for further action, recorded on their behalf, is theirs to confirm too', () => {
  const one = aCase()
    .before('recordSignOff')
    .with('addNote', {}, { on: '2027-03-18' })
    .with(
      'recordSignOff',
      { outcome: 'further-action', reason: words('The improvements are unclear') },
      { by: 'spr-coordinator', onBehalf: { of: 'la-exec' } },
    );
  expect(toConfirmBy(one.file, one.holder('la-exec'))).toHaveLength(1);
});

test('Whoever decided it reads the entry, whatever else they see of the case', () => {
  const one = aCase()
    .before('recordSignOff')
    .with('addNote', {}, { on: '2027-03-18' })
    .with('recordSignOff', {}, { by: 'spr-coordinator', onBehalf: { of: 'la-exec' } });
  const fact = one.file.facts.recordSignOff?.[0];
  if (fact === undefined) throw new Error('It was not signed off.');
  const sight = (role: 'la-exec' | 'police-exec') =>
    sightOfFact({ id: one.holder(role), roles: [role] }, one.file, { name: 'recordSignOff', fact });
  expect([sight('la-exec'), sight('police-exec')]).toEqual(['words', 'state']);
});

describe('The decisions that may be recorded on behalf of others', () => {
  test('are those of the partners, the Scrutineer, the Exec and the sub-group’s chair', () => {
    const { file } = aCase();
    const allowed = catalogue.flatMap(({ name }) => (mayBeRecordedFor(file, name).length > 0 ? [name] : []));
    expect(allowed.sort()).toEqual(
      [
        ...['recordOutcome', 'recordCriteriaNotMet', 'recordExecAnswer', 'recordDetermination', 'decideReviewAgain'],
        ...['submitRapidReview', 'approveFinalDraft', 'recordSignOff'],
      ].sort(),
    );
  });

  test('are never conflicts of interest, nor anything that gives or takes access', () => {
    for (const name of ['shutOut', 'letBackIn', 'replacePerson', 'appointAuthor', 'replaceAuthor', 'confirmEntry']) {
      expect(definitionOf(name as DecisionName).onBehalf).toBeUndefined();
    }
    const refusal = aCase()
      .past('determination')
      .refusal('appointAuthor', {}, { by: 'business-manager', onBehalf: { of: 'la-partner' } });
    expect(refusal?.sentence).toMatch(/never recorded on behalf of others/);
  });

  test('are fewer where the settings of the partnership take some away', () => {
    const one = aCase().at('outcome');
    const file = { ...one.file, policy: { ...one.file.policy, onBehalf: ['recordSignOff'] } };
    expect(one.as(file).refusal('recordOutcome', {}, forTheAuthority)?.sentence).toMatch(
      /settings of this partnership do not let/,
    );
    expect(whyMayNot(file, 'recordOutcome', one.holder('business-manager'))?.code).toBe('wrong-role');
    expect(whyMayNot(file, 'recordSignOff', one.holder('business-manager'))).toBeUndefined();
  });
});

test('A case of 0.1.0 in which the Business Manager recorded the Exec’s answer as their own goes on as it did', () => {
  const one = aCase()
    .choosing({
      recordDecisionMeeting: [
        {
          views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
          disagreement: { scrutineerInput: words('Heard'), escalated: true, reason: words('It matters') },
        },
      ],
    })
    .before('recordExecAnswer');
  const call = {
    name: 'recordExecAnswer' as const,
    key: 'an-old-key',
    by: one.holder('business-manager'),
    form: one.formOf('recordExecAnswer'),
  };
  const answer = carryOut(one.file, call, one.now);
  expect(answer).toMatchObject({ kind: 'taken', event: { role: 'business-manager' } });
  if (answer.kind === 'taken') expect(entriesForOthers(answer.file)).toEqual([]);
});

describe('Step 4 is the Local Authority’s', () => {
  test('which is asked by email once steps 2 and 3 are done, whichever is the last', () => {
    const oversight = aCase()
      .with('sendToFrontDoor')
      .with('goAheadWithoutSummary', { partner: 'la' })
      .with('goAheadWithoutSummary', { partner: 'police' })
      .with('goAheadWithoutSummary', { partner: 'health' })
      .with('recordDecisionMeeting');
    expect(oversight.notices.some(({ kind }) => kind === 'outcome-to-decide')).toBe(false);
    const after = oversight.with('recordOversight');
    expect(told(after.notices)['outcome-to-decide']).toEqual(['P07']);
  });
});

describe('Lists of cases', () => {
  const listed = (one: CaseBuilder) => milestonesOf(one.file).notConfirmed;

  test('say what is not yet confirmed of what they show: how it ended, the review, the publication', () => {
    expect(listed(recorded())).toEqual(['ending']);
    const determined = aCase()
      .at('determination')
      .with('recordDetermination', {}, { by: 'business-manager', onBehalf: { of: 'scrutineer' } });
    expect(listed(determined)).toEqual(['review']);
    expect(listed(objected())).toEqual(['ending']);
  });

  test('say nothing once it is confirmed', () => {
    expect(listed(recorded().with('confirmEntry', {}, { by: 'la-partner' }))).toBeUndefined();
  });
});

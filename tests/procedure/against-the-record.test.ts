import type { DecisionName } from '../../src/procedure/case/case-file';
import { fact } from '../../src/procedure/case/facts';
import { aCase, type CaseBuilder, type Taken } from '../support/a-case';

/* What contradicts the record is refused, and the refusal names the entry that it contradicts. */

const held = () => aCase().at('learning-event').with('placeHold', undefined, { by: 'business-manager' });
const lettered = () => held().with('draftDelayLetter').with('addNote', undefined, { on: '2027-01-22' });
const acting = () => aCase().at('submission').with('addAction');
const absent = { la: true, police: true, health: false, scrutineer: false, legal: true };
const metWithout = () =>
  aCase()
    .before('recordRapidReviewMeeting')
    .choosing({ recordRapidReviewMeeting: [{ attended: absent }] })
    .at('determination');

interface Against {
  readonly what: string;
  readonly given: () => CaseBuilder;
  readonly decision: DecisionName;
  readonly form?: object;
  readonly taken?: Taken;
  /** The decision whose entry it contradicts. */
  readonly entryOf: DecisionName;
  readonly says: RegExp;
}

const table: readonly Against[] = [
  {
    what: "A Rapid Review is not held before its invitation's date",
    given: () => aCase().before('recordRapidReviewMeeting').with('arrangeRapidReviewMeeting'),
    decision: 'recordRapidReviewMeeting',
    entryOf: 'arrangeRapidReviewMeeting',
    says: /arranged for .* is before that/,
  },
  {
    what: 'The Scrutineer, who was absent from the Rapid Review, cannot have chaired it',
    given: metWithout,
    decision: 'recordDetermination',
    entryOf: 'recordRapidReviewMeeting',
    says: /The Scrutineer was not at the Rapid Review meeting/,
  },
  {
    what: 'Health, which was absent from the Rapid Review, cannot have chaired it',
    given: metWithout,
    decision: 'recordDetermination',
    form: { chair: 'health' },
    entryOf: 'recordRapidReviewMeeting',
    says: /Health was not at the Rapid Review meeting/,
  },
  {
    what: 'Chronologies are asked for the period of the terms of reference',
    given: () => aCase().before('askChronologies'),
    decision: 'askChronologies',
    form: { periodFrom: '2019-01-01' },
    entryOf: 'recordDetermination',
    says: /period from Wednesday 1 January 2025 to Sunday 1 November 2026/,
  },
  {
    what: 'Chronologies are asked about the people of the terms of reference',
    given: () => aCase().before('askChronologies').with('addFamilyMember', { ref: 'family-9' }),
    decision: 'askChronologies',
    form: { familyMembers: ['child-1', 'family-9'] },
    entryOf: 'recordDetermination',
    says: /and not to family-9/,
  },
  {
    what: 'An agency does not return before it was asked',
    given: () => aCase().before('recordReturn'),
    decision: 'recordReturn',
    taken: { on: '2026-11-23' },
    entryOf: 'askAgencies',
    says: /was asked on/,
  },
  {
    what: 'The submission does not come before the determination',
    given: () => aCase().at('submission'),
    decision: 'submitRapidReview',
    taken: { on: '2026-12-01' },
    entryOf: 'recordDetermination',
    says: /comes after Step 7/,
  },
  {
    what: 'The response does not come before the reply',
    given: () => aCase().at('response'),
    decision: 'recordResponseMeeting',
    taken: { on: '2026-12-10' },
    entryOf: 'recordPanelReply',
    says: /comes after National Panel's reply/,
  },
  {
    what: 'An author is not appointed before a review was decided on',
    given: () => aCase().before('appointAuthor'),
    decision: 'appointAuthor',
    taken: { on: '2026-12-01' },
    entryOf: 'recordDetermination',
    says: /It comes after "Record the determination"/,
  },
  {
    what: 'The planning meeting with the author does not come before the appointment',
    given: () => aCase().before('recordPlanningMeeting'),
    decision: 'recordPlanningMeeting',
    taken: { on: '2026-12-08' },
    entryOf: 'appointAuthor',
    says: /It comes after "Appoint the author"/,
  },
  {
    what: 'The family is not involved in a review before it was decided on',
    given: () => aCase().at('planning'),
    decision: 'recordFamilyInvolvement',
    taken: { on: '2026-11-24', by: 'business-manager' },
    entryOf: 'recordDetermination',
    says: /Record the determination/,
  },
  {
    what: 'The sub-group does not approve before it has met',
    given: () => aCase().before('approveFinalDraft'),
    decision: 'approveFinalDraft',
    taken: { on: '2027-02-09' },
    entryOf: 'recordSubGroupMeeting',
    says: /sub-group's meeting on the draft/,
  },
  {
    what: 'The Exec group does not sign off before the meeting that its papers went to',
    given: () => aCase().before('recordSignOff'),
    decision: 'recordSignOff',
    entryOf: 'sendExecPapers',
    says: /it decides on or after that day/,
  },
  {
    what: 'The report is not published on another day than the one notified',
    given: () => aCase().at('publication'),
    decision: 'recordPublication',
    entryOf: 'sendNoticeOfIntent',
    says: /it is published on that day/,
  },
  {
    what: 'An action is not complete before it was added',
    given: acting,
    decision: 'completeAction',
    taken: { on: '2026-11-24' },
    entryOf: 'addAction',
    says: /was added on/,
  },
  {
    what: 'A hold is not lifted before it was placed',
    given: held,
    decision: 'liftHold',
    taken: { on: '2026-11-24', by: 'business-manager' },
    entryOf: 'placeHold',
    says: /was placed on/,
  },
  {
    what: 'A delay letter is not sent before it was drafted',
    given: lettered,
    decision: 'sendDelayLetter',
    taken: { on: '2027-01-04' },
    entryOf: 'draftDelayLetter',
    says: /was drafted on/,
  },
  {
    what: 'A withdrawn case is not reopened before it was withdrawn',
    given: () => aCase().at('outcome').with('withdrawCase'),
    decision: 'reopenCase',
    taken: { on: '2026-11-23', by: 'business-manager' },
    entryOf: 'withdrawCase',
    says: /What ended the case/,
  },
];

test.each(table)('$what', ({ given, decision, form, taken, entryOf, says }) => {
  const one = given();
  const entry = fact(one.file, entryOf)?.seq;
  const refusal = one.refusal(decision, form, taken);
  expect(refusal).toMatchObject({
    code: 'against-the-record',
    entry,
    sentence: expect.stringMatching(says) as unknown,
  });
  expect(refusal?.sentence).toContain(`(entry ${entry})`);
});

test('A Rapid Review that nobody attended was not held', () => {
  const nobody = { la: false, police: false, health: false, scrutineer: false, legal: false };
  expect(
    aCase()
      .before('recordRapidReviewMeeting')
      .refusal('recordRapidReviewMeeting', { attended: nobody }, { on: '2026-12-04' }),
  ).toMatchObject({ code: 'invalid', fields: [{ field: 'attended' }] });
});

test('A meeting that was moved to an earlier day is held on it, once the invitation says so', () => {
  const one = aCase().before('recordRapidReviewMeeting').with('arrangeRapidReviewMeeting');
  const moved = one.with('arrangeRapidReviewMeeting', { meetingOn: one.today });
  expect(moved.refusal('recordRapidReviewMeeting')).toBeUndefined();
});

describe('What is dated before the entry that it comes after is refused with that entry', () => {
  const said = (one: CaseBuilder, name: DecisionName, form: object | undefined, taken: Taken) =>
    one.refusal(name, form, taken)?.sentence ?? '';

  test('a hold is looked at again, and lifted, after it was looked at last', () => {
    const looked = held()
      .with('addNote', undefined, { on: '2027-01-22' })
      .with('lookAtHoldAgain', { lookAgainOn: '2027-02-12' }, { by: 'business-manager' })
      .with('addNote', undefined, { on: '2027-01-29' });
    const before = { by: 'business-manager', on: '2027-01-21' } as const;
    expect(said(looked, 'liftHold', undefined, before)).toMatch(/last reviewed on Friday 22 January 2027/);
    expect(said(looked, 'lookAtHoldAgain', { lookAgainOn: '2027-02-19' }, before)).toMatch(/last reviewed on/);
  });

  test('nobody goes ahead without an agency before it was asked, or collates before that', () => {
    const asked = aCase().before('recordReturn');
    expect(said(asked, 'goAheadWithoutReturn', undefined, { on: '2026-11-24' })).toMatch(/was asked on/);
    const without = aCase().before('recordChronologyReturn');
    expect(said(without, 'goAheadWithoutChronology', undefined, { on: '2026-12-08' })).toMatch(/was asked on/);
  });

  test('a review decision is put up again after it was last taken', () => {
    const again = aCase()
      .past('submission')
      .with('reopenReviewDecision')
      .with('addNote', undefined, { on: '2026-12-11' })
      .with('decideReviewAgain');
    expect(said(again, 'reopenReviewDecision', undefined, { on: '2026-12-10' })).toMatch(
      /last decided on, on Friday 11/,
    );
  });

  test('progress is checked after the review began', () => {
    const one = aCase().at('planning');
    expect(said(one, 'recordProgressCheck', undefined, { by: 'business-manager', on: '2026-12-04' })).toMatch(
      /comes after "Record the submission/,
    );
  });

  test('the partners meet after they decided to go ahead without a summary', () => {
    const one = aCase().with('goAheadWithoutSummary', { partner: 'la' }, { on: '2026-11-25' });
    const ready = one
      .with('recordAgencySummary', { partner: 'police' }, { on: '2026-11-25' })
      .with('recordAgencySummary', { partner: 'health' }, { on: '2026-11-24' });
    expect(said(ready, 'recordDecisionMeeting', undefined, { on: '2026-11-24' })).toMatch(/before that/);
    expect(ready.refusal('recordDecisionMeeting')).toBeUndefined();
  });
});

test.each<[string, DecisionName, object, RegExp, (one: CaseBuilder) => CaseBuilder]>([
  ['a child', 'removeChild', { ref: 'child-2' }, /child-2 was added on/, (one) => one.with('addChild')],
  [
    'a relative',
    'removeFamilyMember',
    { ref: 'family-2' },
    /was added on/,
    (one) => one.with('addFamilyMember', { ref: 'family-2' }),
  ],
  [
    'somebody shut out',
    'letBackIn',
    { person: 'P08' },
    /P08's access was restricted on/,
    (one) =>
      one
        .with('replacePerson', { role: 'police-partner', leaves: undefined, joins: 'P09' })
        .with('shutOut', { person: 'P08' }),
  ],
])('Nothing is taken back before it was done: %s', (_what, name, form, says, doing) => {
  const one = doing(aCase().with('addNote', undefined, { on: '2026-11-27' }));
  expect(one.refusal(name, form, { by: 'business-manager', on: '2026-11-26' })?.sentence).toMatch(says);
});

test('A parallel process is brought up to date in the order of its days', () => {
  const added = aCase().with('addParallelProcess').with('addNote', undefined, { on: '2026-12-04' });
  const process = `P${added.file.seq - 1}`;
  const updated = added.with('updateParallelProcess', { process, ended: false, nextOn: '2027-01-15' });
  const earlier = { on: '2026-12-03' };
  expect(
    updated.refusal('updateParallelProcess', { process, ended: false, nextOn: '2027-02-15' }, earlier)?.sentence,
  ).toMatch(/last updated on Friday 4 December/);
});

describe('What contradicts another answer of the same form is refused at the field to be changed', () => {
  test.each<[string, () => CaseBuilder, DecisionName, object, string]>([
    [
      'a meeting that was held, and why it was not necessary',
      () => aCase().before('recordResponseMeeting'),
      'recordResponseMeeting',
      { held: 'held', reason: 'words:why' },
      'reason',
    ],
    [
      'the full report and the improvements alone',
      () => aCase().before('tellCommunications'),
      'tellCommunications',
      { toBePublished: ['full-report', 'improvements'] },
      'toBePublished',
    ],
    [
      'a publication that was expected before the team was told',
      () => aCase().before('tellCommunications'),
      'tellCommunications',
      { expectedOn: '2026-12-24' },
      'expectedOn',
    ],
    [
      'somebody who contributed, and why they are not involved',
      () => aCase().at('planning'),
      'recordFamilyInvolvement',
      {
        informed: { byWhom: 'P02', letterOrLeaflet: true, invited: true, contributed: true },
        reasonNotInvolved: 'words:why',
      },
      'reasonNotInvolved',
    ],
  ])('%s', (_what, given, name, form, field) => {
    expect(given().refusal(name, form)).toMatchObject({ code: 'invalid', fields: [{ field }] });
  });

  test('The next date of a parallel process is not before the day on which it is put on the record', () => {
    const one = aCase();
    expect(one.refusal('addParallelProcess', { nextOn: '2026-11-20' })?.sentence).toMatch(/That day has passed/);
    const added = one.with('addParallelProcess');
    const update = { process: `P${added.file.seq}`, nextOn: '2026-11-20', ended: false };
    expect(added.refusal('updateParallelProcess', update)?.sentence).toMatch(/That day has passed/);
  });
});

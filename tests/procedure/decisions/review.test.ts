import { addDays } from '../../../src/procedure/time/dates';
import { isSettled } from '../../../src/procedure/dates/steps';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase } from '../../support/a-case';
import { businessUnit, decision, threeExecs, threePartners } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Steps 9 to 15, and the author. */

const decided = () => aCase().past('submission');
const planning = () => decided().with('appointAuthor', {}, { by: 'la-partner' });
const asked = () => planning().with('askChronologies', { agencies: ['gp', 'housing'] });
const noReview = () => aCase().choosing({ recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] });
const inScript = 'already-decided';

decision('appointAuthor', {
  given: decided,
  may: threePartners,
  by: 'health-partner',
  tells: { 'author-appointed': ['P36' as PersonId, 'business-manager', 'scrutineer'] },
  tooEarly: () => aCase().at('determination'),
  twice: 'already-decided',
  refused: [
    {
      when: 'no review follows',
      given: () => noReview().past('submission'),
      taken: { by: 'la-partner' },
      code: 'too-early',
      says: /No review has been decided on/,
    },
    {
      when: 'the partners do not find them without a conflict',
      given: decided,
      form: { fit: false },
      taken: { by: 'la-partner' },
      code: 'invalid',
      says: /without a conflict/,
    },
    {
      when: 'it is dated before the determination',
      given: decided,
      taken: { by: 'la-partner', on: '2026-12-03' },
      code: 'against-the-record',
      says: /Friday 4 December 2026/,
    },
  ],
});

decision('replaceAuthor', {
  given: planning,
  may: threePartners,
  by: 'la-partner',
  tells: { 'author-appointed': ['P37' as PersonId, 'business-manager', 'scrutineer'] },
  tooEarly: decided,
  twice: 'against-the-record',
});

test('Nobody of the profile is the author before the partners appoint one', () => {
  expect(decided().file.people.author).toEqual([]);
  expect(planning().file.people.author).toEqual(['P36']);
  expect(planning().with('replaceAuthor', {}, { by: 'la-partner' }).file.people.author).toEqual(['P37']);
});

decision('askChronologies', {
  given: planning,
  may: businessUnit,
  form: { agencies: ['gp', 'housing'] },
  tells: { 'chronology-asked': ['P26' as PersonId, 'P32' as PersonId] },
  tooEarly: () => aCase().at('submission'),
  twice: 'already-decided',
  refused: [
    {
      when: 'no local review follows',
      given: () => noReview().past('submission'),
      code: 'against-the-record',
      says: /not needed/,
    },
    {
      when: 'a family member is not in the case',
      given: planning,
      form: { familyMembers: ['family-7'] },
      code: 'invalid',
      says: /family-7 is nobody/,
    },
    {
      when: 'the period ends before it begins',
      given: planning,
      form: { periodFrom: '2026-05-01', periodTo: '2026-04-30' },
      code: 'invalid',
      says: /end after it begins/,
    },
    {
      when: 'an agency is not in the profile',
      given: planning,
      form: { agencies: ['circus'] },
      code: 'invalid',
      says: /no agency circus/,
    },
    {
      when: 'the review decision is up again',
      given: () => decided().with('reopenReviewDecision'),
      code: 'too-early',
      says: /Review decision, taken again/,
    },
  ],
});

decision('recordChronologyReturn', {
  given: asked,
  may: [...businessUnit, 'agency-contact'],
  form: { agency: 'housing' },
  tooEarly: planning,
  twice: 'already-decided',
  refused: [
    {
      when: 'the agency was not asked',
      given: asked,
      form: { agency: 'gp2' },
      code: 'against-the-record',
      says: /not been asked/,
    },
    {
      when: 'the contact of another agency answers',
      given: asked,
      taken: { by: 'P26' as PersonId },
      code: 'wrong-role',
      says: /does not answer for housing/,
    },
  ],
});

decision('goAheadWithoutChronology', {
  given: asked,
  may: businessUnit,
  form: { agency: 'gp' },
  tooEarly: planning,
  twice: 'already-decided',
  refused: [
    {
      when: 'it has returned',
      given: () => asked().with('recordChronologyReturn', { agency: 'gp' }),
      code: 'against-the-record',
      says: /No chronology is outstanding/,
    },
  ],
});

decision('collateChronologies', {
  given: () =>
    asked().with('recordChronologyReturn', { agency: 'gp' }).with('goAheadWithoutChronology', { agency: 'housing' }),
  may: businessUnit,
  tooEarly: planning,
  twice: 'already-decided',
  refused: [
    { when: 'an agency has not answered', given: asked, code: 'too-early', says: /Still to return: gp, housing/ },
  ],
});

decision('recordPlanningMeeting', {
  given: planning,
  may: businessUnit,
  tells: { 'identified-professional-named': ['P38' as PersonId, 'author'] },
  tooEarly: decided,
  twice: 'already-decided',
});

decision('recordFamilyInvolvement', {
  given: planning,
  may: [...businessUnit, 'author', 'identified-professional'],
  tooEarly: () => aCase().at('determination'),
  twice: 'taken again',
  refused: [
    {
      when: 'it is about somebody who is not in the case',
      given: planning,
      form: { familyMember: 'family-8' },
      code: 'invalid',
      says: /family-8 is nobody/,
    },
    {
      when: 'it says neither how they were told nor why they are not involved',
      given: planning,
      form: { informed: undefined, reasonNotInvolved: undefined },
      code: 'invalid',
      says: /how they were told, or why/,
    },
  ],
});

decision('sendMaterial', {
  given: () => aCase().at('author-material'),
  may: businessUnit,
  tells: { 'material-sent': ['author'], 'learning-event-to-support': [...threePartners, 'scrutineer'] },
  tooEarly: () => aCase().at('planning'),
  twice: inScript,
});

decision('recordInitialDraft', {
  given: () => aCase().at('author-material').with('sendMaterial'),
  may: ['author', ...businessUnit],
  tooEarly: () =>
    aCase()
      .at('author-material')
      .with('replaceAuthor', {}, { by: 'la-partner' })
      .with('replaceAuthor', { author: 'P36' }, { by: 'la-partner' }),
  twice: inScript,
});

decision('recordLearningEvent', {
  given: () => aCase().at('learning-event'),
  may: ['author', 'scrutineer', ...businessUnit],
  tells: { 'learning-event-held': ['author', 'business-manager'] },
  tooEarly: () => aCase().at('author-material'),
  twice: inScript,
});

decision('recordDraft', {
  given: () => aCase().at('draft'),
  may: ['author', ...businessUnit],
  tells: { 'draft-in': ['sub-group-chair', 'sub-group-coordinator', 'business-manager'] },
  tooEarly: () => aCase().at('learning-event'),
  twice: inScript,
});

decision('shareDraft', {
  given: () => aCase().at('draft-to-sub-group'),
  may: businessUnit,
  tells: { 'draft-shared': ['sub-group-chair', 'sub-group-member'] },
  tooEarly: () => aCase().at('draft'),
  twice: inScript,
  refused: [
    {
      when: 'the sub-group does not meet that day',
      given: () => aCase().at('draft-to-sub-group'),
      form: { meetingOn: '2027-03-11' },
      code: 'against-the-record',
      says: /No meeting of the sub-group is scheduled.*Wednesday 10 February 2027; Wednesday 10 March 2027/,
    },
    {
      when: 'that meeting is past',
      given: () => aCase().at('draft-to-sub-group'),
      form: { meetingOn: '2027-01-13' },
      code: 'against-the-record',
      says: /after that meeting/,
    },
  ],
});

decision('recordComment', {
  given: () => aCase().at('comments'),
  may: ['sub-group-chair', 'sub-group-coordinator', ...businessUnit, 'sub-group-member'],
  form: { member: 'P17', answer: 'nil' },
  by: 'P17' as PersonId,
  tooEarly: () => aCase().at('draft-to-sub-group'),
  twice: inScript,
  refused: [
    {
      when: 'a member answers for another',
      given: () => aCase().at('comments'),
      taken: { by: 'P18' as PersonId },
      code: 'wrong-role',
      says: /for themselves only/,
    },
    {
      when: 'they are no member of the sub-group',
      given: () => aCase().at('comments'),
      form: { member: 'P26' },
      taken: { by: 'administrator' },
      code: 'against-the-record',
      says: /not a member/,
    },
    {
      when: 'the one round is over',
      given: () => aCase().past('comments'),
      code: 'already-decided',
      says: /on the record already/,
    },
  ],
});

test('The chair of the sub-group, who is a member too, puts the answers of the others on the record', () => {
  expect(
    aCase()
      .at('comments')
      .refusal('recordComment', { member: 'P21' }, { by: 'P16' as PersonId }),
  ).toBeUndefined();
});

/** The sub-group meets on the draft on Wednesday 10 February 2027. */
const meeting = () => aCase().at('amendments').with('addNote', {}, { on: '2027-02-10' });
const memberOf = (role: 'sub-group-member', nth: number) => aCase().holder(role, nth);
decision('recordSubGroupMeeting', {
  given: meeting,
  may: ['sub-group-chair', 'sub-group-coordinator', ...businessUnit],
  tooEarly: () => aCase().at('draft-to-sub-group'),
  twice: inScript,
  refused: [
    {
      when: 'it is dated before the meeting that the draft went out for',
      given: () => aCase().at('amendments'),
      code: 'against-the-record',
      says: /its meeting on Wednesday 10 February 2027 \(entry \d+\)/,
    },
    { when: 'nobody attended', given: meeting, form: { attended: [] }, code: 'invalid', says: /at least 1/ },
    {
      when: 'a member both attended and sent apologies',
      given: meeting,
      form: { apologies: [memberOf('sub-group-member', 1)] },
      code: 'invalid',
      says: /cannot have attended and sent apologies/,
    },
    {
      when: 'somebody attended who is no member of the sub-group',
      given: meeting,
      form: { attended: ['P77'] },
      code: 'invalid',
      says: /P77 is not a member of the sub-group/,
    },
  ],
});

const amending = () => aCase().before('sendAmendments');
test('The sub-group meets on the draft before its part of step 14', () => {
  expect(aCase().at('amendments').refusal('sendAmendments')).toMatchObject({
    code: 'too-early',
    sentence: expect.stringContaining('recordSubGroupMeeting') as unknown,
  });
  const met = amending();
  const entry = met.file.facts.recordSubGroupMeeting?.[0]?.seq;
  const before = { on: '2027-02-09' };
  expect(met.refusal('sendAmendments', undefined, before)).toMatchObject({ code: 'against-the-record', entry });
});

test.each([
  ['is in', () => aCase().at('final-draft')],
  ['is approved by the sub-group', () => aCase().before('approveFinalDraft')],
])('Papers do not go to the Exec group before the final draft %s', (_what, given) => {
  expect(given().refusal('sendExecPapers')).toMatchObject({
    code: 'too-early',
    sentence: expect.stringMatching(/Step 15.* waits for: Step 14.*[Ff]inal draft/) as unknown,
  });
});

test('Papers are not of a day before the approval of the final draft', () => {
  const one = aCase().before('sendExecPapers');
  const { on = one.today } = one.file.facts.approveFinalDraft?.[0] ?? {};
  expect(one.refusal('sendExecPapers', undefined, { on: addDays(on, -1) })).toMatchObject({
    code: 'against-the-record',
    sentence: expect.stringContaining('comes after Step 14') as unknown,
  });
});

test('A case of 0.1.0 that has gone on into step 14 without the meeting puts it on the record before the approval', () => {
  const { file, now } = aCase().at('final-draft').with('recordFinalDraft');
  const { recordSubGroupMeeting: _met, ...facts } = file.facts;
  const before = aCase()
    .at('final-draft')
    .with('recordFinalDraft')
    .as({ ...file, facts });
  expect(isSettled(before.file, 'amendments')).toBe(true);
  expect(before.refusal('approveFinalDraft')?.code).toBe('too-early');
  const met = before.with('recordSubGroupMeeting', undefined, { on: '2027-02-10', now });
  expect(met.with('approveFinalDraft').file.facts.approveFinalDraft).toHaveLength(1);
});

decision('sendAmendments', {
  given: amending,
  may: businessUnit,
  tells: { 'amendments-sent': ['author'] },
  tooEarly: () => aCase().at('comments'),
  twice: inScript,
});
decision('tellCommunications', {
  given: amending,
  may: ['spr-coordinator', 'sub-group-coordinator', 'business-manager'],
  tells: { 'communications-told': ['communications'] },
  tooEarly: () => aCase().at('comments'),
  twice: inScript,
});
decision('recordMediaStatement', {
  given: () => amending().with('tellCommunications'),
  may: ['communications', 'spr-coordinator', 'sub-group-coordinator', 'business-manager'],
  tooEarly: amending,
  twice: inScript,
});
decision('completeSignOffTemplate', {
  given: amending,
  may: businessUnit,
  tooEarly: () => aCase().at('comments'),
  twice: inScript,
});

decision('recordFinalDraft', {
  given: () => aCase().at('final-draft'),
  may: ['author', ...businessUnit],
  tells: { 'final-draft-in': ['sub-group-chair', 'sub-group-member', 'business-manager'] },
  tooEarly: amending,
  twice: inScript,
  refused: [
    {
      when: 'the reasons for non-involvement are not confirmed in it',
      given: () => aCase().at('final-draft'),
      form: { nonInvolvementConfirmed: false },
      code: 'invalid',
      says: /non-involvement/,
    },
  ],
});

decision('approveFinalDraft', {
  given: () => aCase().at('final-draft').with('recordFinalDraft'),
  may: ['sub-group-chair'],
  tooEarly: () => aCase().at('final-draft'),
  twice: inScript,
});

const papersToSend = () => aCase().before('sendExecPapers');
decision('sendExecPapers', {
  given: papersToSend,
  may: businessUnit,
  tells: { 'exec-papers': ['exec-member'] },
  tooEarly: () => aCase().at('comments'),
  twice: inScript,
  refused: [
    {
      when: 'the Exec group does not meet that day',
      given: papersToSend,
      form: { meetingOn: '2027-03-17' },
      code: 'against-the-record',
      says: /No meeting of the Exec group is scheduled/,
    },
  ],
});

const signing = () => aCase().before('recordSignOff');
const onTheDay = { on: '2027-03-18' };
decision('recordSignOff', {
  given: () => signing().with('addNote', {}, onTheDay),
  may: [...threeExecs, 'exec-member'],
  tells: {
    'signed-off': ['business-manager', 'spr-coordinator', 'sub-group-chair', 'author', 'communications'],
    'family-contact-asked': ['identified-professional'],
  },
  tooEarly: () => aCase().at('final-draft'),
  twice: inScript,
  refused: [
    {
      when: 'the Exec group has not met yet',
      given: signing,
      code: 'against-the-record',
      says: /meeting on Thursday 18 March 2027/,
    },
    ...(['improvements-only', 'not-to-publish', 'further-action'] as const).map((outcome) => ({
      when: `${outcome} needs its reason`,
      given: signing,
      taken: onTheDay,
      form: { outcome },
      code: 'invalid' as const,
      says: /reason, or the further action/,
    })),
  ],
});

test('No papers, no sign-off', () => {
  const one = amending();
  const done = ['sendAmendments', 'tellCommunications', 'recordMediaStatement', 'completeSignOffTemplate'] as const;
  const amended = done.reduce((current, name) => current.with(name), one);
  const final = amended.with('recordFinalDraft', {}, { by: 'author' }).with('approveFinalDraft');
  expect(final.refusal('recordSignOff', {}, { on: '2027-05-20' })).toMatchObject({
    code: 'too-early',
    sentence: expect.stringContaining('sendExecPapers') as unknown,
  });
});

test.each([
  ['not-to-publish', 'not-to-be-published'],
  ['further-action', 'further-action-asked'],
  ['improvements-only', 'signed-off'],
] as const)('The Exec group decides %s, and those who act on it are told (%s)', (outcome, kind) => {
  const before = signing();
  const after = before.with('recordSignOff', { outcome, reason: words('As minuted') }, onTheDay);
  expect(after.notices.slice(before.notices.length).map((one) => one.kind)).toContain(kind);
});

import type { PersonId } from '../../../src/procedure/time/time';
import { aCase } from '../../support/a-case';
import { businessUnit, decision, threeExecs, threePartners } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

const subGroup = ['sub-group-chair', 'sub-group-member'] as const;

/* Steps 5 to 8, the National Panel's reply and the response to it. */

const informing = () => aCase().at('information');
const named = () => aCase().before('askAgencies').with('nameAgencies', { partner: 'la' });
const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
const collated = () => aCase().before('recordChronology');
const disagrees = () => aCase().choosing({ recordPanelReply: [{ reply: 'disagrees' }] });
const wantsMore = () => aCase().choosing({ recordPanelReply: [{ reply: 'wants-more' }, { reply: 'agrees' }] });

decision('nameAgencies', {
  given: informing,
  may: [...threePartners, ...businessUnit],
  form: { partner: 'police' },
  by: 'police-partner',
  twice: 'already-decided',
  refused: [
    {
      when: 'a partner answers for another',
      given: informing,
      taken: { by: 'health-partner' },
      code: 'wrong-role',
      says: /own agency only/,
    },
    {
      when: 'an agency is not in the profile',
      given: informing,
      form: { agencies: ['circus'] },
      code: 'invalid',
      says: /no agency circus/,
    },
    {
      when: 'the chronology is collated',
      given: () => aCase().past('information'),
      code: 'already-decided',
      says: /on the record already/,
    },
    {
      when: 'the case does not proceed',
      given: () =>
        aCase()
          .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
          .past('outcome'),
      code: 'against-the-record',
      says: /not needed/,
    },
  ],
});

decision('askAgencies', {
  given: informing,
  may: businessUnit,
  form: { agencies: ['gp', 'police'] },
  tells: { 'information-asked': ['P26' as PersonId, 'P35' as PersonId] },
  twice: 'already-decided',
  refused: [
    {
      when: 'an agency is not in the profile',
      given: named,
      form: { agencies: ['circus'] },
      code: 'invalid',
      says: /no agency circus/,
    },
    {
      when: 'one of them was asked before',
      given: asked,
      form: { agencies: ['locala', 'gp'] },
      code: 'already-decided',
      says: /gp has been asked already/,
    },
  ],
});

decision('recordReturn', {
  given: asked,
  may: [...businessUnit, 'agency-contact'],
  form: { agency: 'gp', answer: 'nil' },
  by: 'P26' as PersonId,
  tooEarly: informing,
  // Whoever answered may answer again until the answer is accepted.
  twice: 'taken again',
  refused: [
    {
      when: 'the agency was not asked',
      given: asked,
      form: { agency: 'cafcass' },
      taken: { by: 'administrator' },
      code: 'against-the-record',
      says: /cafcass has not been asked/,
    },
    {
      when: 'the contact of another agency answers',
      given: asked,
      taken: { by: 'P32' as PersonId },
      code: 'wrong-role',
      says: /does not answer for gp/,
    },
    {
      when: 'it is dated before the agency was asked',
      given: () => aCase().with('askAgencies', { agencies: ['gp'] }, { on: '2026-11-25' }),
      taken: { on: '2026-11-24' },
      code: 'against-the-record',
      says: /was asked on Wednesday 25 November 2026/,
    },
  ],
});

decision('goAheadWithoutReturn', {
  given: asked,
  may: businessUnit,
  form: { agency: 'housing' },
  tooEarly: informing,
  twice: 'already-decided',
  refused: [
    {
      when: 'that agency has returned',
      given: () => asked().with('recordReturn', { agency: 'housing' }),
      code: 'against-the-record',
      says: /No return is outstanding/,
    },
  ],
});

decision('recordChronology', {
  given: collated,
  may: businessUnit,
  tooEarly: informing,
  twice: 'already-decided',
  refused: [
    {
      when: 'a partner has not said which agencies to ask',
      given: () => aCase().with('nameAgencies', { partner: 'la' }),
      code: 'too-early',
      says: /West Yorkshire Police delegated partner, Health delegated partner/,
    },
    {
      when: 'no agency has been asked',
      given: () => aCase().before('askAgencies').with('nameAgencies').with('nameAgencies').with('nameAgencies'),
      code: 'too-early',
      says: /No agency has been asked/,
    },
    {
      when: 'a partner named an agency that was not asked',
      given: () =>
        aCase()
          .with('nameAgencies', { partner: 'la' })
          .with('nameAgencies', { partner: 'police' })
          .with('nameAgencies', { partner: 'health', agencies: ['probation'] })
          .with('askAgencies', { agencies: ['gp', 'locala'] }),
      code: 'too-early',
      says: /not been asked: probation/,
    },
    {
      when: 'an agency has not answered',
      given: () =>
        aCase().past('outcome').with('nameAgencies').with('nameAgencies').with('nameAgencies').with('askAgencies'),
      code: 'too-early',
      says: /Still to return: gp, locala/,
    },
    {
      when: 'it is dated before the last return',
      given: collated,
      taken: { on: '2026-11-27' },
      code: 'against-the-record',
      says: /returned on Monday 30 November 2026/,
    },
  ],
});

test('The chronology does not wait for an agency that the Business Unit goes ahead without, saying why', () => {
  const one = asked()
    .with('nameAgencies', { agencies: ['gp'] })
    .with('nameAgencies', { agencies: ['gp'] })
    .with('nameAgencies', { agencies: ['gp'] })
    .with('recordReturn', { agency: 'gp', answer: 'nil' })
    .with('goAheadWithoutReturn', { agency: 'housing' });
  expect(one.refusal('recordChronology')).toBeUndefined();
});

decision('arrangeRapidReviewMeeting', {
  given: () => aCase().past('outcome'),
  may: businessUnit,
  tells: { 'rapid-review-arranged': [...threePartners, 'scrutineer', 'legal'] },
  tooEarly: () => aCase().at('outcome'),
  twice: 'taken again',
  refused: [
    {
      when: 'the day has passed',
      given: () => aCase().past('outcome'),
      form: { meetingOn: '2026-11-24' },
      code: 'against-the-record',
      says: /day has passed/,
    },
    {
      when: 'the meeting has been held',
      given: () => aCase().past('rapid-review-meeting'),
      code: 'already-decided',
      says: /on the record already/,
    },
    {
      when: 'the case does not proceed',
      given: () =>
        aCase()
          .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
          .past('outcome'),
      code: 'against-the-record',
      says: /not needed/,
    },
  ],
});

decision('recordRapidReviewMeeting', {
  given: () => aCase().at('rapid-review-meeting'),
  may: businessUnit,
  tells: { 'determination-to-make': [...threePartners, 'scrutineer'] },
  tooEarly: () => aCase().past('outcome'),
  twice: 'already-decided',
  refused: [
    {
      when: 'it is dated before the chronology was collated',
      given: () => aCase().at('rapid-review-meeting'),
      taken: { on: '2026-11-30' },
      code: 'against-the-record',
      says: /comes after Step 5/,
    },
    {
      when: 'a key point is left out',
      given: () => aCase().at('rapid-review-meeting'),
      form: { keyPoints: { information: words('x') } },
      code: 'invalid',
      says: /Enter immediate learning/,
    },
  ],
});

decision('fileMinutes', {
  given: () => aCase().at('rapid-review-meeting').with('recordRapidReviewMeeting'),
  may: businessUnit,
  tooEarly: () => aCase().at('rapid-review-meeting'),
  twice: 'already-decided',
  refused: [
    {
      when: 'they are dated before the meeting',
      given: () => aCase().at('rapid-review-meeting').with('recordRapidReviewMeeting', {}, { on: '2026-12-04' }),
      taken: { on: '2026-12-03' },
      code: 'against-the-record',
      says: /Friday 4 December 2026/,
    },
  ],
});

const determining = () => aCase().at('determination');
decision('recordDetermination', {
  given: determining,
  may: ['scrutineer', ...threePartners],
  tells: {
    'determination-told': [...subGroup, 'wider-partner', 'business-manager', 'spr-coordinator', 'scrutineer'],
  },
  tooEarly: () => aCase().at('rapid-review-meeting'),
  twice: 'already-decided',
  refused: [
    {
      when: 'a criterion is not answered',
      given: determining,
      form: { criteria: { improvements: { met: true, reason: words('x') } } },
      code: 'invalid',
      says: /./,
    },
    {
      when: 'a review follows and there are no terms of reference',
      given: determining,
      form: { termsOfReference: undefined },
      code: 'invalid',
      says: /terms of reference/,
    },
    {
      when: 'the terms of reference name somebody who is not in the case',
      given: determining,
      form: {
        termsOfReference: {
          keptAt: words('x'),
          periodFrom: '2025-01-01',
          periodTo: '2026-01-01',
          familyMembers: ['child-7'],
        },
      },
      code: 'invalid',
      says: /child-7 is nobody in this case/,
    },
    {
      when: 'the period ends before it begins',
      given: determining,
      form: {
        termsOfReference: { keptAt: words('x'), periodFrom: '2026-01-02', periodTo: '2026-01-01', familyMembers: [] },
      },
      code: 'invalid',
      says: /end after it begins/,
    },
    {
      when: 'a practice learning review has no date',
      given: determining,
      form: { reviewType: 'PLR' },
      code: 'invalid',
      says: /by when/,
    },
    {
      when: 'a practice learning review is due before it is decided on',
      given: determining,
      form: { reviewType: 'PLR', dueOn: '2026-11-24' },
      code: 'invalid',
      says: /before it is decided/,
    },
    {
      when: 'a local review is given a date of its own',
      given: determining,
      form: { dueOn: '2027-03-01' },
      code: 'invalid',
      says: /Leave this empty/,
    },
    {
      when: 'it is dated before the meeting',
      given: determining,
      taken: { on: '2026-12-02' },
      code: 'against-the-record',
      says: /comes after Step 6/,
    },
  ],
});

test.each(['none', 'PLR', 'LCSPR'] as const)(
  'Meeting the criteria does not decide the review by itself: %s can follow the same answers',
  (reviewType) => {
    const form = {
      reviewType,
      ...(reviewType === 'none' ? { termsOfReference: undefined } : {}),
      ...(reviewType === 'PLR' ? { dueOn: '2027-02-26' } : {}),
    };
    expect(determining().refusal('recordDetermination', form)).toBeUndefined();
  },
);

decision('submitRapidReview', {
  given: () => aCase().at('submission'),
  may: ['scrutineer'],
  tells: { 'submitted-to-panel': [...threeExecs, 'business-manager'] },
  tooEarly: determining,
  twice: 'already-decided',
  refused: [
    {
      when: 'the Exec partners are not told in the same act',
      given: () => aCase().at('submission'),
      form: { execPartnersTold: false },
      code: 'invalid',
      says: /three Exec partners/,
    },
  ],
});

decision('recordPanelReply', {
  given: () => aCase().past('submission'),
  may: [...businessUnit, 'scrutineer'],
  tells: { 'panel-replied': [...threePartners, 'scrutineer', 'business-manager'] },
  tooEarly: () => aCase().at('submission'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the second reply is dated before the answer that it is a reply to',
      given: () =>
        wantsMore()
          .past('submission')
          .with('recordPanelReply', { reply: 'wants-more' })
          .with('answerPanel', {}, { on: '2026-12-18' }),
      taken: { on: '2026-12-17' },
      code: 'against-the-record',
      says: /answer to the Panel, which was on Friday 18 December 2026 \(entry \d+\)/,
    },
  ],
});

decision('answerPanel', {
  given: () => wantsMore().at('panel-answer'),
  may: [...businessUnit, 'scrutineer'],
  tells: { 'panel-answered': [...threeExecs, ...threePartners, 'business-manager'] },
  twice: 'already-decided',
  refused: [
    {
      when: 'the Panel has not asked for more',
      given: () => aCase().past('panel-reply'),
      code: 'against-the-record',
      says: /not needed/,
    },
    {
      when: 'nothing has gone to the Panel',
      given: () => aCase().at('submission'),
      code: 'too-early',
      says: /waits for: Step 8/,
    },
    {
      when: 'it is dated before the reply',
      given: () => wantsMore().at('panel-answer'),
      taken: { on: '2026-12-09' },
      code: 'against-the-record',
      says: /22 December 2026/,
    },
  ],
});

decision('decideReviewAgain', {
  given: () => disagrees().at('review-decision'),
  may: ['scrutineer', ...threePartners],
  form: { reviewType: 'none', termsOfReference: undefined },
  tells: {
    'determination-told': [
      ...subGroup,
      'wider-partner',
      'business-manager',
      'spr-coordinator',
      'scrutineer',
      'national-panel',
    ],
  },
  twice: 'already-decided',
  refused: [
    {
      when: 'the review decision is not up again',
      given: () => aCase().past('submission'),
      code: 'against-the-record',
      says: /not needed/,
    },
    { when: 'nothing was submitted', given: determining, code: 'too-early', says: /waits for/ },
    {
      when: 'it is dated before it was put up again',
      given: () => disagrees().at('review-decision'),
      taken: { on: '2026-12-09' },
      code: 'against-the-record',
      says: /put up again on Tuesday 22 December 2026/,
    },
  ],
});

decision('recordResponseMeeting', {
  given: () => aCase().at('response'),
  may: businessUnit,
  tooEarly: () => aCase().past('submission'),
  twice: 'already-decided',
  refused: [
    {
      when: 'no meeting was necessary, and the reason is missing',
      given: () => aCase().at('response'),
      form: { held: 'not-necessary' },
      code: 'invalid',
      says: /why no meeting was necessary/,
    },
    {
      when: 'the Panel wants more first',
      given: () => wantsMore().at('panel-answer'),
      code: 'too-early',
      says: /Answer to the National Panel/,
    },
  ],
});

decision('agreeDissemination', {
  given: () => aCase().at('response').with('recordResponseMeeting'),
  may: [...businessUnit, ...threePartners],
  tells: { 'dissemination-agreed': [...threePartners, 'sub-group-chair', 'business-manager'] },
  tooEarly: () => aCase().at('response'),
  twice: 'already-decided',
});

decision('recordDissemination', {
  given: () => aCase().at('response').with('recordResponseMeeting').with('agreeDissemination'),
  may: [...businessUnit, ...threePartners],
  tooEarly: () => aCase().at('response').with('recordResponseMeeting'),
  twice: 'already-decided',
});

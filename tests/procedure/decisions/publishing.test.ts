import { isoDate } from '../../../src/procedure/time/dates';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase } from '../../support/a-case';
import { businessUnit, decision, threeExecs } from '../../support/decision-tests';
import { words } from '../../support/default-forms';

/* Steps 16 to 18, and the practice learning review. */

const published = () => aCase().past('publication');
const improvementsOnly = () =>
  aCase().choosing({
    recordSignOff: [{ outcome: 'improvements-only', reason: words('The family may be known by it') }],
  });
const notPublished = () =>
  aCase().choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: words('It would do harm') }] });

decision('recordFamilyContact', {
  given: () => aCase().at('family-contact'),
  may: ['identified-professional', ...businessUnit],
  form: { familyMember: 'family-1' },
  tooEarly: () => aCase().at('sign-off'),
  twice: 'already-decided',
  refused: [
    {
      when: 'they are not in the case',
      given: () => aCase().at('family-contact'),
      form: { familyMember: 'family-8' },
      code: 'invalid',
      says: /family-8 is no family member/,
    },
    {
      when: 'it says neither what was discussed nor why not',
      given: () => aCase().at('family-contact'),
      form: { discussed: undefined },
      code: 'invalid',
      says: /or the reason why not/,
    },
    {
      when: 'nothing is published',
      given: () => notPublished().past('sign-off'),
      taken: { by: 'business-manager' },
      code: 'against-the-record',
      says: /not needed/,
    },
  ],
});

test('Step 16 is done when every relative and every surviving child has been spoken to, or there is a reason', () => {
  const one = aCase().at('family-contact').with('recordFamilyContact', { familyMember: 'family-1' });
  expect(one.refusal('sendNoticeOfIntent')?.code).toBe('too-early');
  const all = one.with('recordFamilyContact', {
    familyMember: 'child-1',
    discussed: undefined,
    reasonNot: words('A baby'),
  });
  expect(all.refusal('sendNoticeOfIntent')?.code).toBe('too-early');
  expect(all.with('recordStepsAgainstDistress').refusal('sendNoticeOfIntent')).toBeUndefined();
});

decision('recordStepsAgainstDistress', {
  given: () => aCase().at('family-contact'),
  may: ['identified-professional', ...businessUnit],
  tooEarly: () => aCase().at('sign-off'),
  twice: 'already-decided',
});

test('What was done to limit distress is asked for the children, the family and the practitioners', () => {
  const one = aCase().at('family-contact');
  for (const question of ['children', 'family', 'practitioners'])
    expect(one.refusal('recordStepsAgainstDistress', { [question]: undefined })?.fields?.[0]?.field).toBe(question);
});

decision('recordNoFamilyContact', {
  given: () => aCase().at('family-contact'),
  may: ['identified-professional', ...businessUnit],
  tooEarly: () => aCase().at('sign-off'),
  twice: 'already-decided',
});

decision('sendReasons', {
  given: () => notPublished().at('reasons-sent'),
  may: businessUnit,
  tells: { 'reasons-sent': ['national-panel', 'secretary-of-state', 'sub-group-chair'] },
  twice: 'already-decided',
  refused: [
    {
      when: 'the whole report is published, so that no reasons are owed',
      given: () => aCase().at('notice-of-intent'),
      code: 'against-the-record',
      says: /not needed/,
    },
    {
      when: 'the family has not been spoken to',
      given: () => improvementsOnly().at('family-contact'),
      code: 'too-early',
      says: /Step 16/,
    },
  ],
});

decision('sendNoticeOfIntent', {
  given: () => aCase().at('notice-of-intent'),
  may: businessUnit,
  tells: {
    'notice-of-intent': ['sub-group-chair', 'sub-group-member', 'national-panel', 'secretary-of-state', 'ofsted'],
  },
  tooEarly: () => aCase().at('family-contact'),
  twice: 'taken again',
  refused: [
    {
      // 18 March 2027 is a Thursday; Good Friday is the 26th, Easter Monday the 29th: the seventh working day is the 31st.
      when: 'publication would be sooner than seven working days after it',
      given: () => aCase().at('notice-of-intent'),
      form: { publishOn: '2027-03-30' },
      code: 'passes-a-limit',
      says: /too soon after the notice .*Wednesday 31 March 2027 at the earliest .*reasonForPassing/,
    },
    { when: 'it is published already', given: published, code: 'too-late', says: /published already/ },
    {
      when: 'nothing is to be published',
      given: () => notPublished().at('reasons-sent'),
      code: 'against-the-record',
      says: /not needed/,
    },
  ],
});

const onTheDay = { on: '2027-03-31' };
const noticed = () => aCase().at('publication');
decision('recordPublication', {
  given: () => noticed().with('addNote', {}, onTheDay),
  may: businessUnit,
  tells: { published: ['other-sub-group', 'sub-group-chair', 'sub-group-member', ...threeExecs] },
  tooEarly: () => aCase().at('notice-of-intent'),
  twice: 'already-decided',
  refused: [
    {
      when: 'it was not on the day notified to the Panel',
      given: noticed,
      taken: { on: '2027-04-01' },
      code: 'against-the-record',
      says: /Wednesday 31 March 2027 \(entry \d+\), and it is published on that day/,
    },
  ],
});

decision('decideDisplay', {
  given: () => published().with('addNote', {}, { on: '2028-03-31' }),
  may: businessUnit,
  tooEarly: () => aCase().at('publication'),
  twice: 'already-decided',
  refused: [
    {
      when: 'the year of the law is not over, though the six months of the procedure are',
      given: published,
      taken: { on: '2027-10-01' },
      code: 'too-early',
      says: /until Friday 31 March 2028 at least.*6 months, to Thursday 30 September 2027, are lengthened/,
    },
  ],
});

const learning = () =>
  aCase()
    .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-02-26') }] })
    .past('submission');

decision('recordLearningReviewReport', {
  given: learning,
  may: ['scrutineer', 'author', ...businessUnit],
  tooEarly: () => aCase().at('submission'),
  twice: 'already-decided',
  refused: [
    {
      when: 'another review follows',
      given: () => aCase().past('submission'),
      code: 'against-the-record',
      says: /not needed/,
    },
  ],
});
decision('recordPracticeLearningEvent', {
  given: learning,
  may: ['scrutineer', 'author', ...businessUnit],
  tells: { 'learning-event-held': ['P14' as PersonId, 'business-manager'] },
  tooEarly: () => aCase().at('submission'),
  twice: 'already-decided',
});
decision('shareLearning', {
  given: () => learning().with('recordLearningReviewReport').with('recordPracticeLearningEvent'),
  may: ['scrutineer', ...businessUnit],
  tells: { 'learning-shared': ['sub-group-chair', 'sub-group-member', 'wider-partner'] },
  tooEarly: () => learning().with('recordLearningReviewReport'),
  twice: 'already-decided',
});

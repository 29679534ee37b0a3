import { conflictsOf } from '../../src/procedure/dates/conflicts';
import { addDays, isoDate } from '../../src/procedure/time/dates';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import { carryOut } from '../../src/procedure/take';
import { aCase, type CaseBuilder, type Taken } from '../support/a-case';
import { words } from '../support/default-forms';

/* What passes a limit is said before it is recorded, needs a reason, and stands as a breach. */

const because = words('The Scrutineer cannot come before');
const notifying = () => aCase().at('notice-of-intent');
const arranging = () => aCase().before('arrangeRapidReviewMeeting');

interface Passes {
  readonly what: string;
  readonly given: () => CaseBuilder;
  readonly decision: DecisionName;
  readonly form: object;
  readonly taken?: Taken;
  readonly passes: readonly (readonly [id: string, date: string, count: number])[];
}

const table: readonly Passes[] = [
  {
    // Received 23 November 2026: day 14 is 10 December, and 15 working days after 26 November are 17 December.
    what: 'a Rapid Review arranged for 20 January, with its limits on 10 and 17 December',
    given: arranging,
    decision: 'arrangeRapidReviewMeeting',
    form: { meetingOn: '2027-01-20' },
    passes: [
      ['step:rapid-review-meeting', '2026-12-10', 41],
      ['clock:rapid-review-to-panel', '2026-12-17', 34],
    ],
  },
  {
    what: 'a Rapid Review arranged for a Saturday',
    given: arranging,
    decision: 'arrangeRapidReviewMeeting',
    form: { meetingOn: '2026-12-05' },
    passes: [['working-day', '2026-12-07', 2]],
  },
  {
    // Six months after Day 1 are Sunday 23 May 2027; after the determination of 4 December 2026, 4 June 2027.
    what: 'a notice of publication on 30 July, with its limits on 21 May and 4 June',
    given: notifying,
    decision: 'sendNoticeOfIntent',
    form: { publishOn: '2027-07-30' },
    passes: [
      ['clock:six-months-from-day-one', '2027-05-21', 70],
      ['clock:published-within', '2027-06-04', 56],
    ],
  },
  {
    what: 'a notice of publication on a Saturday',
    given: notifying,
    decision: 'sendNoticeOfIntent',
    form: { publishOn: '2027-05-15' },
    passes: [['working-day', '2027-05-17', 2]],
  },
  {
    what: 'a date of publication past six months, told to the communications team',
    given: () => aCase().before('tellCommunications'),
    decision: 'tellCommunications',
    form: { expectedOn: '2027-07-30' },
    passes: [
      ['clock:six-months-from-day-one', '2027-05-21', 70],
      ['clock:published-within', '2027-06-04', 56],
    ],
  },
  {
    what: 'a submission that the partners extend past the law',
    given: () => aCase().at('submission'),
    decision: 'extendDeadline',
    form: { deadline: 'submission', to: '2026-12-18' },
    taken: { by: 'business-manager' },
    passes: [['clock:rapid-review-to-panel', '2026-12-17', 1]],
  },
  {
    what: 'a step before the submission that is extended past the law of the submission',
    given: () => aCase().at('determination'),
    decision: 'extendDeadline',
    form: { deadline: 'determination', to: '2026-12-18' },
    taken: { by: 'business-manager' },
    passes: [['clock:rapid-review-to-panel', '2026-12-17', 1]],
  },
];

describe('What passes a limit is listed, needs a reason, and is noted with it', () => {
  test.each(table)('$what', ({ given, decision, form, taken, passes }) => {
    const limits = passes.map(
      ([id, date, count]) => expect.objectContaining({ id, date, by: { count, unit: 'days' } }) as unknown,
    );
    const refusal = given().refusal(decision, form, taken);
    expect(refusal).toMatchObject({ code: 'passes-a-limit', fields: [{ field: 'reasonForPassing' }] });
    expect(refusal?.limits).toEqual(limits);
    for (const one of refusal?.limits ?? []) {
      expect(one.source).not.toBe('');
      expect(refusal?.sentence).toContain(one.sentence);
    }
    const answer = given().attempt(decision, form, { ...taken, because });
    expect(answer).toMatchObject({ kind: 'taken', event: { passes: { limits, reason: because } } });
    const file = answer.kind === 'taken' ? answer.file : given().file;
    expect(file.facts[decision]?.at(-1)).toMatchObject({ passes: { limits, reason: because } });
  });
});

const short = (): CaseBuilder => {
  const one = aCase().before('sendExecPapers');
  const meetingOn = addDays(one.today, 20);
  const file: CaseFile = { ...one.file, meetings: { ...one.file.meetings, exec: [isoDate(meetingOn)] } };
  return one.as(file).with('sendExecPapers', { meetingOn }, { by: 'administrator' });
};
const breaches = ({ file }: Pick<CaseBuilder, 'file'>) => conflictsOf(file).filter(({ breach }) => breach === true);

test('Exec papers 20 days before their meeting are a breach, which stands once the Exec group has signed off', () => {
  const sent = short();
  expect(breaches(sent)).toMatchObject([{ id: 'late-exec-papers', entry: sent.file.seq, steps: ['sign-off'] }]);
  expect(breaches(sent)[0]?.sentence).toMatch(/20 days before the meeting of the Exec group .*; 21 are asked/);
  expect(breaches(sent.past('sign-off'))).toEqual(breaches(sent));
  expect(breaches(sent.at('publication')).map(({ id }) => id)).toContain('late-exec-papers');
});

test('Papers that 0.1.0 let go out late, without a reason, are a breach as well', () => {
  const { file } = short().past('sign-off');
  const [{ passes: _passes, ...papers }] = file.facts.sendExecPapers as [
    NonNullable<typeof file.facts.sendExecPapers>[0],
  ];
  const before = { ...file, facts: { ...file.facts, sendExecPapers: [papers] } };
  expect(breaches({ file: before })).toMatchObject([{ id: 'late-exec-papers', entry: papers.seq }]);
});

test('A Rapid Review arranged too late is a breach until it is arranged for a day in time', () => {
  const late = arranging().with('arrangeRapidReviewMeeting', { meetingOn: '2027-01-20' });
  expect(breaches(late).map(({ id }) => id)).toEqual([
    'passed-step:rapid-review-meeting',
    'passed-clock:rapid-review-to-panel',
  ]);
  expect(breaches(late.with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-09' }))).toEqual([]);
});

test('A day of publication past six months stands as a breach after it was published', () => {
  const published = notifying().with('sendNoticeOfIntent', { publishOn: '2027-07-30' }).past('publication');
  expect(breaches(published).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['passed-clock:six-months-from-day-one', 'passed-clock:published-within']),
  );
});

test('Where the partners have extended publication, its own date is not passed, and the law is', () => {
  const extended = notifying().with('extendDeadline', { deadline: 'publication', to: '2027-07-30' });
  const { limits } = extended.refusal('sendNoticeOfIntent', { publishOn: '2027-07-30' }) ?? {};
  expect(limits?.map(({ id }) => id)).toEqual(['clock:published-within']);
});

test('A hold says its reason itself; looked at again past the date of its step, it is noted with that', () => {
  const answer = aCase()
    .at('learning-event')
    .attempt(
      'placeHold',
      { step: 'learning-event', lookAgainOn: '2027-03-01', reason: words('A trial') },
      { by: 'business-manager' },
    );
  expect(answer).toMatchObject({
    kind: 'taken',
    event: { passes: { limits: [{ id: 'step:learning-event', date: '2027-02-22' }], reason: 'A trial' } },
  });
});

test('A reason is refused where no limit is passed, and an empty one where one is', () => {
  expect(arranging().refusal('arrangeRapidReviewMeeting', { meetingOn: '2026-12-08' }, { because })).toMatchObject({
    code: 'invalid',
    fields: [{ field: 'reasonForPassing' }],
  });
  expect(arranging().refusal('arrangeRapidReviewMeeting', { meetingOn: '2027-01-20' }, { because: ' ' })).toMatchObject(
    {
      code: 'invalid',
      fields: [{ field: 'reasonForPassing' }],
    },
  );
});

test('The same key with another reason is another decision', () => {
  const form = { meetingOn: '2027-01-20' };
  const one = arranging().with('arrangeRapidReviewMeeting', form, { key: 'k', because });
  const again = (reason: string) => one.attempt('arrangeRapidReviewMeeting', form, { key: 'k', because: reason });
  expect(again(because)).toMatchObject({ kind: 'repeated' });
  expect(again('Another')).toMatchObject({ kind: 'refused', refusal: { code: 'key-used-for-another' } });
});

test('What a history has accepted is carried out, though a later rule would refuse it', () => {
  const one = arranging();
  const call = {
    name: 'arrangeRapidReviewMeeting',
    key: 'k',
    by: one.holder('administrator'),
    form: { meetingOn: '2027-01-20' },
  } as const;
  expect(carryOut(one.file, call, one.now)).toMatchObject({ kind: 'taken' });
});

import type { Calendar } from '../../src/procedure/time/calendar';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { conflictsOf, plannedMeetings } from '../../src/procedure/dates/conflicts';
import { isoDate, sayDate } from '../../src/procedure/time/dates';
import { metDates } from '../../src/procedure/dates/deadlines';
import { describeCase } from '../../src/procedure/describe';
import { dayOneOf, plannedDates } from '../../src/procedure/dates/plan';
import { isKept, type Clock } from '../../src/procedure/dates/statutory-clock';
import { stepIds, type StepId } from '../../src/procedure/step-ids';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import { england, kirklees, northmoor } from '../support/partnership';

/* Every date below was counted by hand on a calendar, working day by working day. */

const due = (file: CaseFile, step: StepId) => plannedDates(file, step).due;
const clock = (file: CaseFile, id: string) => clocksOf(file).find((one) => one.id === id);
const on = (calendar: Calendar) => aCase().of({ ...kirklees(), calendar });

type Plan = Readonly<Partial<Record<StepId, string>>>;
const dated = (file: CaseFile): Plan =>
  Object.fromEntries(stepIds.flatMap((step) => (due(file, step) === undefined ? [] : [[step, due(file, step)]])));

describe('The whole plan of a case, worked out at once', () => {
  test.each<[string, string, string, Plan]>([
    [
      'an ordinary Monday, 23 November 2026, with Christmas, three closure days and Easter before it is published',
      '2026-11-23',
      '2026-11-23',
      {
        notification: '2026-11-27',
        'front-door': '2026-11-27',
        'decision-meeting': '2026-11-27',
        outcome: '2026-11-27',
        information: '2026-12-01',
        'rapid-review-meeting': '2026-12-10',
        determination: '2026-12-10',
        submission: '2026-12-10',
        'panel-reply': '2027-01-08', // 15 after 10 December: 11; 14–18; 21–24; 4–8 January
        'panel-answer': '2027-01-22',
        response: '2027-01-22',
        planning: '2026-12-24',
        'author-material': '2027-01-19',
        'learning-event': '2027-02-22',
        draft: '2027-02-22',
        'draft-to-sub-group': '2027-03-09',
        comments: '2027-03-23', // two calendar weeks after day 71
        amendments: '2027-03-24',
        'final-draft': '2027-04-07', // two calendar weeks after day 82
        'sign-off': '2027-03-25',
        'family-contact': '2027-04-06', // Good Friday is 26 March, Easter Monday 29 March
        'reasons-sent': '2027-04-05',
        'notice-of-intent': '2027-04-16',
        publication: '2027-05-21', // 23 May is a Sunday
      },
    ],
    [
      'Saturday 28 November 2026: Day 1 is the Monday',
      '2026-11-28',
      '2026-11-30',
      {
        notification: '2026-12-04',
        'front-door': '2026-12-04',
        'decision-meeting': '2026-12-04',
        outcome: '2026-12-04',
        information: '2026-12-08',
        'rapid-review-meeting': '2026-12-17',
        determination: '2026-12-17',
        submission: '2026-12-17',
        'panel-reply': '2027-01-15', // 18; 21–24; 4–8; 11–15 January
        'panel-answer': '2027-01-29',
        response: '2027-01-29',
        planning: '2027-01-08',
        'author-material': '2027-01-26',
        'learning-event': '2027-03-01',
        draft: '2027-03-01',
        'draft-to-sub-group': '2027-03-16',
        comments: '2027-03-30',
        amendments: '2027-04-02',
        'final-draft': '2027-04-16',
        'sign-off': '2027-04-05',
        'family-contact': '2027-04-13',
        'reasons-sent': '2027-04-12',
        'notice-of-intent': '2027-04-23',
        publication: '2027-05-28', // 30 May is a Sunday
      },
    ],
    [
      'Good Friday, 26 March 2027: Day 1 is the Tuesday after Easter',
      '2027-03-26',
      '2027-03-30',
      {
        notification: '2027-04-05',
        'front-door': '2027-04-05',
        'decision-meeting': '2027-04-05',
        outcome: '2027-04-05',
        information: '2027-04-07',
        'rapid-review-meeting': '2027-04-16',
        determination: '2027-04-16',
        submission: '2027-04-16',
        'panel-reply': '2027-05-10', // 19–23; 26–30; 4–7 May; 10
        'panel-answer': '2027-05-24',
        response: '2027-05-24',
        planning: '2027-04-30',
        'author-material': '2027-05-19', // 3 May is a bank holiday
        'learning-event': '2027-06-23', // and so is 31 May
        draft: '2027-06-23',
        'draft-to-sub-group': '2027-07-08',
        comments: '2027-07-22',
        amendments: '2027-07-23',
        'final-draft': '2027-08-06',
        'sign-off': '2027-07-26',
        'family-contact': '2027-08-03',
        'reasons-sent': '2027-08-02',
        'notice-of-intent': '2027-08-13',
        publication: '2027-09-30',
      },
    ],
    [
      '31 December 2026, a closure day: Day 1 is Monday 4 January',
      '2026-12-31',
      '2027-01-04',
      {
        notification: '2027-01-08',
        'front-door': '2027-01-08',
        'decision-meeting': '2027-01-08',
        outcome: '2027-01-08',
        information: '2027-01-12',
        'rapid-review-meeting': '2027-01-21',
        determination: '2027-01-21',
        submission: '2027-01-21',
        'panel-reply': '2027-02-11',
        'panel-answer': '2027-02-25',
        response: '2027-02-25',
        planning: '2027-02-04',
        'author-material': '2027-02-22',
        'learning-event': '2027-03-30',
        draft: '2027-03-30',
        'draft-to-sub-group': '2027-04-14',
        comments: '2027-04-28',
        amendments: '2027-04-29',
        'final-draft': '2027-05-13',
        'sign-off': '2027-04-30',
        'family-contact': '2027-05-11',
        'reasons-sent': '2027-05-10',
        'notice-of-intent': '2027-05-21',
        publication: '2027-07-02', // 4 July is a Sunday
      },
    ],
  ])('received on %s', (_what, receivedOn, dayOne, plan) => {
    const { file } = aCase().receivedOn(receivedOn);
    expect(dayOneOf(file)).toBe(dayOne);
    expect(dated(file)).toEqual(plan);
  });

  test('31 December 2026 is Day 1 itself where the partnership is not closed', () => {
    const { file } = on(england()).receivedOn('2026-12-31');
    expect(dayOneOf(file)).toBe('2026-12-31');
    expect([due(file, 'outcome'), due(file, 'information'), due(file, 'submission'), due(file, 'publication')]).toEqual(
      ['2027-01-07', '2027-01-11', '2027-01-20', '2027-06-30'],
    );
  });

  test('every window says from which day on the step can be worked on', () => {
    const { file } = aCase();
    expect(plannedDates(file, 'front-door').windowFrom).toBe('2026-11-23');
    expect(plannedDates(file, 'rapid-review-meeting').windowFrom).toBe('2026-12-01');
    expect(plannedDates(file, 'planning').windowFrom).toBeUndefined();
  });

  test('every date explains itself: the rule, its source, the day it counts from and what it skipped', () => {
    const { file } = aCase().receivedOn('2026-11-28');
    for (const step of stepIds) expect(plannedDates(file, step).why).toMatch(/^[A-Z].+\.$/);
    expect(plannedDates(file, 'planning').why).toBe(
      'Due by Friday 8 January 2027: the end of day 24, in working days from Day 1, Monday 30 November 2026 ' +
        '(received on Saturday 28 November 2026, not a working day), skipping 5 weekends, Christmas Day (25 December 2026), ' +
        'Boxing Day (substitute day, 28 December 2026), 3 closure days from 29 December 2026 to 31 December 2026 ' +
        "(council offices closed between Christmas and New Year) and New Year's Day (1 January 2027) (step 9).",
    );
    expect(plannedDates(file, 'publication').why).toBe(
      'Due by Friday 28 May 2027: 6 calendar months after Day 1, Monday 30 November 2026 (received on Saturday ' +
        '28 November 2026, not a working day), moved back to the working day before (step 18).',
    );
  });

  test('a day ends at the closing hour of London, in winter and in summer', () => {
    const at = (one: CaseBuilder, step: StepId) =>
      describeCase(one.file, one.now).steps.find(({ id }) => id === step)?.dueAt;
    expect(at(aCase(), 'outcome')).toBe('2026-11-27T17:00:00.000Z');
    // London's clocks go forward on 28 March 2027 and back on 31 October.
    expect(at(aCase().receivedOn('2027-03-26'), 'outcome')).toBe('2027-04-05T16:00:00.000Z');
    expect(at(aCase().receivedOn('2027-10-25'), 'outcome')).toBe('2027-10-29T16:00:00.000Z');
    expect(at(aCase().receivedOn('2027-11-01'), 'outcome')).toBe('2027-11-05T17:00:00.000Z');
  });
});

describe('Christmas, with the days that stand in for a weekend', () => {
  test.each([
    // Christmas Day 2026 is a Friday; Boxing Day, a Saturday, is kept on Monday 28 December.
    ['2026-12-21', { outcome: '2026-12-29', information: '2026-12-31', submission: '2027-01-12' }],
    // In 2027 both fall on the weekend, and so does New Year's Day 2028: 27 and 28 December, 3 January.
    ['2027-12-20', { outcome: '2027-12-24', information: '2027-12-30', submission: '2028-01-11' }],
  ] as const)('received on Monday %s, in a partnership that does not close', (receivedOn, plan) => {
    expect(dated(on(england()).receivedOn(receivedOn).file)).toMatchObject(plan);
  });
});

describe('Six months', () => {
  test.each([
    ['2027-08-31', '2028-02-29'], // from the last day of August to the last of February, which has one more
    ['2026-08-31', '2027-03-01'], // a bank holiday: Day 1 is 1 September
    ['2028-08-31', '2029-02-28'],
    ['2028-02-29', '2028-08-29'],
    ['2026-12-01', '2027-06-01'],
    ['2026-11-30', '2027-05-28'], // 30 May is a Sunday
  ])("the procedure's own target, received on %s: %s", (receivedOn, target) => {
    expect(due(on(england()).receivedOn(receivedOn).file, 'publication')).toBe(target);
  });

  test('there are two dates, both kept and shown; reminders run on the earlier', () => {
    const { file } = aCase().past('submission'); // the determination was on Friday 4 December 2026
    expect(clock(file, 'six-months-from-day-one')).toMatchObject({
      due: '2027-05-21',
      kind: 'procedure',
      provisional: false,
    });
    expect(clock(file, 'published-within')).toMatchObject({ due: '2027-06-04', kind: 'statutory', provisional: false });
    expect(due(file, 'publication')).toBe('2027-05-21');
  });

  test('before the determination the statutory date counts from when that is planned', () => {
    expect(clock(aCase().file, 'published-within')).toMatchObject({ due: '2027-06-10', provisional: true });
  });

  test("it counts from the Panel's response where that is what decided on the review", () => {
    const none = { reviewType: 'none', termsOfReference: undefined } as const;
    const one = aCase().choosing({ recordDetermination: [none], recordPanelReply: [{ reply: 'disagrees' }] });
    const { file } = one.past('panel-reply').with('decideReviewAgain', {}, { on: '2026-12-23' });
    expect(file.facts.recordPanelReply?.[0]?.on).toBe('2026-12-22');
    expect(clock(file, 'published-within')).toMatchObject({ due: '2027-06-22' });
  });
});

describe("The Panel's clock and the response clock", () => {
  const submitted = () => aCase().at('submission').with('submitRapidReview', {}, { on: '2026-12-10' });

  test('the reply is expected by working day 15 after the day of submission, the response by day 10 after receipt', () => {
    expect(plannedDates(submitted().file, 'panel-reply')).toMatchObject({ due: '2027-01-08', provisional: false });
    const replied = submitted().with('recordPanelReply', {}, { on: '2026-12-22' });
    // 23, 24 December; 4–8 January; 11–13 January
    expect(plannedDates(replied.file, 'response')).toMatchObject({ due: '2027-01-13', provisional: false });
  });

  test('step 9 does not wait for the reply: day 24 falls before it', () => {
    const { file } = submitted();
    expect(due(file, 'planning')).toBe('2026-12-24');
    expect(describeCase(file, submitted().now).open.map(({ step }) => step)).toContain('planning');
  });
});

describe('Statutory clocks, beside the procedure', () => {
  test('where the law is earlier, reminders run on it, and the sentence says both', () => {
    const { file } = aCase().notifying({ authorityAwareOn: isoDate('2026-11-18') });
    expect(due(file, 'outcome')).toBe('2026-11-25'); // 19, 20, 23, 24, 25 November
    expect(plannedDates(file, 'outcome').why).toMatch(
      /^By Wednesday 25 November 2026: 5 working days after the authority became aware.*s16C.*The procedure alone would say: Due by Friday 27/,
    );
  });

  test('where it is later, the procedure stands and the clock is shown with its source', () => {
    const { file } = aCase();
    expect(due(file, 'outcome')).toBe('2026-11-27');
    expect(clock(file, 'notify-panel')).toMatchObject({ due: '2026-11-30', confirmed: true });
    expect(clock(file, 'rapid-review-to-panel')).toMatchObject({ due: '2026-12-18', provisional: true });
    const { file: notified } = aCase().past('outcome'); // Ofsted was notified on 26 November
    expect(clock(notified, 'rapid-review-to-panel')).toMatchObject({ due: '2026-12-17', provisional: false });
    expect(clock(notified, 'notify-panel')).toMatchObject({ metOn: '2026-11-26' });
  });

  test('the death of a care leaver has an entry of its own', () => {
    const { file } = aCase().notifying({ criteria: ['care-leaver-death'] });
    expect(clock(file, 'care-leaver-notified')).toMatchObject({ due: '2026-11-30' });
  });

  test('the form is late after 24 hours, and that is recorded, never refused', () => {
    const late = (knownAt: string) => {
      const one = aCase().notifying({ knownAt: knownAt as never }); // received on 23 November at 10:00
      return describeCase(one.file, one.now).clocks.find(({ id }) => id === 'form-within-24-hours')?.late;
    };
    expect(late('2026-11-22T10:00:00.000Z')).toBe(false);
    expect(late('2026-11-22T09:59:00.000Z')).toBe(true);
  });

  test("the procedure's six months on the website are lengthened by the statutory year, and the record says why", () => {
    const { file } = aCase().past('publication'); // Wednesday 31 March 2027
    expect(clock(file, 'publicly-available')).toMatchObject({
      due: '2028-03-31',
      bound: 'at-least',
      confirmed: false,
      why: expect.stringContaining(
        "The procedure's 6 months, to Thursday 30 September 2027, are lengthened by this.",
      ) as unknown,
    });
  });

  test('a clock that asks for a day not before its date is kept on that day and later, and not before', () => {
    const { file } = aCase().past('publication');
    const kept = (id: string, metOn: string | undefined) => {
      const one = clock(file, id);
      const { metOn: _metOn, ...unmet } = one ?? ({} as Clock);
      return isKept(metOn === undefined ? unmet : { ...unmet, metOn: isoDate(metOn) });
    };
    for (const id of ['report-before-publication', 'publicly-available']) {
      const day = clock(file, id)?.due ?? '';
      expect([kept(id, '2020-01-01'), kept(id, day), kept(id, '2040-01-01')]).toEqual([false, true, true]);
      expect(kept(id, undefined)).toBeUndefined();
    }
    // Published on the day notified, no sooner than seven working days after the report was sent.
    expect(
      clocksOf(file)
        .filter((one) => one.id === 'report-before-publication')
        .map(isKept),
    ).toEqual([true]);
    expect(['2020-01-01', '2040-01-01'].map((day) => kept('published-within', day))).toEqual([true, false]);
  });

  test('a clock that counts from a planned day says so', () => {
    expect(clock(aCase().file, 'rapid-review-to-panel')?.why).toMatch(
      /after the notification is sent, planned for Friday 27 November 2026, /,
    );
  });

  test('a year from 29 February ends on 28 February', () => {
    const one = aCase().receivedOn('2027-09-01').at('publication');
    const leap = one
      .with('sendNoticeOfIntent', { publishOn: '2028-02-29' }, { by: 'business-manager' })
      .with('recordPublication', {}, { on: '2028-02-29' });
    expect(clock(leap.file, 'publicly-available')?.due).toBe('2029-02-28');
  });
});

describe('An extension', () => {
  const extended = () => aCase().with('extendDeadline', { deadline: 'information', to: '2026-12-08' });

  test('gives a new date, and the original stays visible', () => {
    expect(plannedDates(extended().file, 'information')).toMatchObject({ due: '2026-12-08', original: '2026-12-01' });
    expect(plannedDates(extended().file, 'information').why).toMatch(
      /^Extended to Tuesday 8 December 2026\. Before: Due by Tuesday 1 December 2026/,
    );
  });

  test('does not move the steps that count from Day 1', () => {
    expect(due(extended().file, 'rapid-review-meeting')).toBe('2026-12-10');
  });

  test('beyond the law is shown as what it is', () => {
    const { file } = aCase().past('determination').with('extendDeadline', { deadline: 'submission', to: '2026-12-21' });
    expect(conflictsOf(file)).toContainEqual(
      expect.objectContaining({ id: 'extended-submission', latest: '2026-12-17', steps: ['submission'] }),
    );
  });
});

test('A closure added later plans an open case again; dates already met do not move', () => {
  const before = aCase().at('determination');
  const calendar = england({ ...before.file.calendar.closures, '2026-12-08': 'a flood', '2026-12-09': 'a flood' });
  const file: CaseFile = { ...before.file, calendar, met: metDates(before.file) };
  expect(due(file, 'rapid-review-meeting')).toBe('2026-12-10');
  expect(due(file, 'determination')).toBe('2026-12-14');
  expect(due(file, 'planning')).toBe('2027-01-05');
  expect(due(file, 'publication')).toBe('2027-05-21');
  expect(plannedDates(file, 'determination').why).toContain(
    '2 closure days from 8 December 2026 to 9 December 2026 (a flood)',
  );
  expect(plannedDates(file, 'information').why).toContain('dates already met do not move');
});

test('What was met and is set aside since is due by the dates as they are', () => {
  const before = aCase().before('recordSignOff');
  const file: CaseFile = { ...before.file, met: metDates(before.file) };
  expect(file.met).toMatchObject({ amendments: '2027-03-24' });
  const again = { outcome: 'further-action', reason: words('More on housing') };
  const back = before.as(file).with('recordSignOff', again, { on: '2027-03-18' });
  expect(Object.keys(back.file.met)).not.toContain('amendments');
  expect(back.file.met).toMatchObject({ comments: '2027-02-02' });
});

describe('Conflicts of the procedure with itself, as soon as they can be known', () => {
  const conflict = (file: CaseFile, id: string) => conflictsOf(file).find((one) => one.id === id);

  test("day 60 to 71 is shorter than the three weeks of the sub-group's papers", () => {
    // Day 71 is Tuesday 9 March 2027; 21 days before it is 16 February, and day 60 is the 22nd.
    expect(conflict(aCase().file, 'sub-group-papers')).toMatchObject({
      latest: '2027-02-16',
      steps: ['draft', 'draft-to-sub-group'],
    });
    expect(conflict(aCase().at('draft-to-sub-group').file, 'sub-group-papers')).toBeUndefined(); // it came on 27 January
  });

  test('comments are due before the meeting that considers them', () => {
    // Shared on 9 March, comments on the 23rd; the first meeting three weeks on is that of 14 April.
    expect(conflict(aCase().file, 'comments-and-meeting')).toMatchObject({
      latest: '2027-03-23',
      sentence: expect.stringContaining('meets on Wednesday 14 April 2027.') as unknown,
    });
    const unscheduled: CaseFile = { ...aCase().file, meetings: { subGroup: [], exec: [] } };
    expect(conflict(unscheduled, 'comments-and-meeting')?.sentence).toContain('Tuesday 30 March 2027 at the earliest');
  });

  test('the Exec group signs off on papers sent before the sub-group has met', () => {
    // Day 83 is Thursday 25 March; 21 days before it is 4 March. The sub-group's last meeting by then is that of
    // 10 February, and a draft for it goes out 21 days before.
    expect(conflict(aCase().file, 'exec-papers')).toMatchObject({ latest: '2027-01-20' });
    expect(conflict(aCase().at('final-draft').file, 'exec-papers')).toBeUndefined();
  });

  test('the author has two weeks from day 82, and the Exec group signs off on day 83', () => {
    expect(conflict(aCase().file, 'final-draft-and-sign-off')?.sentence).toContain('cannot be returned in time');
    // A draft back by 4 March, when the papers go out, works where the sub-group has met by then.
    expect(conflict(aCase().at('comments').file, 'final-draft-and-sign-off')).toMatchObject({ latest: '2027-03-04' });
  });

  test('the next meeting that fits is picked, with the day its papers are due, and said to be late', () => {
    expect(plannedMeetings(aCase().file)).toEqual([
      { group: 'subGroup', meetingOn: '2027-04-14', papersDue: '2027-03-24', papersSentOn: null },
      { group: 'exec', meetingOn: '2027-05-20', papersDue: '2027-04-29', papersSentOn: null },
    ]);
    expect(conflict(aCase().file, 'late-sub-group-meeting')).toMatchObject({ latest: '2027-03-24' });
    expect(conflict(aCase().file, 'late-exec-meeting')).toMatchObject({ latest: '2027-04-29' });
  });

  test('it warns where no meeting fits', () => {
    const file: CaseFile = { ...aCase().file, meetings: { subGroup: [isoDate('2027-03-10')], exec: [] } };
    expect(conflict(file, 'no-sub-group-meeting')?.sentence).toContain('Schedule a meeting.');
    expect(conflict(file, 'no-exec-meeting')?.sentence).toContain('Schedule a meeting.');
    expect(plannedMeetings(file)).toEqual([]);
  });

  test('papers that went out late for their meeting are said to be late', () => {
    const one = aCase().at('draft-to-sub-group').with('shareDraft', { meetingOn: '2027-02-10' }, { on: '2027-01-27' });
    expect(conflict(one.file, 'late-sub-group-papers')).toMatchObject({ latest: '2027-01-20' });
  });

  test('a hold past the date of its step is one, for the clocks keep running', () => {
    const one = aCase()
      .at('learning-event')
      .with('placeHold', { step: 'learning-event', lookAgainOn: '2027-03-01', reason: words('A trial') });
    expect(conflict(one.file, 'hold-H40')).toBeUndefined();
    expect(conflictsOf(one.file).map(({ id }) => id)).toContain(`hold-H${one.file.seq}`);
  });

  test('each names the latest date that still works, once, all the way through a case', () => {
    const named = new Map<string, Set<number>>();
    for (let one: CaseBuilder | undefined = aCase(); one !== undefined; one = one.next()) {
      for (const { id, sentence, latest } of conflictsOf(one.file)) {
        if (latest === undefined) continue;
        named.set(id, (named.get(id) ?? new Set<number>()).add(sentence.split(sayDate(latest)).length - 1));
      }
    }
    expect([...named.keys()]).toEqual(expect.arrayContaining(['exec-papers', 'final-draft-and-sign-off']));
    for (const [id, times] of named) expect([id, [...times]]).toEqual([id, [1]]);
  });

  test('no date is moved on their account, and none is left where no review follows', () => {
    const none = aCase().choosing({ recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] });
    expect(conflictsOf(none.past('submission').file)).toEqual([]);
    expect(conflictsOf(aCase().with('withdrawCase').file)).toEqual([]);
    expect(due(aCase().file, 'draft-to-sub-group')).toBe('2027-03-09');
  });
});

test('Another partnership has its own windows, closing hour and closure days', () => {
  const one = aCase().of(northmoor()).receivedOn('2026-09-07');
  // Friday 11 September is the show day: 7, 8, 9, 10, 14 … are days 1 to 5 of the case.
  expect(dated(one.file)).toMatchObject({
    'front-door': '2026-09-09',
    outcome: '2026-09-10',
    information: '2026-09-15',
    submission: '2026-09-23',
    publication: '2027-02-05', // five months: 7 February 2027 is a Sunday
  });
  expect(due(one.file, 'practice-learning-review')).toBeUndefined();
  expect(describeCase(one.file, one.now).steps[1]?.dueAt).toBe('2026-09-09T15:30:00.000Z');
});

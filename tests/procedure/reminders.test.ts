import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant, isoDate, londonDate, londonTime } from '../../src/procedure/time/dates';
import type { Notice } from '../../src/procedure/case/record';
import { mayRemindAt, nextReminderAt, ownTurn, remindersDue } from '../../src/procedure/reminders/reminders';
import { isStillTrue } from '../../src/procedure/reminders/still-true';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { aCase, keepTime, type CaseBuilder } from '../support/a-case';
import { kirklees } from '../support/partnership';

/* "Reminders and escalation". Kirklees: P01 Business Manager, P02 co-ordinator, P03 and P04 administrators, P05 Service
   Director, P07 to P09 the partners, P10 to P12 the Exec partners, P14 Scrutineer, P16 chair of the sub-group. */

/** Each line as "date to: deadline tone", in order. */
const lines = (sent: readonly Notice[], about: (deadline: string, title: string) => boolean = () => true): string[] =>
  sent.flatMap(({ at, to, lines: all }) =>
    all
      .filter(({ deadline, title }) => about(deadline, title))
      .map(({ deadline, tone }) => `${londonDate(at)} ${to}: ${deadline} ${tone}`),
  );

/** On which mornings who was reminded of what. */
const mornings = (
  sent: readonly Notice[],
  about: (deadline: string, title: string) => boolean,
): Record<string, string[]> => {
  const days: Record<string, string[]> = {};
  for (const { at, to, lines: all } of sent) {
    if (!all.some(({ deadline, title }) => about(deadline, title))) continue;
    days[londonDate(at)] = [...(days[londonDate(at)] ?? []), to].sort();
  }
  return days;
};

describe('Every deadline', () => {
  test('3 and 1 working days before to its owner; overdue the next working morning, then every second working day', () => {
    // Step 2 is due on Friday 27 November 2026, and the SPR co-ordinator's until the Front Door has the notification.
    const { sent } = aCase().reminders('2026-12-08');
    expect(lines(sent, (id) => id === 'front-door')).toEqual([
      '2026-11-24 P02: front-door coming',
      '2026-11-26 P02: front-door coming',
      '2026-11-30 P02: front-door overdue',
      '2026-11-30 P01: front-door overdue',
      '2026-12-02 P02: front-door overdue',
      '2026-12-02 P01: front-door overdue',
      '2026-12-04 P02: front-door overdue', // the third: the Scrutineer too from now on
      '2026-12-04 P01: front-door overdue',
      '2026-12-04 P14: front-door overdue',
      '2026-12-08 P02: front-door overdue',
      '2026-12-08 P01: front-door overdue',
      '2026-12-08 P14: front-door overdue',
    ]);
  });

  test('a deadline that was over three years past when its case was entered is reminded of within two working days, and no oftener', () => {
    const entered = aCase()
      .receivedOn('2021-03-01')
      .openedAt('2026-11-23T10:00:00.000Z')
      .notifying({ authorityAwareOn: isoDate('2021-03-01') });
    const { sent } = entered.reminders('2026-11-30');
    expect(Object.keys(mornings(sent, (id) => id === 'front-door'))).toEqual(['2026-11-25', '2026-11-27']);
    // A person gets one email a morning, whatever is late; the Scrutineer is told of what is late so long.
    expect(new Set(sent.map(({ at, to }) => `${londonDate(at)} ${to}`)).size).toBe(sent.length);
    expect(mornings(sent, (id) => id === 'front-door')['2026-11-25']).toEqual(['P01', 'P02', 'P14']);
  });

  test('over Christmas, the closure days and New Year, working days are what is counted', () => {
    // Received on Monday 21 December: step 2 is due on day 5, Monday 4 January.
    const { sent } = aCase().receivedOn('2026-12-21').reminders('2027-01-07');
    expect(mornings(sent, (id) => id === 'front-door')).toEqual({
      '2026-12-22': ['P02'],
      '2026-12-24': ['P02'],
      '2027-01-05': ['P01', 'P02'],
      '2027-01-07': ['P01', 'P02'],
    });
  });

  test('what one person is to be reminded of on one morning is one email', () => {
    const { sent } = aCase().reminders('2026-12-08');
    const keys = sent.map(({ at, to }) => `${londonDate(at)} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    const monday = sent.find(({ at, to }) => to === 'P01' && londonDate(at) === '2026-11-30');
    expect(monday?.lines.map(({ deadline }) => deadline)).toEqual(['front-door', 'decision-meeting']);
    expect(monday?.key).toBe('SIN-2026-0007/reminders/P01/2026-11-30');
  });

  test('at 09:00 by London time, in winter and in summer', () => {
    expect(nextReminderAt(aCase().file)).toBe('2026-11-24T09:00:00.000Z');
    expect(nextReminderAt(aCase().receivedOn('2026-07-06').file)).toBe('2026-07-07T08:00:00.000Z');
    // The clocks go forward on Sunday 28 March 2027, over Easter.
    expect(
      aCase()
        .receivedOn('2027-03-24')
        .reminders('2027-03-31')
        .sent.map(({ at }) => at),
    ).toEqual(expect.arrayContaining(['2027-03-25T09:00:00.000Z', '2027-03-31T08:00:00.000Z']));
  });

  test('a step that is done is not reminded of, and what is no longer true is not sent', () => {
    const one = aCase().past('front-door'); // on Tuesday 24 November, after that morning's reminder
    expect(lines(one.reminders('2026-12-08').sent, (id) => id === 'front-door')).toEqual(
      ['2026-11-24 P02: front-door coming'].filter((line) => line < '2026-11-24'),
    );
    const [notice] = aCase().reminders('2026-11-24').sent;
    expect(notice === undefined ? [] : [isStillTrue(notice, aCase().file), isStillTrue(notice, one.file)]).toEqual([
      true,
      false,
    ]);
  });

  test('none is decided twice, whatever restarts', () => {
    const first = aCase().reminders('2026-12-04');
    expect(keepTime(first.file, instant('2026-12-04T20:00:00Z')).sent).toEqual([]);
    const again = remindersDue(
      { ...first.file, remindedUpTo: instant('2026-12-03T09:00:00Z') },
      instant('2026-12-04T09:05:00Z'),
    );
    const before = new Set(first.sent.map(({ key }) => key));
    expect(again.every(({ key }) => before.has(key))).toBe(true);
  });

  test('a decision that makes something due for a morning that is past sets off no reminder itself', () => {
    const late = aCase()
      .as({ ...aCase().reminders('2026-12-08').file })
      .at('decision-meeting');
    const one = late.with('sendToFrontDoor', {}, { on: '2026-12-09' }).past('decision-meeting').past('front-door');
    expect(one.today).toBe('2026-12-09');
    expect(nextReminderAt(one.file)).toBe('2026-12-10T09:00:00.000Z');
    // Step 4 was due on 27 November and the Local Authority hears of it now, the Scrutineer with them.
    expect(lines(keepTime(one.file, instant('2026-12-10T10:00:00Z')).sent, (id) => id === 'outcome')).toEqual([
      '2026-12-10 P07: outcome overdue',
      '2026-12-10 P01: outcome overdue',
      '2026-12-10 P14: outcome overdue',
    ]);
  });

  test('an outage over a morning loses nothing: what was due is sent when the case wakes, in working hours', () => {
    const { file } = aCase();
    expect(mayRemindAt(file, instant('2026-11-24T14:30:00Z'))).toBe('2026-11-24T14:30:00.000Z');
    expect(mayRemindAt(file, instant('2026-11-24T17:00:00Z'))).toBe('2026-11-25T09:00:00.000Z');
    expect(mayRemindAt(file, instant('2026-11-28T12:00:00Z'))).toBe('2026-11-30T09:00:00.000Z');
    expect(mayRemindAt(file, instant('2026-12-24T18:00:00Z'))).toBe('2027-01-04T09:00:00.000Z');
    const late = remindersDue(file, instant('2026-11-26T11:00:00Z'));
    expect(lines(late, (id) => id === 'front-door')).toEqual(['2026-11-26 P02: front-door coming']);
  });

  test('an extension moves the reminders with the date', () => {
    const one = aCase().with('extendDeadline', { deadline: 'front-door', to: '2026-12-04' });
    expect(mornings(one.reminders('2026-12-07').sent, (id) => id === 'front-door')).toEqual({
      '2026-12-01': ['P02'],
      '2026-12-03': ['P02'],
      '2026-12-07': ['P01', 'P02'],
    });
  });

  test('nobody is reminded once the case is withdrawn or closed', () => {
    const withdrawn = aCase().with('withdrawCase');
    expect(nextReminderAt(withdrawn.file)).toBeUndefined();
    const closed: CaseFile = { ...aCase().file, closedOn: isoDate('2026-11-23') };
    expect(nextReminderAt(closed)).toBeUndefined();
    expect(remindersDue(closed, instant('2026-12-01T09:00:00Z'))).toEqual([]);
  });
});

describe('After the morning hour, where thousands of cases are reminded at it', () => {
  const turn = (reference: string, practice = false) => ownTurn({ reference: reference as CaseReference, practice });

  test.each([
    ['SIN-2026-0001', 0],
    ['SIN-2026-0025', 0],
    ['SIN-2026-0026', 1_000],
    ['SIN-2027-0026', 1_000],
    ['SIN-2026-0027', 1_040],
    ['SIN-2026-7500', 299_960],
    ['SIN-2026-7501', 0],
    ['SIN-2026-9999', 99_920],
  ])('the turn of %s comes %i milliseconds later', (reference, later) => {
    expect(turn(reference)).toBe(later);
  });

  const turnsOfAYear = Array.from({ length: 9_999 }, (_nothing, at) =>
    turn(`SIN-2026-${String(at + 1).padStart(4, '0')}`),
  );
  const mostAlike = (all: readonly number[]): number => {
    const counts = new Map<number, number>();
    for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
    return Math.max(...counts.values());
  };

  test('of ten thousand cases no more than fifty have the same second, and all are reminded within five minutes', () => {
    expect(mostAlike(turnsOfAYear.map((ms) => Math.floor(ms / 1_000)))).toBe(50);
    expect(Math.max(...turnsOfAYear)).toBeLessThan(5 * 60_000);
  });

  test('the cases of a second do not come all at its beginning, but for those of the hour itself', () => {
    expect(mostAlike(turnsOfAYear.filter((ms) => ms > 0))).toBe(2);
  });

  test('a practice case, which has a clock of its own, waits for nobody', () => {
    expect(turn('SIN-2026-7500', true)).toBe(0);
  });
});

describe('Who is reminded', () => {
  const owners = (one: CaseBuilder, until: string, deadline: string) => [
    ...new Set(lines(one.reminders(until).sent, (id) => id === deadline).map((line) => line.slice(11, 14))),
  ];

  test('the Business Manager, of what the National Panel owes', () => {
    // Submitted on Tuesday 8 December 2026: the reply is expected by 6 January 2027.
    expect(owners(aCase().past('submission'), '2027-01-05', 'panel-reply')).toEqual(['P01']);
  });

  test('the co-ordinator, of a notification that the Local Authority has decided on', () => {
    const decided = aCase().at('outcome').with('recordOutcome');
    expect(owners(decided, '2026-11-26', 'outcome')).toEqual(['P02']);
    expect(owners(aCase().at('outcome'), '2026-11-26', 'outcome')).toEqual(['P07']);
  });

  test('the Business Unit of the material, and then the author of the initial draft', () => {
    expect(owners(aCase().at('author-material'), '2027-01-18', 'author-material')).toEqual(['P02']);
    expect(owners(aCase().at('author-material').with('sendMaterial'), '2027-01-18', 'author-material')).toEqual([
      'P36',
    ]);
  });

  test('of the comments, only the members of the sub-group who have not answered', () => {
    const one = aCase()
      .at('comments') // shared on Tuesday 19 January 2027: due on 2 February
      .with('recordComment', { member: 'P16' })
      .with('recordComment', { member: 'P17' });
    expect(owners(one, '2027-02-01', 'comments')).toEqual(['P18', 'P19', 'P20', 'P21', 'P22']);
  });

  test('of an action, whoever it was given to', () => {
    const one = aCase().past('submission').with('addAction', { owner: 'P25', dueOn: '2027-01-15' });
    const action = `action:A${one.file.seq}`;
    expect(mornings(one.reminders('2027-01-18').sent, (id) => id === action)).toEqual({
      '2027-01-12': ['P25'],
      '2027-01-14': ['P25'],
      '2027-01-18': ['P01', 'P25'],
    });
  });
});

describe('Day 14: the Rapid Review is not held, or not submitted', () => {
  const ladder = (_id: string, title: string) => title.startsWith('Day 14');

  test('day 10 to the Business Unit, 12 to its manager, 13 to the partners and the Scrutineer, 15 to the Exec partners', () => {
    const { sent } = aCase().past('outcome').reminders('2026-12-11');
    expect(mornings(sent, ladder)).toEqual({
      '2026-12-04': ['P01', 'P02', 'P03', 'P04'],
      '2026-12-08': ['P01'],
      '2026-12-09': ['P07', 'P08', 'P09', 'P14'],
      '2026-12-11': ['P10', 'P11', 'P12'],
    });
    const breach = sent
      .filter(({ at }) => londonDate(at) === '2026-12-11')
      .flatMap(({ lines: all }) => all)
      .filter(({ title }) => ladder('', title));
    expect(breach.every(({ tone }) => tone === 'breach')).toBe(true);
    expect(breach[0]?.title).toBe('Day 14: Step 6, Rapid Review meeting');
  });

  test('held and not submitted, it is the submission that is named', () => {
    const one = aCase().past('rapid-review-meeting'); // on day 10
    const titles = one.reminders('2026-12-11').sent.flatMap(({ lines: all }) => all.map(({ title }) => title));
    expect(titles.filter((title) => ladder('', title))[0]).toBe('Day 14: Step 8, Submission to the National Panel');
  });

  test('submitted, nobody is told', () => {
    expect(lines(aCase().past('submission').reminders('2026-12-31').sent, ladder)).toEqual([]);
  });

  test('where two ladders fire on one step, the higher goes', () => {
    const held = aCase().of({ ...kirklees(), people: { ...kirklees().people, 'la-exec': ['P01' as PersonId] } });
    const { sent } = held.at('rapid-review-meeting').reminders('2026-12-11');
    expect(lines(sent, (id) => id === 'rapid-review-meeting').filter((line) => line.includes('12-11 P01'))).toEqual([
      '2026-12-11 P01: rapid-review-meeting breach',
    ]);
  });

  test('a breach that was one before the case could proceed is told on the first working morning', () => {
    // A paper form of Monday 2 November, put on the record on the 23rd: day 15 was the 20th.
    const late = aCase().receivedOn('2026-11-02').openedAt('2026-11-23T10:00:00Z');
    expect(mornings(late.reminders('2026-11-27').sent, ladder)).toEqual({});
    const proceeding = late.past('outcome');
    expect(proceeding.today).toBe('2026-11-23');
    expect(mornings(proceeding.reminders('2026-11-27').sent, ladder)).toEqual({ '2026-11-24': ['P10', 'P11', 'P12'] });
  });
});

describe('Six months: the review is not published', () => {
  const ladder = (_id: string, title: string) => title.startsWith('Six months');

  test('8, 4 and 2 weeks and 1 week before the earlier date, and a breach on the day after the later', () => {
    // The procedure's own date is Friday 21 May 2027, the statutory one Friday 4 June.
    const { sent } = aCase().past('submission').reminders('2027-06-30');
    const withExec = ['P01', 'P10', 'P11', 'P12', 'P16'];
    expect(mornings(sent, ladder)).toEqual({
      '2027-03-30': ['P01', 'P16'], // 26 March is Good Friday: it waits for the Tuesday
      '2027-04-23': withExec,
      '2027-05-07': withExec,
      '2027-05-14': withExec,
      '2027-06-07': withExec, // 5 June is a Saturday
    });
    expect(
      lines(sent, ladder)
        .filter((line) => line.endsWith('breach'))
        .map((line) => line.slice(0, 10)),
    ).toEqual(withExec.map(() => '2027-06-07'));
  });

  test('published, or decided not to be, nobody is told', () => {
    expect(lines(aCase().past('publication').reminders('2027-06-30').sent, ladder)).toEqual([]);
    const not = aCase().choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: 'W9' as never }] });
    expect(lines(not.past('sign-off').reminders('2027-06-30').sent, ladder)).toEqual([]);
  });

  test('no local review, no six months', () => {
    const none = aCase().choosing({ recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] });
    expect(lines(none.past('submission').reminders('2027-06-30').sent, ladder)).toEqual([]);
  });
});

test('No reminder goes out at night, at a weekend or on a holiday, in the whole of a neglected case', () => {
  const { sent } = aCase().past('submission').reminders('2027-06-30');
  expect(sent.length).toBeGreaterThan(60);
  for (const { at } of sent) expect(londonTime(at)).toBe('09:00');
  expect([...new Set(sent.map(({ at }) => londonDate(at)))].filter((day) => !/-0[1-9]|-[1-3]\d/.test(day))).toEqual([]);
  const off = [
    '2026-12-25',
    '2026-12-28',
    '2026-12-29',
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
  ];
  for (const day of off) expect(sent.map(({ at }) => londonDate(at))).not.toContain(day);
});

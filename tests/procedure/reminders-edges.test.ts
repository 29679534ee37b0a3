import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant, isoDate, londonDate } from '../../src/procedure/time/dates';
import type { Policy } from '../../src/procedure/policy';
import type { Notice } from '../../src/procedure/case/record';
import {
  lastRecordedAt,
  limitLadders,
  mayRemindAt,
  nextReminderAt,
  remindersDue,
} from '../../src/procedure/reminders/reminders';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import { kirklees } from '../support/partnership';

/* Reminders at the edges of mornings, ladders and calendars. The people: tests/procedure/reminders.test.ts. */

const none = { reviewType: 'none', termsOfReference: undefined } as const;
const linesAbout = (sent: readonly Notice[], deadline: string) =>
  sent.flatMap(({ at, to, lines }) =>
    lines.filter((line) => line.deadline === deadline).map(({ tone }) => `${londonDate(at)} ${to} ${tone}`),
  );
const under = (change: (policy: Policy) => Partial<Policy>) => {
  const { policy } = kirklees();
  return { ...kirklees(), policy: { ...policy, ...change(policy) } };
};

describe('An outage over several mornings', () => {
  // Step 2 was due on Friday 27 November 2026; its overdue mornings are 30 November, 2 and 4 December.
  const told = (now: string) =>
    linesAbout(remindersDue(aCase().file, instant(now)), 'front-door').map((line) => line.slice(11));

  test('counts each of them: the Scrutineer is told on the third', () => {
    expect(told('2026-12-03T09:05:00Z')).toEqual(['P02 overdue', 'P01 overdue']);
    expect(told('2026-12-04T09:05:00Z')).toEqual(['P02 overdue', 'P01 overdue', 'P14 overdue']);
  });

  test('does not bring a reminder before its own morning', () => {
    expect(told('2026-11-24T08:59:59.999Z')).toEqual([]);
    expect(told('2026-11-24T09:00:00.000Z')).toEqual(['P02 coming']);
  });
});

test('A reminder every ten working days is not lost over Christmas, when they are over three weeks long', () => {
  const rare = under(({ ladders }) => ({ ladders: { ...ladders, overdueEvery: 10 } }));
  // Submitted on 1 December 2026: the reply is due on the 22nd, and nothing else is. Ten working days after the first
  // overdue reminder, of the 23rd, is 14 January.
  const one = aCase()
    .of(rare)
    .choosing({ recordDetermination: [none] })
    .receivedOn('2026-11-16')
    .past('submission');
  expect(linesAbout(one.reminders('2027-01-20').sent, 'panel-reply')).toEqual([
    '2026-12-17 P01 coming',
    '2026-12-21 P01 coming',
    '2026-12-23 P01 overdue',
    '2027-01-14 P01 overdue',
  ]);
});

test('What is decided at the very moment of a morning waits for the next one', () => {
  const noted = (now: string) => aCase().with('addNote', {}, { on: '2026-11-24', now });
  expect(nextReminderAt(noted('2026-11-24T08:59:59.999Z').file)).toBe('2026-11-24T09:00:00.000Z');
  expect(nextReminderAt(noted('2026-11-24T09:00:00.000Z').file)).toBe('2026-11-25T09:00:00.000Z');
});

test('Before the morning hour a reminder waits for it; until the closing hour it goes at once', () => {
  const { file } = aCase();
  expect(mayRemindAt(file, instant('2026-11-24T07:00:00.000Z'))).toBe('2026-11-24T09:00:00.000Z');
  expect(mayRemindAt(file, instant('2026-11-24T16:59:59.999Z'))).toBe('2026-11-24T16:59:59.999Z');
});

test('A case that was closed reminds nobody, whatever had been left open in it', () => {
  const open = aCase().past('outcome').file;
  const closed: CaseFile = { ...open, closedOn: isoDate('2026-11-26') };
  expect(limitLadders(open).length).toBeGreaterThan(0);
  expect([nextReminderAt(closed), remindersDue(closed, instant('2026-12-11T09:00:00Z'))]).toEqual([undefined, []]);
});

test('A step on hold is not chased, and its limit is', () => {
  const held = aCase().past('outcome').with('placeHold', { step: 'information', lookAgainOn: '2026-12-01' });
  expect(linesAbout(held.reminders('2026-12-14').sent, 'information')).toEqual([]);
  const lifted = held.with('liftHold');
  expect(linesAbout(lifted.reminders('2026-12-14').sent, 'information')).not.toEqual([]);
  expect(linesAbout(held.reminders('2026-12-14').sent, 'rapid-review-meeting')).toContain('2026-12-11 P10 breach');
});

describe('The last that was decided in a case', () => {
  test('is its opening, and then its latest decision', () => {
    expect(lastRecordedAt(aCase().file)).toBe(aCase().file.openedAt);
    const noted = aCase().with('addNote', {}, { on: '2026-11-25' }).with('addAction');
    expect(lastRecordedAt(noted.file)).toBe('2026-11-25T10:00:00.000Z');
  });

  test('may be what set itself aside, as an Exec group that asks for further action does', () => {
    const one = aCase()
      .choosing({ recordSignOff: [{ outcome: 'further-action', reason: words('More on the school') }] })
      .before('recordSignOff')
      .next();
    expect(one?.file.superseded.at(-1)).toMatchObject({ name: 'recordSignOff', fact: { recordedAt: one?.now } });
    expect(one && lastRecordedAt(one.file)).toBe(one?.now);
  });
});

describe('Day 14', () => {
  const ladder = (one: CaseBuilder) =>
    limitLadders(one.file)
      .filter(({ line }) => line.deadline !== 'publication')
      .map(({ to: { person }, line: { tone } }) => `${person} ${tone}`);

  test('is a breach for the Exec partners, and coming for whoever is told before', () => {
    expect(ladder(aCase().past('outcome'))).toEqual([
      ...['P01 coming', 'P02 coming', 'P03 coming', 'P04 coming', 'P01 coming'],
      ...['P07 coming', 'P08 coming', 'P09 coming', 'P14 coming'],
      ...['P10 breach', 'P11 breach', 'P12 breach'],
    ]);
  });

  test('is none before it is decided to notify, and none once the Rapid Review is submitted', () => {
    expect(ladder(aCase().at('outcome'))).toEqual([]);
    expect(ladder(aCase().past('submission'))).toEqual([]);
  });

  test('where the submission counts from the notification, says so in place of a day of the case', () => {
    const counted = under(({ windows }) => ({
      windows: { ...windows, submission: { anchor: 'notification-sent', unit: 'working-days-after', by: 12 } },
    }));
    const one = aCase().of(counted).past('outcome'); // sent on Thursday 26 November 2026
    const [first] = limitLadders(one.file);
    expect(first?.line.title).toBe('12 working days from the notification: Step 6, Rapid Review meeting');
    // Two working days before its date, Monday 14 December, and three after it.
    expect(first?.line.due).toBe('2026-12-14');
    const mornings = one
      .reminders('2026-12-18')
      .sent.filter(({ lines }) => lines.some(({ title }) => title.startsWith('12 working days')))
      .map(({ at }) => londonDate(at));
    expect([...new Set(mornings)]).toEqual(['2026-12-10', '2026-12-14', '2026-12-15', '2026-12-17']);
  });
});

describe('Six months', () => {
  const closed = aCase()
    .choosing({ recordDetermination: [none] })
    .atTheEnd();
  const decidedOn = (on: string) =>
    closed
      .as({ ...closed.file, closedOn: closed.today })
      .with('reopenCase', {}, { on: '2027-06-07' })
      .with('decideReviewAgain', {}, { on });
  const byTone = (one: CaseBuilder, tone: 'coming' | 'breach') =>
    limitLadders(one.file).find(({ line }) => line.deadline === 'publication' && line.tone === tone)?.line;

  test('are none before a review is decided on', () => {
    expect(
      limitLadders(aCase().at('determination').file).filter(({ line }) => line.deadline === 'publication'),
    ).toEqual([]);
  });

  test('are reminded of by the earlier date, and are a breach of the later, whichever of the two is the law’s', () => {
    // Decided on again on Saturday 12 June 2027: the law ends on Sunday 12 December, six months from Day 1 on the 14th.
    const saturday = decidedOn('2027-06-12');
    expect(byTone(saturday, 'coming')).toMatchObject({ due: '2027-12-10', title: 'Six months: Step 18, Publication' });
    expect(byTone(saturday, 'breach')).toMatchObject({ due: '2027-12-14' });
    const { sent } = saturday.reminders('2027-12-20');
    const mornings = sent
      .filter(({ lines }) => lines.some(({ title }) => title.startsWith('Six months')))
      .map(({ at }) => londonDate(at));
    expect([...new Set(mornings)]).toEqual(['2027-10-15', '2027-11-12', '2027-11-26', '2027-12-03', '2027-12-15']);
    // As a rule the law's is the later.
    expect(byTone(aCase().past('submission'), 'coming')).toMatchObject({ due: '2027-05-21' });
    expect(byTone(aCase().past('submission'), 'breach')).toMatchObject({ due: '2027-06-04' });
  });

  test('that end on one day by both are explained by the procedure', () => {
    const monday = decidedOn('2027-06-14');
    for (const tone of ['coming', 'breach'] as const) {
      expect(byTone(monday, tone)).toMatchObject({ due: '2027-12-14' });
      expect(byTone(monday, tone)?.why).toMatch(/calendar months after Day 1/);
    }
  });
});

describe('An email of a morning', () => {
  test('says first what is a breach, then what is overdue, then what is coming, each by its date', () => {
    const partnership = {
      ...kirklees(),
      people: { ...kirklees().people, 'la-exec': kirklees().people['business-manager'] ?? [] },
    };
    const one = aCase()
      .of(partnership)
      .past('outcome')
      .with('addAction', { owner: 'P01', dueOn: '2026-12-14' })
      .with('addAction', { owner: 'P01', dueOn: '2026-12-10' })
      .with('addAction', { owner: 'P01', dueOn: '2026-12-04' })
      .with('addAction', { owner: 'P01', dueOn: '2026-12-08' });
    const [email] = one
      .reminders('2026-12-11')
      .sent.filter(({ at, to }) => to === 'P01' && londonDate(at) === '2026-12-11');
    expect(email?.lines.map(({ tone, due }) => `${tone} ${due}`)).toEqual([
      'breach 2026-12-10',
      'overdue 2026-12-04',
      'overdue 2026-12-08',
      'overdue 2026-12-10',
      'coming 2026-12-14',
    ]);
  });

  test('is one to a person by their part, with the day, the date and why', () => {
    const at = instant('2026-11-24T09:00:00.000Z');
    const front = remindersDue(aCase().file, at).find(({ to }) => to === 'P02');
    expect(front).toEqual({
      key: 'SIN-2026-0007/reminders/P02/2026-11-24',
      kind: 'reminders',
      to: 'P02',
      as: 'spr-coordinator',
      at,
      practice: false,
      values: { on: '2026-11-24' },
      lines: [
        {
          deadline: 'front-door',
          title: 'Step 2, Front Door oversight',
          due: '2026-11-27',
          why: expect.stringContaining('the end of day 5') as string,
          tone: 'coming',
        },
      ],
    });
  });
});

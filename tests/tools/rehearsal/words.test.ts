import { isoDate, instant } from '../../../src/procedure/time/dates';
import { notificationFor } from '../../../tools/rehearsal/notification';
import { bar, screenOn, wrapped } from '../../../tools/rehearsal/screen';
import { beside, delayed, on } from '../../../tools/rehearsal/script';
import {
  beginning,
  byKind,
  emailLines,
  few,
  reminderLines,
  type NoticeOnList,
} from '../../../tools/rehearsal/sentences';

const aNotice = (kind: string, name: string, more: Partial<NoticeOnList> = {}): NoticeOnList => ({
  key: `${kind}/${name}`,
  kind,
  to: { id: 'P01', name, as: 'business-manager' },
  at: instant('2026-11-23T09:00:00Z'),
  lines: [],
  state: 'sent',
  ...more,
});

describe('what a rehearsal says', () => {
  it('begins each line with the date, the day and the step', () => {
    expect(beginning(isoDate('2026-12-04'), 10, 'determination')).toBe('Fri  4 Dec 2026  day  10  7     ');
  });

  it('names a few people and counts the rest', () => {
    expect(few(['A'])).toBe('A');
    expect(few(['A', 'B'])).toBe('A and B');
    expect(few(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
    expect(few(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
  });

  it('says each kind of email once, with its recipients', () => {
    const notices = [aNotice('draft-in', 'A'), aNotice('draft-in', 'B'), aNotice('published', 'A')];
    expect(emailLines(notices)).toEqual(['email: draft in, to A and B', 'email: published, to A']);
    expect(byKind(notices)).toBe('draft in 2, published 1');
  });

  it('says what a morning reminds of, once for all who are reminded', () => {
    const lines = [
      {
        deadline: 'submission',
        title: 'Step 8, Submission',
        due: isoDate('2026-12-10'),
        why: '',
        tone: 'breach' as const,
      },
    ];
    expect(reminderLines([aNotice('reminders', 'A', { lines }), aNotice('reminders', 'B', { lines })])).toEqual([
      'BREACH: Step 8, Submission, due 10 December 2026, to A and B',
    ]);
  });
});

describe('the notification of a rehearsal', () => {
  it('is a practice case that came in just now, in time', () => {
    expect(
      notificationFor({ receivedOn: '2020-01-01', practice: false, setting: 'other' }, instant('2026-11-23T00:30:00Z')),
    ).toEqual({
      setting: 'other',
      practice: true,
      incidentOn: '2026-11-21',
      knownAt: '2026-11-22T04:30:00.000Z',
      authorityAwareOn: '2026-11-22',
    });
  });
});

describe('scripts', () => {
  const one = on(3, 'scrutineer', 'addNote', { note: 'one' });
  const two = on(5, 'scrutineer', 'addNote', { note: 'two' });
  const after = on((s) => s.today, 'scrutineer', 'addNote', { note: 'after' });
  const four = on(4, 'scrutineer', 'addNote', { note: 'four' });

  it('that run beside each other are merged by day; what follows from an act stays behind it', () => {
    expect(beside([one, two], [four, after])).toEqual([one, four, after, two]);
  });

  it('can be delayed by working days', () => {
    expect(delayed(6, [one, after])).toEqual([{ ...one, when: 9 }, after]);
  });
});

describe('the screen', () => {
  it('breaks lines between words, the rest indented', () => {
    expect(wrapped('one two three four', 9, 2)).toEqual(['one two', '  three', '  four']);
  });

  it('shows how far it has come', () => {
    expect(bar(1, 4)).toBe('[######..................] 25 %');
  });

  it('keeps its bar at the foot of a terminal', () => {
    let written = '';
    const screen = screenOn({ write: (text) => (written += text), isTTY: true, columns: 80 });
    screen.progress(1, 2, 'day 3');
    screen.line('something happened');
    screen.end();
    expect(written).toBe(`${bar(1, 2)}  day 3\r\u001b[2Ksomething happened\n${bar(1, 2)}  day 3\r\u001b[2K`);
  });

  it('has a line at every quarter where nobody watches', () => {
    let written = '';
    const screen = screenOn({ write: (text) => (written += text) });
    for (const done of [1, 2, 3, 4, 5, 6, 7, 8]) screen.progress(done, 8, '');
    expect(written.split('\n').filter((line) => line !== '')).toHaveLength(4);
  });
});

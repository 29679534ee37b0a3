import { breachesOf } from '../../../src/procedure/dates/breaches';
import { arrangedMeetings, meetingsOfInvited, meetingToCome } from '../../../src/procedure/meetings/arranged-meetings';
import { meetingInCalendar } from '../../../src/procedure/meetings/meeting-in-calendar';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import { instant } from '../../../src/procedure/time/dates';
import type { PersonId } from '../../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Kirklees, Day 1 is Monday 23 November 2026: day 7 is Tuesday 1 December, day 14 Thursday 10 December. */

const [legal, police, scrutineer] = ['legal', 'police-partner', 'scrutineer'] as const;
const form = {
  meeting: 'rapid-review',
  beginsAt: '2026-12-08T10:00:00Z',
  minutes: 120,
  place: words('Room 3'),
};
const ready = () => aCase().past('information');
const invited = () => [legal, police, scrutineer].map((role) => ready().holder(role));
const arranged = (more: object = {}) => ready().with('arrangeMeeting', { ...form, invited: invited(), ...more });
const moved = () =>
  arranged().with('moveMeeting', { ...form, beginsAt: '2026-12-09T09:30:00Z', invited: invited().slice(0, 2) });
const cancelled = () => moved().with('cancelMeeting', { meeting: 'rapid-review' });
const standing = (one: CaseBuilder) => arrangedMeetings(one.file).at(-1);
const last = (one: CaseBuilder, kind: string) => one.notices.findLast((notice) => notice.kind === kind);
const inCalendarOf = (one: CaseBuilder, kind: string) => {
  const notice = last(one, kind);
  return notice && meetingInCalendar(one.file, notice);
};

describe('a meeting that is arranged', () => {
  test('has one identity in calendars and a number that rises with each change', () => {
    const first = inCalendarOf(arranged(), 'meeting-invitation');
    const then = inCalendarOf(moved(), 'meeting-moved');
    const gone = inCalendarOf(cancelled(), 'meeting-cancelled');
    expect([first?.uid, then?.uid]).toEqual([gone?.uid, gone?.uid]);
    expect([first, then, gone].map((one) => [one?.method, one?.sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ]);
  });

  test('says in calendars the reference and the kind of meeting, and nothing of the child', () => {
    expect(inCalendarOf(arranged(), 'meeting-invitation')?.title).toBe('Rapid Review meeting, SIN-2026-0007');
  });

  test('whoever is left out when it is moved has it taken out of their calendar', () => {
    const one = moved();
    expect(last(one, 'meeting-cancelled')?.to).toBe(one.holder(scrutineer));
    expect(one.notices.filter(({ kind }) => kind === 'meeting-moved').map(({ to }) => to)).toEqual([
      one.holder(legal),
      one.holder(police),
    ]);
  });

  test('is held once what it decided is on the record, and its invitation is sent no more', () => {
    const held = arranged().with('recordRapidReviewMeeting', {}, { on: '2026-12-08' });
    expect(standing(held)?.state).toBe('held');
    const notice = last(held, 'meeting-invitation');
    expect(notice && truthOf(notice, { file: held.file, now: held.now, newer: [] })).toEqual({
      kind: 'no-longer-true',
      why: 'The meeting was held.',
    });
  });

  test('an invitation that waited is not sent once the meeting was moved or cancelled', () => {
    const says = (one: CaseBuilder) => {
      const notice = one.notices.find(({ kind }) => kind === 'meeting-invitation');
      const truth = notice && truthOf(notice, { file: one.file, now: one.now, newer: [] });
      return truth?.kind === 'no-longer-true' ? truth.why : truth?.kind;
    };
    expect(says(arranged())).toBe('true');
    expect(says(moved())).toMatch(/was moved/);
    expect(says(cancelled())).toMatch(/was cancelled/);
  });

  test('what it decided cannot be recorded of a day before it', () => {
    const one = arranged().with('addNote', {}, { on: '2026-12-07' });
    const why = one.refusal('recordRapidReviewMeeting', {}, { on: '2026-12-07' });
    expect(why?.sentence).toMatch(/arranged for Tuesday 8 December 2026 .*move it first/);
    expect(one.with('cancelMeeting').refusal('recordRapidReviewMeeting', {}, { on: '2026-12-07' })).toBeUndefined();
  });

  test('on a day outside its window it needs a reason and stands as a breach, until it is moved', () => {
    const late = { ...form, beginsAt: '2026-12-14T10:00:00Z', invited: invited() };
    expect(ready().refusal('arrangeMeeting', late)?.code).toBe('passes-a-limit');
    const one = ready().with('arrangeMeeting', late);
    expect(breachesOf(one.file).map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([expect.stringMatching(/Monday 14 December 2026 is 4 days after/)]),
    );
    const back = one.with('moveMeeting', { ...form, invited: invited() });
    expect(breachesOf(back.file)).toEqual([]);
  });

  test('is taken out of calendars when the case is withdrawn, and stays so when it is reopened', () => {
    const withdrawn = arranged().with('withdrawCase');
    expect(withdrawn.notices.filter(({ kind }) => kind === 'meeting-cancelled')).toHaveLength(3);
    expect(standing(withdrawn)).toMatchObject({ state: 'cancelled', sequence: 1 });
    const reopened = withdrawn.with('reopenCase');
    expect(standing(reopened)?.state).toBe('cancelled');
    expect(reopened.refusal('arrangeMeeting', { ...form, invited: invited() })).toBeUndefined();
  });

  test('is seen by whoever is invited by name until it is over, and nothing else of the case is', () => {
    const person = 'P18' as PersonId;
    const one = arranged({ invited: [person] });
    expect(meetingsOfInvited(one.file, person).map(({ kind }) => kind)).toEqual(['rapid-review']);
    expect(meetingsOfInvited(one.with('cancelMeeting').file, person)).toEqual([]);
    const held = one.with('recordRapidReviewMeeting', {}, { on: '2026-12-08' });
    expect(meetingsOfInvited(held.file, person)).toHaveLength(1);
    expect(meetingsOfInvited(held.with('fileMinutes').file, person)).toEqual([]);
  });

  test('takes the place of a day that was arranged alone', () => {
    const alone = ready().with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-09' });
    const one = alone.with('arrangeMeeting', { ...form, invited: invited() });
    const email = one.notices.find(({ kind }) => kind === 'rapid-review-arranged');
    const truth = email && truthOf(email, { file: one.file, now: one.now, newer: [] });
    expect(truth).toMatchObject({ why: expect.stringMatching(/arranged with people/) as unknown });
    expect(one.refusal('arrangeRapidReviewMeeting', { meetingOn: '2026-12-10' })?.sentence).toMatch(
      /Move that instead/,
    );
    expect(one.refusal('recordRapidReviewMeeting', {}, { on: '2026-12-08' })).toBeUndefined();
  });

  test('somebody of another organisation is invited by name and address, and stays when it is moved', () => {
    const one = arranged().with('inviteToMeeting');
    const id = `C-SIN-2026-0007-${one.file.seq}`;
    expect(last(one, 'meeting-invitation')?.to).toBe(id);
    const again = one.with('moveMeeting', { ...form, beginsAt: '2026-12-09T10:00:00Z', invited: invited() });
    expect(meetingToCome(again.file, 'rapid-review')?.invited).toContain(id);
    expect(again.notices.findLast(({ kind }) => kind === 'meeting-moved')).toMatchObject({ to: id });
  });

  test('begins at the hour of London’s clock in summer and in winter', () => {
    const hours = (beginsAt: string) => last(arranged({ beginsAt }), 'meeting-invitation')?.values['hours'];
    expect(hours('2026-12-08T10:00:00Z')).toBe('10:00am to midday');
    expect(hours('2027-06-08T10:00:00Z')).toBe('11:00am to 1:00pm');
    expect(meetingToCome(arranged({ beginsAt: '2026-12-08T12:00:00+02:00' }).file, 'rapid-review')?.beginsAt).toBe(
      instant('2026-12-08T10:00:00Z'),
    );
  });
});

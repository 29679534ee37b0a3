import { londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { fact, factsOf } from '../../src/procedure/case/facts';
import { holdsOn } from '../../src/procedure/case/holds';
import { mayRemindAt, nextReminderAt, remindersDue } from '../../src/procedure/reminders/reminders';
import { isSettled } from '../../src/procedure/dates/steps';
import type { PersonId } from '../../src/procedure/time/time';
import { workingDay, workingDaysAfter } from '../../src/procedure/time/calendar';
import { dayOneOf } from '../../src/procedure/dates/plan';
import { aCase, keepTime } from '../support/a-case';

/* Rules that a comment of the code states, each with the case that it is about. */

describe('A hold that is looked at', () => {
  const held = aCase().at('learning-event').with('placeHold');
  const { calendar } = held.file;

  test.each([
    ['a later day', 40],
    ['an earlier day', 5],
  ])('is looked at again on the day that was decided last: %s', (_which, days) => {
    const decided = workingDaysAfter(calendar, held.today, days);
    const looked = held.with('lookAtHoldAgain', { lookAgainOn: workingDaysAfter(calendar, held.today, 10) });
    const again = looked.with('lookAtHoldAgain', { lookAgainOn: decided });
    expect(holdsOn(again.file, 'learning-event')[0]?.lookAgainOn).toBe(decided);
  });
});

test('A relative who is added once the notice of intent is out does not call step 16 back', () => {
  const noticed = aCase().past('notice-of-intent');
  expect(isSettled(noticed.file, 'family-contact')).toBe(true);
  const added = noticed.with('addFamilyMember');
  expect(isSettled(added.file, 'family-contact')).toBe(true);
});

test('A relative who is added before the notice of intent is to be spoken to first', () => {
  const contacted = aCase().past('family-contact').with('addFamilyMember');
  expect(isSettled(contacted.file, 'family-contact')).toBe(false);
});

test('A review decision that was up again does not undo what went on beside it', () => {
  const planning = aCase().at('planning');
  const monday = planning.today;
  const between = workingDaysAfter(planning.file.calendar, monday, 1);
  const decidedOn = workingDaysAfter(planning.file.calendar, monday, 3);
  const again = planning
    .with('reopenReviewDecision', undefined, { on: monday })
    .with('decideReviewAgain', undefined, { on: decidedOn });
  // The chronologies had been asked for in between, and that is recorded now.
  expect(again.attempt('askChronologies', undefined, { on: between }).kind).toBe('taken');
});

describe('Two ladders on one step', () => {
  test('where both say the same of one step, the reader gets one line, of the ladder that the procedure names', () => {
    const toSubmit = aCase().past('determination');
    const day13 = workingDay(toSubmit.file.calendar, dayOneOf(toSubmit.file), 13);
    const { sent } = toSubmit.reminders(day13);
    const scrutineer = toSubmit.holder('scrutineer');
    const lines = sent
      .filter(({ to, at }) => to === scrutineer && at.startsWith(day13))
      .flatMap((notice) => notice.lines)
      .filter(({ deadline }) => deadline === 'submission');
    expect(lines.map(({ title }) => title)).toEqual(['Day 14: Step 8, Submission to the National Panel']);
  });
});

test('A breach that was one at the very moment when its ladder began to run is told on the first working morning after', () => {
  const deciding = aCase().at('outcome');
  const { calendar } = deciding.file;
  const day15 = workingDay(calendar, dayOneOf(deciding.file), 15);
  const morning = londonInstant(day15, timeOfDay('09:00'));
  // The reminders of that morning have been decided, and in the same moment the case proceeds.
  const reminded = deciding.as({ ...keepTime(deciding.file, morning).file, remindedUpTo: morning });
  const proceeding = reminded
    .with('recordOutcome', undefined, { by: 'la-partner', on: day15, now: morning })
    .with('recordOfstedNotification', undefined, { by: 'spr-coordinator', on: day15, now: morning });
  const next = nextReminderAt(proceeding.file);
  expect(next).toBeDefined();
  const at = mayRemindAt(proceeding.file, next ?? morning);
  const breaches = remindersDue(proceeding.file, at).filter(({ lines }) =>
    lines.some(({ title, tone }) => title.startsWith('Day 14') && tone === 'breach'),
  );
  expect(breaches.map(({ to }) => to).sort()).toEqual([...execPartners].sort());
});

const execPartners = ['P10', 'P11', 'P12'] as PersonId[];

test('What the record has come to say since is no fault of a correction', () => {
  const commented = aCase().past('comments');
  const chair = commented.holder('sub-group-chair');
  const comment = factsOf(commented.file, 'recordComment').find(({ form }) => form.member !== chair);
  if (comment === undefined) throw new Error('No member of the sub-group has answered.');
  const left = commented.with('replacePerson', {
    role: 'sub-group-member',
    leaves: comment.form.member,
    joins: 'P77' as PersonId,
  });
  // Whoever answered is no member any more; that they had comments can be put right all the same.
  const corrected = left.attempt('correctFact', { entry: comment.seq, field: 'answer', value: 'comments' });
  expect(corrected.kind).toBe('taken');
});

test('A correction does not bring in what the decision itself would have been refused for', () => {
  const commented = aCase().past('comments');
  const comment = fact(commented.file, 'recordComment');
  const wrong = { entry: comment?.seq, field: 'member', value: 'P78' };
  expect(commented.refusal('correctFact', wrong)?.code).toBe('against-the-record');
});

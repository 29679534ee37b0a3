import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { turnsOf } from '../../src/procedure/reminders/turns';
import { nextReminderAt, remindersDue } from '../../src/procedure/reminders/reminders';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { londonDate } from '../../src/procedure/time/dates';
import { aCase, keepTime, type CaseBuilder } from '../support/a-case';
import { instant, isoDate } from '../../src/procedure/time/dates';

/* "Reminders and escalation": after the fifth chase it goes weekly, then it is a task of the Business Manager. */

/** The days on which somebody is chased for a deadline, while a case rests until a day. */
const chasesOf = (one: CaseBuilder, deadline: string, until: string, person = 'P01') =>
  one
    .reminders(until)
    .sent.filter(
      ({ to, lines }) => to === person && lines.some((line) => line.deadline === deadline && line.tone === 'overdue'),
    )
    .map(({ at }) => londonDate(at));

const task = (file: CaseFile) => openDeadlines(file).find(({ id }) => id.startsWith('unanswered:'));

const expected = [
  // Step 2 was due on Friday 27 November 2026: the next working morning, then every second working day, five in all.
  ...['2026-11-30', '2026-12-02', '2026-12-04', '2026-12-08', '2026-12-10'],
  // Weekly, three times. On Thursday 31 December the office is closed, and so it is on Friday 1 January.
  ...['2026-12-17', '2026-12-24', '2027-01-04'],
];

test('What is overdue is chased five times on every second working morning, then three times weekly, and no more', () => {
  expect(chasesOf(aCase(), 'front-door', '2027-03-31')).toEqual(expected);
});

test('After the last chase it is a task of the Business Manager, of which nobody is reminded', () => {
  const { file, sent } = aCase().reminders('2027-03-31');
  expect(openDeadlines(file)).toContainEqual(
    expect.objectContaining({
      id: 'unanswered:front-door',
      title: 'Decide how to go on: Step 2, Front Door oversight',
      due: '2027-01-11',
      why: 'The last reminder went out on Monday 4 January 2027, and no more go out (local rule).',
    }),
  );
  expect(turnsOf(file).find(({ id }) => id === 'unanswered:front-door')).toMatchObject({
    owner: 'business-manager',
    people: ['P01'],
  });
  expect(sent.flatMap(({ lines }) => lines).filter(({ deadline }) => deadline.startsWith('unanswered'))).toEqual([]);
});

test('There is no such task while chases go out, nor once the step is done', () => {
  expect(task(aCase().reminders('2026-12-30').file)).toBeUndefined();
  const late = aCase().reminders('2027-01-10').file;
  const done = aCase()
    .as(late)
    .with('sendToFrontDoor')
    .with('recordOversight', undefined, { now: '2027-01-11T10:00:00.000Z', on: '2027-01-11' });
  expect(openDeadlines(done.file).filter(({ id }) => id === 'unanswered:front-door')).toEqual([]);
});

test('The task of a request says which one it is', () => {
  const { file } = aCase()
    .with('askAgencies', { agencies: ['gp'] })
    .reminders('2027-03-31');
  expect(openDeadlines(file).map(({ id }) => id)).toContain('unanswered:return.gp');
});

test('The steps of day 14 and of the six months are chased on every second working morning without end', () => {
  const chases = chasesOf(aCase().at('rapid-review-meeting'), 'rapid-review-meeting', '2027-02-26');
  expect(chases.length).toBeGreaterThan(20);
  expect(task(aCase().at('submission').reminders('2027-02-26').file)?.id).not.toBe('unanswered:submission');
});

test('An extended deadline is chased from its new date, five times again', () => {
  const { file } = aCase().reminders('2026-12-08');
  const extended = aCase()
    .as(file)
    .with(
      'extendDeadline',
      { deadline: 'front-door', to: isoDate('2027-01-29') },
      { now: '2026-12-08T10:00:00.000Z', on: '2026-12-08' },
    );
  expect(chasesOf(extended, 'front-door', '2027-05-31')).toHaveLength(8);
});

test('A step that opens long after its date, because what it follows was late, is chased as often as any other', () => {
  const opened = aCase().at('outcome');
  const late = aCase()
    .before('recordDecisionMeeting')
    .with('recordDecisionMeeting', undefined, { now: '2027-02-01T10:00:00.000Z', on: '2026-11-25' });
  expect(openDeadlines(opened.file).some(({ id }) => id === 'outcome')).toBe(true);
  const days = chasesOf(late, 'outcome', '2027-06-30');
  expect(days).toHaveLength(8);
  expect(days.every((day) => day > '2027-02-01')).toBe(true);
});

test('A case that began before is reminded without end', () => {
  const { slowing: _none, ...ladders } = aCase().file.policy.ladders;
  const before = { ...aCase().file, policy: { ...aCase().file.policy, ladders } };
  const days = chasesOf(aCase().as(before), 'front-door', '2027-03-31');
  expect(days.length).toBeGreaterThan(30);
  expect(task(keepTime(before, instant('2027-03-31T10:00:00.000Z')).file)).toBeUndefined();
});

test('The next chase is always found: whoever wakes then has somebody to remind', () => {
  let { file } = aCase();
  for (let at = nextReminderAt(file); at !== undefined && at < '2027-03'; at = nextReminderAt(file)) {
    expect(remindersDue(file, at)).not.toEqual([]);
    file = { ...file, remindedUpTo: at };
  }
  expect(nextReminderAt(file)).toBeUndefined();
});

import type { Notice } from '../../src/procedure/case/record';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { isReached } from '../../src/procedure/dates/steps';
import { whyNotOpen } from '../../src/procedure/not-open';
import { later, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';
import { aCase, keepTime, type CaseBuilder } from '../support/a-case';
import { dayOfAct, script, type Act } from '../support/script';
import { straightWay } from '../workflows/support/straight-way';

/*
 * The straight way of a case is played by the rules alone, and the reminders on the way are counted: one email a person a
 * morning. The first release sent 217.
 */

const nextAct = ({ file }: CaseBuilder): Act | undefined =>
  script.find(
    ({ name, isDue, step }) =>
      whyNotOpen(file, name) === undefined &&
      (step === 'actions' ? isReached(file, step) : true) &&
      (isDue?.(file) ?? true),
  );

/** Lets time pass to a moment. */
function passTo(one: CaseBuilder, moment: Instant, sent: Notice[]): CaseBuilder {
  const kept = keepTime(one.file, moment);
  sent.push(...kept.sent);
  return one.as(kept.file);
}

/** Holds the next check of progress on its day, where that comes before a moment; the same case where it does not. */
function withCheck(one: CaseBuilder, moment: Instant, sent: Notice[]): CaseBuilder {
  const due = openDeadlines(one.file).find(({ id }) => id === 'progress-check')?.due;
  const at = due === undefined ? undefined : londonInstant(due, timeOfDay('09:30'));
  if (due === undefined || at === undefined || at > moment || at <= one.now) return one;
  return withCheck(passTo(one, at, sent).with('recordProgressCheck', undefined, { now: at, on: due }), moment, sent);
}

/** Plays the straight way, and returns the reminders that went out. */
function remindersOnTheWay({ checks }: { readonly checks: 'held' | 'forgotten' }): readonly Notice[] {
  const sent: Notice[] = [];
  let one = aCase();
  for (let act = nextAct(one); act !== undefined; act = nextAct(one)) {
    const day = dayOfAct(one.file, act, one.today);
    const moment = later(one.now, londonInstant(day, timeOfDay('10:00')));
    const checked = checks === 'held' ? withCheck(one, moment, sent) : one;
    one = passTo(checked, moment, sent).with(act.name, undefined, { by: act.by, on: day, now: moment });
  }
  return sent;
}

test('In the straight case, with everything on time, 26 reminders go out', () => {
  expect(remindersOnTheWay({ checks: 'held' })).toHaveLength(26);
});

test('In the straight case fewer than 40 go out also where nobody holds the checks of progress', () => {
  const sent = remindersOnTheWay({ checks: 'forgotten' });
  expect(sent.some(({ lines }) => lines.some(({ tone }) => tone === 'overdue'))).toBe(true);
  expect(sent.length).toBeLessThan(40);
});

test('The emails of the straight way, as the workflow sends them, have fewer than 40 reminders, each person counted', () => {
  const reminders = straightWay
    .map((row) => row.split(' | '))
    .filter(([, said = '']) => / (?:coming|overdue|breach)/.test(said))
    .flatMap(([, , to = '']) => to.split(', '));
  const people = reminders.reduce((sum, to) => sum + Number(/ x(\d+)$/.exec(to)?.[1] ?? '1'), 0);
  expect(people).toBeGreaterThan(10);
  expect(people).toBeLessThan(40);
});

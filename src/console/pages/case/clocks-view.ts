import type { CaseFile } from '../../../procedure/case/case-file';
import { sayDate, sayInstant } from '../../../procedure/time/dates';
import type { CaseView } from '../../../procedure/describe';
import { isKept } from '../../../procedure/dates/statutory-clock';
import { stepLabel } from '../../../procedure/step-names';
import { daysLeft } from '../../wording/days-left';
import { dayOfCase } from '../../wording/case-status';
import { begin, typographic } from '../../wording/letters';

type Clock = CaseView['clocks'][number];

/** Says in words how a clock stands. */
function clockStands(file: CaseFile, clock: Clock, now: CaseView['asOf']): string {
  const { metOn, metAt } = clock;
  const kept = isKept(clock);
  const notBefore = clock.bound === 'at-least';
  const met = metAt !== undefined ? sayInstant(metAt) : metOn === undefined ? '' : sayDate(metOn);
  // The page says beside this already that it was late.
  if (kept !== undefined) return `${kept ? 'Kept' : notBefore ? 'Before that day' : 'Met'}: ${met}`;
  if (notBefore) return clock.dueAt <= now ? 'That day has come' : 'That day has not come yet';
  const { due, dueAt, limitDate, limitAt } = clock;
  if (dueAt < now && now <= limitAt)
    return `The partnership’s working day for it has passed; the limit itself ends on ${sayDate(limitDate)}`;
  const date = limitAt < now ? { due: limitDate, dueAt: limitAt } : { due, dueAt };
  return begin(daysLeft(file.calendar, date, now).sentence);
}

/** The clocks that run beside the steps, the law's and the procedure's own, with their source and how sure it is. */
export const clocksOfView = (file: CaseFile, view: Pick<CaseView, 'clocks' | 'asOf' | 'dayOne'>) =>
  view.clocks.map((clock) => ({
    title: typographic(clock.title),
    date: clock.due,
    day: dayOfCase(file, view.dayOne, clock.due),
    notBefore: clock.bound === 'at-least',
    expected: clock.provisional,
    late: clock.late,
    stands: clockStands(file, clock, view.asOf),
    kind: clock.kind === 'statutory' ? 'Statutory' : 'The procedure’s own',
    source: typographic(clock.source),
    confirmed: clock.confirmed,
    why: typographic(clock.why),
  }));

/** Lists the dates that cannot be kept together; the sentence of each says the latest date that still works. */
export const conflictsOfView = (view: Pick<CaseView, 'conflicts'>) =>
  view.conflicts.map(({ sentence, steps, breach }) => ({
    kind: breach === true ? 'Breach' : 'Conflict',
    sentence: typographic(sentence),
    steps: steps.map(stepLabel),
  }));

import type { Anchor, Policy, Window } from '../procedure/policy';
import { stepIds } from '../procedure/step-ids';
import type { StepId } from '../procedure/step-ids';
import type { ProfileProblem } from './problems';
import type { WrittenProfile } from './schema';

/** Anchor and unit of a window: the event from which it counts, and the kind of days in which it counts. */
type Counting = Pick<Window, 'anchor' | 'unit'>;

const inDaysOfTheCase: Counting = { anchor: 'day-one', unit: 'working-day' };
const workingDaysAfter = (anchor: Anchor): Counting => ({ anchor, unit: 'working-days-after' });
const daysAfter = (anchor: Anchor): Counting => ({ anchor, unit: 'days-after' });

/**
 * The steps that do not count in days of the case. What a step counts from is the procedure's, only how long is a
 * partnership's own; a step in days of the case may count from the notification instead. Source: "Clocks" and "The steps".
 */
const ownCounting: Readonly<Partial<Record<StepId, Counting>>> = {
  'panel-reply': workingDaysAfter('submission'),
  'panel-answer': workingDaysAfter('panel-reply'),
  response: workingDaysAfter('panel-reply'),
  'review-decision': workingDaysAfter('review-decision-reopened'),
  comments: daysAfter('draft-shared'),
  'final-draft': daysAfter('amendments-sent'),
  'reasons-sent': workingDaysAfter('sign-off'),
  publication: { anchor: 'day-one', unit: 'months-after' },
  'practice-learning-review': { anchor: 'set-by-decision', unit: 'working-days-after' },
  actions: { anchor: 'set-by-decision', unit: 'working-days-after' },
};

/** The steps up to the notification, and those that count from elsewhere: no window of theirs counts from it. */
const neverFromNotification: readonly StepId[] = ['notification', 'front-door', 'decision-meeting', 'outcome'];

/** The ways in which a step's window may be written, the procedure's own first. Source: "Clocks" (windows from the notification). */
function countingsOf(step: StepId): readonly [Counting, ...Counting[]] {
  const own = ownCounting[step];
  if (own !== undefined) return [own];
  return neverFromNotification.includes(step)
    ? [inDaysOfTheCase]
    : [inDaysOfTheCase, workingDaysAfter('notification-sent')];
}

/** A window whose date is set by a decision, in each case anew. */
const setByDecision: Window = { anchor: 'set-by-decision', unit: 'working-days-after', by: 0 };

type WrittenWindow = NonNullable<WrittenProfile['windows'][StepId]>;

/** The windows of all steps as a case carries them, and what is wrong with those that were written. */
export function readWindows(written: WrittenProfile): { windows: Policy['windows']; problems: ProfileProblem[] } {
  const problems: ProfileProblem[] = [];
  const windows = eachStep((step) => {
    const window = written.windows[step];
    if (window === undefined) {
      const off = step === 'practice-learning-review' && !written.pathways.practiceLearningReview;
      if (!off) problems.push({ path: `windows.${step}`, sentence: 'This step has no window; every step needs one.' });
      return setByDecision;
    }
    problems.push(...windowProblems(step, window));
    return readWindow(window);
  });
  return { windows, problems };
}

function readWindow({ anchor, unit, from, by }: WrittenWindow): Window {
  if (anchor === 'set-by-decision') return setByDecision;
  const window = { anchor, unit: unit ?? 'working-day', by: by ?? 0 };
  return from === undefined ? window : { ...window, from };
}

function windowProblems(step: StepId, { anchor, unit, from, by }: WrittenWindow): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const wrong = (field: string, sentence: string) => problems.push({ path: `windows.${step}.${field}`, sentence });
  const countings = countingsOf(step);
  const counting = countings.find((one) => one.anchor === anchor);
  if (counting === undefined) {
    wrong('anchor', `This step counts from ${countings.map((one) => one.anchor).join(' or ')}, not from ${anchor}.`);
    return problems;
  }
  if (anchor === 'set-by-decision') {
    if (by !== undefined || from !== undefined) wrong('by', 'The date of this step is set by a decision in each case.');
    return problems;
  }
  if (by === undefined) wrong('by', 'This is missing.');
  if ((unit ?? 'working-day') !== counting.unit) {
    wrong('unit', `This step is counted in ${counting.unit}${unit === undefined ? '; write so' : `, not in ${unit}`}.`);
  }
  if (from !== undefined && counting.unit !== 'working-day') {
    wrong('from', 'Only a window in days of the case has a first day.');
  } else if (from !== undefined && by !== undefined && from > by) {
    wrong('from', `The window would open on day ${from}, after it closes on day ${by}.`);
  }
  return problems;
}

function eachStep(make: (step: StepId) => Window): Policy['windows'] {
  // Makes one entry for every step id, so the record is complete.
  return Object.fromEntries(stepIds.map((step) => [step, make(step)])) as Record<StepId, Window>;
}

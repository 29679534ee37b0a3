import type { Anchor, Policy, Window } from '../../../procedure/policy';
import type { FieldProblem } from '../../../procedure/refusals';
import { stepIds, type StepId } from '../../../procedure/step-ids';
import { stepLabel, stepNumber } from '../../../procedure/step-names';
import { looserThanStatute } from '../../../procedure/dates/tightening';
import type { IsoDate } from '../../../procedure/time/time';
import { one } from '../../http/fields';
import { idOf } from '../../forms/names';
import type { Fields } from '../../http/page';
import { begin, lowered, typographic } from '../../wording/letters';

/* Windows as the profile has them, and others to be tried before they are adopted. */

type Windows = Policy['windows'];
type Part = 'from' | 'by';

/** The longest window that a profile may set, in its own unit. */
const longest = 400;

const anchorWords: Readonly<Record<Anchor, string>> = {
  'day-one': 'day 1',
  'notification-sent': 'the notification was sent',
  submission: 'the submission to the Panel',
  'panel-reply': 'the Panel’s reply',
  'review-decision-reopened': 'the review decision was put up again',
  'draft-shared': 'the draft is shared',
  'amendments-sent': 'the amendments are sent',
  'sign-off': 'the Exec group’s decision',
  'set-by-decision': 'a decision',
};

const unitWords: Readonly<Record<Exclude<Window['unit'], 'working-day'>, readonly [one: string, several: string]>> = {
  'working-days-after': ['working day', 'working days'],
  'days-after': ['calendar day', 'calendar days'],
  'months-after': ['calendar month', 'calendar months'],
};

/** A window in words: "Day 7 to day 14", "15 working days after the submission to the Panel". */
export function sayWindow({ anchor, unit, from, by }: Window): string {
  if (anchor === 'set-by-decision') return 'Set in each case';
  if (unit === 'working-day') return from === undefined || from === by ? `By day ${by}` : `Day ${from} to day ${by}`;
  const [single, several] = unitWords[unit];
  return `${by} ${by === 1 ? single : several} after ${anchorWords[anchor]}`;
}

/** The steps whose windows are the partnership's own to change. */
const stepsToTry = (windows: Windows): readonly StepId[] =>
  stepIds.filter((step) => step !== 'notification' && windows[step].anchor !== 'set-by-decision');

const nameOfPart = (step: StepId, part: Part): string => `windows.${step}.${part}`;

const partsOf = ({ from }: Window): readonly Part[] => (from === undefined ? ['by'] : ['from', 'by']);

function labelOf({ unit, anchor, from }: Window, part: Part): string {
  if (unit !== 'working-day') {
    const [, several] = unitWords[unit];
    return `${begin(several)} after ${anchorWords[anchor]}`;
  }
  return part === 'from' ? 'From day' : from === undefined ? 'By day' : 'to day';
}

/** The windows that the address asks to try: only those that differ from the partnership's own. */
export interface Tried {
  readonly windows: Partial<Windows>;
  readonly problems: readonly FieldProblem[];
}

/** Reads the windows to be tried; what loosens the law is refused with the sentence of the rule. */
export function readTried(query: Fields, policy: Policy, today: IsoDate): Tried {
  const problems: FieldProblem[] = [];
  const changed: [StepId, Window][] = [];
  for (const step of stepsToTry(policy.windows)) {
    const own = policy.windows[step];
    const read = readWindow(query, step, own);
    problems.push(...read.problems);
    const { from, by } = read.window;
    if (read.problems.length > 0 || (from === own.from && by === own.by)) continue;
    if (from !== undefined && from > by) {
      const sentence = `${stepLabel(step)}: the window would open on day ${from}, after it closes on day ${by}`;
      problems.push({ field: nameOfPart(step, 'from'), sentence: typographic(sentence) });
    } else changed.push([step, read.window]);
  }
  const windows: Partial<Windows> = Object.fromEntries(changed);
  const terms = { windows: { ...policy.windows, ...windows }, displayMonths: policy.displayMonths };
  for (const { path, sentence } of looserThanStatute(terms, today)) {
    const step = changed.find(([id]) => path.startsWith(`windows.${id}.`))?.[0];
    if (step === undefined) continue;
    problems.push({ field: nameOfPart(step, 'by'), sentence: typographic(`${stepLabel(step)}: ${sentence}`) });
  }
  return { windows, problems };
}

function readWindow(query: Fields, step: StepId, own: Window) {
  const problems: FieldProblem[] = [];
  const numberOf = (part: Part, unchanged: number): number => {
    const said = one(query, nameOfPart(step, part));
    if (said === '') return unchanged;
    const count = /^\d{1,4}$/.test(said) ? Number(said) : 0;
    if (count >= 1 && count <= longest) return count;
    const what = labelOf(own, part);
    const sentence = `${stepLabel(step)}: “${lowered(what)}” must be a whole number from 1 to ${longest}`;
    problems.push({ field: nameOfPart(step, part), sentence: typographic(sentence) });
    return unchanged;
  };
  const window: Window = {
    ...own,
    ...(own.from === undefined ? {} : { from: numberOf('from', own.from) }),
    by: numberOf('by', own.by),
  };
  return { window, problems };
}

/** The part of an address that asks for these windows, nothing else. */
export const triedFields = (policy: Policy, windows: Partial<Windows>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stepIds.flatMap((step) => {
      const window = windows[step];
      if (window === undefined) return [];
      const own = policy.windows[step];
      return partsOf(window)
        .filter((part) => window[part] !== own[part])
        .map((part) => [nameOfPart(step, part), String(window[part])]);
    }),
  );

/** True if the address names windows that need not be there, because they are not changed. */
export const saysTooMuch = (query: Fields, needed: Readonly<Record<string, string>>): boolean =>
  Object.keys(query).some((name) => name.startsWith('windows.') && needed[name] === undefined);

/** The boxes in which other windows are typed, as the page shows them. */
export const windowBoxes = (policy: Policy, query: Fields, problems: readonly FieldProblem[]) =>
  stepsToTry(policy.windows).map((step) => {
    const own = policy.windows[step];
    return {
      label: typographic(stepLabel(step)),
      now: sayWindow(own),
      boxes: partsOf(own).map((part) => {
        const name = nameOfPart(step, part);
        const typed = one(query, name);
        return {
          name,
          id: idOf(name),
          label: labelOf(own, part),
          value: typed === '' ? String(own[part] ?? '') : typed,
          problem: problems.find(({ field }) => field === name)?.sentence,
        };
      }),
    };
  });

/** The lines of the profile that adopt these windows. */
export function profileLines(windows: Partial<Windows>): readonly string[] {
  const lines = stepIds.flatMap((step) => {
    const window = windows[step];
    if (window === undefined) return [];
    const { anchor, unit, from, by } = window;
    const counting = unit === 'working-day' ? '' : `anchor: ${anchor}, unit: ${unit}, `;
    const number = stepNumber(step);
    const written = `{ ${counting}${from === undefined ? '' : `from: ${from}, `}by: ${by} }`;
    return [`  ${step}: ${written}${number === undefined ? '' : ` # step ${number}`}`];
  });
  return lines.length === 0 ? [] : ['windows:', ...lines];
}

import type { CaseFile, DecisionName, Forms } from '../case/case-file';
import { fact } from '../case/facts';
import { dayAloneOf } from '../meetings/arranged-meetings';
import { firstWanted, type Contribution } from '../asking/contributions';
import { isOwed } from '../case/answers';
import { agenciesOutstanding, type Inquiry } from '../case/inquiries';
import { isWithdrawn } from '../case/position';
import type { Notice } from '../case/record';
import { completion, isRequired, isSettled } from '../dates/steps';
import type { StepId } from '../step-ids';
import { stepLabel } from '../step-names';
import { sayDate } from '../time/dates';
import type { StillTrue } from './notice';
import { readNoticeKey } from './notice-key';
import { readAgencies, writeAgencies } from './notice-values';

/*
 * Rules for how long a kind of notice is true, from which its definition chooses. What informs stays true until something
 * newer replaces it; what asks, until it is done.
 */

/** True if an entry of the record is later than the one with which a notice was decided. */
export function isLater({ seq }: { readonly seq: number }, { key }: Notice): boolean {
  const { entry } = readNoticeKey(key);
  return entry !== undefined && seq > entry;
}

/** Stands for ever. */
export const stands: StillTrue = () => undefined;

/** Asks several rules in turn, up to the first that has an answer. */
export const firstFound =
  (...rules: readonly StillTrue[]): StillTrue =>
  (notice, file, today) =>
    rules.reduce<ReturnType<StillTrue>>((found, rule) => found ?? rule(notice, file, today), undefined);

/** Says these values as they are now. */
export const asNow =
  (valuesOf: (file: CaseFile) => Readonly<Record<string, string | undefined>>): StillTrue =>
  (notice, file) => ({
    values: Object.fromEntries(
      Object.entries(valuesOf(file)).flatMap(([name, now]) =>
        now === undefined || notice.values[name] === undefined ? [] : [[name, now]],
      ),
    ),
  });

/** Asked until the step is done, or no longer needed. */
export const untilStep =
  (...wanted: readonly [StepId, ...StepId[]]): StillTrue =>
  (_notice, file) => {
    if (!wanted.every((step) => isSettled(file, step))) return undefined;
    const said = wanted.map((step) => {
      const done = isRequired(file, step) ? completion(file, step) : undefined;
      return `${stepLabel(step)} ${done === undefined ? 'is no longer needed' : `was done on ${sayDate(done.on)}`}`;
    });
    return `${said.join(', ')}.`;
  };

/** Says why a contribution is owed no more; undefined while somebody owes it. */
export function whyOwedNoMore(one: Contribution): string | undefined {
  if (isOwed(one)) return undefined;
  return one.last === undefined ? 'The case continued without it.' : `It was answered on ${sayDate(one.last.on)}.`;
}

/** Says what is to come, which a withdrawn case has no more. */
export const unlessWithdrawn: StillTrue = (_notice, file) =>
  isWithdrawn(file) ? 'The case was withdrawn.' : undefined;

/** Asked until this is on the record; what was set aside is not. */
export const untilDecided =
  (name: DecisionName, said: string): StillTrue =>
  (_notice, file) => {
    const done = fact(file, name);
    return done === undefined ? undefined : `${said} on ${sayDate(done.on)}.`;
  };

/**
 * Asked while each agency that it lists owes an answer; of several, those that answered are left out. The date is that of
 * the request, which is before the Business Unit's own.
 */
export const untilReturned =
  (inquiry: Inquiry): StillTrue =>
  (notice, file, today) => {
    const outstanding = agenciesOutstanding(file, inquiry);
    const owing = readAgencies(notice.values['agency']).filter((agency) => outstanding.includes(agency));
    if (owing.length === 0) return 'It has been answered, or the case continued without it.';
    const due = firstWanted(file, inquiry, owing);
    const values = { agency: writeAgencies(owing), ...(due === undefined ? {} : { due }) };
    return untilStep(inquiry.step)(notice, file, today) ?? { values };
  };

/** Stands until the same decision is taken again; a value that was corrected since is said as it is now. */
export const asLastDecided =
  <N extends DecisionName>(name: N, valuesOf: (form: Forms[N]) => Readonly<Record<string, string>>): StillTrue =>
  (notice, file) => {
    const last = fact(file, name);
    if (last === undefined) return undefined;
    return isLater(last, notice)
      ? `A newer email replaces it: it was decided again on ${sayDate(last.on)}.`
      : { values: valuesOf(last.form) };
  };

/** Stops asking people to come to a meeting once its day has passed. */
const untilMeeting =
  (arranged: 'arrangeRapidReviewMeeting' | 'sendExecPapers'): StillTrue =>
  (_notice, file, today) => {
    const meetingOn = fact(file, arranged)?.form.meetingOn;
    return meetingOn === undefined || meetingOn >= today
      ? undefined
      : `The day of the meeting, ${sayDate(meetingOn)}, has passed.`;
  };

/** Stops where the Rapid Review meeting was arranged with people since, who have an invitation. */
const arrangedWithPeople =
  (arranged: 'arrangeRapidReviewMeeting' | 'sendExecPapers'): StillTrue =>
  (_notice, file) =>
    arranged === 'arrangeRapidReviewMeeting' && dayAloneOf(file) === undefined
      ? 'A newer email replaces it: the meeting was arranged with people and a place.'
      : undefined;

/** Asked until the meeting was held or its day has passed, or until it is arranged anew; `said` is of the meeting held. */
export const untilHeld = (
  arranged: 'arrangeRapidReviewMeeting' | 'sendExecPapers',
  held: DecisionName,
  said: string,
): StillTrue =>
  firstFound(
    untilDecided(held, said),
    arrangedWithPeople(arranged),
    untilMeeting(arranged),
    asLastDecided(arranged, ({ meetingOn }) => ({ meetingOn })),
  );

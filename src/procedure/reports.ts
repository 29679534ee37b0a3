import { addMonths } from './time/dates';
import { endings, type Ending } from './describe';
import { limitNames, type Limit, type LimitName, type Milestones, type OpenAction } from './dates/milestones';
import { notificationCriteria, type NotificationCriterion } from './notification/notification';
import { stepIds, type StepId } from './step-ids';
import type { IsoDate } from './time/time';

/*
 * Reports across cases, from their milestones alone. Every breakdown says of each case exactly one thing, so that its
 * counts add up to the number of cases; only criteria may hold together, and then a case stands under several.
 */

/** A case as a report needs it, with the day that it is by the case's own clock. */
export interface ReportedCase {
  readonly milestones: Milestones;
  readonly today: IsoDate;
}

/** A value that cases were counted by, and the number of those cases. */
interface Counted<K> {
  readonly of: K;
  readonly cases: number;
}

/** A criterion, the cases in which it holds, and those of them in which no other does. */
interface CriterionCount extends Counted<NotificationCriterion> {
  readonly alone: number;
}

const reportedOutcomes = ['notify', 'not-to-proceed', 'criteria-not-met', 'withdrawn', 'undecided'] as const;
export type ReportedOutcome = (typeof reportedOutcomes)[number];

export const limitStandings = ['kept', 'late', 'overdue', 'not-yet', 'does-not-apply'] as const;
/** The state of a limit in a case; `overdue` is not met though its date has passed, `not-yet` has its date to come. */
export type LimitStanding = (typeof limitStandings)[number];

/** A limit across cases: in how many it was kept, and in how many it is in each other state. */
interface LimitReport {
  readonly limit: LimitName;
  readonly standings: Readonly<Record<LimitStanding, number>>;
  /** Of the cases in which the date has passed or it was met, how many in a hundred kept it; absent where there are none. */
  readonly keptInHundred?: number;
}

/** The time that a step took across cases, and the number of cases in which it could be done and is not. */
interface StepReport {
  readonly step: StepId;
  readonly done: number;
  readonly open: number;
  /** Working days, of the cases in which it was done; absent where there are none. */
  readonly median?: number;
  readonly longest?: number;
}

/** A report on the cases that were received in a period. */
export interface Report {
  readonly cases: number;
  readonly criteria: readonly CriterionCount[];
  /** Cases in which more than one criterion holds, and in which none is on the record. */
  readonly severalCriteria: number;
  readonly noCriterion: number;
  readonly agencies: readonly Counted<string>[];
  readonly outcomes: readonly Counted<ReportedOutcome>[];
  readonly endings: readonly Counted<Ending>[];
  readonly limits: readonly LimitReport[];
  readonly steps: readonly StepReport[];
}

/** The middle of the numbers, or the mean of the two in the middle; nothing of none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** Makes the report on the cases received in a period. */
export function reportOn(cases: readonly ReportedCase[]): Report {
  const all = cases.map(({ milestones }) => milestones);
  return {
    cases: all.length,
    criteria: notificationCriteria.map((of) => {
      const holding = all.filter(({ criteria }) => criteria.includes(of));
      return { of, cases: holding.length, alone: holding.filter(({ criteria }) => criteria.length === 1).length };
    }),
    severalCriteria: all.filter(({ criteria }) => criteria.length > 1).length,
    noCriterion: all.filter(({ criteria }) => criteria.length === 0).length,
    agencies: countAgencies(all),
    outcomes: countEach(reportedOutcomes, all, ({ outcome }) => outcome ?? 'undecided'),
    endings: countEach(endings, all, ({ ending }) => ending),
    limits: limitNames.map((limit) => reportLimit(cases, limit)),
    steps: reportSteps(all),
  };
}

function countEach<const K extends string>(
  keys: readonly K[],
  all: readonly Milestones[],
  keyOf: (one: Milestones) => K,
): readonly Counted<K>[] {
  const counts = new Map<K, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return keys.map((of) => ({ of, cases: counts.get(of) ?? 0 }));
}

/** Agencies name themselves on the form: the same name in other capitals or with other blanks is the same agency. */
function countAgencies(all: readonly Milestones[]): readonly Counted<string>[] {
  const byKey = new Map<string, { of: string; cases: number }>();
  for (const { notifyingAgency } of all) {
    const name = notifyingAgency.trim().replaceAll(/\s+/g, ' ');
    const known = byKey.get(name.toLowerCase());
    if (known === undefined) byKey.set(name.toLowerCase(), { of: name, cases: 1 });
    else known.cases += 1;
  }
  return [...byKey.values()].sort((a, b) => b.cases - a.cases || (a.of.toLowerCase() < b.of.toLowerCase() ? -1 : 1));
}

function standingOf({ milestones, today }: ReportedCase, limit: Limit | undefined): LimitStanding {
  if (limit === undefined) return 'does-not-apply';
  if (limit.kept !== undefined) return limit.kept ? 'kept' : 'late';
  // A limit that was not met does not apply to a case that is over: its course changed first.
  if (milestones.closedOn !== undefined || milestones.ending === 'withdrawn') return 'does-not-apply';
  return (limit.limitDate ?? limit.due) < today ? 'overdue' : 'not-yet';
}

function reportLimit(cases: readonly ReportedCase[], limit: LimitName): LimitReport {
  const standings = { kept: 0, late: 0, overdue: 0, 'not-yet': 0, 'does-not-apply': 0 };
  for (const one of cases) standings[standingOf(one, one.milestones.limits[limit])] += 1;
  const settled = standings.kept + standings.late + standings.overdue;
  return {
    limit,
    standings,
    ...(settled === 0 ? {} : { keptInHundred: Math.round((100 * standings.kept) / settled) }),
  };
}

/** Adds up the steps in one pass over the cases, because a year of them has many steps. */
function reportSteps(all: readonly Milestones[]): readonly StepReport[] {
  const spans = new Map<StepId, { done: number; open: number; days: number[] }>();
  for (const { steps, closedOn, ending } of all) {
    for (const step of stepIds) {
      const span = steps[step];
      if (span === undefined) continue;
      const sum = spans.get(step) ?? { done: 0, open: 0, days: [] };
      spans.set(step, sum);
      if (span.on !== undefined) sum.done += 1;
      else if (span.from !== undefined && closedOn === undefined && ending !== 'withdrawn') sum.open += 1;
      if (span.workingDays !== undefined) sum.days.push(span.workingDays);
    }
  }
  // The notification is left out: it is done by being received, and takes no time.
  return stepIds
    .filter((step) => step !== 'notification')
    .map((step) => {
      const { done, open, days } = spans.get(step) ?? { done: 0, open: 0, days: [] };
      const middle = median(days);
      return {
        step,
        done,
        open,
        ...(middle === undefined ? {} : { median: middle, longest: days.reduce((a, b) => Math.max(a, b)) }),
      };
    });
}

export const actionAges = ['under-3-months', '3-to-6-months', '6-to-12-months', 'a-year-or-more'] as const;
/** The time for which an open action has been on the record. */
export type ActionAge = (typeof actionAges)[number];

/** An open action, whose it is in words, and the day that it is by its case's own clock. */
export interface ReportedAction {
  readonly action: Pick<OpenAction, 'addedOn' | 'dueOn'>;
  readonly agency: string;
  readonly today: IsoDate;
}

/** The open actions of one agency, by their age, and how many of them are past their date. */
export interface AgencyActions {
  readonly agency: string;
  readonly actions: number;
  readonly overdue: number;
  readonly ages: Readonly<Record<ActionAge, number>>;
}

/** The age of an action; its months are calendar months. */
export function ageOf({ addedOn }: Pick<OpenAction, 'addedOn'>, today: IsoDate): ActionAge {
  if (addMonths(addedOn, 3) > today) return 'under-3-months';
  if (addMonths(addedOn, 6) > today) return '3-to-6-months';
  return addMonths(addedOn, 12) > today ? '6-to-12-months' : 'a-year-or-more';
}

/** Open actions by agency and by age, the agency with the most first. */
export function reportActions(actions: readonly ReportedAction[]): readonly AgencyActions[] {
  const byAgency = new Map<string, { actions: number; overdue: number; ages: Record<ActionAge, number> }>();
  for (const { action, agency, today } of actions) {
    const sum = byAgency.get(agency) ?? {
      actions: 0,
      overdue: 0,
      ages: { 'under-3-months': 0, '3-to-6-months': 0, '6-to-12-months': 0, 'a-year-or-more': 0 },
    };
    byAgency.set(agency, sum);
    sum.actions += 1;
    if (action.dueOn < today) sum.overdue += 1;
    sum.ages[ageOf(action, today)] += 1;
  }
  return [...byAgency]
    .map(([agency, sum]) => ({ agency, ...sum }))
    .sort((a, b) => b.actions - a.actions || (a.agency < b.agency ? -1 : 1));
}

import { limitNames } from '../../../procedure/dates/milestones';
import { notificationCriterionWords } from '../../../procedure/notification/notification';
import type { Policy } from '../../../procedure/policy';
import { actionAges, limitStandings, type AgencyActions, type Report } from '../../../procedure/reports';
import { stepLabel } from '../../../procedure/step-names';
import type { WaitingTurns } from '../../../records/turns';
import type { ReportFigures } from './report-figures';
import type { Cell, ReportRow, ReportTable, TableId } from './report-table';
import { endingWords } from '../../wording/endings';
import { typographic } from '../../wording/letters';
import { ageWords, limitWords, outcomeWords, standingWords, waitingFor } from '../../wording/reports';

const number = (value: number): Cell => ({ number: value });
const numberOrNothing = (value: number | undefined): Cell => (value === undefined ? undefined : { number: value });
const noCases = 'No notification was received in this period.';

const sum = <T>(all: readonly T[], countOf: (one: T) => number): number =>
  all.reduce((total, one) => total + countOf(one), 0);

function criteriaTable({ cases, criteria, severalCriteria, noCriterion }: Report): ReportTable {
  return {
    id: 'criteria',
    title: 'Notifications by criterion',
    sheet: 'By criterion',
    notes:
      severalCriteria === 0
        ? []
        : [
            'More than one criterion may hold in a case, so the first column can add up to more than the cases received.',
          ],
    heading: 'Criterion',
    columns: ['Cases in which it holds', 'Cases in which it alone holds'],
    rows: [
      ...criteria.map(({ of, cases: holding, alone }) => ({
        label: notificationCriterionWords[of],
        cells: [number(holding), number(alone)],
      })),
      { label: 'More than one criterion', cells: [undefined, number(severalCriteria)] },
      ...(noCriterion === 0 ? [] : [{ label: 'No criterion on the record', cells: [undefined, number(noCriterion)] }]),
    ],
    total: { label: 'Cases received', cells: [undefined, number(cases)] },
    chart: { unit: 'cases', columns: [0] },
    empty: noCases,
  };
}

interface Plain {
  readonly id: TableId;
  readonly title: string;
  readonly sheet: string;
  readonly heading: string;
  readonly counts: readonly { readonly label: string; readonly cases: number }[];
  readonly notes?: readonly string[];
}

/** A table with one number a row, each case in one row. */
const plainTable = ({ counts, notes = [], ...rest }: Plain): ReportTable => ({
  ...rest,
  notes,
  columns: ['Cases'],
  rows: counts.map(({ label, cases }) => ({ label, cells: [number(cases)] })),
  total: { label: 'Cases received', cells: [number(sum(counts, ({ cases }) => cases))] },
  chart: { unit: 'cases', columns: [0] },
  empty: noCases,
});

function limitsTable({ limits }: Report): ReportTable {
  return {
    id: 'limits',
    title: 'Time limits',
    sheet: 'Time limits',
    notes: [
      'Each case is held against the limit itself: an extension that was agreed does not make a late one kept. Where the law and the procedure both set a limit, both are shown.',
    ],
    heading: 'Limit',
    columns: [...limitStandings.map((standing) => standingWords[standing]), 'Kept, per 100 due'],
    rows: limits.map(({ limit, standings, keptInHundred }) => ({
      label: limitWords[limit].short,
      about: limitWords[limit].rule,
      cells: [...limitStandings.map((standing) => number(standings[standing])), numberOrNothing(keptInHundred)],
    })),
    // The bars count the cases that a limit applies to; the others are in the table only.
    chart: { unit: 'cases', columns: [0, 1, 2, 3] },
    empty: noCases,
  };
}

function stepsTable({ steps }: Report): ReportTable {
  return {
    id: 'steps',
    title: 'How long each step takes',
    sheet: 'Steps',
    notes: [
      'Working days from when a step could begin to when it was done: half of the cases took no longer than the median. A step done on the day it could begin took 0.',
    ],
    heading: 'Step',
    columns: ['Median working days', 'Longest', 'Cases in which it was done', 'Cases in which it is open now'],
    rows: steps
      .filter(({ done, open }) => done + open > 0)
      .map(({ step, median, longest, done, open }) => ({
        label: typographic(stepLabel(step)),
        cells: [numberOrNothing(median), numberOrNothing(longest), number(done), number(open)],
      })),
    chart: { unit: 'working days, the median', columns: [0] },
    empty: 'No step was done or could begin in a case of this period.',
  };
}

function waitingTable(waiting: readonly WaitingTurns[], { roleTitles }: Pick<Policy, 'roleTitles'>): ReportTable {
  const sorted = waiting
    .map((one) => ({ ...one, ...waitingFor(one.what), owner: roleTitles[one.owner] }))
    .sort((a, b) => a.place - b.place || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return {
    id: 'waiting',
    title: 'Where cases wait now',
    sheet: 'Where cases wait',
    notes: ['Of all open cases, whenever they were received. A case may wait for several people at once.'],
    heading: 'What is waited for',
    columns: ['Waits for', 'In time', 'Overdue', 'All', 'The first is due'],
    rows: sorted.map(({ label, owner, turns, overdue, earliest }) => ({
      label,
      cells: [{ text: owner }, number(turns - overdue), number(overdue), number(turns), { day: earliest }],
    })),
    ...(sorted.length === 0
      ? {}
      : {
          total: {
            label: 'All',
            cells: [
              undefined,
              number(sum(sorted, ({ turns, overdue }) => turns - overdue)),
              number(sum(sorted, ({ overdue }) => overdue)),
              number(sum(sorted, ({ turns }) => turns)),
              undefined,
            ],
          },
        }),
    chart: { unit: 'things to do', columns: [1, 2] },
    empty: 'Nothing is waited for: no case is open.',
  };
}

function actionsTable(actions: readonly AgencyActions[]): ReportTable {
  const row = (label: string, of: readonly AgencyActions[]): ReportRow => ({
    label,
    cells: [
      ...actionAges.map((age) => number(sum(of, ({ ages }) => ages[age]))),
      number(sum(of, (one) => one.actions)),
      number(sum(of, ({ overdue }) => overdue)),
    ],
  });
  return {
    id: 'actions',
    title: 'Open actions by agency and age',
    sheet: 'Open actions',
    notes: [
      'Of all open cases, whenever they were received. The age of an action is the time since it was added; overdue are those past their own date.',
    ],
    heading: 'Agency',
    columns: [...actionAges.map((age) => ageWords[age]), 'All', 'Of these overdue'],
    rows: actions.map((one) => row(one.agency, [one])),
    ...(actions.length === 0 ? {} : { total: row('All agencies', actions) }),
    chart: { unit: 'actions', columns: [0, 1, 2, 3] },
    empty: 'No action is open.',
  };
}

/** The tables about the cases that were received in the period. */
export const periodTables = (report: Report): readonly ReportTable[] => {
  const tables = [
    criteriaTable(report),
    plainTable({
      id: 'agencies',
      title: 'Notifications by notifying agency',
      sheet: 'By agency',
      heading: 'Notifying agency',
      counts: report.agencies.map(({ of, cases }) => ({ label: of, cases })),
      notes: ['Agencies are named as the notification form names them.'],
    }),
    plainTable({
      id: 'outcomes',
      title: 'Notifications by outcome',
      sheet: 'By outcome',
      heading: 'Outcome (step 4)',
      counts: report.outcomes.map(({ of, cases }) => ({ label: outcomeWords[of], cases })),
    }),
    plainTable({
      id: 'endings',
      title: 'What became of them',
      sheet: 'What became of them',
      heading: 'How far the case has come',
      counts: report.endings.map(({ of, cases }) => ({ label: endingWords[of], cases })),
    }),
    limitsTable(report),
    stepsTable(report),
  ];
  return report.cases === 0 ? tables.map(({ total: _total, ...table }) => ({ ...table, rows: [] })) : tables;
};

/** Every table of a report, in the order of the page. */
export const reportTables = (
  { report, waiting, actions }: ReportFigures,
  policy: Pick<Policy, 'roleTitles'>,
): readonly ReportTable[] => [...periodTables(report), waitingTable(waiting, policy), actionsTable(actions)];

export { actionsTable, waitingTable };

/** Summarises a report in sentences: the number of notifications, and how the limits were kept. */
export function inShort({ cases, limits }: Report): readonly string[] {
  if (cases === 0) return [noCases];
  const received = cases === 1 ? 'One notification was received.' : `${cases} notifications were received.`;
  const kept = limitNames.flatMap((name) => {
    const found = limits.find(({ limit }) => limit === name);
    if (found?.keptInHundred === undefined) return [];
    const { kept: inTime, late, overdue } = found.standings;
    return [`${limitWords[name].short}: ${inTime} of ${inTime + late + overdue}.`];
  });
  return [received, ...kept];
}

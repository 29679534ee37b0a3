import { londonDate, sayDate } from '../../../procedure/time/dates';
import { visibility } from '../../../procedure/permissions';
import {
  nextPeriod,
  periodOn,
  previousPeriod,
  quarters,
  reportableYears,
  sayPeriod,
  saySpan,
  sayYear,
  spanOf,
  yearKinds,
  type Period,
  type YearKind,
} from '../../../procedure/reports-period';
import type { IsoDate } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import { reportAddress, type AddressProblem, type AskedReport } from './asked-report';
import { sizeOf } from './chart';
import type { ReportFigures, ReportReader } from './report-figures';
import { rowsOfChart, sayChart, type ReportTable } from './report-table';
import { inShort } from './report-tables';
import { begin } from '../../wording/letters';

/** The warning about small figures, for before a report leaves the partnership. */
export const smallNumbers =
  'Figures below 5 could let somebody recognise a child. They stand here as they are, for use inside the partnership. Before anything of this report is published, every figure below 5 must be suppressed, and with it any other from which it could be worked out.';

/** Says which cases this person's figures are about. */
export function whichCases(person: Pick<ProfilePerson, 'id' | 'roles'>, practice: boolean): string {
  if (visibility(person).kind !== 'all') {
    return practice
      ? 'Only the practice cases in which you have a role are counted.'
      : 'Only the cases in which you have a role are counted. These are not the figures of the whole partnership. The Business Unit can give you those.';
  }
  return practice
    ? 'Only practice cases are counted: nothing here happened.'
    : 'All the partnership’s cases are counted, except any to which your access is restricted. Practice cases are not counted.';
}

const yearKindWords: Readonly<Record<YearKind, string>> = {
  financial: 'Financial years, April to March',
  calendar: 'Calendar years, January to December',
};

/** The choices of the form, as the address has them. */
function choices({ period, practice }: AskedReport, today: IsoDate) {
  const latest = periodOn(today, { kind: 'calendar', by: 'year' }).year;
  const listed = Array.from({ length: 8 }, (_, at) => latest - at);
  const years = listed.includes(period.year) ? listed : [...listed, period.year].sort((a, b) => b - a);
  return {
    kinds: yearKinds.map((kind) => ({ value: kind, text: yearKindWords[kind], selected: kind === period.kind })),
    years: years.map((year) => ({
      value: String(year),
      text: `${year} (financial year ${sayYear('financial', year)})`,
      selected: year === period.year,
    })),
    quarters: [
      { value: 'all', text: 'The whole year', selected: period.quarter === undefined },
      ...quarters.map((quarter) => ({
        value: String(quarter),
        text: `Quarter ${quarter}`,
        selected: period.quarter === quarter,
      })),
    ],
    practice,
  };
}

const isReportable = ({ year }: Period): boolean => year >= reportableYears.first && year <= reportableYears.last;

function beside(asked: AskedReport, today: IsoDate, path: string) {
  const link = (period: Period) =>
    isReportable(period)
      ? { href: reportAddress({ ...asked, period }, path), label: begin(sayPeriod(period)) }
      : undefined;
  const next = nextPeriod(asked.period);
  return {
    previous: link(previousPeriod(asked.period)),
    next: spanOf(next).from <= today ? link(next) : undefined,
  };
}

/** A table as the page shows it: its picture by an address of its own, with what it shows in a sentence. */
function tableView(table: ReportTable, asked: AskedReport) {
  const drawn = rowsOfChart(table).length > 0;
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? {}) })),
    ...(table.total === undefined
      ? {}
      : { total: { ...table.total, cells: table.total.cells.map((cell) => cell ?? {}) } }),
    picture: drawn
      ? { src: reportAddress(asked, `/reports/charts/${table.id}.svg`), alt: sayChart(table), ...sizeOf(table) }
      : undefined,
  };
}

/** The page of a report, on the screen or for paper. */
export function reportPage({
  looking,
  figures,
  tables,
  problems,
  paper,
}: {
  readonly looking: ReportReader;
  readonly figures: ReportFigures;
  readonly tables: readonly ReportTable[];
  readonly problems: readonly AddressProblem[];
  readonly paper: boolean;
}) {
  const { asked, person, now } = looking;
  const today = londonDate(now);
  const { period, practice } = asked;
  const path = paper ? '/reports/print' : '/reports';
  return {
    problems,
    problemOf: Object.fromEntries(problems.map(({ field, sentence }) => [field, { text: sentence }])),
    problemList: problems.map(({ field, sentence }) => ({ text: sentence, href: `#${field}` })),
    paper,
    practice,
    heading: begin(sayPeriod(period)),
    span: saySpan(period),
    running: spanOf(period).to >= today,
    madeOn: sayDate(today),
    whichCases: whichCases(person, practice),
    smallNumbers,
    inShort: inShort(figures.report),
    choices: choices(asked, today),
    beside: beside(asked, today, path),
    links: {
      screen: reportAddress(asked),
      print: reportAddress(asked, '/reports/print'),
      excel: reportAddress(asked, '/reports.xlsx'),
    },
    tables: tables.map((table) => tableView(table, asked)),
  };
}

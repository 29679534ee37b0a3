import { londonDate } from '../../../procedure/time/dates';
import { notFound, picture, view, type Answer, workbookFile } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { showing, whoOpens } from '../../../http/access';
import { fileNameOf, readAskedReport } from './asked-report';
import { drawChart } from './chart';
import { figuresFor, openActions, reportFor, waitingNow, type ReportReader } from './report-figures';
import { isTableId, type ReportTable, type TableId } from './report-table';
import { actionsTable, inShort, periodTables, reportTables, waitingTable } from './report-tables';
import { reportPage, smallNumbers, whichCases } from './reports-view';
import { makeWorkbook } from './workbook';

/* Reports across cases: the page, its pictures, its workbook, and the same for paper. */

const maySee = whoOpens('reports');

function read({ query, now, visitor }: Asked & ByVisitor) {
  const { asked, problems } = readAskedReport(query, londonDate(now));
  const looking: ReportReader = { person: visitor.person, asked, now };
  return { looking, problems };
}

const page =
  (paper: boolean) =>
  async (asked: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> => {
    const { looking, problems } = read(asked);
    const figures = await figuresFor(dependencies, looking);
    const tables = reportTables(figures, dependencies.profile.policy);
    const model = reportPage({ looking, figures, tables, problems, paper });
    return view(
      'pages/reports/reports.njk',
      paper ? `Report, ${model.heading}` : 'Reports',
      model,
      problems.length > 0 ? 422 : 200,
    );
  };

/** Asks for no more than the one table needs. */
async function tableOf(
  id: TableId,
  dependencies: ConsoleDependencies,
  looking: ReportReader,
): Promise<ReportTable | undefined> {
  switch (id) {
    case 'waiting':
      return waitingTable(await waitingNow(dependencies, looking), dependencies.profile.policy);
    case 'actions':
      return actionsTable(await openActions(dependencies, looking));
    default:
      return periodTables(await reportFor(dependencies, looking)).find((table) => table.id === id);
  }
}

async function chart(asked: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const id = asked.params['chart'];
  const { looking, problems } = read(asked);
  const table = isTableId(id) && problems.length === 0 ? await tableOf(id, dependencies, looking) : undefined;
  const svg = table === undefined ? undefined : drawChart(table);
  return svg === undefined ? notFound() : picture(`${id ?? ''}.svg`, 'image/svg+xml', svg);
}

async function workbook(asked: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { looking, problems } = read(asked);
  if (problems.length > 0) return notFound(problems.map(({ sentence }) => `${sentence}.`).join(' '));
  const { policy } = dependencies.profile;
  const figures = await figuresFor(dependencies, looking);
  const content = await makeWorkbook(reportTables(figures, policy), {
    partnership: policy.partnership.name,
    asked: looking.asked,
    sentences: [whichCases(looking.person, looking.asked.practice), smallNumbers, ...inShort(figures.report)],
    madeAt: looking.now,
  });
  return workbookFile(fileNameOf(looking.asked), content);
}

export const reportsRoutes: readonly PageRoute[] = [
  getPage('/reports', maySee, page(false)),
  getPage('/reports/print', showing('reports-print', maySee), page(true)),
  getPage('/reports/charts/:chart.svg', showing('reports-chart', maySee), chart),
  getPage('/reports.xlsx', showing('reports-file', maySee), workbook),
];

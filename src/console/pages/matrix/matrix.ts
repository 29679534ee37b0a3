import { londonDate } from '../../../procedure/time/dates';
import { does, opens, readsPeople } from '../../../procedure/permissions';
import { redirect, referencesIn, showingCases, view, workbookFile } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, postPage, type Asked, type ByVisitor, type Fields, type PageRoute } from '../../http/page';
import { showing, whoOpens } from '../../../http/access';
import {
  matrixAddress,
  filtersFor,
  filtersOn,
  firstDirection,
  readAskedFor,
  tabs,
  tabWords,
  textIn,
  type AskedFor,
} from './asked-for';
import { keepSearch, keptSearch } from '../../http/kept-search';
import { matrixFile } from './matrix-file';
import { readMatrix, readWholeMatrix } from './read-matrix';

const path = '/cases';
const filePath = '/cases.xlsx';

/** The columns, and what each can be sorted by. */
const columns = [
  { text: 'Case', sort: 'reference' },
  { text: 'Stage', sort: 'stage' },
  { text: 'Day', sort: 'day' },
  { text: 'How it stands' },
  { text: 'Next date, and whose turn', sort: 'due' },
  { text: 'Review type' },
  { text: 'The Panel' },
  { text: 'Publication' },
  { text: 'Received', sort: 'received' },
] as const;

const opposite = { asc: 'desc', desc: 'asc' } as const;

/** The heads of the columns: what the rows are sorted by, and where each leads. */
const headsOf = (asked: AskedFor) =>
  columns.map((column) => {
    if (!('sort' in column)) return { text: column.text };
    const { text, sort } = column;
    const isSorted = asked.sort === sort;
    const direction = isSorted ? opposite[asked.direction] : (firstDirection[sort] ?? 'asc');
    return {
      text,
      href: matrixAddress(path, { ...asked, sort, direction, after: '' }),
      ...(isSorted ? { sorted: asked.direction === 'asc' ? 'ascending' : 'descending' } : {}),
    };
  });

async function askedIn(request: Asked & ByVisitor, dependencies: ConsoleDependencies) {
  const { visitor, query } = request;
  const { people } = dependencies.profile;
  const filters = filtersFor(visitor.person.id, { people, withPeople: readsPeople(visitor.person) });
  const said = readAskedFor(query, filters);
  const text = said.sought === '' ? '' : await keptSearch(dependencies, request, said.sought);
  const asked = { ...said, text: text ?? '', ...(text === undefined ? { sought: '' } : {}) };
  return { filters, asked, isLost: text === undefined };
}

/** Redirects to the same address, with a secret in place of the text, which may be a name. */
async function withoutText(to: string, request: Asked & ByVisitor, dependencies: ConsoleDependencies, fields: Fields) {
  const { visitor } = request;
  const { people } = dependencies.profile;
  const filters = filtersFor(visitor.person.id, { people, withPeople: readsPeople(visitor.person) });
  const text = textIn(fields);
  const sought = text === '' ? '' : await keepSearch(dependencies, request, text);
  return redirect(matrixAddress(to, { ...readAskedFor(fields, filters), sought }));
}

async function matrixPage(request: Asked & ByVisitor, dependencies: ConsoleDependencies) {
  if (textIn(request.query) !== '') return withoutText(path, request, dependencies, request.query);
  const { person } = request.visitor;
  const { filters, asked, isLost } = await askedIn(request, dependencies);
  const page = await readMatrix(dependencies, { viewer: person, now: dependencies.now() }, asked);
  const on = filtersOn(path, asked, filters);
  const isUsual = asked.sort === 'received' && asked.direction === firstDirection.received;
  const shown = view('pages/matrix/matrix.njk', 'Children’s Case Matrix', {
    ...page,
    tabs: tabs.map((tab) => ({
      text: tabWords[tab],
      href: matrixAddress(path, { ...asked, tab, after: '' }),
      active: tab === asked.tab,
    })),
    asked,
    isLost,
    isUsual,
    filters: filters.map((filter) => ({ ...filter, value: asked.chosen[filter.name] ?? '' })),
    on,
    isOpen: on.some(({ label }) => label !== 'Search'),
    clear: matrixAddress(path, { ...asked, sought: '', chosen: {}, after: '' }),
    heads: headsOf(asked),
    first: asked.after === '' ? undefined : matrixAddress(path, { ...asked, after: '' }),
    nextPage: page.next === undefined ? undefined : matrixAddress(path, { ...asked, after: page.next }),
    excel: matrixAddress(filePath, { ...asked, after: '' }),
    seesWords: readsPeople(person),
    mayPractise: does(person, 'open-practice-case') || opens(person, 'practice'),
  });
  // The words that are sought may be a name, and are not logged; the cases that they showed are.
  return showingCases(shown, referencesIn(page.rows), asked.text === '' ? 'matrix' : 'search');
}

async function matrixAsFile(request: Asked & ByVisitor, dependencies: ConsoleDependencies) {
  if (textIn(request.query) !== '') return withoutText(filePath, request, dependencies, request.query);
  const { person } = request.visitor;
  const { filters, asked } = await askedIn(request, dependencies);
  const at = dependencies.now();
  const { rows, found } = await readWholeMatrix(dependencies, { viewer: person, now: at }, asked);
  const content = await matrixFile(rows, {
    partnership: dependencies.profile.policy.partnership.name,
    at,
    by: person.name,
    tab: tabWords[asked.tab],
    filters: filtersOn(path, asked, filters),
    found,
  });
  return showingCases(workbookFile(`case-matrix-${londonDate(at)}`, content), referencesIn(rows));
}

/** The Children's Case Matrix: a row a case, those that did not proceed too. */
export const matrixRoutes: readonly PageRoute[] = [
  getPage(path, whoOpens('matrix'), matrixPage),
  postPage(path, whoOpens('matrix'), (request, dependencies) =>
    withoutText(path, request, dependencies, request.fields),
  ),
  getPage(filePath, showing('matrix-file', whoOpens('matrix')), matrixAsFile),
];

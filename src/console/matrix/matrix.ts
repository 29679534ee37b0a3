import { londonDate } from '../../procedure/dates';
import { does, opens } from '../../procedure/permissions';
import { view, workbookFile } from '../answer';
import type { Dependencies } from '../dependencies';
import { get, whoOpens, type Asked, type ByVisitor, type PageRoute } from '../page';
import {
  addressOf,
  filtersFor,
  filtersOn,
  firstDirection,
  readAskedFor,
  tabs,
  tabWords,
  type AskedFor,
} from './asked-for';
import { matrixFile } from './matrix-file';
import { readMatrix, readWholeMatrix, seesWords } from './read-matrix';

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
      href: addressOf(path, { ...asked, sort, direction, after: '' }),
      ...(isSorted ? { sorted: asked.direction === 'asc' ? 'ascending' : 'descending' } : {}),
    };
  });

function askedIn({ visitor, query }: Asked & ByVisitor, { profile }: Dependencies) {
  const filters = filtersFor(visitor.person.id, { people: profile.people, withPeople: seesWords(visitor.person) });
  return { filters, asked: readAskedFor(query, filters) };
}

async function matrixPage(request: Asked & ByVisitor, dependencies: Dependencies) {
  const { person } = request.visitor;
  const { filters, asked } = askedIn(request, dependencies);
  const page = await readMatrix(dependencies, { viewer: person, now: dependencies.now() }, asked);
  const on = filtersOn(path, asked, filters);
  const isUsual = asked.sort === 'received' && asked.direction === firstDirection.received;
  return view('matrix/matrix.njk', 'Children’s Case Matrix', {
    ...page,
    tabs: tabs.map((tab) => ({
      text: tabWords[tab],
      href: addressOf(path, { ...asked, tab, after: '' }),
      active: tab === asked.tab,
    })),
    asked,
    isUsual,
    filters: filters.map((filter) => ({ ...filter, value: asked.chosen[filter.name] ?? '' })),
    on,
    isOpen: on.some(({ label }) => label !== 'Search'),
    clear: addressOf(path, { ...asked, text: '', chosen: {}, after: '' }),
    heads: headsOf(asked),
    first: asked.after === '' ? undefined : addressOf(path, { ...asked, after: '' }),
    nextPage: page.next === undefined ? undefined : addressOf(path, { ...asked, after: page.next }),
    excel: addressOf(filePath, { ...asked, after: '' }),
    seesWords: seesWords(person),
    mayPractise: does(person, 'open-practice-case') || opens(person, 'practice'),
  });
}

async function matrixAsFile(request: Asked & ByVisitor, dependencies: Dependencies) {
  const { person } = request.visitor;
  const { filters, asked } = askedIn(request, dependencies);
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
  return workbookFile(`case-matrix-${londonDate(at)}`, content);
}

/** The Children's Case Matrix: a row a case, those that did not proceed too. */
export const matrixRoutes: readonly PageRoute[] = [
  get(path, whoOpens('matrix'), matrixPage),
  get(filePath, whoOpens('matrix'), matrixAsFile),
];

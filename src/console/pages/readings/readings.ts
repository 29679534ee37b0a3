import { listReadings, listReadingsOfCase, type ReadingList } from '../../../casework/listing-readings';
import { londonDate } from '../../../procedure/time/dates';
import { showingCases, view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, type Asked, type PageRoute } from '../../http/page';
import { whoOpens, whoSees } from '../../../http/access';
import { caseAddress, caseFrame } from '../../case-frame/case-frame';
import { nextAddress, readLogFilter, type ReadingsFilter } from './readings-filter';
import { logChoices, narrowsLog, readingRow } from './readings-view';

const nothingRead: ReadingList = { readings: [], next: null };

interface Shown {
  readonly path: string;
  readonly filter: ReadingsFilter;
  readonly list: ReadingList;
}

/** The model that the log across cases and the log of a case share. */
async function modelOf({ query }: Asked, { records, profile }: ConsoleDependencies, { path, filter, list }: Shown) {
  const tokens = await records.tokens.list();
  return {
    path,
    problems: filter.problems,
    wrong: Object.fromEntries(filter.problems.map(({ field, sentence }) => [field, { text: sentence }])),
    narrowed: narrowsLog(filter),
    filter: {
      ...logChoices(profile, filter),
      ...Object.fromEntries(['case', 'from', 'to'].map((name) => [name, one(query, name)])),
    },
    keptYears: profile.readingsKeptYears,
    rows: list.readings.map((reading) => readingRow(profile, tokens, reading)),
    first: filter.cursor === undefined ? undefined : path,
    older: list.next === null ? undefined : nextAddress(path, query, list.next),
  };
}

/** The reading log: who opened which case, across cases and of one. */
export const readingsRoutes: readonly PageRoute[] = [
  getPage('/readings', whoOpens('readings'), async (asked, dependencies) => {
    const filter = readLogFilter(asked.query, londonDate(asked.now));
    const list =
      filter.problems.length > 0 ? nothingRead : await listReadings(dependencies, asked.visitor.person, filter);
    const model = await modelOf(asked, dependencies, { path: '/readings', filter, list });
    const page = view('pages/readings/readings.njk', 'Reading log', { log: model });
    return showingCases(
      page,
      list.readings.flatMap(({ cases }) => cases),
    );
  }),

  getPage(
    '/cases/:reference/readings',
    whoSees('state', { page: 'case-readings', shows: 'case-readings' }),
    async (asked, dependencies) => {
      const { reference } = asked.known.file;
      const filter = { ...readLogFilter({ ...asked.query, case: '' }, londonDate(asked.now)), reference };
      const list =
        filter.problems.length > 0 ? nothingRead : await listReadingsOfCase(dependencies, asked.visitor.person, filter);
      const path = `${caseAddress(reference)}/readings`;
      const model = await modelOf(asked, dependencies, { path, filter, list });
      return view('pages/readings/case-readings.njk', `Reading log of ${reference}`, {
        ...caseFrame(asked, 'readings'),
        log: { ...model, narrowed: narrowsLog({ ...filter, reference: undefined }) },
      });
    },
  ),
];

import { londonDate } from '../../../procedure/time/dates';
import { caseNow } from '../../../casework/reading';
import type { CaseEvent } from '../../../procedure/case/record';
import type { CaseReference } from '../../../procedure/time/time';
import { view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, type Fields, type PageRoute, type VisitOfCase } from '../../http/page';
import { whoSees } from '../../../http/access';
import { caseContext } from '../../forms/case-context';
import { withItsWords } from './by-sight';
import { caseFrame } from '../../case-frame/case-frame';
import {
  entryKinds,
  entryKindWords,
  matchesFilter,
  narrows,
  recordPage,
  readFilter,
  recordAddress,
  type RecordFilter,
} from '../../case-frame/record-filter';
import { filterChoices, dated, shownEntry, type Reading } from '../../case-frame/record-view';
import { sightOfEntry } from '../../../procedure/entries-seen';
import { takesIn } from '../../../procedure/permissions';

/** The most entries read: far more than a case ever has. The filter needs the whole record. */
const most = 20_000;

const eventsOf = ({ records }: ConsoleDependencies, reference: CaseReference): Promise<readonly CaseEvent[]> =>
  records.events.eventsOf(reference, { limit: most });

const items = (choices: readonly { readonly value: string; readonly text: string }[], chosen: string | undefined) => [
  { value: '', text: 'All' },
  ...choices.map((choice) => ({ ...choice, selected: choice.value === chosen })),
];

const pagesOf = (reference: string, filter: RecordFilter, page: number, pages: number) => ({
  ...(page > 1
    ? { previous: { href: recordAddress(reference, { ...filter, entry: undefined, page: page - 1 }) } }
    : {}),
  ...(page < pages
    ? { next: { href: recordAddress(reference, { ...filter, entry: undefined, page: page + 1 }) } }
    : {}),
  items: Array.from({ length: pages }, (_, at) => ({
    number: at + 1,
    current: at + 1 === page,
    href: recordAddress(reference, { ...filter, entry: undefined, page: at + 1 }),
  })),
});

/** Lists the entries that somebody sees: all of them, or those of their own part. */
const seenOf = ({ known: { file }, sight, visitor }: VisitOfCase, events: readonly CaseEvent[]) =>
  events.filter((event) => takesIn(sight, 'state') || takesIn(sightOfEntry(visitor.person, file, event), 'words'));

/** Returns the fields of the filter, with what is chosen and typed in them. */
const chosenIn = (query: Fields, filter: RecordFilter, { steps, people }: ReturnType<typeof filterChoices>) => ({
  kinds: items(
    entryKinds.map((kind) => ({ value: kind, text: entryKindWords[kind] })),
    filter.kind,
  ),
  steps: items(steps, filter.step),
  people: items(people, filter.person),
  from: one(query, 'from'),
  to: one(query, 'to'),
});

/** The page of a case's record, entry by entry. */
export const recordRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/record',
    whoSees('part', { page: 'case', shows: 'record' }),
    async (asked, dependencies) => {
      const { known, sight, visitor, query, now } = asked;
      const { file } = known;
      const { reference } = file;
      const { filter, problems } = readFilter(query, londonDate(now));
      const [events, context] = await Promise.all([
        eventsOf(dependencies, reference),
        caseContext(dependencies, { file, viewer: visitor.person, now: caseNow(now, known) }),
      ]);
      const reading: Omit<Reading, 'sight'> = { file, profile: dependencies.profile, context, viewer: visitor.person };
      const all = seenOf(asked, events).map(dated);
      // An entry asked for by its number is found, whatever else the address says.
      const found = filter.entry === undefined ? all.filter((entry) => matchesFilter(entry, filter)) : all;
      const ordered = filter.newestFirst ? found.toReversed() : found;
      const { page, pages, shown } = recordPage(ordered, filter);
      const entries = await withItsWords(
        dependencies,
        file,
        'words',
        shown.map((entry) => shownEntry({ ...reading, sight: sightOfEntry(visitor.person, file, entry.event) }, entry)),
      );
      return view('pages/case/record.njk', `Record of ${reference}`, {
        ...caseFrame(asked, 'record'),
        entries,
        problems,
        count: found.length,
        total: all.length,
        page,
        pages,
        narrowed: narrows(filter),
        newestFirst: filter.newestFirst,
        turned: recordAddress(reference, { ...filter, entry: undefined, page: 1, newestFirst: !filter.newestFirst }),
        whole: recordAddress(reference, { newestFirst: filter.newestFirst }),
        pagination: pages > 1 ? pagesOf(reference, filter, page, pages) : undefined,
        filter: chosenIn(query, filter, filterChoices(reading, all)),
        seesPartOnly: !takesIn(sight, 'state'),
        hidesContent: !takesIn(sight, 'words'),
      });
    },
  ),
];

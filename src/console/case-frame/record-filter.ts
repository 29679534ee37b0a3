import type { CaseEvent, EventKind } from '../../procedure/case/record';
import { stepIds, type StepId } from '../../procedure/step-ids';
import type { IsoDate } from '../../procedure/time/time';
import { one } from '../http/fields';
import { daysInFilter, type FilterProblem } from '../forms/days-in-filter';
import type { Fields } from '../http/page';

/** Kinds of entry, as the filter offers them. */
export const entryKinds = ['decisions', 'corrections', 'refused', 'reminders', 'changes', 'case'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryKindWords: Readonly<Record<EntryKind, string>> = {
  decisions: 'Decisions',
  corrections: 'Corrections',
  refused: 'Not recorded, with the reason',
  reminders: 'Reminders',
  changes: 'Changes of the calendar, the meetings or the settings',
  case: 'Opening, closing, restarting and faults',
};

const kindOf: Readonly<Record<EventKind, EntryKind>> = {
  'case-opened': 'case',
  'decision-taken': 'decisions',
  'decision-refused': 'refused',
  'reminders-sent': 'reminders',
  'calendar-changed': 'changes',
  'profile-changed': 'changes',
  'meetings-changed': 'changes',
  'case-restarted': 'case',
  'case-closed': 'case',
  'rule-failed': 'case',
};

/** Returns the kind of an entry, by which the record can be filtered. */
const kindOfEntry = ({ kind, decision }: Pick<CaseEvent, 'kind' | 'decision'>): EntryKind =>
  kind === 'decision-taken' && decision === 'correctFact' ? 'corrections' : kindOf[kind];

/** The filter that the address asks for. */
export interface RecordFilter {
  readonly kind: EntryKind | undefined;
  readonly step: StepId | undefined;
  readonly person: string | undefined;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly newestFirst: boolean;
  readonly page: number;
  /** The entry to be found, whichever page it is on. */
  readonly entry: number | undefined;
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Reads the filter from the address. Values that cannot be read are left out; wrong days are reported as problems. */
export function readFilter(
  query: Fields,
  today: IsoDate,
): {
  readonly filter: RecordFilter;
  readonly problems: readonly FilterProblem[];
} {
  const kind = one(query, 'kind');
  const step = one(query, 'step');
  const person = one(query, 'person');
  const { from, to, problems } = daysInFilter(query, today);
  return {
    filter: {
      kind: entryKinds.find((known) => known === kind),
      step: stepIds.find((known) => known === step),
      person: person === '' ? undefined : person,
      from,
      to,
      newestFirst: one(query, 'order') === 'newest',
      page: Math.max(wholeNumber(one(query, 'page')) ?? 1, 1),
      entry: wholeNumber(one(query, 'entry')),
    },
    problems,
  };
}

/** Returns the address of the record with a filter; default values are left out. */
export function recordAddress(reference: string, filter: Partial<RecordFilter>): string {
  const { kind, step, person, from, to, newestFirst, page, entry } = filter;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, step, person, from, to }))
    if (value !== undefined) query.set(name, value);
  if (newestFirst === true) query.set('order', 'newest');
  if (page !== undefined && page > 1) query.set('page', String(page));
  if (entry !== undefined) query.set('entry', String(entry));
  const said = query.toString();
  return `/cases/${reference}/record${said === '' ? '' : `?${said}`}${entry === undefined ? '' : `#entry-${entry}`}`;
}

/** True if the filter may leave out entries; order and page do not count. */
export const narrows = ({ kind, step, person, from, to }: RecordFilter): boolean =>
  [kind, step, person, from, to].some((one) => one !== undefined);

/** An entry with the day it is about: when it was done, or when it came on the record. */
export interface Dated {
  readonly event: CaseEvent;
  readonly day: IsoDate;
  /** The person who made the entry, or the people who were reminded. */
  readonly people: readonly string[];
}

/** True if an entry matches the filter. */
export const matchesFilter = ({ event, day, people }: Dated, { kind, step, person, from, to }: RecordFilter): boolean =>
  (kind === undefined || kindOfEntry(event) === kind) &&
  (step === undefined || event.step === step) &&
  (person === undefined || people.includes(person)) &&
  (from === undefined || day >= from) &&
  (to === undefined || day <= to);

const entriesAPage = 50;

/** Returns the entries of one page: the page that has the entry asked for, otherwise the page asked for. */
export function recordPage(dated: readonly Dated[], filter: RecordFilter) {
  const pages = Math.max(Math.ceil(dated.length / entriesAPage), 1);
  const sought = dated.findIndex(({ event }) => event.seq === filter.entry);
  const page = Math.min(sought === -1 ? filter.page : Math.floor(sought / entriesAPage) + 1, pages);
  return { page, pages, shown: dated.slice((page - 1) * entriesAPage, page * entriesAPage) };
}

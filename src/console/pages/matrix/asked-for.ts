import { stage, stages } from '../../../procedure/stages';
import type { PersonId } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import type { Direction, CaseOrder } from '../../../records/cases';
import { lights } from '../../../records/case-list';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { endingWords } from '../../wording/endings';
import { lightMeanings, panelWords, reviewWords } from '../../wording/matrix';
import { wordOf } from '../../wording/letters';

/** Groups of cases, with a tab for each. */
export const tabs = ['all', 'under-way', 'did-not-proceed', 'closed'] as const;
export type Tab = (typeof tabs)[number];

export const tabWords: Readonly<Record<Tab, string>> = {
  all: 'All cases',
  'under-way': 'Under way',
  'did-not-proceed': 'Did not proceed',
  closed: 'Closed',
};

/** Names of the matrix's filters, beside the search and the tabs. */
const filterNames = ['stage', 'light', 'turn', 'review', 'panel', 'ending', 'practice'] as const;
type FilterName = (typeof filterNames)[number];

/** A filter of the matrix: its label, and what can be chosen. */
export interface Filter {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The rows and the order that the address asks for; values that do not exist are left out. */
export interface AskedFor {
  readonly tab: Tab;
  /** The text to search for. Addresses carry the secret `sought` in its place. */
  readonly text: string;
  readonly sought: string;
  readonly chosen: Readonly<Partial<Record<FilterName, string>>>;
  readonly sort: CaseOrder;
  readonly direction: Direction;
  readonly after: string;
}

const optionsOf = (words: Readonly<Record<string, string>>, values: readonly string[] = Object.keys(words)) =>
  values.map((value) => ({ value, text: wordOf(words, value) }));

/** The filters that somebody has; whose turn it is can be asked only by those who see names of people beside a turn. */
export function filtersFor(
  me: PersonId,
  { people, withPeople }: { readonly people: readonly ProfilePerson[]; readonly withPeople: boolean },
): readonly Filter[] {
  const others = people.filter(({ id }) => id !== me).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const turn = [{ value: me, text: 'Me' }, ...others.map(({ id, name }) => ({ value: id, text: name }))];
  return [
    { name: 'stage', label: 'Stage', options: stages.map((value) => ({ value, text: stage[value].title })) },
    { name: 'light', label: 'Red, amber or green', options: optionsOf(lightMeanings, lights) },
    ...(withPeople ? [{ name: 'turn', label: 'Whose turn', options: turn } as const] : []),
    { name: 'review', label: 'Review type', options: optionsOf(reviewWords) },
    { name: 'panel', label: 'The Panel’s reply', options: optionsOf(panelWords) },
    { name: 'ending', label: 'How it ended', options: optionsOf(endingWords) },
    {
      name: 'practice',
      label: 'Practice cases',
      options: [
        { value: 'too', text: 'Show practice cases too' },
        { value: 'only', text: 'Only practice cases' },
      ],
    },
  ];
}

/** Columns that can be sorted by, with the direction that each begins with. */
export const firstDirection: Readonly<Partial<Record<CaseOrder, Direction>>> = {
  reference: 'asc',
  stage: 'asc',
  day: 'desc',
  due: 'asc',
  received: 'desc',
};
const isSort = (value: string): value is CaseOrder => Object.hasOwn(firstDirection, value);

/** The longest text to search for, in characters. */
const longestText = 200;

/** A text that somebody searches for, as it was typed. */
export const textIn = (fields: Fields): string => one(fields, 'text').slice(0, longestText);

/** Reads the address. */
export function readAskedFor(query: Fields, filters: readonly Filter[]): AskedFor {
  const sought = one(query, 'sort');
  const sort = isSort(sought) ? sought : 'received';
  const direction = one(query, 'direction');
  const chosen = filters.flatMap(({ name, options }) => {
    const value = one(query, name);
    return options.some((option) => option.value === value) ? [[name, value] as const] : [];
  });
  return {
    tab: tabs.find((tab) => tab === one(query, 'which')) ?? 'all',
    text: textIn(query),
    sought: one(query, 'sought'),
    chosen: Object.fromEntries(chosen),
    sort,
    direction: direction === 'asc' || direction === 'desc' ? direction : (firstDirection[sort] ?? 'asc'),
    after: one(query, 'after'),
  };
}

/** The address of the same rows; a page further on is given by its cursor. */
export function matrixAddress(path: string, { tab, sought, chosen, sort, direction, after }: AskedFor): string {
  const query = new URLSearchParams();
  if (tab !== 'all') query.set('which', tab);
  if (sought !== '') query.set('sought', sought);
  for (const name of filterNames) {
    const value = chosen[name];
    if (value !== undefined) query.set(name, value);
  }
  const isUsual = sort === 'received' && direction === firstDirection.received;
  if (!isUsual) {
    query.set('sort', sort);
    query.set('direction', direction);
  }
  if (after !== '') query.set('after', after);
  const said = query.toString();
  return said === '' ? path : `${path}?${said}`;
}

/** A filter that is on, and the address without it. */
export interface FilterOn {
  readonly label: string;
  readonly value: string;
  readonly without: string;
}

/** The filters that are on. */
export function filtersOn(path: string, asked: AskedFor, filters: readonly Filter[]): readonly FilterOn[] {
  const first = { ...asked, after: '' };
  const text =
    asked.text === ''
      ? []
      : [{ label: 'Search', value: asked.text, without: matrixAddress(path, { ...first, sought: '' }) }];
  const chosen = filters.flatMap(({ name, label, options }) => {
    const { [name]: value, ...others } = asked.chosen;
    const option = options.find((one) => one.value === value);
    return option === undefined
      ? []
      : [{ label, value: option.text, without: matrixAddress(path, { ...first, chosen: others }) }];
  });
  return [...text, ...chosen];
}

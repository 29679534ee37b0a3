import { visibility } from '../../../procedure/permissions';
import { seesAction } from '../../../procedure/entries-seen';
import type { CaseReference, WordsReference } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import { addressWith } from '../../http/address-with';
import { referencesIn, showingCases, view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import {
  actionRow,
  askedActions,
  choicesOf,
  chosenActions,
  listedActions,
  type AskedActions,
  type ListedAction,
} from './actions-view';

const onePage = 25;

/** The actions that are open, of every case that somebody may see. */
export const actionsRoutes: readonly PageRoute[] = [
  getPage('/actions', whoOpens('actions'), async ({ visitor: { person }, query, now }, dependencies) => {
    const { records, profile, partnership } = dependencies;
    const asked = askedActions(query);
    const [cases, { calendar }] = await Promise.all([
      records.milestones.openActions({ visibleTo: visibility(person), practice: asked.practice }),
      partnership(),
    ]);
    const all = listedActions(profile, calendar, cases, now);
    const chosen = chosenActions(all, asked);
    const pages = Math.max(1, Math.ceil(chosen.length / onePage));
    const page = Math.min(asked.page, pages);
    const shown = chosen.slice((page - 1) * onePage, page * onePage);
    const texts = await textsOf(dependencies, person, shown);
    const list = view('pages/actions/actions.njk', 'Actions', {
      asked,
      rows: shown.map((row) => actionRow(calendar, row, row.action.text && texts.get(row.action.text))),
      total: chosen.length,
      open: all.length,
      overdue: all.filter(({ state }) => state === 'overdue').length,
      choices: choicesOf(all, asked),
      isFiltered: asked.agency !== '' || asked.owner !== '' || asked.due !== '',
      links: linksOf(asked, page, pages),
    });
    return showingCases(list, referencesIn(shown));
  }),
];

/** Returns the texts of the actions that this person sees, in the words of whoever added them. */
async function textsOf(
  { records }: Pick<ConsoleDependencies, 'records'>,
  person: ProfilePerson,
  rows: readonly ListedAction[],
): Promise<ReadonlyMap<WordsReference, string>> {
  const wanted = new Map<CaseReference, WordsReference[]>();
  const seen = await Promise.all(
    rows.map(async (row) => {
      const known = await records.cases.get(row.reference);
      return known !== undefined && seesAction(person, known.file, row.action.id) ? [row] : [];
    }),
  );
  for (const { reference, action } of seen.flat()) {
    if (action.text !== undefined) wanted.set(reference, [...(wanted.get(reference) ?? []), action.text]);
  }
  const found = await Promise.all([...wanted].map(([reference, ids]) => records.words.wordsOf(reference, ids)));
  return new Map(found.flatMap((texts) => [...texts]));
}

function linksOf(asked: AskedActions, page: number, pages: number) {
  const query = (more: Readonly<Record<string, string>>) =>
    addressWith('/actions', {
      agency: asked.agency,
      owner: asked.owner,
      due: asked.due,
      order: asked.order === 'due' ? '' : asked.order,
      practice: asked.practice ? 'yes' : '',
      ...more,
    });
  return {
    page,
    pages,
    previous: page > 1 ? query({ page: page === 2 ? '' : String(page - 1) }) : undefined,
    next: page < pages ? query({ page: String(page + 1) }) : undefined,
    overdue: query({ due: 'overdue' }),
    all: asked.practice ? '/actions?practice=yes' : '/actions',
    other: asked.practice ? '/actions' : '/actions?practice=yes',
  };
}

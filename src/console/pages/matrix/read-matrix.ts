import { caseNow } from '../../../casework/reading';
import type { Calendar } from '../../../procedure/time/calendar';
import { readsPeople, searchedBy, visibility, type Viewer } from '../../../procedure/permissions';
import type { Instant, PersonId } from '../../../procedure/time/time';
import type { Light, LightSought } from '../../../records/case-list';
import type { CaseConditions, ListedCase } from '../../../records/cases';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { AskedFor } from './asked-for';
import { soonUntil } from '../../wording/days-left';
import { rowOf, type MatrixRow } from './rows';

/** The viewer and the moment that a list is for. */
export interface MatrixReader {
  readonly viewer: Viewer;
  readonly now: Instant;
}

/** The same with the calendar that dates are worked out by. */
interface Reckoning extends MatrixReader {
  readonly calendar: Calendar;
}

/** A page of the matrix. */
export interface MatrixPage {
  readonly rows: readonly MatrixRow[];
  readonly found: number;
  /** True if there are more than `found`. */
  readonly more: boolean;
  readonly next: string | undefined;
}

const byTab = {
  all: {},
  'under-way': { open: true },
  'did-not-proceed': { proceeding: false },
  closed: { open: false },
} as const;

/**
 * Returns the last date that counts as soon: for the wall's clock and, if practice cases are listed, for each clock of
 * theirs. Empty unless the filter asks for amber or green.
 */
async function soonBy(
  { records, partnership }: ConsoleDependencies,
  { viewer, now }: MatrixReader,
  { light, practice }: AskedFor['chosen'],
): Promise<LightSought['soon']> {
  if (light !== 'amber' && light !== 'green') return [];
  const { calendar } = await partnership();
  const ahead = practice === undefined ? [] : await records.cases.practiceOffsets(visibility(viewer));
  return [...new Set([0, ...ahead])].map((practiceOffsetMs) => ({
    aheadMs: practiceOffsetMs,
    until: soonUntil(calendar, caseNow(now, { practiceOffsetMs })),
  }));
}

/** Returns the conditions by which the records find what the address asks for. */
async function conditionsOf(
  dependencies: ConsoleDependencies,
  reader: MatrixReader,
  { tab, text, chosen }: AskedFor,
): Promise<CaseConditions> {
  const { viewer, now } = reader;
  const { stage, light, turn, review, panel, ending, practice } = chosen;
  const visibleTo = visibility(viewer);
  const soon = await soonBy(dependencies, reader, chosen);
  return {
    visibleTo,
    ...byTab[tab],
    ...(practice === 'too' ? {} : { practice: practice === 'only' }),
    ...(text === '' ? {} : { text, textWithin: searchedBy(viewer) }),
    ...(stage === undefined ? {} : { stage }),
    // The casts are safe: `readAskedFor` has left out values that are no options.
    ...(light === undefined ? {} : { light: { is: light as Light, asOf: now, soon } }),
    ...(turn === undefined ? {} : { person: turn as PersonId }),
    ...(review === undefined ? {} : { reviewType: review }),
    ...(panel === undefined ? {} : { panel }),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** Returns the links to the published reviews of these cases; none to the IT officer. */
function linksOf({ records }: ConsoleDependencies, viewer: Viewer, cases: readonly ListedCase[]) {
  const asked = cases.flatMap(({ summary: { reference, publication } }) =>
    publication?.link === undefined ? [] : [{ reference, id: publication.link }],
  );
  return records.words.wordsAcross(readsPeople(viewer) ? asked : []);
}

async function rowsOf(
  dependencies: ConsoleDependencies,
  { viewer, now, calendar }: Reckoning,
  cases: readonly ListedCase[],
): Promise<readonly MatrixRow[]> {
  const { profile } = dependencies;
  const links = await linksOf(dependencies, viewer, cases);
  const context = { calendar, policy: profile.policy, profile, withPeople: readsPeople(viewer), now, links };
  return cases.map((one) => rowOf(context, one));
}

/** Rows on one page. */
const pageRows = 50;

/** Returns a page of the cases asked for, and their number as far as they are counted. Throws `InvalidCursor`. */
export async function readMatrix(
  dependencies: ConsoleDependencies,
  reader: MatrixReader,
  asked: AskedFor,
): Promise<MatrixPage> {
  const { records, partnership } = dependencies;
  const conditions = await conditionsOf(dependencies, reader, asked);
  const { sort, direction, after } = asked;
  const [{ calendar }, page] = await Promise.all([
    partnership(),
    records.cases.listAndCount({
      ...conditions,
      order: sort,
      direction,
      limit: pageRows,
      ...(after === '' ? {} : { cursor: after }),
    }),
  ]);
  const { found, more, next } = page;
  return { rows: await rowsOf(dependencies, { ...reader, calendar }, page.cases), found, more, next };
}

/** The most rows in a file: as many as people can use, and few enough to be made without delaying others. */
export const fileRows = 5_000;

/** Every case that is asked for, from the first on, as far as a file has room. */
export async function readWholeMatrix(
  dependencies: ConsoleDependencies,
  reader: MatrixReader,
  asked: AskedFor,
): Promise<Pick<MatrixPage, 'rows' | 'found'>> {
  const { records } = dependencies;
  const by = { ...reader, calendar: (await dependencies.partnership()).calendar };
  const conditions = await conditionsOf(dependencies, reader, asked);
  const found = await records.cases.count(conditions);
  const cases: ListedCase[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const { sort: order, direction } = asked;
    const limit = Math.min(200, fileRows - cases.length);
    const page = await records.cases.list({ ...conditions, order, direction, limit, ...(cursor && { cursor }) });
    cases.push(...page.cases);
    cursor = cases.length < fileRows ? page.next : undefined;
  }
  return { rows: await rowsOf(dependencies, by, cases), found };
}

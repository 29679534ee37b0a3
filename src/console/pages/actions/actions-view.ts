import { agencyOf } from '../../wording/agency-of';
import type { Calendar } from '../../../procedure/time/calendar';
import { addDays, londonDate, londonInstant } from '../../../procedure/time/dates';
import type { OpenAction } from '../../../procedure/dates/milestones';
import { ageOf } from '../../../procedure/reports';
import type { CaseReference, Instant, IsoDate } from '../../../procedure/time/time';
import { caseNow } from '../../../casework/reading';
import type { Profile } from '../../../profile/load';
import type { OpenActionsOfCase } from '../../../records/milestones';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import { ageWords } from '../../wording/reports';
import { daysLeft } from '../../wording/days-left';

/** Calendar days within which an action is "due soon" here: four weeks, since actions run for months. */
const soonDays = 28;

const dueFilters = ['overdue', 'soon', 'later'] as const;
type DueFilter = (typeof dueFilters)[number];

const orders = ['due', 'agency', 'owner'] as const;
type Order = (typeof orders)[number];

/** The filters and the order that the address asks for; values without a meaning are left out. */
export interface AskedActions {
  readonly agency: string;
  readonly owner: string;
  readonly due: DueFilter | '';
  readonly order: Order;
  readonly practice: boolean;
  readonly page: number;
}

export function askedActions(query: Fields): AskedActions {
  const page = Number(one(query, 'page'));
  return {
    agency: one(query, 'agency'),
    owner: one(query, 'owner'),
    due: dueFilters.find((known) => known === one(query, 'due')) ?? '',
    order: orders.find((known) => known === one(query, 'order')) ?? 'due',
    practice: one(query, 'practice') === 'yes',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The value of a filter for actions of nobody's agency. */
const noAgency = 'none';

type Needs = Pick<Profile, 'people' | 'policy'>;

/** An open action of a case, with what a list is filtered and ordered by. */
export interface ListedAction {
  readonly reference: CaseReference;
  readonly action: OpenAction;
  readonly due: IsoDate;
  readonly agency: string;
  readonly agencyName: string;
  readonly ownerName: string;
  readonly state: DueFilter;
  readonly now: Instant;
}

/** Every open action with its agency, that of its owner where none was named, and how its date stands by its case's clock. */
export function listedActions(
  profile: Needs,
  calendar: Calendar,
  cases: readonly OpenActionsOfCase[],
  wall: Instant,
): readonly ListedAction[] {
  return cases.flatMap(({ reference, actions, practiceOffsetMs }) => {
    const now = caseNow(wall, { practiceOffsetMs });
    return actions.map((action): ListedAction => {
      const due = action.extendedTo ?? action.dueOn;
      const agency = agencyOf(profile, action) ?? noAgency;
      return {
        reference,
        action,
        due,
        agency,
        agencyName: agency === noAgency ? 'No agency' : (profile.policy.agencies[agency]?.name ?? agency),
        ownerName: nameOf(profile, action.owner),
        state: stateOf(calendar, due, now),
        now,
      };
    });
  });
}

function stateOf(calendar: Calendar, due: IsoDate, now: Instant): DueFilter {
  if (londonInstant(due, calendar.closingHour) < now) return 'overdue';
  return due <= addDays(londonDate(now), soonDays) ? 'soon' : 'later';
}

/** Returns the actions that match the filters, in the order asked for and then by date. */
export function chosenActions(all: readonly ListedAction[], asked: AskedActions): readonly ListedAction[] {
  const { agency, owner, due, order } = asked;
  const key = (row: ListedAction): string =>
    order === 'agency' ? row.agencyName : order === 'owner' ? row.ownerName : '';
  return all
    .filter(
      (row) =>
        (agency === '' || row.agency === agency) &&
        (owner === '' || row.action.owner === owner) &&
        (due === '' || row.state === due),
    )
    .toSorted(
      (a, b) =>
        key(a).localeCompare(key(b), 'en') ||
        compare(a.due, b.due) ||
        compare(a.reference, b.reference) ||
        compare(a.action.id, b.action.id),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Makes a row of the list. */
export function actionRow(calendar: Calendar, row: ListedAction, text: string | undefined) {
  const { action, reference, due, state, now } = row;
  return {
    reference,
    href: `/cases/${reference}/actions`,
    id: action.id,
    number: action.number,
    text,
    owner: row.ownerName,
    agency: row.agencyName,
    due,
    original: action.extendedTo === undefined ? undefined : action.dueOn,
    overdue: state === 'overdue',
    left: daysLeft(calendar, { due, dueAt: londonInstant(due, calendar.closingHour) }, now).sentence,
    age: ageWords[ageOf(action, londonDate(now))],
    addedOn: action.addedOn,
  };
}

/** Lists the agencies and owners that have an open action now, for the filters to offer. */
export function choicesOf(all: readonly ListedAction[], { agency, owner }: AskedActions) {
  const options = (pairs: readonly (readonly [string, string])[], chosen: string) =>
    [...new Map(pairs)]
      .map(([value, text]) => ({ value, text, selected: value === chosen }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en'));
  return {
    agencies: options(
      all.map((row) => [row.agency, row.agencyName] as const),
      agency,
    ),
    owners: options(
      all.map((row) => [row.action.owner, row.ownerName] as const),
      owner,
    ),
  };
}

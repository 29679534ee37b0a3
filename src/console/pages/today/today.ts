import { fromMillis, londonDate, toMillis } from '../../../procedure/time/dates';
import { isOfBusinessUnit, opens, visibility, type Viewer } from '../../../procedure/permissions';
import type { Instant, PersonId } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import { addressWith } from '../../http/address-with';
import { redirect, referencesIn, showingCases, view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { showing, whoIsSignedIn } from '../../../http/access';
import { partnershipNames, saidOnPage } from '../../wording/said-on-page';
import { happenedByCase } from '../../wording/happened';
import { needed, waiting, type Desk } from './today-view';

/** Turns that one page shows; nobody does more in a day, and the next page has the rest. */
const turnsShown = 50;
/** Turns of others that the page shows: the matrix has all of them. */
const othersShown = 20;
const tasksShown = 50;
/** Notifications that nobody has taken yet; the page of them has the rest. */
const receivedShown = 20;
const eventsShown = 100;
/** The time before now that is shown on a person's first visit, in milliseconds. */
const firstVisitLooksBack = 7 * 24 * 60 * 60 * 1000;

/** Lists the people whose turns are shown as this person's own: everybody in the Business Unit for its members. */
const mine = (person: ProfilePerson, people: readonly ProfilePerson[]): readonly PersonId[] =>
  isOfBusinessUnit(person) ? people.filter(isOfBusinessUnit).map(({ id }) => id) : [person.id];

/** The question that the records are asked. */
interface Question {
  readonly viewer: Viewer;
  readonly people: readonly PersonId[];
  readonly inTheOffice: boolean;
  readonly withPractice: boolean;
  readonly cursor: string;
  readonly since: Instant;
}

/** Reads all that the page shows, in parallel. */
async function asked({ records }: ConsoleDependencies, question: Question) {
  const { viewer, people, inTheOffice, withPractice, cursor, since } = question;
  const visibleTo = visibility(viewer);
  // Whoever is asked something need see no more of the case.
  const ownWork = visibility(viewer, 'part');
  const real = { people, practice: false } as const;
  const [own, others, practice, tasks, events, cases, received] = await Promise.all([
    records.turns.list({ ...real, visibleTo: ownWork, limit: turnsShown, ...(cursor === '' ? {} : { cursor }) }),
    inTheOffice ? records.turns.others({ ...real, visibleTo, limit: othersShown }) : undefined,
    withPractice ? records.turns.list({ people, practice: true, visibleTo: ownWork, limit: turnsShown }) : undefined,
    inTheOffice ? records.tasks.list({ toDo: true, visibleTo, limit: tasksShown }) : [],
    records.events.since({ visibleTo, after: since, limit: eventsShown, ...(withPractice ? {} : { practice: false }) }),
    // A single case is enough to know that this is not the first use.
    records.cases.list({ visibleTo: ownWork, limit: 1 }),
    inTheOffice ? records.outsideNotifications.list('waiting', receivedShown) : [],
  ]);
  return { own, others, practice, tasks, events, received, isFirstUse: cases.cases.length === 0 };
}

/** The cases of all turns, tasks and entries that the page lists. */
const casesNamed = ({
  own,
  others,
  practice,
  tasks,
  events,
  received,
}: Awaited<ReturnType<typeof asked>>): readonly string[] =>
  [own.turns, others?.turns ?? [], practice?.turns ?? [], tasks, events]
    .flatMap(referencesIn)
    .concat(received.map(({ number }) => number));

function firstPageOf(person: ProfilePerson): string {
  if (opens(person, 'matrix')) return '/cases';
  return opens(person, 'readings') ? '/readings' : '/more';
}

async function todayPage(request: Asked & ByVisitor, dependencies: ConsoleDependencies) {
  const { profile, now } = dependencies;
  const { person, session } = request.visitor;
  // Whoever has no work of their own here, such as the IT officer, comes to what they may open.
  if (!opens(person, 'today')) return redirect(firstPageOf(person));
  const inTheOffice = isOfBusinessUnit(person);
  const withPractice = one(request.query, 'practice') === 'yes';
  const cursor = one(request.query, 'after');
  const at = now();
  const since = session.previousVisitAt ?? fromMillis(toMillis(at) - firstVisitLooksBack);
  const [{ calendar }, found] = await Promise.all([
    dependencies.partnership(),
    asked(dependencies, {
      viewer: person,
      people: mine(person, profile.people),
      inTheOffice,
      withPractice,
      cursor,
      since,
    }),
  ]);
  const desk: Desk = { me: person.id, inTheOffice, calendar, profile, policy: profile.policy, now: at };
  const model = {
    ...{ name: person.name, date: londonDate(at) },
    inTheOffice,
    withPractice,
    received: found.received.map(({ number, receivedAt }) => ({ number, receivedAt })),
    isFirstUse: found.isFirstUse,
    mayPractise: opens(person, 'practice'),
    groups: needed(desk, found.own.turns),
    isFurtherPage: cursor !== '',
    next: found.own.next && addressWith('/', { practice: withPractice ? 'yes' : '', after: found.own.next }),
    practiceGroups: needed(desk, found.practice?.turns ?? []),
    others: waiting(desk, found.others?.turns ?? []),
    moreOthers: found.others?.next !== undefined,
    tasks: found.tasks.map((task) => ({ ...task, sentence: saidOnPage(partnershipNames({ profile }), task) })),
    since,
    isFirstVisit: session.previousVisitAt === undefined,
    cases: happenedByCase(profile, found.events),
    isCut: found.events.length === eventsShown,
  };
  return showingCases(view('pages/today/today.njk', 'Today', model), casesNamed(found));
}

/** The first page after signing in: the turns of this person. It turns nobody away. */
export const todayRoutes: readonly PageRoute[] = [getPage('/', showing('today', whoIsSignedIn), todayPage)];

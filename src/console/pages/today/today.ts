import { fromMillis, londonDate, toMillis } from '../../../procedure/time/dates';
import { sayTelephone } from '../../../procedure/outside-notification/settings';
import { isOfBusinessUnit, opens } from '../../../procedure/permissions';
import type { ProfilePerson } from '../../../profile/load';
import type { TurnInCase } from '../../../records/turns';
import { addressWith } from '../../http/address-with';
import { redirect, showingCases, view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { showing, whoIsSignedIn } from '../../../http/access';
import { partnershipNames, saidOnPage } from '../../wording/said-on-page';
import { happenedByCase } from '../../wording/happened';
import { cardsOf, type Card } from './cards-view';
import type { Desk } from './desk';
import { casesNamed, eventsShown, readToday, type TodayRead, practiceOnToday } from './today-read';
import { needed } from './today-view';
import { waitingRows } from './waiting-view';

/** The time before now that is shown on a person's first visit, in milliseconds. */
const firstVisitLooksBack = 7 * 24 * 60 * 60 * 1000;

function firstPageOf(person: ProfilePerson): string {
  if (opens(person, 'matrix')) return '/cases';
  return opens(person, 'readings') ? '/readings' : '/more';
}

/** Says how much there is to do: "2 things to do", or to an agency "1 request to answer". */
function countSaid(cards: readonly Card[], goesOn: boolean): string | undefined {
  if (cards.length === 0 || goesOn) return undefined;
  const requests = cards.every(({ savedAsYouGo }) => savedAsYouGo);
  const what = requests ? (cards.length === 1 ? 'request' : 'requests') : cards.length === 1 ? 'thing' : 'things';
  return `${cards.length} ${what} to ${requests ? 'answer' : 'do'}`;
}

/** The person's own turns: rows for the Business Unit, cards for anybody else. */
function ownOf(desk: Desk, found: TodayRead, { cursor }: { readonly cursor: string }) {
  const cards = (turns: readonly TurnInCase[]) => (desk.inTheOffice ? [] : cardsOf(desk, turns, found.read.files));
  const groups = (turns: readonly TurnInCase[]) => (desk.inTheOffice ? needed(desk, turns) : []);
  const [own, practice] = [found.own.turns, found.practice?.turns ?? []];
  const ownCards = cards(own);
  return {
    groups: groups(own),
    practiceGroups: groups(practice),
    cards: ownCards,
    practiceCards: cards(practice),
    count: countSaid(ownCards, cursor !== '' || found.own.next !== undefined),
  };
}

async function todayPage(request: Asked & ByVisitor, dependencies: ConsoleDependencies) {
  const { profile, now } = dependencies;
  const { person, session } = request.visitor;
  // Whoever has no work of their own here, such as the IT officer, comes to what they may open.
  if (!opens(person, 'today')) return redirect(firstPageOf(person));
  const inTheOffice = isOfBusinessUnit(person);
  const practice = practiceOnToday(one(request.query, 'practice'), inTheOffice);
  const cursor = one(request.query, 'after');
  const at = now();
  const since = session.previousVisitAt ?? fromMillis(toMillis(at) - firstVisitLooksBack);
  const [{ calendar }, found] = await Promise.all([
    dependencies.partnership(),
    readToday(dependencies, { person, practice, cursor, since }),
  ]);
  const withPractice = found.practice !== undefined;
  const named = { ...profile, correspondents: found.correspondents };
  const desk: Desk = { me: person, inTheOffice, calendar, profile: named, policy: profile.policy, now: at };
  const model = {
    ...{ name: person.name, date: londonDate(at), inTheOffice, withPractice },
    ...ownOf(desk, found, { cursor }),
    ring: sayTelephone(profile.outside),
    received: found.received.map(({ number, receivedAt }) => ({ number, receivedAt })),
    isFirstUse: found.isFirstUse,
    mayPractise: withPractice || opens(person, 'practice'),
    isFurtherPage: cursor !== '',
    next: found.own.next && addressWith('/', { practice: practice === 'shown' ? 'yes' : '', after: found.own.next }),
    others: waitingRows(desk, found.waiting, found.read),
    moreOthers: found.moreOthers,
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

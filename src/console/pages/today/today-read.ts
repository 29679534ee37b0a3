import { isOfBusinessUnit, visibility } from '../../../procedure/permissions';
import type { Instant, PersonId } from '../../../procedure/time/time';
import type { ProfilePerson } from '../../../profile/load';
import { readCorrespondents } from '../../../records/correspondents';
import { referencesIn } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { firstOfEach } from './waiting-view';

/* Reads everything that Today shows from the records. */

/** Turns that one page shows to the Business Unit; nobody does more in a day, and the next page has the rest. */
const turnsShown = 50;
/** Cards that one page shows to anybody else. */
const cardsShown = 20;
/** Requests to others that the page shows, and the turns in which they are looked for: the Matrix has all of them. */
const othersShown = 20;
const othersRead = 200;
const tasksShown = 50;
/** Notifications that nobody has taken yet; the page of them has the rest. */
const receivedShown = 20;
export const eventsShown = 100;

/** The practice cases that are shown: all, none, or all while nothing real waits for the person, who may be in training. */
export type PracticeOnToday = 'shown' | 'hidden' | 'where-nothing-else';

/** Reads from the address which practice cases are shown. The Business Unit sees them when it asks for them. */
export function practiceOnToday(asked: string, inTheOffice: boolean): PracticeOnToday {
  if (asked === 'yes') return 'shown';
  return asked === 'no' || inTheOffice ? 'hidden' : 'where-nothing-else';
}

/** The question that the records are asked. */
interface Question {
  readonly person: ProfilePerson;
  readonly practice: PracticeOnToday;
  readonly cursor: string;
  readonly since: Instant;
}

/** Lists the people whose turns are shown as this person's own: everybody in the Business Unit for its members. */
const mine = (person: ProfilePerson, people: readonly ProfilePerson[]): readonly PersonId[] =>
  isOfBusinessUnit(person) ? people.filter(isOfBusinessUnit).map(({ id }) => id) : [person.id];

/** Reads the lists that the page shows, in parallel. */
async function lists({ records, profile }: ConsoleDependencies, { person, practice: wanted, cursor, since }: Question) {
  const inTheOffice = isOfBusinessUnit(person);
  const visibleTo = visibility(person);
  // A part in a case is enough: whoever is asked something need see no more of the case.
  const ownWork = visibility(person, 'part');
  const people = mine(person, profile.people);
  const limit = inTheOffice ? turnsShown : cardsShown;
  const from = cursor === '' ? {} : { cursor };
  const [own, others, tasks, events, cases, received] = await Promise.all([
    records.turns.list({ people, practice: false, visibleTo: ownWork, limit, ...from }),
    inTheOffice ? records.turns.others({ people, practice: false, visibleTo, limit: othersRead }) : undefined,
    inTheOffice ? records.tasks.list({ toDo: true, visibleTo, limit: tasksShown }) : [],
    records.events.since({
      visibleTo,
      after: since,
      limit: eventsShown,
      ...(wanted === 'shown' ? {} : { practice: false }),
    }),
    // A single case is enough to know that this is not the first use.
    records.cases.list({ visibleTo: ownWork, limit: 1 }),
    inTheOffice ? records.outsideNotifications.list('waiting', receivedShown) : [],
  ]);
  const mayShow = wanted === 'shown' || (wanted === 'where-nothing-else' && own.turns.length === 0);
  const found = mayShow ? await records.turns.list({ people, practice: true, visibleTo: ownWork, limit }) : undefined;
  const practice = wanted === 'shown' || (found?.turns.length ?? 0) > 0 ? found : undefined;
  return { own, others, practice, tasks, events, received, isFirstUse: cases.cases.length === 0 };
}

/** Reads all that the page shows. Of case files it reads those of the requests and cards that it shows, and no others. */
export async function readToday(dependencies: ConsoleDependencies, question: Question) {
  const { records } = dependencies;
  const found = await lists(dependencies, question);
  const requests = firstOfEach(found.others?.turns ?? [], othersShown + 1);
  const waiting = requests.slice(0, othersShown);
  const carded = isOfBusinessUnit(question.person) ? [] : [...found.own.turns, ...(found.practice?.turns ?? [])];
  const references = [...waiting, ...carded].map(({ reference }) => reference);
  const [files, saved] = await Promise.all([
    records.caseFiles.several(references),
    records.answerLines.counts(waiting.map(({ reference }) => reference)),
  ]);
  const correspondents = isOfBusinessUnit(question.person)
    ? (await Promise.all([...files.values()].map((file) => readCorrespondents(records, file)))).flat()
    : [];
  const moreOthers = requests.length > othersShown || found.others?.next !== undefined;
  return { ...found, waiting, moreOthers, correspondents, read: { files, saved } };
}

/** The content of Today. */
export type TodayRead = Awaited<ReturnType<typeof readToday>>;

/** The cases of all turns, tasks and entries that the page lists. */
export const casesNamed = ({ own, waiting, practice, tasks, events, received }: TodayRead): readonly string[] =>
  [own.turns, waiting, practice?.turns ?? [], tasks, events]
    .flatMap(referencesIn)
    .concat(received.map(({ number }) => number));

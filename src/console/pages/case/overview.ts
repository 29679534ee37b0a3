import { looksLike } from '../../../casework/possible-duplicates';
import { caseNow, visibleOf } from '../../../casework/reading';
import { describeCase } from '../../../procedure/describe';
import { isOfBusinessUnit, seesPiece, takesIn } from '../../../procedure/permissions';
import type { ProfilePerson } from '../../../profile/load';
import { view } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, type PageRoute, type VisitOfCase } from '../../http/page';
import { whoSees } from '../../../http/access';
import { saidOnPage } from '../../wording/said-on-page';
import { caseContext } from '../../forms/case-context';
import { withItsWords } from './by-sight';
import { caseFrame } from '../../case-frame/case-frame';
import { clocksOfView, conflictsOfView } from './clocks-view';
import { notificationLines, type NotificationLine } from './notification-view';
import { overviewOf } from './overview-view';
import { partPage } from './part';
import { decisionLink } from './people-view';

/** The cases that look like this one, as far as this person may know of them. */
async function alikeFor(
  dependencies: ConsoleDependencies,
  { known, sight, visitor }: VisitOfCase,
): Promise<readonly string[]> {
  if (!takesIn(sight, 'words')) return [];
  return visibleOf(dependencies, visitor.person, await looksLike(dependencies, known.file));
}

/** The notification in short; undefined for those who do not see it. */
async function notificationFor(
  dependencies: ConsoleDependencies,
  { known: { file }, visitor }: VisitOfCase,
): Promise<readonly NotificationLine[] | undefined> {
  if (!seesPiece(visitor.person, file, 'notification')) return undefined;
  const content = await dependencies.records.content.contentOf(file.reference);
  return withItsWords(dependencies, file, 'names', notificationLines(file, content));
}

/** Lists the tasks that the system left to the Business Unit, for viewers who belong to the Unit. */
async function tasksFor(
  { records, profile }: ConsoleDependencies,
  { known }: VisitOfCase,
  person: ProfilePerson,
): Promise<readonly string[]> {
  if (!isOfBusinessUnit(person)) return [];
  const tasks = await records.tasks.list({ reference: known.file.reference, toDo: true });
  return tasks.map((task) => saidOnPage({ profile, policy: known.file.policy }, task));
}

/** The overview of a case: its state, its next turns, and the decisions that this person can take now. */
export const overviewRoutes: readonly PageRoute[] = [
  getPage('/cases/:reference', whoSees('part', { page: 'case', shows: 'overview' }), async (asked, dependencies) => {
    const { known, sight, visitor, now } = asked;
    const { file } = known;
    const { profile } = dependencies;
    const described = describeCase(file, caseNow(now, known));
    const overlooked = { view: described, file, profile, viewer: visitor.person };
    if (!takesIn(sight, 'state')) {
      const context = await caseContext(dependencies, { file, viewer: visitor.person, now: described.asOf });
      return partPage(asked, dependencies, { ...overlooked, context });
    }
    const [alike, tasks, notification, context] = await Promise.all([
      alikeFor(dependencies, asked),
      tasksFor(dependencies, asked, visitor.person),
      notificationFor(dependencies, asked),
      caseContext(dependencies, { file, viewer: visitor.person, now: described.asOf }),
    ]);
    return view('pages/case/overview.njk', `Case ${file.reference}`, {
      ...caseFrame(asked, 'overview'),
      ...overviewOf({ ...overlooked, context }),
      clocks: clocksOfView(file, described),
      conflicts: conflictsOfView(described),
      alike,
      dismiss: decisionLink(file, visitor.person, 'dismissLookAlike'),
      tasks,
      notification,
      isClosed: file.closedOn !== undefined,
    });
  }),
];

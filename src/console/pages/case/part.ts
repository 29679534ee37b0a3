import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { agenciesOutstanding, answersFor, inquiries } from '../../../procedure/case/inquiries';
import { plannedDates } from '../../../procedure/dates/plan';
import { readTaskId } from '../../../procedure/dates/task-id';
import { seesAction } from '../../../procedure/entries-seen';
import { ownActions } from '../../../procedure/parts';
import type { PersonId } from '../../../procedure/time/time';
import { view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Asked, VisitOfCase } from '../../http/page';
import { caseFrame } from '../../case-frame/case-frame';
import { actionsOfCase } from './actions-view';
import { withItsWords } from './by-sight';
import { overviewOf, type Overlooked } from './overview-view';

const askedFor = { information: 'Information', planning: 'The chronology' } as const;

/** Lists what agencies are still asked for, of those that this person answers for, with the date of the step. */
const requestsTo = (file: CaseFile, person: PersonId) =>
  inquiries.flatMap((inquiry) =>
    agenciesOutstanding(file, inquiry)
      .filter((agency) => answersFor(file, person, { inquiry, agency }))
      .map((agency) => ({
        what: askedFor[inquiry.step],
        agency: file.policy.agencies[agency]?.name ?? agency,
        due: plannedDates(file, inquiry.step).due,
      })),
  );

/** Decisions by which an agency answers: they are for an agency that still owes an answer. */
const answering: readonly DecisionName[] = inquiries.map(({ returned }) => returned);

const isOfAction = (id: string): boolean => readTaskId(id)?.kind === 'action';

/** Returns the actions that somebody owns, as the page of actions shows them. */
const actionsOwned = ({ file, profile, viewer, view: { asOf } }: Overlooked) =>
  actionsOfCase({ file, now: asOf, profile, viewer, reads: (action) => seesAction(viewer, file, action) }).filter(
    ({ id }) => ownActions(file, viewer.id).includes(id),
  );

/** The page of a case for somebody who sees their own part of it alone: what they are asked for, and what they can do. */
export async function partPage(
  asked: Asked & VisitOfCase,
  dependencies: ConsoleDependencies,
  overlooked: Overlooked,
): Promise<Answer> {
  const { file } = asked.known;
  const me = asked.visitor.person.id;
  const { next, open } = overviewOf(overlooked);
  const requests = requestsTo(file, me);
  return view('pages/case/part.njk', `Your part in ${file.reference}`, {
    ...caseFrame(asked, 'overview'),
    requests,
    turns: next.filter(({ id, people }) => people.includes(me) && !isOfAction(id)),
    actions: await withItsWords(dependencies, file, 'words', actionsOwned(overlooked)),
    decisions: open.steps
      .flatMap(({ decisions }) => decisions)
      .filter(({ decision }) => requests.length > 0 || !answering.includes(decision)),
  });
}

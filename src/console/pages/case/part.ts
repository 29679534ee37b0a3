import { requestAddress } from '../../../procedure/asking/places';
import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { inquiries } from '../../../procedure/case/inquiries';
import { readTaskId } from '../../../procedure/dates/task-id';
import { seesAction } from '../../../procedure/entries-seen';
import { seesPiece } from '../../../procedure/permissions';
import { ownActions, requestsOf } from '../../../procedure/parts';
import { view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Asked, VisitOfCase } from '../../http/page';
import { agencyNameOf } from '../../wording/agency-name';
import { isOfContribution } from '../../wording/where-done';
import { caseFrame } from '../../case-frame/case-frame';
import { actionsOfCase } from './actions-view';
import { withItsWords } from './by-sight';
import { overviewOf, type Overlooked } from './overview-view';

/** Lists the requests that somebody was asked to answer, or that were passed on to them. */
const requestsTo = (file: CaseFile, { profile, viewer }: Overlooked) =>
  requestsOf(file, viewer.id).map(({ id, agency = '', due, state }) => ({
    what: state === 'answered' ? 'You answered the request' : 'Answer the request',
    agency: agencyNameOf({ profile, policy: file.policy }, agency),
    due,
    href: requestAddress(file.reference, id),
  }));

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
  const requests = requestsTo(file, overlooked);
  return view('pages/case/part.njk', `Your part in ${file.reference}`, {
    ...caseFrame(asked, 'overview'),
    family: seesPiece(asked.visitor.person, file, 'family'),
    requests,
    turns: next.filter(({ id, people }) => people.includes(me) && !isOfAction(id) && !isOfContribution(file, id)),
    actions: await withItsWords(dependencies, file, 'words', actionsOwned(overlooked)),
    decisions: open.steps
      .flatMap(({ decisions }) => decisions)
      .filter(({ decision }) => requests.length > 0 || !answering.includes(decision)),
  });
}

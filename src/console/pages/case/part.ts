import { view, type Answer } from '../../http/answer';
import type { Asked, VisitOfCase } from '../../http/page';
import { caseFrame } from '../../case-frame/case-frame';
import { overviewOf, type Overlooked } from './overview-view';

/** The page of a case for somebody who sees their own part of it alone: what they are asked for, and what they can do. */
export function partPage(asked: Asked & VisitOfCase, overlooked: Overlooked): Answer {
  const { file } = asked.known;
  const me = asked.visitor.person.id;
  const { next, open } = overviewOf(overlooked);
  return view('pages/case/part.njk', `Your part in ${file.reference}`, {
    ...caseFrame(asked, 'overview'),
    turns: next.filter(({ people }) => people.includes(me)),
    decisions: open.steps.flatMap(({ decisions }) => decisions),
  });
}

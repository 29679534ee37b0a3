import type { CaseFile } from '../../../procedure/case/case-file';
import { agenciesOutstanding, answersFor, inquiries } from '../../../procedure/case/inquiries';
import { plannedDates } from '../../../procedure/dates/plan';
import type { PersonId } from '../../../procedure/time/time';
import { view, type Answer } from '../../http/answer';
import type { Asked, VisitOfCase } from '../../http/page';
import { caseFrame } from '../../case-frame/case-frame';
import { overviewOf, type Overlooked } from './overview-view';

const askedFor = { information: 'Information', planning: 'The chronology' } as const;

/** Lists what agencies are still asked for, of those that this person answers for, with the date of the step. */
const requestsTo = (file: CaseFile, person: PersonId) =>
  inquiries.flatMap((inquiry) =>
    agenciesOutstanding(file, inquiry)
      .filter((agency) => answersFor(file, person, agency))
      .map((agency) => ({
        what: askedFor[inquiry.step],
        agency: file.policy.agencies[agency]?.name ?? agency,
        due: plannedDates(file, inquiry.step).due,
      })),
  );

/** The page of a case for somebody who sees their own part of it alone: what they are asked for, and what they can do. */
export function partPage(asked: Asked & VisitOfCase, overlooked: Overlooked): Answer {
  const { file } = asked.known;
  const me = asked.visitor.person.id;
  const { next, open } = overviewOf(overlooked);
  return view('pages/case/part.njk', `Your part in ${file.reference}`, {
    ...caseFrame(asked, 'overview'),
    requests: requestsTo(file, me),
    turns: next.filter(({ people }) => people.includes(me)),
    decisions: open.steps.flatMap(({ decisions }) => decisions),
  });
}

import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { readsConfidential } from '../../../procedure/entries-seen';
import { takesIn } from '../../../procedure/permissions';
import { withItsWords, writtenIf } from './by-sight';
import { caseFrame } from '../../case-frame/case-frame';
import { decisionLink, peopleOfCase } from './people-view';

/** The page of the people who have a part in a case. */
export const casePeopleRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/people',
    whoSees('state', { page: 'case', shows: 'people' }),
    async (asked, dependencies) => {
      const { known, sight, visitor } = asked;
      const { file } = known;
      const people = peopleOfCase(file, dependencies.profile, {
        written: writtenIf(takesIn(sight, 'words')),
        confidential: writtenIf(readsConfidential(file, visitor.person)),
      });
      const links = (['replacePerson', 'shutOut', 'letBackIn'] as const)
        .filter((decision) => decision !== 'letBackIn' || people.shutOut.length > 0)
        .flatMap((decision) => decisionLink(file, visitor.person, decision) ?? []);
      return view('pages/case/people.njk', `People of ${file.reference}`, {
        ...caseFrame(asked, 'people'),
        ...(await withItsWords(dependencies, file, sight, people)),
        links,
      });
    },
  ),
];

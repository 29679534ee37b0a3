import { takesIn } from '../../../procedure/permissions';
import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { withItsWords, writtenIf } from './by-sight';
import { caseFrame } from '../../case-frame/case-frame';
import { holdsOfCase, processesOfCase } from './holds-view';
import { decisionLink } from './people-view';

/** The page of a case's parallel processes and holds. */
export const holdsRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/holds',
    whoSees('state', { page: 'case', shows: 'holds' }),
    async (asked, dependencies) => {
      const { known, sight, visitor } = asked;
      const { file } = known;
      const from = { file, viewer: visitor.person, written: writtenIf(takesIn(sight, 'words')) };
      const hidesContent = !takesIn(sight, 'words');
      const shown = await withItsWords(dependencies, file, sight, {
        processes: hidesContent ? [] : processesOfCase(from),
        holds: holdsOfCase(from),
      });
      return view('pages/case/holds.njk', `Parallel processes and holds of ${file.reference}`, {
        ...caseFrame(asked, 'beside'),
        ...shown,
        hidesContent,
        add: decisionLink(file, visitor.person, 'addParallelProcess'),
        place: decisionLink(file, visitor.person, 'placeHold'),
      });
    },
  ),
];

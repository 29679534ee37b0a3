import { caseNow } from '../../../casework/reading';
import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { actionsOfCase } from './actions-view';
import { seesAction } from '../../../procedure/entries-seen';
import { withItsWords } from './by-sight';
import { caseFrame } from '../../case-frame/case-frame';
import { decisionLink } from './people-view';

/** The actions of a case, and the later looks at each. */
export const caseActionsRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/actions',
    whoSees('state', { page: 'case', shows: 'actions' }),
    async (asked, dependencies) => {
      const { known, visitor, now } = asked;
      const { file } = known;
      const actions = actionsOfCase({
        file,
        now: caseNow(now, known),
        profile: dependencies.profile,
        viewer: visitor.person,
        reads: (action) => seesAction(visitor.person, file, action),
      });
      return view('pages/case/actions.njk', `Actions of ${file.reference}`, {
        ...caseFrame(asked, 'actions'),
        actions: await withItsWords(dependencies, file, 'words', actions),
        add: decisionLink(file, visitor.person, 'addAction'),
      });
    },
  ),
];

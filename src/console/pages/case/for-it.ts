import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { caseFrame } from '../../case-frame/case-frame';

/** The page that shows IT where a case runs in Temporal. */
export const forItRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/it',
    whoSees('state', { page: 'case-for-it', shows: 'for-it' }),
    async (asked, { engineLink, records }) => {
      const { file } = asked.known;
      // The case file is saved only with its next entry. The records know which notices were sent since.
      const waiting = await records.notices.waiting({ reference: file.reference });
      return view('pages/case/for-it.njk', `For IT: ${file.reference}`, {
        ...caseFrame(asked, 'it'),
        link: engineLink?.(file.reference),
        profile: file.policy.profile,
        edition: file.policy.edition,
        version: file.version,
        waiting: waiting.length,
      });
    },
  ),
];

import { one } from '../../http/fields';
import { liveHubOf } from '../../http/live-hub';
import { getPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';

/** Tells an open page of a case that the case has been recorded anew; it is told a number and nothing else. */
export const caseLiveRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/live',
    whoSees('part', { page: 'case', shows: 'nothing' }),
    ({ known, query }, { records }) => {
      const { reference, seq } = known.file;
      const said = one(query, 'after');
      const after = /^\d{1,9}$/.test(said) ? Number(said) : seq;
      return {
        kind: 'live',
        follow: (tell) => liveHubOf(records).follow(reference, after, (last) => tell(String(last))),
      };
    },
  ),
];

import { opens } from '../../../procedure/permissions';
import { view } from '../../http/answer';
import { furtherPages } from '../../http/navigation';
import { getPage, type PageRoute } from '../../http/page';
import { whoIsSignedIn } from '../../../http/access';

/** The pages that are not needed every day. */
export const moreRoutes: readonly PageRoute[] = [
  getPage('/more', whoIsSignedIn, ({ visitor }) =>
    view('pages/more/more.njk', 'More', { pages: furtherPages.filter(({ page }) => opens(visitor.person, page)) }),
  ),
];

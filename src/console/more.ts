import { opens } from '../procedure/permissions';
import { view } from './answer';
import { furtherPages } from './navigation';
import { get, whoIsSignedIn, type PageRoute } from './page';

/** The pages that are not needed every day. */
export const moreRoutes: readonly PageRoute[] = [
  get('/more', whoIsSignedIn, ({ visitor }) =>
    view('layout/more.njk', 'More', { pages: furtherPages.filter(({ page }) => opens(visitor.person, page)) }),
  ),
];

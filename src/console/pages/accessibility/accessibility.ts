import { view } from '../../http/answer';
import { everybody, get, type PageRoute } from '../../http/page';

/** How accessible the pages are, what was tested, and whom to tell of what does not work. */
export const accessibilityRoutes: readonly PageRoute[] = [
  get('/accessibility', everybody, ({ visitor }, { profile: { people, policy } }) => {
    const manager = people.find(({ roles }) => roles.includes('business-manager'));
    return view('pages/accessibility/accessibility.njk', 'Accessibility', {
      managerTitle: policy.roleTitles['business-manager'],
      // Nobody's address stands on a page that is open to everybody.
      manager:
        visitor === undefined || manager === undefined ? undefined : { name: manager.name, email: manager.email },
    });
  }),
];

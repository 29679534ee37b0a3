import { view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { everybody } from '../../../http/access';

/** The accessibility statement: how accessible the pages are, what was tested, and whom to tell of problems. */
export const accessibilityRoutes: readonly PageRoute[] = [
  getPage('/accessibility', everybody, ({ visitor }, { profile: { people, policy } }) => {
    const manager = people.find(({ roles }) => roles.includes('business-manager'));
    return view('pages/accessibility/accessibility.njk', 'Accessibility', {
      managerTitle: policy.roleTitles['business-manager'],
      // This page is open to everybody, so it shows an email address only to those who are signed in.
      manager:
        visitor === undefined || manager === undefined ? undefined : { name: manager.name, email: manager.email },
    });
  }),
];

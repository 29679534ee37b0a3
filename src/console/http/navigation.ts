import { opens, type Page } from '../../procedure/permissions';
import type { ProfilePerson } from '../../profile/load';

/** An entry of the navigation at the top of every page. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly active: boolean;
}

/** Pages that stand at the top of every page. */
export const entries: readonly { readonly page: Page; readonly text: string; readonly href: string }[] = [
  { page: 'today', text: 'Today', href: '/' },
  { page: 'matrix', text: 'Children’s Case Matrix', href: '/cases' },
  { page: 'meetings', text: 'Meetings', href: '/meetings' },
  { page: 'actions', text: 'Actions', href: '/actions' },
  { page: 'reports', text: 'Reports', href: '/reports' },
  { page: 'plan', text: 'Plan a case', href: '/plan' },
  { page: 'practice', text: 'Practice', href: '/practice' },
];

/** Pages that are not needed every day; they have a page that lists them. */
export const furtherPages: readonly {
  readonly page: Page;
  readonly text: string;
  readonly href: string;
  readonly about: string;
}[] = [
  {
    page: 'received',
    text: 'Notifications received',
    href: '/received',
    about: 'Notifications that people sent without signing in, to be taken or set aside',
  },
  {
    page: 'mailbox',
    text: 'Mailbox',
    href: '/mailbox',
    about: 'Emails that stayed inside, and those that wait or were refused',
  },
  { page: 'calendar', text: 'Closures and holidays', href: '/calendar', about: 'The days that are not working days' },
  { page: 'people', text: 'People and roles', href: '/people', about: 'Who is who, and who may do what' },
  {
    page: 'access',
    text: 'Sign-ins and tokens',
    href: '/access',
    about: 'Link accounts to people and manage API tokens',
  },
  {
    page: 'engine',
    text: 'Cases and the engine',
    href: '/engine',
    about: 'Whether every open case runs, and restarting one that does not',
  },
  { page: 'readings', text: 'Reading log', href: '/readings', about: 'Who opened which case, and when' },
  {
    page: 'profile',
    text: 'Settings and templates',
    href: '/profile',
    about: 'How this partnership has set up the procedure, and what its emails say',
  },
  {
    page: 'guide',
    text: 'Guided tour',
    href: '/guide',
    about: 'A whole practice case, step by step, for somebody new',
  },
];

const isBelow = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** Lists the entries at the top of every page that this person may open. */
export function navigationFor(
  person: Pick<ProfilePerson, 'roles'> | undefined,
  path: string,
): readonly NavigationItem[] {
  if (person === undefined) return [];
  const further = furtherPages.filter(({ page }) => opens(person, page));
  const more = {
    text: 'More',
    href: '/more',
    active: path === '/more' || further.some(({ href }) => isBelow(path, href)),
  };
  return [
    ...entries
      .filter(({ page }) => opens(person, page))
      .map(({ text, href }) => ({ text, href, active: isBelow(path, href) })),
    ...(further.length === 0 ? [] : [more]),
  ];
}

import { londonDate } from '../../../procedure/time/dates';
import { opens } from '../../../procedure/permissions';
import { kindOfNotice, noticeKinds } from '../../../procedure/reminders/notice-kinds';
import { notFound, view } from '../../http/answer';
import { getPage, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { profileView } from './profile-view';

/**
 * The page of the partnership's settings and the texts of its emails. They are read here and changed in the profile's
 * file.
 */
export const profileRoutes: readonly PageRoute[] = [
  getPage('/profile', whoOpens('profile'), ({ visitor: { person }, now }, { profile }) =>
    view('pages/profile/profile.njk', 'Settings and templates', {
      ...profileView(profile, londonDate(now)),
      opensCalendar: opens(person, 'calendar'),
      opensMeetings: opens(person, 'meetings'),
      opensPeople: opens(person, 'people'),
    }),
  ),
  getPage('/profile/templates/:kind', whoOpens('profile'), ({ params }, { previewNotice }) => {
    const kind = noticeKinds.find((known) => known === params['kind']);
    if (kind === undefined)
      return notFound('There is no email of that name. The settings page lists the emails that there are.');
    const { title } = kindOfNotice(kind);
    return view('pages/profile/template.njk', `${title}: what the email says`, {
      kind,
      heading: title,
      email: previewNotice?.(kind),
    });
  }),
];

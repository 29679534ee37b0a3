import { londonDate } from '../../procedure/dates';
import { opens } from '../../procedure/permissions';
import { noticeKinds } from '../../procedure/notice-kinds';
import { notFound, view } from '../answer';
import { get, whoOpens, type PageRoute } from '../page';
import { noticeWords } from './notice-words';
import { profileView } from './profile-view';

/** How this partnership has set up the procedure, and what its emails say. It is read here and changed in its file. */
export const profileRoutes: readonly PageRoute[] = [
  get('/profile', whoOpens('profile'), ({ visitor: { person }, now }, { profile }) =>
    view('profile/profile.njk', 'Profile and templates', {
      ...profileView(profile, londonDate(now)),
      opensCalendar: opens(person, 'calendar'),
      opensMeetings: opens(person, 'meetings'),
      opensPeople: opens(person, 'people'),
    }),
  ),
  get('/profile/templates/:kind', whoOpens('profile'), ({ params }, { previewNotice }) => {
    const kind = noticeKinds.find((known) => known === params['kind']);
    if (kind === undefined) return notFound('There is no email of that name. The profile lists those that there are.');
    return view('profile/template.njk', `${noticeWords[kind]}: what the email says`, {
      kind,
      heading: noticeWords[kind],
      email: previewNotice?.(kind),
    });
  }),
];

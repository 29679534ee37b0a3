import { does } from '../../../procedure/permissions';
import { referencesIn, showingCases, view } from '../../http/answer';
import { one } from '../../http/fields';
import { getPage, type PageRoute } from '../../http/page';
import { whoIsSignedIn, whoOpens } from '../../../http/access';
import { peopleChangeRoutes } from './people-change';
import { peopleView, whoChanged } from './people-view';
import { shutOutList } from '../../case-frame/shut-out-list';
import { whoMayView } from './who-may-view';

/** The pages of people and roles: the people, those shut out of cases, and who may do what. */
export const peoplePages: readonly PageRoute[] = [
  getPage('/people', whoOpens('people'), async ({ visitor: { person }, query }, dependencies) => {
    const { records, profile } = dependencies;
    const [everKnown, shutOut] = await Promise.all([records.people.all(), shutOutList(dependencies, person)]);
    const list = view('pages/people/people.njk', 'People and roles', {
      ...peopleView(profile, everKnown),
      shutOut,
      keeps: does(person, 'keep-people'),
      happened: whoChanged({ added: one(query, 'added'), ended: one(query, 'ended') }, everKnown),
    });
    return showingCases(list, referencesIn(shutOut.cases));
  }),
  // This page names nobody, and whoever is turned away from a page may want to know why.
  getPage('/people/who-may-do-what', whoIsSignedIn, ({ visitor: { person }, query }, { profile: { policy } }) =>
    view('pages/people/who-may-do-what.njk', 'Who may do what', {
      ...whoMayView(policy, one(query, 'part')),
      yours: person.roles.map((role) => policy.roleTitles[role]),
    }),
  ),
  ...peopleChangeRoutes,
];

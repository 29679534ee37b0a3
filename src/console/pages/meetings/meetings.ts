import { londonDate, parseIsoDate, sayDate } from '../../../procedure/time/dates';
import { does } from '../../../procedure/permissions';
import { meetingGroupNames } from '../../../casework/calendar-words';
import type { Partnership } from '../../../profile/partnership';
import { meetingGroups } from '../../../records/meetings';
import { referencesIn, showingCases, view } from '../../http/answer';
import { casesAsked } from '../../forms/checked';
import { one } from '../../http/fields';
import { getPage, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { casesOfMeetings } from './cases-of-meetings';
import { meetingChangeRoutes } from './meetings-change';
import { conflictsAboutMeetings, groupsOf } from './meetings-view';

/** The scheduled meetings, their papers, and the cases that go to them. */
export const meetingsRoutes: readonly PageRoute[] = [
  getPage('/meetings', whoOpens('meetings'), async ({ visitor: { person }, query, now }, dependencies) => {
    const { records, profile } = dependencies;
    const asks = (name: string): boolean => one(query, name) === 'yes';
    const [practice, past, all] = [asks('practice'), asks('past'), asks('all')];
    const [partnership, added, lookedAt] = await Promise.all([
      dependencies.partnership(),
      records.meetings.list(),
      past ? { cases: [], thereAreMore: false } : casesOfMeetings(dependencies, person, practice),
    ]);
    const { cases, thereAreMore } = lookedAt;
    const named = (id: string): string => nameOf(profile, id);
    const groups = groupsOf({ partnership, added, cases, today: londonDate(now), past, all, nameOf: named });
    const conflicts = conflictsAboutMeetings(cases);
    const list = view('pages/meetings/meetings.njk', 'Meetings', {
      groups,
      conflicts,
      lookedAt: cases.length,
      thereAreMore,
      practice,
      past,
      papersBefore: partnership.policy.papersBefore,
      keeps: does(person, 'keep-calendar'),
      keeper: profile.policy.roleTitles['business-manager'],
      happened: whatHappened(query, partnership),
    });
    const going = groups.flatMap(({ meetings }) => meetings.flatMap(({ cases: goes }) => goes));
    return showingCases(list, [going, conflicts].flatMap(referencesIn));
  }),
  ...meetingChangeRoutes,
];

/** Says what was just done, if the schedule confirms it: the address alone is no proof. */
function whatHappened(query: Fields, { meetings }: Partnership): string | undefined {
  const asked = casesAsked(one(query, 'asked'));
  const group = meetingGroups.find((known) => known === one(query, 'group'));
  const on = parseIsoDate(one(query, 'on'));
  if (asked === undefined || group === undefined || on === undefined) return undefined;
  const stands = meetings[group === 'exec' ? 'exec' : 'subGroup'].includes(on);
  const meeting = `The ${meetingGroupNames[group]}’s meeting on ${sayDate(on)}`;
  switch (one(query, 'what')) {
    case 'added':
      return stands ? `${meeting} is scheduled. ${asked}` : undefined;
    case 'was':
      return stands ? `${meeting} was scheduled already. ${asked}` : undefined;
    case 'cancelled':
      return stands ? undefined : `${meeting} is cancelled. ${asked}`;
    default:
      return undefined;
  }
}

import { londonDate, sayDate } from '../../../procedure/time/dates';
import { does } from '../../../procedure/permissions';
import { view } from '../../http/answer';
import { one } from '../../http/fields';
import { getPage, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { calendarChangeRoutes } from './calendar-change';
import { holidayChangeRoutes } from './holiday-change';
import { closuresOf, holidayChangesOf, holidaysOf, whatChanged, whatHappenedToHoliday, yearsOf } from './calendar-view';

/** The days that are not working days, and the closures that the Business Manager adds and withdraws. */
export const calendarPages: readonly PageRoute[] = [
  getPage('/calendar', whoOpens('calendar'), async ({ visitor: { person }, query, now }, dependencies) => {
    const { records, profile, partnership } = dependencies;
    const [{ calendar }, added, changes] = await Promise.all([
      partnership(),
      records.closures.list(),
      records.holidayChanges.list(),
    ]);
    const years = yearsOf(calendar, londonDate(now), one(query, 'year'));
    const named = (id: string): string => nameOf(profile, id);
    return view('pages/calendar/calendar.njk', 'Closures and holidays', {
      ...years,
      region: calendar.region,
      covers: `${sayDate(calendar.from)} to ${sayDate(calendar.until)}`,
      holidays: holidaysOf(calendar, changes, years.year),
      closures: closuresOf(calendar, added, years.year, named),
      changes: holidayChangesOf(changes, years.year, named),
      keeps: does(person, 'keep-calendar'),
      keeper: profile.policy.roleTitles['business-manager'],
      happened: whatHappenedToHoliday(query, changes) ?? whatChanged(query, added, named),
    });
  }),
  ...calendarChangeRoutes,
  ...holidayChangeRoutes,
];

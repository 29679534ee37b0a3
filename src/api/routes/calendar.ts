import * as z from 'zod/mini';
import { sayDate } from '../../procedure/dates';
import { choice, date } from '../../procedure/forms';
import type { IsoDate } from '../../procedure/time';
import type { ProfilePerson } from '../../profile/load';
import { meetingGroups } from '../../records/meetings';
import type { Dependencies } from '../dependencies';
import { Problem, wrongFields } from '../problems';
import { get, post, type Route } from '../route';

const closureForm = z.strictObject({
  date: date('The day of the closure'),
  reason: z
    .string({ error: 'Enter the reason' })
    .check(z.trim(), z.minLength(1, 'Enter the reason'), z.maxLength(200, 'The reason must be 200 characters or fewer'))
    .register(z.globalRegistry, { title: 'The reason', description: 'It is shown with every date that skips the day' }),
});

const meetingForm = z.strictObject({
  group: choice('The group', meetingGroups),
  on: date('The day of the meeting'),
});

const inOrder = (byDate: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(byDate).sort(([a], [b]) => (a < b ? -1 : 1));

/** The Business Manager keeps the partnership's calendar. */
function requireBusinessManager(actor: ProfilePerson, { profile }: Pick<Dependencies, 'profile'>): void {
  if (actor.roles.includes('business-manager')) return;
  const title = profile.policy.roleTitles['business-manager'];
  throw new Problem('wrong-role', `The calendar is kept by the ${title}; ${actor.id} is not that.`, {
    nothingBegun: true,
  });
}

/** Working days and scheduled meetings; a change plans every open case again. */
export function calendarRoutes(dependencies: Dependencies): readonly Route[] {
  const { records, cases, partnership, now } = dependencies;

  async function requireInCalendar(field: string, day: IsoDate): Promise<void> {
    const { calendar } = await partnership();
    if (day >= calendar.from && day <= calendar.until) return;
    throw wrongFields([
      { field, sentence: `The day must be from ${sayDate(calendar.from)} to ${sayDate(calendar.until)}` },
    ]);
  }

  const tellOpenCases = async () => cases.calendarChanged(await records.cases.openReferences());

  return [
    get({
      path: '/api/calendar',
      tag: 'Calendar',
      summary: 'Read the holidays, closure days and scheduled meetings',
      replies: { 200: { description: 'The calendar.', schema: 'Calendar' } },
      async answer() {
        const { calendar, meetings } = await partnership();
        const { region, closingHour, from, until, holidays, closures } = calendar;
        return {
          status: 200,
          body: {
            region,
            source: `Bank holidays of ${region}, those that the profile adds, and the partnership's own closure days`,
            closingHour,
            from,
            until,
            holidays: inOrder(holidays).map(([day, name]) => ({ date: day, name })),
            closures: inOrder(closures).map(([day, reason]) => ({ date: day, reason })),
            meetings,
          },
        };
      },
    }),
    post({
      path: '/api/calendar/closures',
      tag: 'Calendar',
      summary: 'Add a closure day; every open case is planned again',
      body: closureForm,
      examples: { closure: { date: '2027-01-04', reason: 'The council offices are closed' } },
      replies: {
        201: { description: 'It is a closure day now.', schema: 'Closure' },
        200: { description: 'It was one already, as answered.', schema: 'Closure' },
      },
      async answer({ body, actor, key }) {
        requireBusinessManager(actor, dependencies);
        await requireInCalendar('date', body.date);
        const stands = await records.closures.add({
          key,
          date: body.date,
          reason: body.reason,
          by: actor.id,
          at: now(),
        });
        const { date: day, reason, by, at } = stands;
        const casesAsked = await tellOpenCases();
        return { status: stands.key === key ? 201 : 200, body: { date: day, reason, by, at, casesAsked } };
      },
    }),
    post({
      path: '/api/calendar/meetings',
      tag: 'Calendar',
      summary: 'Add a scheduled meeting of the sub-group or the Exec group; every open case is planned again',
      body: meetingForm,
      examples: { meeting: { group: 'sub-group', on: '2027-01-20' } },
      replies: {
        201: { description: 'It is scheduled now.', schema: 'Meeting' },
        200: { description: 'It was scheduled already.', schema: 'Meeting' },
      },
      async answer({ body: { group, on }, actor }) {
        requireBusinessManager(actor, dependencies);
        await requireInCalendar('on', on);
        const added = await records.meetings.add({ group, on, by: actor.id, at: now() });
        return { status: added ? 201 : 200, body: { group, on, casesAsked: await tellOpenCases() } };
      },
    }),
  ];
}

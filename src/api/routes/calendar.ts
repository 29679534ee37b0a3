import {
  addClosure,
  addMeeting,
  cancelMeeting,
  closureForm,
  meetingForm,
  readCalendar,
  withdrawalForm,
  withdrawClosure,
} from '../../casework/calendar';
import { whoMay, whoOpens } from '../access';
import type { Dependencies } from '../dependencies';
import { Problem, refused } from '../problems';
import { get, post, type Route } from '../route';

/** Only what was added can be taken back here. */
const neverAdded = (what: string): Problem =>
  new Problem('not-found', `No ${what} was added for that day; the profile's own are changed in the profile.`, {
    nothingBegun: true,
  });

/** Working days and scheduled meetings; a change plans every open case again. */
export function calendarRoutes(dependencies: Dependencies): readonly Route[] {
  return [
    get({
      path: '/api/calendar',
      access: whoOpens('calendar'),
      tag: 'Calendar',
      summary: 'Read the holidays, closure days and scheduled meetings',
      replies: { 200: { description: 'The calendar.', schema: 'Calendar' } },
      answer: async () => ({ status: 200, body: await readCalendar(dependencies) }),
    }),
    post({
      path: '/api/calendar/closures',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Add a closure day; every open case is planned again',
      body: closureForm,
      examples: { closure: { date: '2027-01-04', reason: 'The council offices are closed' } },
      replies: {
        201: { description: 'It is a closure day now.', schema: 'Closure' },
        200: { description: 'It was one already, as answered.', schema: 'Closure' },
      },
      async answer({ body, actor, key }) {
        const added = await addClosure(dependencies, { form: body, actor, key });
        switch (added.kind) {
          case 'added': {
            const { date, reason, by, at } = added.closure;
            return { status: added.fresh ? 201 : 200, body: { date, reason, by, at, casesAsked: added.casesAsked } };
          }
          case 'refused':
            throw refused(added.refusal, { begun: false });
        }
      },
    }),
    post({
      path: '/api/calendar/closures/withdrawals',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Withdraw a closure day that was added; every open case is planned again',
      body: withdrawalForm,
      examples: { closure: { date: '2027-01-04' } },
      replies: { 200: { description: 'It is no closure day now, or was none any more.', schema: 'ClosureWithdrawn' } },
      refuses: [404],
      async answer({ body, actor }) {
        const withdrawn = await withdrawClosure(dependencies, { form: body, actor });
        switch (withdrawn.kind) {
          case 'withdrawn':
            return { status: 200, body: { date: withdrawn.date, casesAsked: withdrawn.casesAsked } };
          case 'no-such-closure':
            throw neverAdded('closure');
          case 'refused':
            throw refused(withdrawn.refusal, { begun: false });
        }
      },
    }),
    post({
      path: '/api/calendar/meetings',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Add a scheduled meeting of the sub-group or the Exec group; every open case is planned again',
      body: meetingForm,
      examples: { meeting: { group: 'sub-group', on: '2027-01-20' } },
      replies: {
        201: { description: 'It is scheduled now.', schema: 'Meeting' },
        200: { description: 'It was scheduled already.', schema: 'Meeting' },
      },
      async answer({ body, actor }) {
        const added = await addMeeting(dependencies, { form: body, actor });
        switch (added.kind) {
          case 'added':
            return { status: added.fresh ? 201 : 200, body: { ...added.meeting, casesAsked: added.casesAsked } };
          case 'refused':
            throw refused(added.refusal, { begun: false });
        }
      },
    }),
    post({
      path: '/api/calendar/meetings/cancellations',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Cancel a scheduled meeting that was added; every open case is planned again',
      body: meetingForm,
      examples: { meeting: { group: 'sub-group', on: '2027-01-20' } },
      replies: { 200: { description: 'It is not scheduled now, or was not any more.', schema: 'Meeting' } },
      refuses: [404],
      async answer({ body, actor }) {
        const cancelled = await cancelMeeting(dependencies, { form: body, actor });
        switch (cancelled.kind) {
          case 'cancelled':
            return { status: 200, body: { ...cancelled.meeting, casesAsked: cancelled.casesAsked } };
          case 'no-such-meeting':
            throw neverAdded('meeting');
          case 'refused':
            throw refused(cancelled.refusal, { begun: false });
        }
      },
    }),
  ];
}

import {
  addClosure,
  addMeeting,
  cancellationForm,
  cancelScheduledMeeting,
  closureForm,
  meetingForm,
  readCalendar,
  withdrawalForm,
  withdrawClosure,
} from '../../casework/calendar';
import { changeHoliday, holidayForm, holidayWithdrawalForm, withdrawHolidayChange } from '../../casework/holidays';
import { whoMay, whoOpens } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { refusedChange } from '../changed';
import { changesIn, tagOf } from '../entry-tag';
import { Problem } from '../problems';
import { get, post, type Route } from '../route';

/** Only what was added can be taken back here. */
const neverAdded = (what: string, did = 'added'): Problem =>
  new Problem('not-found', `No ${what} was ${did} for that day. Those in the settings file are changed there.`, {
    nothingBegun: true,
  });

/** Working days and scheduled meetings; a change plans every open case again. */
export const calendarRoutes = (dependencies: ApiDependencies): readonly Route[] => [
  ...closureAndMeetingRoutes(dependencies),
  ...holidayRoutes(dependencies),
];

function closureAndMeetingRoutes(dependencies: ApiDependencies): readonly Route[] {
  return [
    get({
      path: '/api/calendar',
      access: whoOpens('calendar'),
      tag: 'Calendar',
      summary: 'Read the holidays and their changes, closure days and scheduled meetings',
      replies: { 200: { description: 'The calendar.', schema: 'Calendar', tagged: true } },
      answer: async () => ({
        status: 200,
        headers: await tagOf('calendar', dependencies),
        body: await readCalendar(dependencies),
      }),
    }),
    post({
      path: '/api/calendar/closures',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Add a closure day; every open case is planned again',
      takesIfMatch: true,
      body: closureForm,
      examples: { closure: { date: '2027-01-04', reason: 'The council offices are closed' } },
      replies: {
        201: { description: 'It is a closure day now.', schema: 'Closure' },
        200: { description: 'It was one already, as answered.', schema: 'Closure' },
      },
      refuses: [412],
      async answer({ body, actor, key, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const added = await addClosure(dependencies, { form: body, actor, key, madeFrom });
        switch (added.kind) {
          case 'added': {
            const { date, reason, by, at } = added.closure;
            return { status: added.fresh ? 201 : 200, body: { date, reason, by, at, casesAsked: added.casesAsked } };
          }
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: added.refusal, madeFrom });
        }
      },
    }),
    post({
      path: '/api/calendar/closures/withdrawals',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Withdraw a closure day that was added; every open case is planned again',
      takesIfMatch: true,
      body: withdrawalForm,
      examples: {
        closure: { date: '2027-01-04' },
        'a day that is past': { date: '2026-11-16', reason: 'The building was open after all' },
      },
      replies: { 200: { description: 'It is no closure day now, or was none any more.', schema: 'ClosureWithdrawn' } },
      refuses: [404, 412],
      async answer({ body, actor, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const withdrawn = await withdrawClosure(dependencies, { form: body, actor, madeFrom });
        switch (withdrawn.kind) {
          case 'withdrawn':
            return { status: 200, body: { date: withdrawn.date, casesAsked: withdrawn.casesAsked } };
          case 'no-such-closure':
            throw neverAdded('closure');
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: withdrawn.refusal, madeFrom });
        }
      },
    }),
    post({
      path: '/api/calendar/meetings',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Add a scheduled meeting of the sub-group or the Exec group; every open case is planned again',
      takesIfMatch: true,
      body: meetingForm,
      examples: { meeting: { group: 'sub-group', on: '2027-01-20' } },
      replies: {
        201: { description: 'It is scheduled now.', schema: 'Meeting' },
        200: { description: 'It was scheduled already.', schema: 'Meeting' },
      },
      refuses: [412],
      async answer({ body, actor, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const added = await addMeeting(dependencies, { form: body, actor, madeFrom });
        switch (added.kind) {
          case 'added':
            return { status: added.fresh ? 201 : 200, body: { ...added.meeting, casesAsked: added.casesAsked } };
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: added.refusal, madeFrom });
        }
      },
    }),
    post({
      path: '/api/calendar/meetings/cancellations',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Cancel a scheduled meeting that was added; every open case is planned again',
      description: 'The reason is put on the record of every open case.',
      takesIfMatch: true,
      body: cancellationForm,
      examples: { meeting: { group: 'sub-group', on: '2027-01-20', reason: 'The chair is away that week' } },
      replies: { 200: { description: 'It is not scheduled now, or was not any more.', schema: 'Meeting' } },
      refuses: [404, 412],
      async answer({ body, actor, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const cancelled = await cancelScheduledMeeting(dependencies, { form: body, actor, madeFrom });
        switch (cancelled.kind) {
          case 'cancelled':
            return { status: 200, body: { ...cancelled.meeting, casesAsked: cancelled.casesAsked } };
          case 'no-such-meeting':
            throw neverAdded('meeting');
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: cancelled.refusal, madeFrom });
        }
      },
    }),
  ];
}

/** Bank holidays that a proclamation moves, takes away or adds. */
function holidayRoutes(dependencies: ApiDependencies): readonly Route[] {
  return [
    post({
      path: '/api/calendar/holidays',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Move a bank holiday, take it away or add it; every open case is planned again',
      description:
        "`moved` needs `to`, `added` needs `name`. A day has one change at a time: withdraw the one that stands before another. The law's clocks leave the day out too; a closure day they count.",
      takesIfMatch: true,
      body: holidayForm,
      examples: {
        moved: {
          change: 'moved',
          date: '2027-05-31',
          to: '2027-06-04',
          name: 'Spring bank holiday',
          reason: 'Royal proclamation of 1 March 2027',
        },
        removed: { change: 'removed', date: '2027-05-31', reason: 'Royal proclamation of 1 March 2027' },
        added: {
          change: 'added',
          date: '2027-06-04',
          name: 'Jubilee bank holiday',
          reason: 'Royal proclamation of 1 March 2027',
        },
      },
      replies: { 201: { description: 'The bank holiday is changed.', schema: 'HolidayChange' } },
      refuses: [412],
      async answer({ body, actor, key, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const changed = await changeHoliday(dependencies, { form: body, actor, key, madeFrom });
        switch (changed.kind) {
          case 'changed': {
            const { change, date, to = null, name = null, reason, by, at } = changed.holiday;
            const { casesAsked } = changed;
            return { status: 201, body: { change, date, to, name, reason, by, at, casesAsked } };
          }
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: changed.refusal, madeFrom });
        }
      },
    }),
    post({
      path: '/api/calendar/holidays/withdrawals',
      access: whoMay('keep-calendar'),
      tag: 'Calendar',
      summary: 'Withdraw a change of a bank holiday; every open case is planned again',
      takesIfMatch: true,
      body: holidayWithdrawalForm,
      examples: { change: { date: '2027-05-31', reason: 'The proclamation was revoked' } },
      replies: {
        200: {
          description: 'The holiday is again as the settings have it, or was already.',
          schema: 'HolidayChangeWithdrawn',
        },
      },
      refuses: [404, 412],
      async answer({ body, actor, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const withdrawn = await withdrawHolidayChange(dependencies, { form: body, actor, madeFrom });
        switch (withdrawn.kind) {
          case 'withdrawn': {
            const { date, to = null } = withdrawn.holiday;
            return { status: 200, body: { date, to, casesAsked: withdrawn.casesAsked } };
          }
          case 'no-such-change':
            throw neverAdded('bank holiday', 'changed');
          case 'refused':
            throw await refusedChange('calendar', dependencies, { refusal: withdrawn.refusal, madeFrom });
        }
      },
    }),
  ];
}

import * as z from 'zod/mini';
import { closingInstant } from '../../procedure/calendar';
import { addYears, londonDate, sayDate, timeOfDay, londonInstant } from '../../procedure/dates';
import { describeCase } from '../../procedure/describe';
import type { Notification } from '../../procedure/notification';
import { openCase } from '../../procedure/open-case';
import type { CaseReference, Instant, IsoDate, PersonId, WordsReference } from '../../procedure/time';
import type { Partnership } from '../../profile/partnership';
import { planPart } from '../case-page';
import type { Dependencies } from '../dependencies';
import { wrongFields } from '../problems';
import { get, type Route } from '../route';
import { queryDate } from './cases';

const query = z.strictObject({
  receivedOn: queryDate('the day of receipt'),
  authorityAwareOn: z.optional(queryDate('the day the authority became aware')),
});

/** A plan looks this far ahead of the day of receipt. */
const yearsAhead = 3;

interface Planned {
  readonly receivedOn: IsoDate;
  readonly authorityAwareOn: IsoDate;
}

function outside({ calendar }: Partnership, { receivedOn, authorityAwareOn }: Planned) {
  const last = addYears(calendar.until, -yearsAhead);
  const span = `must be from ${sayDate(calendar.from)} to ${sayDate(last)}, which the calendar covers`;
  return [
    ...(receivedOn < calendar.from || receivedOn > last
      ? [{ field: 'receivedOn', sentence: `The day of receipt ${span}` }]
      : []),
    ...(authorityAwareOn !== receivedOn && (authorityAwareOn < calendar.from || authorityAwareOn > last)
      ? [{ field: 'authorityAwareOn', sentence: `The day the authority became aware ${span}` }]
      : []),
  ];
}

/** A notification that says nothing but its dates. */
const blank = ({ receivedOn, authorityAwareOn }: Planned, receivedAt: Instant): Notification => ({
  criteria: ['serious-harm'],
  seriousHarm: [],
  abuseOrNeglect: 'suspected',
  incidentOn: authorityAwareOn,
  knownAt: receivedAt,
  authorityAwareOn,
  receivedAt,
  receivedOn,
  notifyingAgency: '',
  setting: 'other',
  agencies: [],
  immediateSafety: '' as WordsReference,
  children: [],
  family: [],
  looksLike: [],
});

/** The plan of a case that does not exist, at the end of the day of its receipt or now, whichever is later. */
function planFor(partnership: Partnership, dates: Planned, now: Instant) {
  const { policy, calendar, meetings, people } = partnership;
  const receivedAt = dates.receivedOn === londonDate(now) ? now : londonInstant(dates.receivedOn, timeOfDay('12:00'));
  const { file } = openCase({
    reference: 'SIN-0000-0000' as CaseReference,
    practice: true,
    openedAt: receivedAt > now ? receivedAt : now,
    openedBy: { person: 'P00' as PersonId, role: 'administrator' },
    key: 'plan',
    notification: blank(dates, receivedAt),
    policy,
    calendar,
    meetings,
    people,
  });
  const closing = closingInstant(calendar, dates.receivedOn);
  return { reference: null, ...planPart(describeCase(file, closing > now ? closing : now)) };
}

/** What the dates would be: the same plan as a case's, without a case. */
export const planRoutes = ({ partnership, now }: Dependencies): readonly Route[] => [
  get({
    path: '/api/plan',
    tag: 'Plan',
    summary: 'Work out the plan of a case that does not exist',
    description:
      'From the day of receipt, past or to come: every date and why, every clock, and what cannot be kept together.',
    query,
    replies: { 200: { description: 'The plan; `reference` is null.', schema: 'Plan' } },
    async answer({ query: { receivedOn, authorityAwareOn = receivedOn } }) {
      const current = await partnership();
      const dates = { receivedOn, authorityAwareOn };
      const wrong = outside(current, dates);
      if (wrong.length > 0) throw wrongFields(wrong, 'address');
      return { status: 200, body: planFor(current, dates, now()) };
    },
  }),
];

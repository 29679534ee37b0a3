import { closingInstant } from '../procedure/time/calendar';
import { addYears, later, londonDate, londonInstant, sayDate, timeOfDay } from '../procedure/time/dates';
import { describeCase } from '../procedure/describe';
import type { Notification } from '../procedure/notification/notification';
import { openCase } from '../procedure/case/open-case';
import type { Policy } from '../procedure/policy';
import type { FieldProblem, Refusal } from '../procedure/refusals';
import type { CaseReference, Instant, IsoDate, WordsReference } from '../procedure/time/time';
import type { Partnership } from '../profile/partnership';
import { wrongFields } from './forms';
import { notificationFormItself } from './notifying';
import type { Office } from './office';
import { planPart, type PlanView } from './reading';

/** The number of years that a plan covers, from the day of receipt. */
const yearsAhead = 3;

/** The dates of a case to plan, and the policy or windows to try. */
export interface Planning {
  readonly receivedOn: IsoDate;
  /** Defaults to the day of receipt. */
  readonly authorityAwareOn?: IsoDate | undefined;
  /** Another policy to try, in place of the partnership's own. */
  readonly policy?: Policy;
  /** Windows to try, in place of the policy's own for the same steps. */
  readonly windows?: Partial<Policy['windows']>;
}

/** A plan, or a refusal for a date that the calendar does not cover. */
export type Planned =
  { readonly kind: 'planned'; readonly plan: PlanView } | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Plans a case that does not exist, as of the end of the day of its receipt or now, whichever is later. Changes
 * nothing, so that other windows can be tried before they are adopted.
 */
export async function planFor(office: Pick<Office, 'partnership' | 'now'>, planning: Planning): Promise<Planned> {
  const { receivedOn, authorityAwareOn = receivedOn } = planning;
  const dates: Dates = { receivedOn, authorityAwareOn };
  const current = await office.partnership();
  const wrong = outside(current, dates);
  if (wrong.length > 0) return { kind: 'refused', refusal: wrongFields(wrong) };
  return { kind: 'planned', plan: planOf(tried(current, planning), dates, office.now()) };
}

interface Dates {
  readonly receivedOn: IsoDate;
  readonly authorityAwareOn: IsoDate;
}

function outside({ calendar }: Partnership, { receivedOn, authorityAwareOn }: Dates): readonly FieldProblem[] {
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

/**
 * Replaces the policy and windows of the partnership by those to try. The calendar takes its closing hour from the
 * policy.
 */
function tried(current: Partnership, { policy: other, windows }: Planning): Partnership {
  const base = other ?? current.policy;
  const policy = windows === undefined ? base : { ...base, windows: { ...base.windows, ...windows } };
  return { ...current, policy, calendar: { ...current.calendar, closingHour: policy.closingHour } };
}

/** Makes a notification that contains only dates. */
const blank = ({ receivedOn, authorityAwareOn }: Dates, receivedAt: Instant): Notification => ({
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

function planOf({ policy, calendar, meetings, people }: Partnership, dates: Dates, now: Instant): PlanView {
  const receivedAt = dates.receivedOn === londonDate(now) ? now : londonInstant(dates.receivedOn, timeOfDay('12:00'));
  const { file } = openCase({
    reference: 'SIN-0000-0000' as CaseReference,
    practice: true,
    openedAt: later(receivedAt, now),
    openedBy: { person: notificationFormItself, role: 'wider-partner' },
    key: 'plan',
    notification: blank(dates, receivedAt),
    policy,
    calendar,
    meetings,
    people,
  });
  const closing = closingInstant(calendar, dates.receivedOn);
  return planPart(describeCase(file, later(closing, now)));
}

import type { Calendar } from '../time/calendar';
import type { CaseFile, Meetings } from './case-file';
import { londonDate } from '../time/dates';
import { fingerprint } from './fingerprint';
import type { Notification } from '../notification/notification';
import { noticesOf } from '../reminders/notices';
import type { Policy } from '../policy';
import type { CaseEvent, Recording } from './record';
import type { Role } from '../roles';
import { openingTellings } from './opening-tellings';
import { seatsFor } from './shut-out';
import { withNotices } from './told';
import type { CaseReference, Instant, PersonId } from '../time/time';

/** The values that a case begins with: the notification, and the partnership's settings of that day. */
export interface NewCase {
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly openedAt: Instant;
  readonly openedBy: { readonly person: PersonId; readonly role: Role };
  /** The idempotency key that the form came with. */
  readonly key: string;
  readonly notification: Notification;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly people: CaseFile['people'];
  readonly everybody?: readonly PersonId[];
}

/** Step 1: the case opens, its first entry goes on the record, and those who must act are told. */
export function openCase(opening: NewCase): Recording {
  const { reference, practice, openedAt, openedBy, notification, policy, calendar, meetings, people, everybody } =
    opening;
  const file: CaseFile = {
    version: 1,
    reference,
    practice,
    openedAt,
    openedBy,
    countsFrom: notification.receivedOn,
    notification,
    policy,
    calendar,
    meetings,
    // A profile's authors and professionals are those it has to choose from; the partners choose in the case.
    people: { ...seatsFor(people), author: [], 'identified-professional': [] },
    ...(everybody === undefined ? {} : { everybody }),
    facts: {},
    superseded: [],
    course: 0,
    seq: 1,
    taken: { [opening.key]: { seq: 1, fingerprint: fingerprint(notification) } },
    remindedUpTo: openedAt,
    met: {},
    unsent: [],
    told: {},
    asksAboutDistress: true,
    asksForOutcome: true,
  };
  const notices = noticesOf(file, openingTellings(notification), { seq: 1, at: openedAt, on: londonDate(openedAt) });
  return { events: [openingEvent(file)], notices, file: withNotices(file, notices, 1) };
}

/** Returns the first entry of a case's record. */
const openingEvent = ({ openedAt, openedBy, notification }: CaseFile): CaseEvent => ({
  seq: 1,
  kind: 'case-opened',
  at: openedAt,
  step: 'notification',
  on: notification.receivedOn,
  by: openedBy.person,
  role: openedBy.role,
  details: { ...notification },
});

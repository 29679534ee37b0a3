import type { Calendar } from '../time/calendar';
import type { CaseFile, Meetings } from './case-file';
import { londonDate } from '../time/dates';
import type { Telling } from '../decision';
import { fingerprint } from './fingerprint';
import type { Notification } from '../notification/notification';
import { noticesOf } from '../reminders/notices';
import type { Policy } from '../policy';
import type { Recording } from './record';
import { partnerRoles, type Role } from '../roles';
import { seatsFor } from './shut-out';
import type { CaseReference, Instant, PersonId } from '../time/time';

/** The values that a case begins with: the notification, and the partnership's settings of that day. */
export interface Opening {
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

/** The number of look-alikes that their email names; the case's page lists all of them. */
const lookAlikesNamed = 5;

/** The cases that look like this one, in words: "SIN-2026-0001, SIN-2026-0002 and 3 more". */
function sayLookAlikes(others: readonly string[]): string {
  const named = others.slice(0, lookAlikesNamed);
  const more = others.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return named.length === 0 ? (last ?? '') : `${named.join(', ')} and ${last ?? ''}`;
}

/** Lists who is told that a case has opened, and who is asked for the first things. */
export const openingTellings = ({ receivedOn, notifyingAgency, looksLike }: Notification): readonly Telling[] => [
  {
    kind: 'case-opened',
    step: 'notification',
    to: ['business-manager', 'spr-coordinator'],
    values: { receivedOn, agency: notifyingAgency },
  },
  { kind: 'agency-summary-asked', step: 'decision-meeting', to: [...partnerRoles] },
  { kind: 'agencies-to-ask', step: 'information', to: [...partnerRoles] },
  ...(looksLike[0] === undefined
    ? []
    : [
        {
          kind: 'looks-like-another' as const,
          to: ['business-manager' as const],
          about: looksLike[0],
          values: { other: sayLookAlikes(looksLike) },
        },
      ]),
];

/** Step 1: the case opens, its first entry goes on the record, and those who must act are told. */
export function openCase(opening: Opening): Recording {
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
  };
  const notices = noticesOf(file, openingTellings(notification), { seq: 1, at: openedAt, on: londonDate(openedAt) });
  return {
    events: [
      {
        seq: 1,
        kind: 'case-opened',
        at: openedAt,
        step: 'notification',
        on: notification.receivedOn,
        by: openedBy.person,
        role: openedBy.role,
        details: { ...notification },
      },
    ],
    notices,
    file: { ...file, unsent: notices.map(({ key }) => key) },
  };
}

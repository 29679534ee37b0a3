import type { CalendarEntry } from './calendar-change';
import type { CaseFile } from './case-file';
import { canonical } from './fingerprint';
import type { CaseEvent } from './record';
import { seatsFor } from './shut-out';

/** The partnership's settings as they are now, for cases that take them up. */
export interface PartnershipNow extends Pick<CaseFile, 'calendar' | 'meetings' | 'policy' | 'people' | 'everybody'> {
  /** The changes of the calendar: who made each, when and why. Absent from a result that an earlier release read. */
  readonly changes?: readonly CalendarEntry[];
}

/** The settings that a case is asked to take up: the calendar and who is of the partnership, or by a decision the whole profile. */
export type WhatToTakeUp = 'calendar' | 'profile';

/** A case file with the settings that it takes up, and the entry that says so on its record. */
export interface WithSettings {
  readonly kind: 'profile-changed' | 'calendar-changed';
  readonly next: CaseFile;
  readonly details: CaseEvent['details'];
}

/** A case file with the people who may be named from now on. That is no entry of the record. */
export interface WithPeople {
  readonly kind: 'people';
  readonly next: CaseFile;
}

/**
 * Returns the case file with the partnership's settings of now; undefined if nothing in them is new to the case. The
 * dates are not yet planned again: `takeUpCalendar` does so. Somebody who has a part in the case keeps it.
 */
export function withPartnership(
  file: CaseFile,
  { calendar, meetings, policy, people, everybody }: PartnershipNow,
  what: WhatToTakeUp,
): WithSettings | WithPeople | undefined {
  const known = everybody === undefined ? {} : { everybody };
  if (what === 'profile') {
    const { profile, edition } = policy;
    const seats = { ...seatsFor(people, file), ...file.people };
    const next = { ...file, ...known, calendar, meetings, policy, people: seats };
    return { kind: 'profile-changed', next, details: { profile, edition } };
  }
  if (canonical([calendar, meetings]) !== canonical([file.calendar, file.meetings])) {
    const next = { ...file, ...known, calendar, meetings };
    return { kind: 'calendar-changed', next, details: { until: calendar.until } };
  }
  if (JSON.stringify(everybody) === JSON.stringify(file.everybody)) return undefined;
  return { kind: 'people', next: { ...file, ...known } };
}

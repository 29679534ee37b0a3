import type { Role } from './roles';
import type { StepId } from './step-ids';
import type { PersonId, TimeOfDay } from './time/time';

/** Days that a window can count from. */
export const anchors = [
  'day-one',
  'notification-sent',
  'submission',
  'panel-reply',
  'review-decision-reopened',
  'draft-shared',
  'amendments-sent',
  'sign-off',
  'set-by-decision',
] as const;
export type Anchor = (typeof anchors)[number];

/**
 * The window in which a step is to be done. `working-day` is a day of the case ("day 14", Day 1 being the first); the
 * others count from the anchor's own day, which is not counted itself.
 */
export interface Window {
  readonly anchor: Anchor;
  readonly unit: 'working-day' | 'working-days-after' | 'days-after' | 'months-after';
  readonly from?: number;
  readonly by: number;
}

/** A rung of a reminder ladder: when it comes, and which roles are told. */
interface RungAt<When> {
  readonly when: When;
  readonly to: readonly Role[];
  readonly breach?: boolean;
}

/** A rung on a working day of the case, as on the ladder to day 14. */
export type DayRung = RungAt<{ readonly day: number }>;
/** A rung so many calendar weeks before a date, or calendar days after it, as on the ladder to the six months. */
export type DateRung = RungAt<{ readonly weeksBefore: number } | { readonly daysAfter: number }>;

export type Rung = DayRung | DateRung;

interface Ladders {
  /** Every deadline: working days before it, to its owner. */
  readonly before: readonly number[];
  /** Overdue: the next working morning, then every so many working days. */
  readonly overdueEvery: number;
  readonly overdueTo: readonly Role[];
  /** From this overdue reminder on these are told too. */
  readonly overdueEscalation: { readonly fromReminder: number; readonly to: readonly Role[] };
  /**
   * Overdue reminders go weekly after so many, and after so many of these a task of the Business Manager follows.
   * Absent from cases that began before; they are reminded without end.
   */
  readonly slowing?: { readonly after: number; readonly weekly: number };
  readonly dayFourteen: readonly DayRung[];
  readonly sixMonths: readonly DateRung[];
}

interface Agency {
  readonly name: string;
  readonly contact: PersonId;
  /** Domains of its addresses at work, in small letters. */
  readonly domains?: readonly string[];
}

/** The partnership's words for a kind of request, where the decision to ask has none. */
interface RequestWords {
  readonly purpose: string;
  readonly questions: readonly string[];
}

/** Kinds of request, by the names in the settings. */
export type RequestKind = 'summary' | 'return' | 'chronology' | 'further';

/** The settings of requests. */
export interface RequestSettings extends Readonly<Record<RequestKind, RequestWords>> {
  /** Calendar months before the incident at which the period of a request begins. */
  readonly periodMonths: number;
  /** The number that somebody rings about a request. */
  readonly telephone?: string;
}

/**
 * The settings of a partnership, as far as a case needs them: plain data that the case carries, so that it keeps the
 * profile it began with. They name no person; people are ids whose names are in the records.
 */
export interface Policy {
  /** The profile and its edition: `kirklees`, and a fingerprint of its text. */
  readonly profile: string;
  readonly edition: string;
  readonly partnership: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly authority: string;
  };
  /** London time at which a day of the procedure ends, and at which reminders go out. */
  readonly closingHour: TimeOfDay;
  readonly morning: TimeOfDay;
  readonly windows: Readonly<Record<StepId, Window>>;
  readonly ladders: Ladders;
  /** Calendar days that papers go out before a meeting (21), and months on the website (6). */
  readonly papersBefore: { readonly subGroup: number; readonly exec: number };
  readonly displayMonths: number;
  /** Calendar months between checks of a review's progress and quality (reg. 14), and after which an action is looked at again. */
  readonly progressCheckMonths: number;
  readonly actionLooks: readonly number[];
  readonly pathways: { readonly practiceLearningReview: boolean };
  readonly roleTitles: Readonly<Record<Role, string>>;
  /** Roles that may take a decision, where the partnership has replaced the procedure's own answer. */
  readonly mayTake: Readonly<Partial<Record<string, readonly Role[]>>>;
  /**
   * Decisions that the Business Unit may record on behalf of whoever decided them. Absent where the partnership has
   * taken none away.
   */
  readonly onBehalf?: readonly string[];
  /** Agencies that can be asked, by id. */
  readonly agencies: Readonly<Record<string, Agency>>;
  /** Absent from cases that began before requests had settings; `requestSettings` then has the product's own. */
  readonly requests?: RequestSettings;
}

import { isoDate } from '../time/dates';
import type { IsoDate } from '../time/time';

/** Events that a statutory clock can count from. */
export type StatutoryAnchor =
  'authority-aware' | 'notification-sent' | 'review-decided' | 'review-begun' | 'before-publication' | 'publication';

export interface StatutoryLength {
  readonly count: number;
  readonly unit: 'working-days' | 'months' | 'years';
}

/** Fields that every statutory limit and duty has. */
interface Entry {
  readonly title: string;
  readonly source: string;
  /** The first day on which it holds; a case keeps what held on the day it opened. */
  readonly holdsFrom: IsoDate;
  /** True if the text of the law was read. False if the entry is general knowledge; pages show it as unconfirmed. */
  readonly confirmed: boolean;
}

/** A limit with a clock: at most so long after its anchor, at least so long, or again and again. */
export interface TimedLimit extends Entry {
  readonly kind: 'limit';
  readonly id: (typeof limitIds)[number];
  readonly countsFrom: StatutoryAnchor;
  readonly bound: 'at-most' | 'at-least' | 'every';
  readonly length: StatutoryLength;
}

/** A statutory duty that has no clock. */
interface StatutoryDuty extends Entry {
  readonly kind: 'duty';
  readonly id: (typeof dutyIds)[number];
}

export type StatutoryLimit = TimedLimit | StatutoryDuty;

export const limitIds = [
  'notify-panel',
  'care-leaver-notified',
  'rapid-review-to-panel',
  'progress-monitored',
  'report-before-publication',
  'published-within',
  'publicly-available',
] as const;

export const dutyIds = [
  'rapid-review-not-skipped',
  'review-criteria',
  'reviewer-appointed',
  'report-contents',
  'publication-or-reasons',
  'delay-explained',
  'inequalities-addressed',
] as const;

/** The Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018 came into force. */
const REGULATIONS_2018 = isoDate('2018-06-29');
/** Working Together to Safeguard Children 2018 was published. */
const WORKING_TOGETHER_2018 = isoDate('2018-07-04');
/** Working Together to Safeguard Children 2023 was published, replacing the edition of 2018. */
const WORKING_TOGETHER_2023 = isoDate('2023-12-15');

/**
 * Every statutory limit and duty, as `procedure/statutory.md` establishes it. New guidance is a new entry with the
 * same id and a later `holdsFrom`; no entry is ever edited or removed, for open cases keep those they opened under.
 */
export const statutoryEntries: readonly StatutoryLimit[] = [
  {
    kind: 'limit',
    id: 'notify-panel',
    title: 'The authority notifies the Panel, and through it Ofsted and the Department',
    countsFrom: 'authority-aware',
    bound: 'at-most',
    length: { count: 5, unit: 'working-days' },
    source: 'Children Act 2004 s16C; Working Together 2023',
    holdsFrom: WORKING_TOGETHER_2023,
    confirmed: true,
  },
  {
    kind: 'limit',
    id: 'care-leaver-notified',
    title: 'The death of a care leaver under 25 is notified too',
    countsFrom: 'authority-aware',
    bound: 'at-most',
    length: { count: 5, unit: 'working-days' },
    source: 'Working Together 2023',
    holdsFrom: WORKING_TOGETHER_2023,
    confirmed: true,
  },
  {
    kind: 'limit',
    id: 'rapid-review-to-panel',
    title: 'The Rapid Review reaches the Panel',
    countsFrom: 'notification-sent',
    bound: 'at-most',
    length: { count: 15, unit: 'working-days' },
    source: 'Working Together 2023, chapter 5',
    holdsFrom: WORKING_TOGETHER_2018,
    confirmed: true,
  },
  {
    kind: 'duty',
    id: 'rapid-review-not-skipped',
    title: 'Once notified, no Rapid Review is skipped unless the criteria prove not to be met',
    source: "the Panel's FAQ",
    holdsFrom: WORKING_TOGETHER_2018,
    confirmed: true,
  },
  {
    kind: 'duty',
    id: 'review-criteria',
    title:
      "A local review is considered for improvements, recurrent themes, agencies working together, the Panel's view",
    source: 'SI 2018/789 reg. 11',
    holdsFrom: REGULATIONS_2018,
    confirmed: true,
  },
  {
    kind: 'limit',
    id: 'progress-monitored',
    title: "The partners check the review's progress and quality at regular intervals",
    countsFrom: 'review-begun',
    bound: 'every',
    length: { count: 1, unit: 'months' },
    source: 'SI 2018/789 reg. 14; the law says regular, monthly is the default',
    holdsFrom: REGULATIONS_2018,
    confirmed: true,
  },
  {
    kind: 'duty',
    id: 'reviewer-appointed',
    title: 'The partners appoint the reviewer, fit and without conflict of interest, and may remove them',
    source: 'SI 2018/789 reg. 13',
    holdsFrom: REGULATIONS_2018,
    confirmed: false,
  },
  {
    kind: 'duty',
    id: 'report-contents',
    title: 'The report recommends improvements and analyses systemic or underlying reasons',
    source: 'SI 2018/789 reg. 15',
    holdsFrom: REGULATIONS_2018,
    confirmed: false,
  },
  {
    kind: 'limit',
    id: 'report-before-publication',
    title: 'The full report reaches the Panel, the Secretary of State and Ofsted before it is published',
    countsFrom: 'before-publication',
    bound: 'at-least',
    length: { count: 7, unit: 'working-days' },
    source: 'SI 2018/789 reg. 15; Working Together',
    holdsFrom: REGULATIONS_2018,
    confirmed: false,
  },
  {
    kind: 'duty',
    id: 'publication-or-reasons',
    title: 'The report is published, or its improvements only, or the reasons for neither are given',
    source: 'Children Act 2004 s16F',
    holdsFrom: REGULATIONS_2018,
    confirmed: false,
  },
  {
    kind: 'limit',
    id: 'published-within',
    title: 'The review is complete and published',
    countsFrom: 'review-decided',
    bound: 'at-most',
    length: { count: 6, unit: 'months' },
    source: 'Working Together',
    holdsFrom: WORKING_TOGETHER_2018,
    confirmed: true,
  },
  {
    kind: 'duty',
    id: 'delay-explained',
    title: 'A delay beyond six months is explained to the Panel and the Secretary of State',
    source: 'Working Together',
    holdsFrom: WORKING_TOGETHER_2018,
    confirmed: false,
  },
  {
    kind: 'limit',
    id: 'publicly-available',
    title: 'The published report stays publicly available',
    countsFrom: 'publication',
    bound: 'at-least',
    length: { count: 1, unit: 'years' },
    source: 'Working Together 2018 and after',
    holdsFrom: WORKING_TOGETHER_2018,
    confirmed: false,
  },
  {
    kind: 'duty',
    id: 'inequalities-addressed',
    title: 'The Rapid Review says how racism and other inequalities affected the case',
    source: "the Panel's guidance as given locally",
    holdsFrom: WORKING_TOGETHER_2023,
    confirmed: true,
  },
];

/** The limits and duties in force on a day: of each id the newest that holds by then, in the order of the law's clock. */
export function statutoryLimits(on: IsoDate): readonly StatutoryLimit[] {
  const held = statutoryEntries.filter(({ holdsFrom }) => holdsFrom <= on);
  return held.filter(({ id, holdsFrom }) => !held.some((other) => other.id === id && other.holdsFrom > holdsFrom));
}

/**
 * Returns a limit as it stood on a day. Throws a RangeError for a day before the limit existed: no case is that old.
 */
export function statutoryLimit(id: TimedLimit['id'], on: IsoDate): TimedLimit {
  const limit = statutoryLimits(on).find((entry): entry is TimedLimit => entry.kind === 'limit' && entry.id === id);
  if (limit === undefined) throw new RangeError(`The statutory limit "${id}" did not hold on ${on}.`);
  return limit;
}

/** The event that a statutory clock counts from, in words that follow "from" or "of". */
export const statutoryAnchorWords: Readonly<Record<StatutoryAnchor, string>> = {
  'authority-aware': 'the authority becoming aware',
  'notification-sent': 'the notification being sent',
  'review-decided': 'the decision to undertake the review',
  'review-begun': 'the review having begun',
  'before-publication': 'publication',
  publication: 'publication',
};

/** The length of a limit in words, "15 working days", "1 year". */
export function sayLength({ count, unit }: StatutoryLength): string {
  const words = { 'working-days': 'working day', months: 'month', years: 'year' }[unit];
  return `${count} ${words}${count === 1 ? '' : 's'}`;
}

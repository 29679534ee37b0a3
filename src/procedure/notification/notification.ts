import type { ConfirmedDoubt } from './doubt-words';
import type { Instant, IsoDate, WordsReference } from '../time/time';

/** The notification criteria (step 1): not to be confused with the four review criteria of step 7. */
export const notificationCriteria = [
  'death-abuse-or-neglect',
  'serious-harm',
  'looked-after-child-death',
  'regulated-setting-death',
  'care-leaver-death',
] as const;
export type NotificationCriterion = (typeof notificationCriteria)[number];
/** The criteria as the procedure words them. Forms, pages and reports say them in these words. */
export const notificationCriterionWords: Readonly<Record<NotificationCriterion, string>> = {
  'death-abuse-or-neglect':
    'A child has died (including cases of suspected suicide), and abuse or neglect is known or suspected',
  'serious-harm': 'A child has been seriously harmed, and abuse or neglect is known or suspected',
  'looked-after-child-death':
    'A looked after child has died (including cases where abuse or neglect is not known or suspected)',
  'regulated-setting-death':
    'A child has died in a regulated setting or service (including cases where abuse or neglect is not known or suspected)',
  'care-leaver-death': 'A care leaver under 25 has died',
};

/** The source of a criterion, if that is not both the procedure and national guidance. */
export const criterionSources: Readonly<Partial<Record<NotificationCriterion, string>>> = {
  'regulated-setting-death': "This partnership's own criterion",
  'care-leaver-death': "Statutory: asked for by national guidance (Working Together 2023) beside the procedure's four",
};

/** The procedure's list of serious harm, which is not exhaustive. Source: the definition before step 1. */
export type SeriousHarm = 'life-threatening-injury' | 'long-term-impairment' | 'other';
export const seriousHarmWords: Readonly<Record<SeriousHarm, string>> = {
  'life-threatening-injury': 'A potentially life-threatening injury',
  'long-term-impairment':
    'Serious or likely long-term impairment of physical or mental health, or of physical, intellectual, emotional, social or behavioural development',
  other: 'Other serious harm',
};

export type AbuseOrNeglect = 'known' | 'suspected' | 'not-known-or-suspected';
export const abuseOrNeglectWords: Readonly<Record<AbuseOrNeglect, string>> = {
  known: 'Known',
  suspected: 'Suspected',
  'not-known-or-suspected': 'Neither known nor suspected',
};

export const settingWords = {
  'family-home': 'Family home',
  'foster-home': 'Foster home',
  'residential-home': 'Residential home',
  'secure-setting': 'Secure setting',
  'school-or-college': 'School or college',
  'health-setting': 'Health setting',
  'other-regulated-setting': 'Another regulated setting',
  community: 'In the community',
  other: 'Other',
} as const;

/** A child of the case, by reference: names, dates of birth and what is read with them are in the records. */
export interface ChildReference {
  readonly ref: string;
  readonly died: boolean;
  readonly lookedAfter: boolean;
  readonly careLeaver: boolean;
}

export interface FamilyReference {
  readonly ref: string;
  readonly relation: string;
}

/** The content of the notification form, as far as a case needs it (step 1). */
export interface Notification {
  readonly eCaseReference?: string;
  readonly criteria: readonly NotificationCriterion[];
  readonly seriousHarm: readonly SeriousHarm[];
  readonly abuseOrNeglect: AbuseOrNeglect;
  readonly incidentOn: IsoDate;
  /** When it became known: the form is due within 24 hours of it. */
  readonly knownAt: Instant;
  /** The statutory five working days count from here. */
  readonly authorityAwareOn: IsoDate;
  readonly receivedAt: Instant;
  readonly receivedOn: IsoDate;
  /** The number under which it waited, where somebody sent it without signing in. */
  readonly receiptNumber?: string;
  readonly notifyingAgency: string;
  readonly setting: string;
  /** Named where the child's home authority is another one; it is told. */
  readonly homeAuthority?: string;
  readonly agencies: readonly string[];
  readonly immediateSafety: WordsReference;
  readonly children: readonly ChildReference[];
  readonly family: readonly FamilyReference[];
  /** Cases that look like the same child within thirty days. */
  readonly looksLike: readonly string[];
  /** Answers that hardly go together and were confirmed as right; absent where there were none. */
  readonly confirmed?: readonly ConfirmedDoubt[];
}

import type { NotificationForm } from '../../../procedure/notification/notification-form';
import type { Fields } from '../../http/page';

/** The pages of the form, one subject each, in the order in which it is written. */
export const pageIds = [
  'before-you-start',
  'what-happened',
  'serious-harm',
  'dates',
  'children',
  'family',
  'where',
  'agencies',
  'safety',
  'about-you',
] as const;
export type PageId = (typeof pageIds)[number];

/** The pages that list people, each of whom has a page of their own. */
export const peopleIds = ['children', 'family'] as const;
export type PeopleId = (typeof peopleIds)[number];

/** Titles of the pages, in the list of tasks and at the top of each. */
export const notifyPageTitles: Readonly<Record<PageId, string>> = {
  'before-you-start': 'Before you start',
  'what-happened': 'What happened',
  'serious-harm': 'The serious harm',
  dates: 'When it happened and when it became known',
  children: 'The child or children',
  family: 'Family members',
  where: 'Where it happened',
  agencies: 'Agencies involved with the family',
  safety: 'What has been done to keep children safe',
  'about-you': 'About you',
};

type Field = keyof NotificationForm;

/** The fields of the form that each page asks: what is wrong with one is put right there. */
export const pageFields: Readonly<Record<PageId, readonly Field[]>> = {
  'before-you-start': ['notSignificantIncidentForm', 'eCaseReference'],
  'what-happened': ['circumstances', 'criteria', 'abuseOrNeglect'],
  'serious-harm': ['seriousHarm'],
  dates: ['incidentOn', 'incidentTime', 'knownAt', 'authorityAwareOn', 'receivedOn', 'yearsAreRight'],
  children: ['children'],
  family: ['family'],
  where: ['setting', 'incidentPlace', 'homeAuthority'],
  agencies: ['agencies'],
  safety: ['immediateSafety'],
  'about-you': ['notifyingAgency', 'notifier'],
};

/** True if a page is to be answered, by the answers so far. */
export const isPageAsked = (page: PageId, pages: Readonly<Record<string, Fields>>): boolean =>
  page !== 'serious-harm' || [pages['what-happened']?.['criteria'] ?? []].flat().includes('serious-harm');

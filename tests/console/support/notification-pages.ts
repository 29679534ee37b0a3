import type { FormFields } from './browser';

/** A child of the example. */
export const exampleChild: FormFields = {
  name: 'Wren Ashdown-Pike',
  'dateOfBirth.day': '9',
  'dateOfBirth.month': 'Mar',
  'dateOfBirth.year': '24',
  died: 'no',
  lookedAfter: 'no',
  careLeaver: 'no',
  sex: 'female',
  ethnicGroup: 'not-known',
  disability: 'not-known',
};

/** The form as somebody at a hospital might fill it in on 23 November 2026, page by page. */
export const exampleNotification: Readonly<Record<string, FormFields>> = {
  'before-you-start': { notSignificantIncidentForm: 'yes', eCaseReference: 'EC-40417' },
  'what-happened': {
    circumstances: 'A head injury\nwithout an explanation.',
    criteria: ['serious-harm'],
    abuseOrNeglect: 'suspected',
  },
  'serious-harm': { seriousHarm: ['life-threatening-injury'] },
  dates: {
    'incidentOn.day': '21 / Nov / 2026',
    'incidentOn.month': '',
    'incidentOn.year': '',
    'knownAt.day': '22',
    'knownAt.month': '11',
    'knownAt.year': '26',
    'knownAt.time': '3pm',
    'authorityAwareOn.day': '22',
    'authorityAwareOn.month': 'november',
    'authorityAwareOn.year': '2026',
  },
  'children/1': exampleChild,
  children: {},
  'family/1': { name: 'Maren Ashdown', relation: 'mother' },
  family: {},
  where: { setting: 'family-home' },
  agencies: { agencies: ['Housing'], 'agencies.more': 'A nursery\n\nA charity' },
  safety: { immediateSafety: 'The child is in hospital.' },
  'about-you': {
    notifyingAgency: 'A hospital trust',
    'notifier.name': 'Ingrid Fallowmere',
    'notifier.email': 'ingrid@example.org',
  },
};

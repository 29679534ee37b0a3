import type { Browser, FormFields } from '../../console/support/browser';
import type { ConsoleUnderTest } from '../../console/support/console';

/** The notification form as somebody at a hospital fills it in on 23 November 2026, page by page. */
const pages: Readonly<Record<string, FormFields>> = {
  'before-you-start': { notSignificantIncidentForm: 'yes', eCaseReference: 'EC-40417' },
  'what-happened': {
    circumstances: 'An invented case.\nA head injury without an explanation.',
    criteria: ['serious-harm'],
    abuseOrNeglect: 'suspected',
  },
  'serious-harm': { seriousHarm: ['life-threatening-injury'] },
  dates: {
    'incidentOn.day': '21',
    'incidentOn.month': '11',
    'incidentOn.year': '2026',
    'knownAt.day': '22',
    'knownAt.month': '11',
    'knownAt.year': '2026',
    'knownAt.time': '3pm',
    'authorityAwareOn.day': '22',
    'authorityAwareOn.month': '11',
    'authorityAwareOn.year': '2026',
  },
  'children/1': {
    name: 'Wren Ashdown-Pike',
    'dateOfBirth.day': '9',
    'dateOfBirth.month': '3',
    'dateOfBirth.year': '2024',
    died: 'no',
    lookedAfter: 'no',
    careLeaver: 'no',
    sex: 'female',
    ethnicGroup: 'white-and-asian',
    disability: 'not-known',
    nhsNumber: '9990000018',
  },
  children: {},
  'family/1': { name: 'Maren Ashdown', relation: 'mother' },
  family: {},
  where: { setting: 'family-home' },
  agencies: { agencies: ['Housing'], 'agencies.more': 'A nursery' },
  safety: { immediateSafety: 'The child is in hospital, and the other children stay with a grandmother.' },
  'about-you': { notifyingAgency: 'A hospital trust', 'notifier.name': 'Ingrid Fallowmere' },
};

/** A browser in which a notification form is kept: begun only, filled in, or sent. */
export async function aForm(
  console: ConsoleUnderTest,
  how: 'begun' | 'filled in' | 'sent',
  browser: Browser = console.browser(),
): Promise<Browser> {
  await browser.submit('/notify');
  if (how !== 'begun')
    for (const [page, fields] of Object.entries(pages)) await browser.submit(`/notify/${page}`, fields);
  if (how === 'sent') await browser.submit('/notify/check');
  return browser;
}

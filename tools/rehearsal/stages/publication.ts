import { isoDate } from '../../../src/procedure/time/dates';
import { because, daysLater, on, onEach, mustBeRefused, type Script } from '../script';

const report = { keptAt: 'Reviews, full report', matrixLink: "Children's Case Matrix, row 41" } as const;

/** Step 16: the arrangements are discussed with each of the family, and distress is limited. */
export const familyContacted: Script = [
  onEach(daysLater(2), 'identified-professional', 'recordFamilyContact', (s) =>
    s.familyToContact.map((familyMember) =>
      familyMember.startsWith('child')
        ? { familyMember, reasonNot: 'Too young; the parents were spoken to' }
        : { familyMember, discussed: { wishes: 'No names of places', inThePlan: true } },
    ),
  ),
  on(daysLater(0), 'identified-professional', 'recordStepsAgainstDistress', {
    children: 'Somebody they know is with them on the day of publication',
    family: 'They read the report before it is published',
    practitioners: 'Their managers speak to them before the day',
  }),
];

/** Steps 17 and 18: the notice of intent, and publication on the day that it gave. */
export const published: Script = [
  mustBeRefused(
    'passes-a-limit',
    on(daysLater(1), 'business-manager', 'sendNoticeOfIntent', (s) => ({ ...report, publishOn: s.workingDaysOn(2) })),
  ),
  because(
    'The report is ready no sooner',
    on(daysLater(0), 'business-manager', 'sendNoticeOfIntent', (s) => ({ ...report, publishOn: s.workingDaysOn(8) })),
  ),
  on((s) => isoDate(s.sent('sendNoticeOfIntent').publishOn), 'administrator', 'recordPublication', {
    link: 'https://partnership.example/reviews/practice',
    learningSummary: 'Reviews, learning summary',
    mediaStatement: true,
  }),
];

/** The reasons for publishing less than the report, to the Panel and the Secretary of State. */
export const reasonsSent: Script = [
  on(daysLater(2), 'business-manager', 'sendReasons', { keptAt: 'Reviews, letter with the reasons' }),
];

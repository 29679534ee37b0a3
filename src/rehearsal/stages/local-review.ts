import type { Forms } from '../../procedure/case-file';
import { isoDate } from '../../procedure/dates';
import type { StepId } from '../../procedure/step-ids';
import type { IsoDate } from '../../procedure/time';
import { beside, later, on, onEach, onlyIf, type Act, type Script, type When } from '../script';
import type { Situation } from '../situation';

/** The day on which the Exec group meets on the papers that went out. */
export const execMeeting = (s: Situation): IsoDate => isoDate(s.sent('sendExecPapers').meetingOn);

/** The partners' check of progress and quality, once a month while the review runs. */
export const checkOn = (when: When): Act =>
  on(when, 'business-manager', 'recordProgressCheck', {
    progress: 'The author has what is needed',
    quality: 'Good',
    onTime: true,
  });

/** The regular check of progress and quality, where its day is still to come and the Exec group meets after it. */
const checkBeforeSignOff = (day: number): Act =>
  onlyIf((s) => s.today < s.day(day) && s.day(day) < execMeeting(s), checkOn(day));

/** The partners agree to a later date where the Exec group meets after the one that stands. */
const extended = (step: StepId, afterMeeting: number): Act =>
  onlyIf(
    (s) => s.due(step) < s.workingDaysOn(afterMeeting, execMeeting(s)),
    on(later(0), 'scrutineer', 'extendDeadline', (s) => ({
      deadline: step,
      to: s.workingDaysOn(afterMeeting, execMeeting(s)),
      reason: 'The Exec group meets on its scheduled day',
      agreedBy: 'The three partners',
    })),
  );

/** The dates that the Exec group's meeting moves. */
export const datesMoved: Script = [
  extended('sign-off', 0),
  extended('family-contact', 5),
  extended('notice-of-intent', 8),
];

/** Step 9: the author is appointed, agencies send their chronologies, and the review is planned. */
export const planned: Script = [
  on(12, 'la-partner', 'appointAuthor', (s) => ({
    author: s.holder('author'),
    declaration: 'None: no work for any of the agencies',
    fit: true,
  })),
  on(13, 'administrator', 'askChronologies', (s) => ({
    agencies: s.agencies,
    ...s.period,
    familyMembers: s.family,
  })),
  onEach(18, 'administrator', 'recordChronologyReturn', (s) =>
    s.agencies.map((agency) => ({ agency, answer: 'returned', keptAt: `Reviews, chronology of ${agency}` })),
  ),
  on(18, 'spr-coordinator', 'collateChronologies', { keptAt: 'Reviews, chronologies' }),
  on(19, 'business-manager', 'recordPlanningMeeting', (s) => ({
    attended: 'The author, the SPR co-ordinator, the family support team',
    identifiedProfessional: s.holder('identified-professional'),
    familyApproach: 'A visit by the identified professional, with the leaflet',
  })),
  onEach(22, 'identified-professional', 'recordFamilyInvolvement', (s) =>
    s.familyToContact.map((familyMember) =>
      familyMember.startsWith('child')
        ? { familyMember, reasonNotInvolved: 'Too young to be asked' }
        : {
            familyMember,
            informed: {
              byWhom: s.holder('identified-professional'),
              letterOrLeaflet: true,
              invited: true,
              contributed: true,
            },
          },
    ),
  ),
];

/** Step 10: the author has the material, and sends an initial draft. */
export const begun: Script = [
  on(25, 'administrator', 'sendMaterial', { chronology: 'sent', rapidReviewTemplate: 'sent' }),
  checkOn(27),
  on(31, 'author', 'recordInitialDraft', { keptAt: 'Reviews, initial draft' }),
];

/** Steps 11 and 12: the Practitioner Learning Event, and the draft report. */
export const drafted: Script = [
  on(34, 'author', 'recordLearningEvent', { attended: 'Forty practitioners of seven agencies' }),
  on(36, 'author', 'recordDraft', { keptAt: 'Reviews, draft report' }),
];

/** What was learnt at once is done in time. */
export const firstActionDone: Script = [
  on(41, 'wider-partner', 'completeAction', (s) => ({
    action: s.action(0).id,
    evidence: 'Reviews, evidence of action 1',
  })),
];

/** Step 13: the draft is with the sub-group, and each of its members answers. */
export const commented: Script = [
  on(37, 'administrator', 'shareDraft', (s) => ({ meetingOn: s.nextMeeting('subGroup') })),
  onEach(43, 'sub-group-coordinator', 'recordComment', (s) =>
    (s.page.people['sub-group-member'] ?? []).map((member, nth) =>
      nth < 2 ? { member, answer: 'comments', keptAt: `Reviews, comments ${nth + 1}` } : { member, answer: 'nil' },
    ),
  ),
];

/** Step 14 but for the media's part of it: done again where the Exec group asks for more. */
export const amended: Script = [
  on(44, 'administrator', 'sendAmendments', { keptAt: 'Reviews, amendments' }),
  on(45, 'administrator', 'completeSignOffTemplate', { keptAt: 'Reviews, sign-off template' }),
  on(45, 'administrator', 'sendExecPapers', (s) => ({ meetingOn: s.nextMeeting('exec') })),
  ...datesMoved,
  checkOn(46),
  on(49, 'author', 'recordFinalDraft', {
    keptAt: 'Reviews, final draft',
    nonInvolvementConfirmed: true,
    improvementsAndReasons: true,
  }),
  on(51, 'sub-group-chair', 'approveFinalDraft', { note: 'Agreed by the sub-group' }),
];

/** Step 14, the media statement: every review is assumed to draw attention. */
export const mediaStatement: Script = [
  on(44, 'spr-coordinator', 'tellCommunications', (s) => ({
    reports: ['full-report', 'learning-summary'],
    toBePublished: ['full-report', 'learning-summary', 'media-statement'],
    expectedOn: s.due('publication'),
  })),
  on(44, 'communications', 'recordMediaStatement', { keptAt: 'Reviews, media statement' }),
];

/** Step 15: the Exec group decides on the day of its meeting. */
export const signedOff = (outcome: Forms['recordSignOff']['outcome'], reason?: string): Script => [
  checkBeforeSignOff(63),
  checkBeforeSignOff(80),
  checkBeforeSignOff(97),
  checkBeforeSignOff(112),
  on(execMeeting, 'la-exec', 'recordSignOff', { outcome, ...(reason === undefined ? {} : { reason }) }),
];

/** Steps 9 to 14, beside the Panel's clock. */
export const reviewed: Script = beside(
  [...planned, ...begun, ...drafted, ...commented, ...beside(mediaStatement, amended)],
  firstActionDone,
);

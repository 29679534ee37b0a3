import type { Forms } from '../../../src/procedure/case/case-file';
import { isoDate } from '../../../src/procedure/time/dates';
import type { StepId } from '../../../src/procedure/step-ids';
import type { IsoDate } from '../../../src/procedure/time/time';
import {
  because,
  beside,
  daysLater,
  on,
  onEach,
  onlyWhere,
  mustBeRefused,
  type ScriptedAct,
  type Script,
  type When,
} from '../script';
import type { Situation } from '../situation';

/** The day on which the Exec group meets on the papers that went out. */
const execMeeting = (s: Situation): IsoDate => isoDate(s.sent('sendExecPapers').meetingOn);

/** The partners' check of progress and quality, once a month while the review runs. */
export const checkOn = (when: When): ScriptedAct =>
  on(when, 'business-manager', 'recordProgressCheck', {
    progress: 'The author has what is needed',
    quality: 'Good',
    onTime: true,
  });

/** The regular check of progress and quality, where its day is still to come and the Exec group meets after it. */
const checkBeforeSignOff = (day: number): ScriptedAct =>
  onlyWhere(
    (s) => s.today < s.day(day) && s.day(day) < execMeeting(s),
    checkOn((s) => s.day(day)),
  );

/** The partners agree to a later date where the Exec group's next meeting is after the one that stands. */
const extended = (step: StepId, afterMeeting: number): ScriptedAct =>
  onlyWhere(
    (s) => s.due(step) < s.workingDaysOn(afterMeeting, s.nextMeeting('exec')),
    because(
      'The Exec group meets no sooner',
      on(daysLater(0), 'scrutineer', 'extendDeadline', (s) => ({
        deadline: step,
        to: s.workingDaysOn(afterMeeting, s.nextMeeting('exec')),
        reason: 'The Exec group meets on its scheduled day',
        agreedBy: 'The three partners',
      })),
    ),
  );

/** The papers of step 15, once the draft is final, and the dates that the Exec group's meeting moves. */
export const execPapers: Script = [
  extended('sign-off', 0),
  extended('family-contact', 5),
  extended('notice-of-intent', 8),
  because(
    'The Exec group meets no sooner',
    on(daysLater(0), 'administrator', 'sendExecPapers', (s) => ({ meetingOn: s.nextMeeting('exec') })),
  ),
];

/** The day on which the sub-group meets on the draft. */
const subGroupMeeting = (s: Situation): IsoDate => isoDate(s.sent('shareDraft').meetingOn);

/** The regular check of progress and quality, where its day comes before the sub-group's meeting. */
const checkBeforeMeeting = (day: number): ScriptedAct =>
  onlyWhere(
    (s) => s.today < s.day(day) && s.day(day) < subGroupMeeting(s),
    checkOn((s) => s.day(day)),
  );

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

/** Completes the first action, from what was learnt at once, in time. */
export const firstActionDone: Script = [
  on(41, 'wider-partner', 'completeAction', (s) => ({
    action: s.action(0).id,
    evidence: 'Reviews, evidence of action 1',
  })),
];

/** Step 13: the draft is with the sub-group, each of its members answers, and it meets. */
export const commented: Script = [
  because(
    'The sub-group meets no sooner',
    on(37, 'administrator', 'shareDraft', (s) => ({ meetingOn: s.nextMeeting('subGroup') })),
  ),
  onEach(43, 'sub-group-coordinator', 'recordComment', (s) =>
    (s.page.people['sub-group-member'] ?? []).map((member, nth) =>
      nth < 2 ? { member, answer: 'comments', keptAt: `Reviews, comments ${nth + 1}` } : { member, answer: 'nil' },
    ),
  ),
  mustBeRefused('too-early', on(daysLater(0), 'administrator', 'sendAmendments', { keptAt: 'Reviews, amendments' })),
  checkBeforeMeeting(46),
  checkBeforeMeeting(63),
  checkBeforeMeeting(80),
  on(subGroupMeeting, 'sub-group-coordinator', 'recordSubGroupMeeting', (s) => ({
    attended: s.page.people['sub-group-member'] ?? [],
    agreed: 'Say more about the first contact',
    keptAt: 'Reviews, minutes of the sub-group',
  })),
];

/** Step 14: the amendments, the media statement (every review is assumed to draw attention), and the final draft. */
export const amended: Script = [
  on(daysLater(1), 'administrator', 'sendAmendments', { keptAt: 'Reviews, amendments' }),
  on(daysLater(0), 'spr-coordinator', 'tellCommunications', (s) => ({
    reports: ['full-report', 'learning-summary'],
    toBePublished: ['full-report', 'learning-summary', 'media-statement'],
    expectedOn: s.due('publication'),
  })),
  on(daysLater(0), 'communications', 'recordMediaStatement', { keptAt: 'Reviews, media statement' }),
  on(daysLater(1), 'administrator', 'completeSignOffTemplate', { keptAt: 'Reviews, sign-off template' }),
  on(daysLater(2), 'author', 'recordFinalDraft', {
    keptAt: 'Reviews, final draft',
    nonInvolvementConfirmed: true,
    improvementsAndReasons: true,
  }),
  on(daysLater(1), 'sub-group-chair', 'approveFinalDraft', { note: 'Agreed by the sub-group' }),
  ...execPapers,
];

/** Step 15: the Exec group decides on the day of its meeting. */
export const signedOffActs = (outcome: Forms['recordSignOff']['outcome'], reason?: string): Script => [
  ...[63, 80, 97, 112, 129, 146, 163, 180].map(checkBeforeSignOff),
  on(execMeeting, 'la-exec', 'recordSignOff', { outcome, ...(reason === undefined ? {} : { reason }) }),
];

/** Steps 9 to 14, beside the Panel's clock. */
export const reviewed: Script = beside([...planned, ...begun, ...drafted, ...commented, ...amended], firstActionDone);

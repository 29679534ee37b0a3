import { actionsOf } from '../../src/procedure/case/actions';
import { addDays, addMonths, isoDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { workingDaysAfter } from '../../src/procedure/time/calendar';
import type { CaseFile, DecisionName, Forms } from '../../src/procedure/case/case-file';
import { fact, factsOf } from '../../src/procedure/case/facts';
import { familyOf, familyToContact, nextCode, relativesOf } from '../../src/procedure/case/family';
import { holdsOf } from '../../src/procedure/case/holds';
import { agenciesOutstanding, chronologies, information } from '../../src/procedure/case/inquiries';
import { contributionsOf } from '../../src/procedure/asking/contributions';
import { colleaguesOf } from '../../src/procedure/asking/colleagues';
import { chaseable } from '../../src/procedure/asking/waiting';
import { furtherRequests } from '../../src/procedure/asking/further';
import { isOwed } from '../../src/procedure/case/answers';
import { meetingsToCome } from '../../src/procedure/meetings/arranged-meetings';
import { meetingKinds } from '../../src/procedure/meetings/kinds-of-meeting';
import { lawfulDays } from '../../src/procedure/meetings/days-offered';
import { whyNotArranged } from '../../src/procedure/meetings/why-not-yet';
import { nextMeetingFor, papersDueBefore } from '../../src/procedure/case/meetings';
import { entriesForOthers } from '../../src/procedure/case/recorded-for';
import { determination } from '../../src/procedure/case/position';
import { processesOf } from '../../src/procedure/case/parallel-processes';
import { partners, type Partner, type Role } from '../../src/procedure/roles';
import { shutOutOf } from '../../src/procedure/case/shut-out';
import { membersToAnswer, subGroupMembers } from '../../src/procedure/case/sub-group';
import type { IsoDate, PersonId, WordsReference } from '../../src/procedure/time/time';

/** Text as a person would write it; in a running case it is a reference to the records. */
export const words = (text: string): WordsReference => text as WordsReference;

/** A default form may look at the case it is for, and at the day it is taken. */
export interface At {
  readonly file: CaseFile;
  readonly on: IsoDate;
}

type DefaultForms = { readonly [N in DecisionName]: (at: At) => Forms[N] };

const holder = (file: CaseFile, role: Role, nth = 0): PersonId => file.people[role]?.[nth] ?? ('P01' as PersonId);
const agencies = (file: CaseFile): readonly string[] => Object.keys(file.policy.agencies).slice(0, 2);
const firstPartner = (done: readonly { readonly form: { readonly partner: Partner } }[]): Partner =>
  partners.find((partner) => !done.some((one) => one.form.partner === partner)) ?? 'la';
const first = (all: readonly string[]): string => all[0] ?? 'none';
const meeting = (file: CaseFile, group: 'subGroup' | 'exec', on: IsoDate): IsoDate =>
  nextMeetingFor(file, group, on) ?? addDays(on, papersDueBefore(file, group));
/** The next meeting that can be arranged, on the first day that keeps the limits. Kirklees: P02 and the Scrutineer. */
function meetingForm(file: CaseFile, on: IsoDate): Forms['arrangeMeeting'] {
  const kind = meetingKinds.find((one) => whyNotArranged(file, one) === undefined) ?? 'decision';
  const day = lawfulDays(file, kind, addDays(on, 1)).days[0] ?? addDays(on, 1);
  return {
    meeting: kind,
    beginsAt: londonInstant(day, timeOfDay('10:00')),
    minutes: 120,
    place: words('Room 3, Civic Centre'),
    invited: [holder(file, 'scrutineer')],
  };
}
const lastHold = (file: CaseFile): string => holdsOf(file).at(-1)?.id ?? 'H0';
/** Somebody who may be shut out: of each of their parts there is another holder. */
const dispensable = (file: CaseFile): PersonId => {
  const seats = Object.values(file.people);
  const alone = (person: PersonId) => seats.some((holders) => holders.includes(person) && holders.length === 1);
  return seats.flat().find((person) => !alone(person)) ?? ('P77' as PersonId);
};
const standingAction = (file: CaseFile): string =>
  (actionsOf(file).find((one) => one.completedOn === undefined) ?? actionsOf(file)[0])?.id ?? 'A0';

const answerGiven = (file: CaseFile): string =>
  contributionsOf(file).find(
    ({ agency, last, state }) =>
      agency !== undefined && last !== undefined && state !== 'accepted' && state !== 'without',
  )?.id ?? 'return:gp';

const toColleague = (file: CaseFile): Forms['nameColleague'] => ({
  contribution: contributionsOf(file).find(({ agency, isOver }) => agency !== undefined && !isOver)?.id ?? 'return:gp',
  name: words('Rowan Ashby'),
  address: words('rowan.ashby@gp.example.org'),
  sends: 'colleague',
});
const review = ({ file }: At): Forms['recordDetermination'] => ({
  criteria: {
    improvements: { met: true, reason: words('Handovers between services can improve') },
    recurrentThemes: { met: false, reason: words('Not seen before') },
    workingTogether: { met: true, reason: words('Two agencies did not speak') },
    panelView: { met: false, reason: words('The Panel has not considered it') },
  },
  reviewType: 'LCSPR',
  reason: words('A local review will support improvements'),
  chair: 'scrutineer',
  termsOfReference: {
    keptAt: words('Reviews/terms-of-reference'),
    periodFrom: isoDate('2025-01-01'),
    periodTo: isoDate('2026-11-01'),
    familyMembers: [...familyOf(file)],
  },
});

/**
 * A form for each decision that the case would take as it stands: what is asked for each partner, agency, member or
 * relative in turn is for the next of them.
 */
export const defaultForms: DefaultForms = {
  sendToFrontDoor: () => ({ sentBy: words('The duty administrator') }),
  recordOversight: () => ({ comment: words('Seen; the social work team is involved') }),
  recordAgencySummary: ({ file }) => ({
    partner: firstPartner([...factsOf(file, 'recordAgencySummary'), ...factsOf(file, 'goAheadWithoutSummary')]),
    keptAt: words('eCase/summary'),
  }),
  goAheadWithoutSummary: ({ file }) => ({
    partner: firstPartner([...factsOf(file, 'recordAgencySummary'), ...factsOf(file, 'goAheadWithoutSummary')]),
    reason: words('It will be in tomorrow; the meeting cannot wait'),
  }),
  recordDecisionMeeting: () => ({
    businessManagerPresent: true,
    scrutineerPresent: true,
    views: { la: 'notify', police: 'notify', health: 'notify' },
  }),
  recordExecAnswer: () => ({ answer: words('Notify'), view: 'notify' }),
  recordOutcome: () => ({ outcome: 'notify', reason: words('The criteria are met') }),
  recordOfstedNotification: () => ({ reference: 'OFSTED-2026-118' }),
  enterOnMatrix: () => ({ keptAt: words("Children's Case Matrix, row 41") }),
  confirmEntry: ({ file }) => ({
    entry: entriesForOthers(file).at(-1)?.fact.seq ?? 0,
    agrees: 'yes',
  }),
  recordCriteriaNotMet: () => ({ reason: words('The injury proved to have a medical cause') }),
  tellHomeAuthority: () => ({ how: words('By telephone and letter') }),

  nameAgencies: ({ file }) => ({
    partner: firstPartner(factsOf(file, 'nameAgencies')),
    agencies: [...agencies(file)],
  }),
  askAgencies: ({ file }) => ({ agencies: [...agencies(file)] }),
  recordReturn: ({ file }) => ({
    agency: first(agenciesOutstanding(file, information)),
    answer: 'returned',
    keptAt: words('eCase/return'),
  }),
  goAheadWithoutReturn: ({ file }) => ({
    agency: first(agenciesOutstanding(file, information)),
    reason: words('Three reminders went unanswered'),
  }),
  askFurther: ({ file, on }) => ({
    agencies: [...agencies(file)].slice(0, 1),
    purpose: words('The panel asked about the winter'),
    wantedOn: addDays(on, 7),
  }),
  recordFurtherAnswer: ({ file }) => ({
    contribution: furtherRequests(file).find(({ answer }) => isOwed(answer))?.id ?? 'further:0-gp',
    answer: 'returned',
    keptAt: words('eCase/further'),
  }),
  goAheadWithoutFurther: ({ file }) => ({
    contribution: furtherRequests(file).find(({ answer }) => isOwed(answer))?.id ?? 'further:0-gp',
    reason: words('It cannot be found out any more'),
  }),
  acceptAnswer: ({ file }) => ({ contribution: answerGiven(file) }),
  sendAnswerBack: ({ file }) => ({ contribution: answerGiven(file), question: words('Which dates are these?') }),
  chaseAnswers: ({ file }) => ({
    contributions: [chaseable(file)[0]?.id ?? 'return:gp'],
  }),
  passRequestOn: ({ file }) => ({
    contribution:
      contributionsOf(file).find(({ agency, state }) => agency !== undefined && state !== 'accepted')?.id ??
      'return:gp',
    to: 'P18' as PersonId,
    sends: 'colleague',
  }),
  passToColleague: ({ file }) => toColleague(file),
  nameColleague: ({ file }) => toColleague(file),
  settleColleague: ({ file }) => ({
    colleague: colleaguesOf(file).find(({ state }) => state === 'waits')?.id ?? 'C-SIN-2026-0001-2',
    answer: 'confirmed',
    reason: words('We rang the practice on the number that we have'),
  }),
  recordChronology: () => ({ keptAt: words('eCase/chronology') }),

  arrangeMeeting: ({ file, on }) => meetingForm(file, on),
  moveMeeting: ({ file, on }) => ({
    ...meetingForm(file, on),
    meeting: meetingsToCome(file)[0]?.kind ?? 'rapid-review',
  }),
  cancelMeeting: ({ file }) => ({
    meeting: meetingsToCome(file)[0]?.kind ?? 'rapid-review',
    reason: words('The author is ill'),
  }),
  inviteToMeeting: ({ file }) => ({
    meeting: meetingsToCome(file)[0]?.kind ?? 'rapid-review',
    name: words('Rowan Ashby'),
    address: words('rowan.ashby@school.example.org'),
    reason: words('She taught the child'),
  }),
  arrangeRapidReviewMeeting: ({ file, on }) => ({ meetingOn: workingDaysAfter(file.calendar, on, 2) }),
  recordRapidReviewMeeting: () => ({
    attended: { la: true, police: true, health: true, scrutineer: true, legal: true },
    keyPoints: {
      information: words('Considered'),
      protection: words('The child is safe'),
      parallelProcesses: words('A criminal investigation'),
      immediateLearning: words('Share the safety plan'),
      familyAndPractitioners: words('A family link worker is named'),
      nextSteps: words('A local review'),
      inequalities: words('Considered: language was a barrier'),
    },
  }),
  fileMinutes: () => ({ keptAt: words('Reviews/minutes') }),
  recordDetermination: review,
  submitRapidReview: () => ({ keptAt: words('Reviews/submission'), execPartnersTold: true }),
  decideReviewAgain: review,

  recordPanelReply: () => ({ reply: 'agrees', summary: words('The Panel agrees') }),
  answerPanel: () => ({ keptAt: words('Reviews/answer') }),
  recordResponseMeeting: () => ({ held: 'held' }),
  agreeDissemination: () => ({ who: words('The Business Manager'), how: words('By email') }),
  recordDissemination: () => ({ to: words('The sub-group, the Exec group and the wider partners') }),

  appointAuthor: () => ({ author: 'P36' as PersonId, declaration: words('None'), fit: true }),
  replaceAuthor: () => ({
    author: 'P37' as PersonId,
    reason: words('Illness'),
    declaration: words('None'),
    fit: true,
  }),

  askChronologies: ({ file }) => ({
    agencies: [...agencies(file)],
    periodFrom: isoDate('2025-01-01'),
    periodTo: isoDate('2026-11-01'),
    // Those of the terms of reference who are still of the case.
    familyMembers: (determination(file)?.form.termsOfReference?.familyMembers ?? familyOf(file)).filter((ref) =>
      familyOf(file).includes(ref),
    ),
  }),
  recordChronologyReturn: ({ file }) => ({
    agency: first(agenciesOutstanding(file, chronologies)),
    answer: 'returned',
    keptAt: words('eCase/chronology-return'),
  }),
  goAheadWithoutChronology: ({ file }) => ({
    agency: first(agenciesOutstanding(file, chronologies)),
    reason: words('The service has closed'),
  }),
  collateChronologies: () => ({ keptAt: words('Reviews/chronologies') }),
  recordPlanningMeeting: ({ file }) => ({
    attended: words('The author, the Business Unit, the family support team'),
    identifiedProfessional: file.policy.profile === 'example' ? ('P112' as PersonId) : ('P38' as PersonId),
    familyApproach: words('A visit by the identified professional'),
  }),
  recordFamilyInvolvement: ({ file }) => ({
    familyMember: first(familyToContact(file)),
    informed: {
      byWhom: 'P38' as PersonId,
      letterOrLeaflet: true,
      invited: true,
      contributed: false,
    },
    reasonNotInvolved: words('They chose not to take part'),
  }),
  sendMaterial: () => ({ chronology: 'sent', rapidReviewTemplate: 'sent' }),
  recordInitialDraft: () => ({ keptAt: words('Reviews/initial-draft') }),
  recordLearningEvent: () => ({ attended: words('Forty practitioners') }),
  recordDraft: () => ({ keptAt: words('Reviews/draft') }),

  shareDraft: ({ file, on }) => ({ meetingOn: meeting(file, 'subGroup', on) }),
  recordComment: ({ file }) => ({
    member: membersToAnswer(file)[0] ?? subGroupMembers(file)[0] ?? ('P16' as PersonId),
    answer: 'nil',
  }),
  recordSubGroupMeeting: ({ file }) => ({
    attended: [...subGroupMembers(file)],
    agreed: words('Say more about the first contact'),
  }),
  sendAmendments: () => ({ keptAt: words('Reviews/amendments') }),
  tellCommunications: ({ on }) => ({
    reports: ['full-report', 'learning-summary'],
    toBePublished: ['full-report', 'learning-summary', 'media-statement'],
    expectedOn: addDays(on, 60),
  }),
  recordMediaStatement: () => ({ keptAt: words('Reviews/media-statement') }),
  completeSignOffTemplate: () => ({ keptAt: words('Reviews/sign-off-template') }),
  recordFinalDraft: () => ({
    keptAt: words('Reviews/final-draft'),
    nonInvolvementConfirmed: true,
    improvementsAndReasons: true,
  }),
  approveFinalDraft: () => ({}),
  sendExecPapers: ({ file, on }) => ({ meetingOn: meeting(file, 'exec', on) }),
  recordSignOff: () => ({ outcome: 'publish' }),

  recordFamilyContact: ({ file }) => ({
    familyMember: first(
      familyToContact(file).filter(
        (ref) => !factsOf(file, 'recordFamilyContact').some((one) => one.form.familyMember === ref),
      ),
    ),
    discussed: { wishes: words('No names of places'), inThePlan: true },
  }),
  recordStepsAgainstDistress: () => ({
    children: words('Somebody they know stays with them on the day'),
    family: words('They read the report before it is published'),
    practitioners: words('Their managers speak to them beforehand'),
  }),
  recordNoFamilyContact: () => ({ reason: words('Nobody else of the family can be found') }),
  sendReasons: () => ({ keptAt: words('Reviews/reasons') }),
  sendNoticeOfIntent: ({ file, on }) => ({
    publishOn: workingDaysAfter(file.calendar, on, 7),
    keptAt: words('Reviews/full-report'),
    matrixLink: words("Children's Case Matrix, row 41"),
  }),
  recordPublication: () => ({
    link: words('https://partnership.example/reviews/1'),
    learningSummary: words('Reviews/learning-summary'),
    mediaStatement: true,
  }),
  decideDisplay: () => ({ decision: words('It comes down') }),

  recordLearningReviewReport: () => ({ keptAt: words('Reviews/learning-report') }),
  recordPracticeLearningEvent: () => ({ attended: words('Twenty practitioners') }),
  shareLearning: () => ({ withWhom: words('Every partner') }),

  addAction: ({ file, on }) => ({
    action: words('Train the duty team'),
    owner: holder(file, 'wider-partner'),
    dueOn: addMonths(on, 2),
  }),
  reassignAction: ({ file }) => ({
    action: standingAction(file),
    owner: holder(file, 'health-partner'),
    reason: words('It is a matter for health'),
  }),
  completeAction: ({ file }) => ({ action: standingAction(file), evidence: words('Reviews/evidence') }),
  lookAtActionAgain: ({ file }) => {
    const action = actionsOf(file).find(
      (one) => one.completedOn !== undefined && file.policy.actionLooks.some((months) => !one.looks.includes(months)),
    );
    return {
      action: action?.id ?? standingAction(file),
      months: file.policy.actionLooks.find((months) => !(action?.looks ?? []).includes(months)) ?? 6,
      effect: words('The duty team asks the right questions'),
      effective: 'yes',
    };
  },

  reopenReviewDecision: () => ({ reason: words('A second child is affected') }),
  withdrawCase: () => ({ why: 'opened-in-error', reason: words('It was sent for another area') }),
  reopenCase: () => ({ reason: words('New facts') }),
  moveToCurrentProfile: () => ({ reason: words('New windows were agreed') }),

  extendDeadline: ({ file }) => ({
    deadline: 'information',
    to: workingDaysAfter(file.calendar, file.notification.receivedOn, 11),
    reason: words('A hospital needs longer'),
    agreedBy: words('The three partners'),
  }),
  addNote: () => ({ note: words('A note') }),
  recordMediaInterest: () => ({ interest: words('A local newspaper asked') }),
  replacePerson: ({ file }) => ({
    role: 'police-partner',
    leaves: holder(file, 'police-partner'),
    joins: 'P77' as PersonId,
    reason: words('A new post'),
  }),
  shutOut: ({ file }) => ({ person: dispensable(file), reason: words('A cousin of the family') }),
  letBackIn: ({ file }) => ({
    person: shutOutOf(file)[0] ?? ('P77' as PersonId),
    reason: words('It was a namesake of the family'),
  }),
  // No case carries a name or a birthday: the surfaces keep them, and send references.
  addChild: ({ file }) => ({
    ref: nextCode(file, 'child'),
    name: words(`words:the-name-of-${nextCode(file, 'child')}`),
    dateOfBirth: words(`words:the-birthday-of-${nextCode(file, 'child')}`),
    died: false,
    lookedAfter: false,
    careLeaver: false,
  }),
  removeChild: ({ file }) => ({
    ref: file.notification.children.at(-1)?.ref ?? 'child-1',
    reason: words('A cousin who was not there'),
  }),
  setEntryAside: ({ file }) => ({
    entry: fact(file, 'addNote')?.seq ?? fact(file, 'addAction')?.seq ?? 0,
    reason: words('It belongs to another case'),
  }),
  dismissLookAlike: () => ({ other: 'SIN-2026-0009', reason: words('Another child of the same name') }),
  removeFamilyMember: ({ file }) => ({
    ref: relativesOf(file).at(-1) ?? 'family-9',
    reason: words('A neighbour, not of the family'),
  }),
  addFamilyMember: () => ({ ref: 'family-9', relation: 'grandparent', name: words('Kept in the records') }),
  correctFact: ({ file }) => ({
    entry: fact(file, 'sendToFrontDoor')?.seq ?? 0,
    field: 'on',
    value: file.notification.receivedOn,
    reason: words('A slip'),
  }),

  addParallelProcess: ({ on }) => ({
    kind: 'criminal',
    contact: words('The officer in the case'),
    nextOn: addDays(on, 30),
  }),
  updateParallelProcess: ({ file, on }) => ({
    process: processesOf(file)[0]?.id ?? 'P0',
    nextOn: addDays(on, 60),
    ended: false,
    note: words('Adjourned'),
  }),
  placeHold: ({ file, on }) => ({
    step: 'learning-event',
    reason: words('Witnesses in a trial'),
    agreedBy: words('The three partners'),
    lookAgainOn: workingDaysAfter(file.calendar, on, 20),
  }),
  lookAtHoldAgain: ({ file, on }) => ({
    hold: lastHold(file),
    lookAgainOn: workingDaysAfter(file.calendar, on, 20),
    note: words('The trial goes on'),
  }),
  liftHold: ({ file }) => ({ hold: lastHold(file), reason: words('The trial is over') }),
  draftDelayLetter: ({ file }) => ({ hold: lastHold(file), keptAt: words('Reviews/delay-draft') }),
  sendDelayLetter: ({ file }) => ({ hold: lastHold(file), keptAt: words('Reviews/delay-letter') }),
  recordDelayAnswer: ({ file }) => ({ hold: lastHold(file), answer: words('Noted') }),
  recordProgressCheck: () => ({ progress: words('Interviews done'), quality: words('Good'), onTime: true }),
};

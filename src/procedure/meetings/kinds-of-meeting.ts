import type { DecisionName } from '../case/case-file';
import { businessUnit, type CaseRole } from '../roles';
import type { StepId } from '../step-ids';

/* The meetings of the procedure that are arranged with people. Source: DESIGN, "Meetings". */

/** A kind of meeting: its step, and the decision that puts on the record that it was held. */
interface KindOfMeeting {
  /** The words for the meeting after "the", in the middle of a sentence. */
  readonly title: string;
  readonly step: StepId;
  /** Steps that must be done before it can be arranged. */
  readonly after: readonly StepId[];
  readonly held: DecisionName;
  /** Roles that arrange it beside the Business Unit. */
  readonly arrangedBy: readonly CaseRole[];
}

export const meetingKinds = [
  'decision',
  'rapid-review',
  'response',
  'planning',
  'learning-event',
  'practice-learning-event',
  'sub-group-draft',
  'exec',
] as const;
/** A kind of meeting, by its name in case files and in addresses. The names never change. */
export type MeetingKind = (typeof meetingKinds)[number];

/** The meetings of the procedure by kind. */
export const kindsOfMeeting: Readonly<Record<MeetingKind, KindOfMeeting>> = {
  decision: {
    title: 'decision meeting',
    step: 'decision-meeting',
    after: [],
    held: 'recordDecisionMeeting',
    arrangedBy: [],
  },
  'rapid-review': {
    title: 'Rapid Review meeting',
    step: 'rapid-review-meeting',
    after: ['outcome'],
    held: 'recordRapidReviewMeeting',
    arrangedBy: [],
  },
  response: {
    title: 'meeting on the National Panel’s reply',
    step: 'response',
    after: ['panel-reply', 'panel-answer'],
    held: 'recordResponseMeeting',
    arrangedBy: [],
  },
  planning: {
    title: 'planning meeting',
    step: 'planning',
    after: ['submission', 'review-decision'],
    held: 'recordPlanningMeeting',
    arrangedBy: [],
  },
  'learning-event': {
    title: 'Practitioner Learning Event',
    step: 'learning-event',
    after: ['planning'],
    held: 'recordLearningEvent',
    arrangedBy: ['author'],
  },
  'practice-learning-event': {
    title: 'Practice Learning Event',
    step: 'practice-learning-review',
    after: ['submission', 'review-decision'],
    held: 'recordPracticeLearningEvent',
    arrangedBy: ['author', 'scrutineer'],
  },
  'sub-group-draft': {
    title: 'sub-group’s meeting on the draft',
    step: 'amendments',
    after: ['draft-to-sub-group'],
    held: 'recordSubGroupMeeting',
    arrangedBy: [],
  },
  exec: {
    title: 'Exec group’s meeting on the report',
    step: 'sign-off',
    after: ['draft-to-sub-group'],
    held: 'recordSignOff',
    arrangedBy: [],
  },
};

/** The name of a kind of meeting where a line begins with it, "Rapid Review meeting". */
export function meetingTitle(kind: MeetingKind): string {
  const { title } = kindsOfMeeting[kind];
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Lists the roles that arrange a meeting of this kind. */
export const arrangersOf = (kind: MeetingKind): readonly CaseRole[] => [
  ...businessUnit,
  ...kindsOfMeeting[kind].arrangedBy,
];

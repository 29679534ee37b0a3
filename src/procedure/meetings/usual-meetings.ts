import { execRoles, partnerRoles, type CaseRole } from '../roles';
import { meetingKinds, type MeetingKind } from './kinds-of-meeting';

/* Usual invitations and lengths of meetings: a form offers them, and a case needs none. */

/** The usual invitations and length of a kind of meeting. */
interface UsualMeeting {
  readonly invites: readonly CaseRole[];
  readonly minutes: number;
}

/** The usual meeting of each kind. Source: the steps, as far as they say who is there. */
export const usualMeetings: Readonly<Record<MeetingKind, UsualMeeting>> = {
  decision: { invites: [...partnerRoles, 'scrutineer', 'business-manager'], minutes: 60 },
  'rapid-review': { invites: [...partnerRoles, 'scrutineer', 'legal'], minutes: 120 },
  response: { invites: partnerRoles, minutes: 60 },
  planning: { invites: ['author', 'business-manager', 'spr-coordinator'], minutes: 60 },
  'learning-event': { invites: ['author', 'scrutineer', ...partnerRoles], minutes: 180 },
  'practice-learning-event': { invites: ['author', 'scrutineer', ...partnerRoles], minutes: 180 },
  'sub-group-draft': {
    invites: ['sub-group-chair', 'sub-group-coordinator', 'sub-group-member', 'author'],
    minutes: 120,
  },
  exec: { invites: ['exec-member', ...execRoles, 'scrutineer'], minutes: 120 },
};

/** True if a text names a kind of meeting. */
export const isMeetingKind = (text: unknown): text is MeetingKind => meetingKinds.some((kind) => kind === text);

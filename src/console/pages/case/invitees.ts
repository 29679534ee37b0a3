import { agenciesAsked, contactFor, information } from '../../../procedure/case/inquiries';
import type { CaseFile } from '../../../procedure/case/case-file';
import { isShutOut, rolesIn } from '../../../procedure/case/shut-out';
import { isCorrespondent } from '../../../procedure/asking/correspondents';
import { meetingToCome } from '../../../procedure/meetings/arranged-meetings';
import type { MeetingKind } from '../../../procedure/meetings/kinds-of-meeting';
import { usualMeetings } from '../../../procedure/meetings/usual-meetings';
import { holders } from '../../../procedure/reminders/recipients';
import type { PersonId } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import { agencyNameOf } from '../../wording/agency-name';
import { nameOf } from '../../wording/name-of';

/** A person who can be invited: their role, why they are listed, and whether they are ticked at first. */
export interface Invitee {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly why: string;
  readonly ticked: boolean;
}

/** People listed before others, each with the reason. */
interface Listed {
  readonly person: PersonId;
  readonly why: string;
  readonly usual: boolean;
}

/** Lists by role and by agency whom the procedure usually invites, and the agencies asked in the case. */
function byReason(file: CaseFile, kind: MeetingKind, profile: Pick<Profile, 'people' | 'policy'>): readonly Listed[] {
  const usual = usualMeetings[kind].invites.flatMap((role) =>
    holders(file, role).map(({ person }) => ({ person, why: 'Usually invited', usual: true })),
  );
  const asked = agenciesAsked(file, information).flatMap((agency) =>
    contactFor(file, agency).map(({ person }) => ({
      person,
      why: `Asked for information: ${agencyNameOf({ profile, policy: file.policy }, agency)}`,
      usual: false,
    })),
  );
  return [...usual, ...asked];
}

/**
 * Lists the people who can be invited: those usually invited, the agencies asked, then everybody else of the
 * partnership. Those who are invited already are ticked, or else those usually invited.
 */
export function inviteesOf(
  file: CaseFile,
  kind: MeetingKind,
  profile: Pick<Profile, 'people' | 'policy'>,
): readonly Invitee[] {
  const invited = meetingToCome(file, kind)?.invited;
  const listed = byReason(file, kind, profile);
  const others = profile.people.map(({ id }): Listed => ({ person: id, why: '', usual: false }));
  const everybody = [...listed, ...others].filter(
    ({ person }, at, all) =>
      all.findIndex((one) => one.person === person) === at && !isShutOut(file, person) && !isCorrespondent(person),
  );
  return everybody.map(({ person, why, usual }) => ({
    id: person,
    name: nameOf(profile, person),
    role:
      rolesIn(file, person)
        .map((role) => file.policy.roleTitles[role])
        .join(', ') ||
      (profile.people.find(({ id }) => id === person)?.title ?? ''),
    why: invited?.includes(person) === true ? 'Invited' : why,
    ticked: invited === undefined ? usual : invited.includes(person),
  }));
}

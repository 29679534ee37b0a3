import type { CaseFile } from '../../../procedure/case/case-file';
import { mayTakeAsOwn } from '../../../procedure/may-take';
import {
  arrangersOf,
  kindsOfMeeting,
  meetingKinds,
  meetingTitle,
  type MeetingKind,
} from '../../../procedure/meetings/kinds-of-meeting';
import {
  arrangedMeetings,
  meetingsOfInvited,
  type ArrangedMeeting,
} from '../../../procedure/meetings/arranged-meetings';
import { hoursOf } from '../../../procedure/meetings/hours';
import { whyNotArranged } from '../../../procedure/meetings/why-not-yet';
import { takesIn, type Sight, type Viewer } from '../../../procedure/permissions';
import { rolesIn } from '../../../procedure/case/shut-out';
import { londonDate } from '../../../procedure/time/dates';
import type { Profile } from '../../../profile/load';
import { decisionAddress } from '../../case-frame/case-frame';
import { nameOf } from '../../wording/name-of';
import { meetingAddress } from '../../../procedure/asking/places';

/** The person who looks, and how much of the case they see. */
export interface LooksAtMeetings {
  readonly file: CaseFile;
  readonly viewer: Viewer;
  readonly sight: Sight;
  readonly profile: Pick<Profile, 'people' | 'policy'>;
}

/** True if somebody arranges and changes the meetings of this kind. */
export const arranges = ({ file, viewer }: LooksAtMeetings, kind: MeetingKind): boolean =>
  mayTakeAsOwn(file, 'arrangeMeeting', viewer.id) &&
  rolesIn(file, viewer.id).some((role) => arrangersOf(kind).some((one) => one === role));

/** Lists the meetings that somebody may read of: all of them, or those to which they are invited. */
const meetingsSeen = ({ file, viewer, sight }: LooksAtMeetings): readonly ArrangedMeeting[] =>
  takesIn(sight, 'names') ? arrangedMeetings(file) : meetingsOfInvited(file, viewer.id);

const stateWords: Readonly<Record<ArrangedMeeting['state'], string>> = {
  arranged: 'Arranged',
  cancelled: 'Cancelled',
  held: 'Held',
};

/** A meeting as a card: its day, its place and who is invited. Words are references, which the page spells out. */
function cardOf(looks: LooksAtMeetings, meeting: ArrangedMeeting) {
  const { file, profile } = looks;
  const { kind, state, place, link, invited } = meeting;
  const toCome = state === 'arranged';
  const changes = toCome && arranges(looks, kind);
  return {
    title: meetingTitle(kind),
    day: londonDate(meeting.beginsAt),
    hours: hoursOf(meeting),
    state: stateWords[state],
    toCome,
    place,
    link,
    invited: invited.map((person) => nameOf(profile, person)),
    change: changes ? meetingAddress(file.reference, kind) : undefined,
    cancel: changes ? `${decisionAddress(file.reference, 'cancelMeeting')}?meeting=${kind}` : undefined,
    invite: changes ? `${decisionAddress(file.reference, 'inviteToMeeting')}?meeting=${kind}` : undefined,
    record: changes ? decisionAddress(file.reference, kindsOfMeeting[kind].held) : undefined,
  };
}

/** The meetings of a case, those to come first, and those that somebody can arrange now. */
export function meetingsView(looks: LooksAtMeetings) {
  const cards = meetingsSeen(looks).map((one) => cardOf(looks, one));
  return {
    cards: [...cards.filter(({ toCome }) => toCome), ...cards.filter(({ toCome }) => !toCome)],
    toArrange: meetingKinds
      .filter((kind) => arranges(looks, kind) && whyNotArranged(looks.file, kind) === undefined)
      .map((kind) => ({ title: kindsOfMeeting[kind].title, href: meetingAddress(looks.file.reference, kind) })),
  };
}

import * as z from 'zod/mini';
import { correspondentId } from '../asking/correspondents';
import type { CaseFile, Forms, PassedLimit } from '../case/case-file';
import { keptOut } from '../case/shut-out';
import { define, notBefore, type Taking } from '../decision';
import { addressLine, choice, count, line, moment, person, personName, several, webLine, words } from '../forms';
import { dayOfMeeting, meetingToCome, meetingsToCome, type ArrangedMeeting } from '../meetings/arranged-meetings';
import {
  arrangersOf,
  kindsOfMeeting,
  meetingKinds,
  meetingTitle,
  type MeetingKind,
} from '../meetings/kinds-of-meeting';
import { beforeItsPapers, limitsOfMeeting } from '../meetings/lawful-days';
import { whyNotArranged } from '../meetings/why-not-yet';
import { refusal, refusedField, type Refusal } from '../refusals';
import { tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import {
  cancellationsTo,
  changeValues,
  invitationsTo,
  meetingCancelled,
  meetingInvitation,
  meetingMoved,
  recipientsOf,
} from './arranging-notices';

/* Meetings are arranged, moved and cancelled, and people invited to them. Source: DESIGN, "Meetings". */

/** The longest that a meeting can last, in minutes: a day of work. */
const longest = 480;

const kindWords = Object.fromEntries(meetingKinds.map((kind) => [kind, meetingTitle(kind)])) as Readonly<
  Record<MeetingKind, string>
>;
const whichMeeting = () => choice('Which meeting?', kindWords);
const whenAndWhere = () =>
  z.strictObject({
    meeting: whichMeeting(),
    beginsAt: moment('When does it begin?', 'planned', 'By London’s clock'),
    minutes: count('How many minutes does it last?'),
    place: z.optional(line('Room and address', 'Only people invited see it')),
    link: z.optional(webLine('Meeting link', 'It begins with https://. Only people invited see it')),
    invited: several('Who is invited?', person('A person invited')),
  });

const arrangeMeetingForm = whenAndWhere();
const moveMeetingForm = whenAndWhere();
const cancelMeetingForm = z.strictObject({ meeting: whichMeeting(), reason: words('The reason') });
const inviteToMeetingForm = z.strictObject({
  meeting: whichMeeting(),
  name: personName('Their name'),
  address: addressLine('Their work email address'),
  reason: words('Why they are needed', 'The record shows this'),
});

declare module '../case/case-file' {
  interface Forms {
    arrangeMeeting: z.infer<typeof arrangeMeetingForm>;
    moveMeeting: z.infer<typeof moveMeetingForm>;
    cancelMeeting: z.infer<typeof cancelMeetingForm>;
    inviteToMeeting: z.infer<typeof inviteToMeetingForm>;
  }
}

const noneToArrange = (file: CaseFile): Refusal | undefined =>
  meetingKinds.some((kind) => whyNotArranged(file, kind) === undefined)
    ? undefined
    : refusal('too-early', 'No meeting is to be arranged at this moment.');

const noneToCome = (file: CaseFile): Refusal | undefined =>
  meetingsToCome(file).length > 0 ? undefined : refusal('too-early', 'No meeting of this case is arranged.');

/** Refuses whoever does not arrange meetings of this kind. */
const notTheirs = (kind: MeetingKind, { role }: Taking): Refusal | undefined =>
  arrangersOf(kind).some((one) => one === role)
    ? undefined
    : refusal('wrong-role', `The Business Unit arranges the ${kindsOfMeeting[kind].title}.`);

/** Refuses a meeting that is not arranged; gives one that is. */
const standing = (file: CaseFile, kind: MeetingKind): ArrangedMeeting | Refusal =>
  meetingToCome(file, kind) ??
  refusal('against-the-record', says`No ${kindsOfMeeting[kind].title} is arranged${part.by('arrangeMeeting')}.`);

const isRefusal = (one: ArrangedMeeting | Refusal): one is Refusal => 'code' in one;

/** Refuses a day, a length, a place or people with which no meeting can be held. */
function whyNotSo(file: CaseFile, form: Forms['arrangeMeeting'], { on }: Taking): Refusal | undefined {
  const day = dayOfMeeting(form);
  const wrong = (field: string, said: string) => refusedField('invalid', { field, said });
  if (day < on) return wrong('beginsAt', 'That day has passed; give the day on which the meeting will be');
  if (form.minutes < 1 || form.minutes > longest) return wrong('minutes', `A meeting lasts 1 to ${longest} minutes`);
  if (form.place === undefined && form.link === undefined)
    return wrong('place', 'Give a place, a link, or both: people must know where to go');
  if (new Set(form.invited).size < form.invited.length) return wrong('invited', 'Name each person once');
  return beforeItsPapers(file, form.meeting, day) ?? form.invited.flatMap((one) => keptOut(file, one) ?? [])[0];
}

const arrangers = [...businessUnit, 'author', 'scrutineer'] as const;

const limits = (file: CaseFile, form: Forms['arrangeMeeting']): readonly PassedLimit[] =>
  limitsOfMeeting(file, form.meeting, { date: dayOfMeeting(form), field: 'beginsAt' });

/** Fields that people's calendars hold: another email changes them, and no correction does. */
const inCalendars = ['meeting', 'beginsAt', 'minutes', 'place', 'link', 'invited'] as const;

export const arrangeMeeting = define({
  name: 'arrangeMeeting',
  title: 'Arrange a meeting',
  past: 'arranged a meeting',
  source: 'steps 3, 6, 8, 9, 11, 13 and 15',
  roles: arrangers,
  form: arrangeMeetingForm,
  decides: inCalendars,
  notOpen: noneToArrange,
  refuse: (file, form, taking) =>
    notTheirs(form.meeting, taking) ?? whyNotArranged(file, form.meeting) ?? whyNotSo(file, form, taking),
  limits,
  notices: [meetingInvitation],
  tells: (file, { form }) => {
    const meeting = meetingToCome(file, form.meeting);
    // Invitations are left out where the meeting was over when its arrangement came on the record.
    if (meeting === undefined || meeting.beginsAt < meeting.arranged.recordedAt) return [];
    return invitationsTo(file, meeting, meeting.invited);
  },
});

export const moveMeeting = define({
  name: 'moveMeeting',
  title: 'Change a meeting that is arranged',
  past: 'changed a meeting',
  source: 'design: Meetings',
  roles: arrangers,
  form: moveMeetingForm,
  decides: inCalendars,
  notOpen: noneToCome,
  refuse: (file, form, taking) => {
    const meeting = standing(file, form.meeting);
    if (isRefusal(meeting)) return meeting;
    return (
      notTheirs(form.meeting, taking) ??
      notBefore(meeting.last, taking, 'The meeting was last changed on') ??
      whyNotSo(file, form, taking)
    );
  },
  limits,
  notices: [meetingMoved, meetingInvitation, meetingCancelled],
  tells: (file, { form }, before) => {
    const [meeting, was] = [meetingToCome(file, form.meeting), meetingToCome(before, form.meeting)];
    if (meeting === undefined || was === undefined) return [];
    const { step } = kindsOfMeeting[meeting.kind];
    const changed = changeValues(file, meeting, was);
    const stay = meeting.invited.filter((one) => was.invited.includes(one));
    const join = meeting.invited.filter((one) => !was.invited.includes(one));
    const leave = was.invited.filter((one) => !meeting.invited.includes(one));
    return [
      ...recipientsOf(file, stay).map(({ to, emailAlone }) =>
        tell(meetingMoved, { to, step, values: { ...changed, emailAlone } }),
      ),
      ...invitationsTo(file, meeting, join),
      ...cancellationsTo(file, meeting, leave),
    ];
  },
});

export const cancelMeeting = define({
  name: 'cancelMeeting',
  title: 'Cancel a meeting that is arranged',
  past: 'cancelled a meeting',
  source: 'design: Meetings',
  roles: arrangers,
  form: cancelMeetingForm,
  decides: ['meeting'],
  notOpen: noneToCome,
  refuse: (file, form, taking) => {
    const meeting = standing(file, form.meeting);
    return isRefusal(meeting)
      ? meeting
      : (notTheirs(form.meeting, taking) ?? notBefore(meeting.last, taking, 'The meeting was last changed on'));
  },
  notices: [meetingCancelled],
  tells: (file, { form }, before) => {
    const was = meetingToCome(before, form.meeting);
    return was === undefined ? [] : cancellationsTo(file, was, was.invited);
  },
});

export const inviteToMeeting = define({
  name: 'inviteToMeeting',
  title: 'Invite somebody else to a meeting by name and address',
  past: 'invited somebody else to a meeting',
  source: 'step 6: other professionals as identified',
  roles: businessUnit,
  form: inviteToMeetingForm,
  decides: ['meeting', 'name', 'address'],
  notOpen: noneToCome,
  refuse: (file, form, taking) => {
    const meeting = standing(file, form.meeting);
    return isRefusal(meeting) ? meeting : notBefore(meeting.last, taking, 'The meeting was last changed on');
  },
  notices: [meetingInvitation],
  tells: (file, { seq, form }) => {
    const meeting = meetingToCome(file, form.meeting);
    return meeting === undefined ? [] : invitationsTo(file, meeting, [correspondentId(file.reference, seq)]);
  },
});

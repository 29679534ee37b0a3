import { isCorrespondent } from '../asking/correspondents';
import { requestSettings } from '../asking/settings';
import type { CaseFile } from '../case/case-file';
import { rolesIn } from '../case/shut-out';
import { meetingToCome, type ArrangedMeeting } from '../meetings/arranged-meetings';
import { meetingOfNotice } from '../meetings/meeting-of-notice';
import { hoursOf } from '../meetings/hours';
import { kindsOfMeeting, meetingKinds } from '../meetings/kinds-of-meeting';
import { defineNotice, tell, type StillTrue } from '../reminders/notice';
import { choiceValue, dateValue, textValue, webAddressValue, yesValue } from '../reminders/notice-values';
import type { Recipient } from '../reminders/recipients';
import { isLater, stands } from '../reminders/true-until';
import { londonDate, sayDate } from '../time/dates';
import type { PersonId } from '../time/time';

/* Emails about meetings. Each carries a calendar file, which says the same (`meeting-in-calendar.ts`). */

declare module '../reminders/notice' {
  interface Notices {
    'meeting-invitation': typeof meetingInvitation;
    'meeting-moved': typeof meetingMoved;
    'meeting-cancelled': typeof meetingCancelled;
  }
}

const titles = Object.fromEntries(meetingKinds.map((kind) => [kind, kindsOfMeeting[kind].title]));
const always = {
  meeting: choiceValue(titles),
  day: dateValue,
  hours: textValue('10:00am to midday'),
};
const sometimes = {
  place: textValue('Room 3, Civic Centre'),
  online: webAddressValue,
  /** Set for whoever cannot sign in: a link would lead them nowhere. */
  emailAlone: yesValue,
  telephone: textValue('01632 960017'),
};

/** Holds until the meeting was changed, was held or has passed. */
const untilChanged: StillTrue = (notice, file, today) => {
  const meeting = meetingOfNotice(file, notice);
  if (meeting === undefined) return 'The meeting is not on the record any more.';
  if (meeting.state === 'cancelled') return `The meeting was cancelled on ${sayDate(meeting.last.on)}.`;
  if (meeting.state === 'held') return 'The meeting was held.';
  if (!meeting.invited.includes(notice.to)) return 'They are no longer invited.';
  if (isLater(meeting.arranged, notice)) return 'A newer email replaces it: the meeting was moved.';
  return londonDate(meeting.beginsAt) < today ? 'The day of the meeting has passed.' : undefined;
};

export const meetingInvitation = defineNotice({
  kind: 'meeting-invitation',
  title: 'An invitation to a meeting',
  asks: 'attendance at the meeting',
  ofCase: true,
  always,
  sometimes,
  stillTrue: untilChanged,
});

export const meetingMoved = defineNotice({
  kind: 'meeting-moved',
  title: 'A meeting has been changed',
  asks: 'attendance at the meeting',
  ofCase: true,
  always,
  sometimes: { ...sometimes, was: dateValue, wasHours: textValue('9:00am to 11:00am') },
  stillTrue: untilChanged,
});

export const meetingCancelled = defineNotice({
  kind: 'meeting-cancelled',
  title: 'A meeting has been cancelled',
  ofCase: true,
  always,
  /** `uninvited`: the meeting is held, without the recipient. */
  sometimes: { telephone: sometimes.telephone, emailAlone: yesValue, uninvited: yesValue },
  stillTrue: stands,
});

/** The role in which somebody is written to about a meeting: their own in the case, or that of others who are asked. */
function roleOfInvited(file: CaseFile, person: PersonId): Recipient['as'] {
  const asAgency =
    isCorrespondent(person) || Object.values(file.policy.agencies).some(({ contact }) => contact === person);
  return rolesIn(file, person)[0] ?? (asAgency ? 'agency-contact' : 'wider-partner');
}

/** Makes people the recipients of an email about a meeting: those who can sign in, and apart from them the others. */
export const recipientsOf = (file: CaseFile, people: readonly PersonId[]) =>
  [
    { some: people.filter((one) => !isCorrespondent(one)), emailAlone: undefined },
    { some: people.filter(isCorrespondent), emailAlone: 'yes' },
  ].map(({ some, emailAlone }) => ({
    to: some.map((person): Recipient => ({ person, as: roleOfInvited(file, person) })),
    emailAlone,
  }));

/** The values that every email about a meeting brings. */
const cancellationValues = (file: CaseFile, meeting: ArrangedMeeting) => ({
  meeting: meeting.kind,
  day: londonDate(meeting.beginsAt),
  hours: hoursOf(meeting),
  telephone: requestSettings(file).telephone,
});

/** The values of an email that asks somebody to come. */
const invitationValues = (file: CaseFile, meeting: ArrangedMeeting) => ({
  ...cancellationValues(file, meeting),
  place: meeting.place,
  online: meeting.link,
});

/** The values of an email about a meeting that was changed, with the day and the hours that it had. */
export function changeValues(file: CaseFile, meeting: ArrangedMeeting, before: ArrangedMeeting) {
  const [day, hours] = [londonDate(before.beginsAt), hoursOf(before)];
  const isMoved = day !== londonDate(meeting.beginsAt) || hours !== hoursOf(meeting);
  return { ...invitationValues(file, meeting), ...(isMoved ? { was: day, wasHours: hours } : {}) };
}

/** The emails that invite these people to a meeting. */
export const invitationsTo = (file: CaseFile, meeting: ArrangedMeeting, people: readonly PersonId[]) =>
  recipientsOf(file, people).map(({ to, emailAlone }) =>
    tell(meetingInvitation, {
      to,
      step: kindsOfMeeting[meeting.kind].step,
      values: { ...invitationValues(file, meeting), emailAlone },
    }),
  );

const isHeldWithout = (file: CaseFile, { kind }: ArrangedMeeting): string | undefined =>
  meetingToCome(file, kind) === undefined ? undefined : 'yes';

/** The emails that take a meeting out of these people's calendars. */
export const cancellationsTo = (file: CaseFile, meeting: ArrangedMeeting, people: readonly PersonId[]) =>
  recipientsOf(file, people).map(({ to, emailAlone }) =>
    tell(meetingCancelled, {
      to,
      step: kindsOfMeeting[meeting.kind].step,
      values: { ...cancellationValues(file, meeting), emailAlone, uninvited: isHeldWithout(file, meeting) },
    }),
  );

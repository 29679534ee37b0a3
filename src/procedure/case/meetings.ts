import type { CaseFile, Meetings } from './case-file';
import { addDays } from '../time/dates';
import { refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import type { IsoDate } from '../time/time';

export type Group = keyof Meetings;

const names: Readonly<Record<Group, string>> = { subGroup: 'sub-group', exec: 'Exec group' };

/** The days before a meeting on which its papers are due, in calendar days (three weeks). */
export const papersDueBefore = (file: Pick<CaseFile, 'policy'>, group: Group): number =>
  file.policy.papersBefore[group];

/** When the papers of a meeting are due: London date, calendar days before it. */
export const papersDue = (file: Pick<CaseFile, 'policy'>, group: Group, meetingOn: IsoDate): IsoDate =>
  addDays(meetingOn, -papersDueBefore(file, group));

/** The next scheduled meeting that papers sent on this day are in time for. */
export const nextMeetingFor = (file: CaseFile, group: Group, papersOn: IsoDate): IsoDate | undefined =>
  file.meetings[group].find((meetingOn) => papersDue(file, group, meetingOn) >= papersOn);

/** Papers go to a meeting that comes after them; that they are late for it is shown as a conflict, never refused. */
export function scheduledMeeting(
  file: CaseFile,
  group: Group,
  meetingOn: IsoDate,
  papersOn: IsoDate,
): Refusal | undefined {
  if (meetingOn < papersOn) {
    return refusal(
      'against-the-record',
      says`The papers went out on ${part.day(papersOn)}, after that meeting of the ${names[group]}; give the meeting they are for.`,
    );
  }
  if (file.meetings[group].length > 0 && !file.meetings[group].includes(meetingOn)) {
    const coming = file.meetings[group]
      .filter((one) => one >= papersOn)
      .slice(0, 4)
      .map(part.day);
    return refusal(
      'against-the-record',
      says`No meeting of the ${names[group]} is scheduled on ${part.day(meetingOn)}. Scheduled next: ${coming.length === 0 ? 'none' : inList(coming, '; ')}. Schedule the meeting first.`,
    );
  }
  return undefined;
}

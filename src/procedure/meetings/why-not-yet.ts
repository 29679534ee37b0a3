import type { CaseFile, DecisionName } from '../case/case-file';
import { fact } from '../case/facts';
import { isRequired, unsettledBefore } from '../dates/steps';
import { against } from '../decision';
import { refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { londonDate } from '../time/dates';
import type { IsoDate } from '../time/time';
import { meetingToCome } from './arranged-meetings';
import { kindsOfMeeting, meetingKinds, type MeetingKind } from './kinds-of-meeting';

/** Refuses to record what a meeting decided as of a day before that for which it is arranged. */
export function beforeItsMeeting(file: CaseFile, name: DecisionName, on: IsoDate): Refusal | undefined {
  const kind = meetingKinds.find((one) => kindsOfMeeting[one].held === name);
  const meeting = kind === undefined ? undefined : meetingToCome(file, kind);
  if (kind === undefined || meeting === undefined) return undefined;
  const day = londonDate(meeting.beginsAt);
  return on >= day
    ? undefined
    : against(
        meeting.arranged,
        says`The ${kindsOfMeeting[kind].title} is arranged for ${part.day(day)} (entry ${meeting.arranged.seq}); ${part.day(on)} is before that. If it was held on another day, move it first; if it is not to be held, cancel it${part.byEither('moveMeeting', 'cancelMeeting')}.`,
      );
}

/** Refuses to arrange a meeting of this kind: it is arranged, was held, is not needed, or waits. */
export function whyNotArranged(file: CaseFile, kind: MeetingKind): Refusal | undefined {
  const { title, step, after, held } = kindsOfMeeting[kind];
  const standing = meetingToCome(file, kind);
  if (standing !== undefined)
    return refusal(
      'already-decided',
      says`The ${title} is arranged for ${part.day(londonDate(standing.beginsAt))} (entry ${standing.arranged.seq}). Move it instead${part.by('moveMeeting')}.`,
    );
  const was = fact(file, held);
  if (was !== undefined)
    return refusal('too-late', says`The ${title} is on the record of ${part.day(was.on)} (entry ${was.seq}).`);
  const missing = unsettledBefore(file, after);
  if (missing.length > 0)
    return {
      ...refusal('too-early', says`The ${title} waits for: ${inList(missing.map(part.step), '; ')}.`),
      waitsFor: missing,
    };
  return isRequired(file, step)
    ? undefined
    : refusal('against-the-record', says`${part.step(step)} is not needed in this case.`);
}

import { addYears, sayDate } from '../../../procedure/time/dates';
import type { Conflict, PlannedMeeting } from '../../../procedure/dates/conflicts';
import { papersDue, type Group } from '../../../procedure/case/meetings';
import type { CaseReference, IsoDate } from '../../../procedure/time/time';
import { meetingGroupNames } from '../../../casework/calendar-words';
import type { Partnership } from '../../../profile/partnership';
import { meetingGroups, type MeetingGroup, type ScheduledMeeting } from '../../../records/meetings';

/** A case whose papers are on their way to a meeting, as its plan has it. */
export interface CaseOfMeetings {
  readonly reference: CaseReference;
  readonly meetings: readonly PlannedMeeting[];
  readonly conflicts: readonly Conflict[];
}

/** The rules name the groups as they name fields. */
const groupOf: Readonly<Record<MeetingGroup, Group>> = { 'sub-group': 'subGroup', exec: 'exec' };

/** Conflicts that another meeting, or earlier papers, would settle; a plan has others, which are shown with it. */
const aboutMeetings: readonly string[] = [
  'no-sub-group-meeting',
  'no-exec-meeting',
  'late-sub-group-meeting',
  'late-exec-meeting',
  'late-sub-group-papers',
  'late-exec-papers',
];

interface Looking {
  readonly partnership: Pick<Partnership, 'meetings' | 'policy'>;
  readonly added: readonly ScheduledMeeting[];
  readonly cases: readonly CaseOfMeetings[];
  readonly today: IsoDate;
  /** True to list the meetings that are over, the last first, in place of those to come. */
  readonly past: boolean;
  /** True to list all meetings to come; otherwise those of the coming year, and those that a case is planned for. */
  readonly all: boolean;
  nameOf(id: string): string;
}

/** The meetings of each group with when their papers are due, and the cases whose papers go to each. */
export function groupsOf({ partnership, added, cases, today, past, all, nameOf }: Looking) {
  const soon = addYears(today, 1);
  return meetingGroups.map((group) => {
    const key = groupOf[group];
    const days = partnership.meetings[key].filter((on) => (past ? on < today : on >= today));
    const goes = (on: IsoDate) => goingTo(cases, key, on);
    const shown = days.filter((on) => past || all || on <= soon || goes(on).length > 0);
    const papers = (on: IsoDate) => papersDue(partnership, key, on);
    return {
      group,
      name: meetingGroupNames[group],
      later: days.length - shown.length,
      cancelled: added.flatMap(({ group: of, on, cancelled }) =>
        cancelled === undefined || of !== group || (past ? on >= today : on < today)
          ? []
          : [{ on, by: nameOf(cancelled.by), at: cancelled.at, why: cancelled.reason }],
      ),
      meetings: (past ? shown.toReversed() : shown).map((on) => {
        const own = added.find((one) => one.group === group && one.on === on && one.cancelled === undefined);
        return {
          on,
          papersDue: papers(on),
          papersState: past ? undefined : papersState(papers(on), today),
          cases: goes(on),
          addedBy: own && nameOf(own.by),
        };
      }),
    };
  });
}

function papersState(due: IsoDate, today: IsoDate): string | undefined {
  if (due < today) return 'the day has passed';
  return due === today ? 'today' : undefined;
}

const goingTo = (cases: readonly CaseOfMeetings[], group: Group, on: IsoDate) =>
  cases.flatMap(({ reference, meetings }) =>
    meetings
      .filter((meeting) => meeting.group === group && meeting.meetingOn === on)
      .map(({ papersSentOn }) => ({
        reference,
        papers: papersSentOn === null ? 'papers to come' : `papers sent on ${sayDate(papersSentOn)}`,
      })),
  );

/** The cases that no meeting fits, or whose papers cannot be in time, with what to do. */
export const conflictsAboutMeetings = (cases: readonly CaseOfMeetings[]) =>
  cases.flatMap(({ reference, conflicts }) => {
    const theirs = conflicts.filter(({ id }) => aboutMeetings.includes(id));
    return theirs.length === 0 ? [] : [{ reference, sentences: theirs.map(({ sentence }) => sentence) }];
  });

import { onOrBefore } from '../time/calendar';
import type { CaseFile, Fact } from './case-file';
import type { Conflict } from './conflict';
import { addDays, earlier, londonDate, sayDate } from '../time/dates';
import { fact, withFact } from './facts';
import { nextMeetingFor, papersDue, papersDueBefore, type Group } from './meetings';
import { plannedDates } from '../dates/plan';
import { isProceeding, isWithdrawn, outcome, reviewType } from './position';
import type { StepId } from '../step-ids';
import { isSettled } from '../dates/steps';
import type { IsoDate } from '../time/time';

/* Steps 12 to 15 contradict themselves: draft, papers, comments, the sub-group's meeting, papers again, sign-off. */

/** The date of a step; nothing where it has none yet. */
export const due = (file: CaseFile, step: StepId): IsoDate | undefined => plannedDates(file, step).due;

/** A local review may still come, or is under way, and this step of it is not behind the case. */
export const ahead = (file: CaseFile, step: StepId): boolean => {
  if (isWithdrawn(file) || file.closedOn !== undefined) return false;
  if (outcome(file) !== undefined && !isProceeding(file)) return false;
  const type = reviewType(file);
  return type === undefined ? true : type === 'LCSPR' && !isSettled(file, step);
};

/** The draft on its way through the sub-group, on the days on which it went or is to go. */
interface Drafting {
  readonly draft: IsoDate;
  /** The day by which the procedure has the sub-group consider it. */
  readonly considered: IsoDate;
  readonly share: IsoDate;
  readonly isShared: boolean;
  /** The one meeting that the draft goes to; nothing where none is scheduled that it reaches. */
  readonly meeting: IsoDate | undefined;
  /** That meeting, or the first day on which the sub-group could meet. */
  readonly earliestMeeting: IsoDate;
}

function draftingOf(file: CaseFile): Drafting | undefined {
  const draft = fact(file, 'recordDraft')?.on ?? due(file, 'draft');
  const considered = due(file, 'draft-to-sub-group');
  if (draft === undefined || considered === undefined) return undefined;
  const shared = fact(file, 'shareDraft');
  const planned = shared?.form.meetingOn ?? nextMeetingFor(file, 'subGroup', draft);
  const meeting = fact(file, 'recordSubGroupMeeting')?.on ?? planned;
  const inTime = meeting === undefined ? considered : earlier(considered, papersDue(file, 'subGroup', meeting));
  const share = shared?.on ?? inTime;
  const earliestMeeting = meeting ?? addDays(share, papersDueBefore(file, 'subGroup'));
  return { draft, considered, share, isShared: shared !== undefined, meeting, earliestMeeting };
}

/** Day 60 to day 71 is shorter than the three weeks that the sub-group's papers need. */
function subGroupPapers(file: CaseFile, { draft, considered }: Drafting): readonly Conflict[] {
  const latest = onOrBefore(file.calendar, papersDue(file, 'subGroup', considered));
  return ahead(file, 'draft-to-sub-group') && latest < draft
    ? [
        {
          id: 'sub-group-papers',
          sentence: `The draft ${fact(file, 'recordDraft') === undefined ? 'may arrive as late as' : 'arrived on'} ${sayDate(draft)} (step 12). The sub-group considers it by ${sayDate(considered)} (step 13), and its papers are due ${file.policy.papersBefore.subGroup} days before. Send papers by ${sayDate(latest)} to meet this date, or move the meeting to a later date.`,
          steps: ['draft', 'draft-to-sub-group'],
          latest,
        },
      ]
    : [];
}

/** The file with the draft shared on a day, for the dates that count from it. */
const sharedOn = (file: CaseFile, on: IsoDate, meetingOn: IsoDate): CaseFile => {
  const { openedAt: recordedAt, openedBy } = file;
  const { person: by, role } = openedBy;
  const supposed: Fact<{ meetingOn: IsoDate }> = { seq: file.seq + 1, on, recordedAt, by, role, form: { meetingOn } };
  return withFact(file, 'shareDraft', supposed);
};

/** Comments close two weeks after sharing, a week before the meeting that considers them. */
function commentsAndMeeting(file: CaseFile, one: Drafting): readonly Conflict[] {
  const { share, isShared, considered, meeting, earliestMeeting } = one;
  const isEarlier = !isShared && share < considered;
  const comments = due(isEarlier ? sharedOn(file, share, earliestMeeting) : file, 'comments');
  if (!ahead(file, 'comments') || comments === undefined || earliestMeeting <= comments) return [];
  const inTime = isEarlier ? ` on ${sayDate(share)}, in time for its meeting` : '';
  return [
    {
      id: 'comments-and-meeting',
      sentence: `Comments are due by ${sayDate(comments)}, ${file.policy.windows.comments.by} days after the draft is shared${inTime}, but the sub-group that considers it meets on ${sayDate(earliestMeeting)}${meeting === undefined ? ' at the earliest' : ''}. Members answer by the earlier date.`,
      steps: ['comments'],
      latest: comments,
    },
  ];
}

/** The day after which nothing was recorded: a date before it cannot be kept any more. London date. */
const lastKnownDay = (file: CaseFile): IsoDate =>
  Object.values(file.facts)
    .flatMap((facts) => facts as readonly Fact<unknown>[])
    .reduce<IsoDate>(
      (last, { recordedAt }) => (londonDate(recordedAt) > last ? londonDate(recordedAt) : last),
      londonDate(file.openedAt),
    );

/** The last day on which the draft can go to a sub-group that meets by the day on which the Exec group's papers go out. */
function latestShare(file: CaseFile, { draft, isShared }: Drafting, papersBy: IsoDate) {
  if (isShared) return undefined;
  const { subGroup } = file.meetings;
  const meeting = subGroup.length === 0 ? papersBy : subGroup.findLast((one) => one <= papersBy);
  if (meeting === undefined) return undefined;
  const share = onOrBefore(file.calendar, papersDue(file, 'subGroup', meeting));
  const soonest = fact(file, 'recordDraft') === undefined ? lastKnownDay(file) : draft;
  return share < soonest ? undefined : { share, meeting };
}

/** Papers of the Exec group follow the sub-group's meeting and the final draft, and go out three weeks before day 83. */
function execPapers(file: CaseFile, one: Drafting): readonly Conflict[] {
  const signOff = due(file, 'sign-off');
  if (!ahead(file, 'sign-off') || signOff === undefined || fact(file, 'sendExecPapers') !== undefined) return [];
  const papersBy = onOrBefore(file.calendar, papersDue(file, 'exec', signOff));
  if (papersBy >= one.earliestMeeting) return [];
  const { exec } = file.policy.papersBefore;
  const about = `The Exec group signs off by ${sayDate(signOff)} (step 15) on papers sent ${exec} days before, which is before the sub-group considers the draft on ${sayDate(one.earliestMeeting)} (step 13).`;
  const works = latestShare(file, one, papersBy);
  if (works === undefined) {
    const next = nextMeetingFor(file, 'exec', one.earliestMeeting) ?? addDays(one.earliestMeeting, exec);
    const sentence = `${about} That date can no longer be met. The Exec group can sign off on ${sayDate(next)} at the earliest.`;
    return [{ id: 'exec-papers', sentence, steps: ['sign-off', 'draft-to-sub-group'] }];
  }
  return [
    {
      id: 'exec-papers',
      sentence: `${about} To meet this date, send the draft to the sub-group by ${sayDate(works.share)} for a meeting by ${sayDate(works.meeting)}.`,
      steps: ['draft-to-sub-group', 'sign-off'],
      latest: works.share,
    },
  ];
}

/** The author has two weeks from day 82, and the Exec group signs off on day 83, on papers that hold the final draft. */
function finalDraft(file: CaseFile, { earliestMeeting }: Drafting): readonly Conflict[] {
  const draft = due(file, 'final-draft');
  const signOff = due(file, 'sign-off');
  const papers = fact(file, 'sendExecPapers');
  const by = papers?.form.meetingOn ?? signOff;
  if (!ahead(file, 'final-draft') || draft === undefined || by === undefined) return [];
  // A case of 0.1.0 may have sent its papers before the draft was final.
  const inTime = papers === undefined ? onOrBefore(file.calendar, papersDue(file, 'exec', by)) : by;
  if (draft <= inTime) return [];
  const about = `The final draft may be returned as late as ${sayDate(draft)} (step 14), after ${papers === undefined ? 'its papers go to the Exec group' : 'the Exec group is to sign it off'} (step 15).`;
  const works = earliestMeeting <= (papers?.on ?? inTime);
  const says = works
    ? `Return the draft by ${sayDate(inTime)} to meet this date.`
    : `The group signs off by ${sayDate(by)}, and its papers follow the sub-group's meeting on ${sayDate(earliestMeeting)}. The draft cannot be returned in time for that.`;
  return [
    {
      id: 'final-draft-and-sign-off',
      sentence: `${about} ${says}`,
      steps: ['final-draft', 'sign-off'],
      ...(works ? { latest: inTime } : {}),
    },
  ];
}

const names: Readonly<Record<Group, { readonly id: string; readonly name: string }>> = {
  subGroup: { id: 'sub-group', name: 'sub-group' },
  exec: { id: 'exec', name: 'Exec group' },
};

interface ToMeet {
  readonly group: Group;
  /** The step that is done by it. */
  readonly step: StepId;
  /** The first day on which papers for it can go out. */
  readonly ready: IsoDate;
}

/** The first day on which the Exec group's papers can go out: with the final draft once it is approved, and no sooner. */
const papersReady = (file: CaseFile, { earliestMeeting }: Drafting): IsoDate =>
  fact(file, 'approveFinalDraft')?.on ?? fact(file, 'recordFinalDraft')?.on ?? earliestMeeting;

/** The next scheduled meeting that papers can still reach, or that there is none. */
function noMeeting(file: CaseFile, { group, step, ready }: ToMeet): readonly Conflict[] {
  const by = due(file, step);
  const papersAreOut = group === 'exec' ? fact(file, 'sendExecPapers') : fact(file, 'shareDraft');
  if (!ahead(file, step) || by === undefined || papersAreOut !== undefined) return [];
  const { id, name } = names[group];
  const meeting = nextMeetingFor(file, group, ready);
  if (meeting === undefined) {
    const sentence = `No scheduled meeting of the ${name} fits papers sent by ${sayDate(ready)}. Schedule a meeting.`;
    return [{ id: `no-${id}-meeting`, sentence, steps: [step] }];
  }
  return meeting > by
    ? [
        {
          id: `late-${id}-meeting`,
          sentence: `The next scheduled meeting of the ${name} that papers sent by ${sayDate(ready)} can reach is on ${sayDate(meeting)} (papers due by ${sayDate(papersDue(file, group, meeting))}), after ${sayDate(by)}.`,
          steps: [step],
          latest: papersDue(file, group, meeting),
        },
      ]
    : [];
}

/** The draft is with a sub-group that meets after the day by which it was to consider it. */
function lateMeeting(file: CaseFile, { considered }: Drafting): readonly Conflict[] {
  const shared = fact(file, 'shareDraft');
  const isHeld = fact(file, 'recordSubGroupMeeting') !== undefined || !ahead(file, 'amendments');
  return shared === undefined || isHeld || shared.form.meetingOn <= considered
    ? []
    : [
        {
          id: 'late-sub-group-meeting',
          sentence: `The sub-group considers the draft on ${sayDate(shared.form.meetingOn)}, after ${sayDate(considered)}.`,
          steps: ['draft-to-sub-group'],
        },
      ];
}

/** Every conflict of steps 12 to 15; all of them name one meeting of the sub-group. */
export function draftingConflicts(file: CaseFile): readonly Conflict[] {
  const one = draftingOf(file);
  if (one === undefined) return [];
  return [
    ...subGroupPapers(file, one),
    ...commentsAndMeeting(file, one),
    ...execPapers(file, one),
    ...finalDraft(file, one),
    ...noMeeting(file, { group: 'subGroup', step: 'draft-to-sub-group', ready: one.draft }),
    ...lateMeeting(file, one),
    ...noMeeting(file, { group: 'exec', step: 'sign-off', ready: papersReady(file, one) }),
  ];
}

/** A scheduled meeting that this case's papers go to, or will: the next that fits, and when its papers are due. */
export interface PlannedMeeting {
  readonly group: Group;
  readonly meetingOn: IsoDate;
  readonly papersDue: IsoDate;
  readonly papersSentOn: IsoDate | null;
}

function plannedMeeting(file: CaseFile, { group, step, ready }: ToMeet): readonly PlannedMeeting[] {
  const papers = group === 'exec' ? fact(file, 'sendExecPapers') : fact(file, 'shareDraft');
  if (!ahead(file, step)) return [];
  const meetingOn = papers?.form.meetingOn ?? nextMeetingFor(file, group, ready);
  return meetingOn === undefined
    ? []
    : [{ group, meetingOn, papersDue: papersDue(file, group, meetingOn), papersSentOn: papers?.on ?? null }];
}

/** The meetings that the plan picks, as long as they are to come. Source: "What runs beside what". */
export function plannedMeetings(file: CaseFile): readonly PlannedMeeting[] {
  const one = draftingOf(file);
  if (one === undefined) return [];
  return [
    ...plannedMeeting(file, { group: 'subGroup', step: 'comments', ready: one.draft }),
    ...plannedMeeting(file, { group: 'exec', step: 'sign-off', ready: papersReady(file, one) }),
  ];
}

import { breachesOf } from './breaches';
import { onOrBefore, workingDaysAfter } from './calendar';
import type { CaseFile } from './case-file';
import { clocksOf } from './clocks';
import type { Conflict } from './conflict';
import { addDays, londonDate, sayDate } from './dates';
import { fact } from './facts';
import { holdsOf } from './holds';
import { nextMeetingFor, papersDue, papersDueBefore, type Group } from './meetings';
import { extensionOf, plannedDates } from './plan';
import { isProceeding, isWithdrawn, outcome, reviewType } from './position';
import { statutoryLimit } from './statutory';
import type { StepId } from './step-ids';
import { stepLabel } from './step-names';
import { isSettled } from './steps';
import type { IsoDate } from './time';

export type { Conflict };

const due = (file: CaseFile, step: StepId): IsoDate | undefined => plannedDates(file, step).due;

/** A local review may still come, or is under way, and this step of it is not behind us. */
const ahead = (file: CaseFile, step: StepId): boolean => {
  if (isWithdrawn(file) || file.closedOn !== undefined) return false;
  if (outcome(file) !== undefined && !isProceeding(file)) return false;
  const type = reviewType(file);
  return type === undefined ? true : type === 'LCSPR' && !isSettled(file, step);
};

/** Day 60 to day 71 is shorter than the three weeks that the sub-group's papers need. */
function subGroupPapers(file: CaseFile): readonly Conflict[] {
  const draft = fact(file, 'recordDraft')?.on ?? due(file, 'draft');
  const considered = due(file, 'draft-to-sub-group');
  if (!ahead(file, 'draft-to-sub-group') || draft === undefined || considered === undefined) return [];
  const latest = onOrBefore(file.calendar, papersDue(file, 'subGroup', considered));
  return latest < draft
    ? [
        {
          id: 'sub-group-papers',
          sentence: `The draft ${fact(file, 'recordDraft') === undefined ? 'may come in as late as' : 'came in on'} ${sayDate(draft)} (step 12), but papers for a sub-group that considers it by ${sayDate(considered)} (step 13) go out ${file.policy.papersBefore.subGroup} days before. A draft in by ${sayDate(latest)} still works, or the sub-group meets later.`,
          steps: ['draft', 'draft-to-sub-group'],
          latest,
        },
      ]
    : [];
}

/** Comments close two weeks after sharing, a week before the meeting that considers them. */
function commentsAndMeeting(file: CaseFile): readonly Conflict[] {
  const shared = fact(file, 'shareDraft');
  const comments = due(file, 'comments');
  if (!ahead(file, 'comments') || comments === undefined) return [];
  const share = shared?.on ?? due(file, 'draft-to-sub-group');
  if (share === undefined) return [];
  const scheduled = shared?.form.meetingOn ?? nextMeetingFor(file, 'subGroup', share);
  // Where no meeting is scheduled, papers still go out three weeks before it: it cannot be earlier.
  const meeting = scheduled ?? addDays(share, papersDueBefore(file, 'subGroup'));
  return meeting > comments
    ? [
        {
          id: 'comments-and-meeting',
          sentence: `Comments are due by ${sayDate(comments)}, ${file.policy.windows.comments.by} days after the draft is shared, but the sub-group that considers it meets on ${sayDate(meeting)}${scheduled === undefined ? ' at the earliest' : ''}. Members answer by the earlier date.`,
          steps: ['comments'],
          latest: comments,
        },
      ]
    : [];
}

/** The Exec group's papers would go out before the draft was even shared. */
function execPapers(file: CaseFile): readonly Conflict[] {
  const signOff = due(file, 'sign-off');
  const shared = fact(file, 'shareDraft')?.on ?? due(file, 'draft-to-sub-group');
  if (
    !ahead(file, 'sign-off') ||
    signOff === undefined ||
    shared === undefined ||
    fact(file, 'sendExecPapers') !== undefined
  )
    return [];
  const latest = onOrBefore(file.calendar, papersDue(file, 'exec', signOff));
  return latest < shared
    ? [
        {
          id: 'exec-papers',
          sentence: `The Exec group signs off by ${sayDate(signOff)} (step 15) on papers sent ${file.policy.papersBefore.exec} days before, which is before the draft goes to the sub-group on ${sayDate(shared)} (step 13). Papers out by ${sayDate(latest)} still work.`,
          steps: ['sign-off', 'draft-to-sub-group'],
          latest,
        },
      ]
    : [];
}

/** The author has two weeks from day 82, and the Exec group signs off on day 83. */
function finalDraft(file: CaseFile): readonly Conflict[] {
  const draft = due(file, 'final-draft');
  const signOff = due(file, 'sign-off');
  return ahead(file, 'final-draft') && draft !== undefined && signOff !== undefined && draft > signOff
    ? [
        {
          id: 'final-draft-and-sign-off',
          sentence: `The final draft may come back as late as ${sayDate(draft)} (step 14), after the Exec group is to sign it off (step 15). A draft back by ${sayDate(signOff)} still works.`,
          steps: ['final-draft', 'sign-off'],
          latest: signOff,
        },
      ]
    : [];
}

/** The next scheduled meeting that papers can still reach, or that there is none. */
function noMeeting(file: CaseFile, group: Group, step: StepId, papersStep: StepId): readonly Conflict[] {
  const papersOn =
    (group === 'exec' ? fact(file, 'shareDraft') : fact(file, 'recordDraft'))?.on ?? due(file, papersStep);
  const by = due(file, step);
  const papersAreOut = group === 'exec' ? fact(file, 'sendExecPapers') : fact(file, 'shareDraft');
  if (!ahead(file, step) || papersOn === undefined || by === undefined || papersAreOut !== undefined) return [];
  const name = group === 'exec' ? 'Exec group' : 'sub-group';
  const meeting = nextMeetingFor(file, group, papersOn);
  if (meeting === undefined) {
    return [
      {
        id: `no-${group === 'exec' ? 'exec' : 'sub-group'}-meeting`,
        sentence: `No scheduled meeting of the ${name} fits papers sent by ${sayDate(papersOn)}; schedule one.`,
        steps: [step],
      },
    ];
  }
  return meeting > by
    ? [
        {
          id: `late-${group === 'exec' ? 'exec' : 'sub-group'}-meeting`,
          sentence: `The next scheduled meeting of the ${name} that papers sent by ${sayDate(papersOn)} can reach is on ${sayDate(meeting)} (papers due by ${sayDate(papersDue(file, group, meeting))}), after ${sayDate(by)}.`,
          steps: [step],
          latest: papersDue(file, group, meeting),
        },
      ]
    : [];
}

/** A notice on its last day leaves too little time before publication is due. */
function noticeAndPublication(file: CaseFile): readonly Conflict[] {
  const notice = due(file, 'notice-of-intent');
  const published = due(file, 'publication');
  if (!ahead(file, 'notice-of-intent') || notice === undefined || published === undefined) return [];
  const { count } = statutoryLimit('report-before-publication', londonDate(file.openedAt)).length;
  const earliest = workingDaysAfter(file.calendar, notice, count);
  return earliest > published
    ? [
        {
          id: 'notice-and-publication',
          sentence: `A notice of intent on its last day, ${sayDate(notice)} (step 17), allows publication on ${sayDate(earliest)} at the earliest, after it is due on ${sayDate(published)} (step 18).`,
          steps: ['notice-of-intent', 'publication'],
        },
      ]
    : [];
}

const holds = (file: CaseFile): readonly Conflict[] =>
  holdsOf(file).flatMap((hold) => {
    const stepDue = due(file, hold.step);
    return hold.liftedOn === undefined && stepDue !== undefined && hold.lookAgainOn > stepDue
      ? [
          {
            id: `hold-${hold.id}`,
            sentence: `${stepLabel(hold.step)} is on hold to ${sayDate(hold.lookAgainOn)}, past its date of ${sayDate(stepDue)}; the clocks keep running.`,
            steps: [hold.step],
            latest: stepDue,
          },
        ]
      : [];
  });

/** An extension that the partners agreed does not extend the law. */
const extendedPastTheLaw = (file: CaseFile): readonly Conflict[] =>
  clocksOf(file).flatMap((clock) => {
    const extended = clock.governs === undefined ? undefined : extensionOf(file, clock.governs);
    return clock.kind === 'statutory' &&
      clock.governs !== undefined &&
      extended !== undefined &&
      extended > clock.limitDate &&
      clock.metOn === undefined
      ? [
          {
            id: `extended-${clock.governs}`,
            sentence: `${stepLabel(clock.governs)} was extended to ${sayDate(extended)}, past the statutory ${sayDate(clock.limitDate)} (${clock.source}).`,
            steps: [clock.governs],
            latest: clock.due,
          },
        ]
      : [];
  });

/** A scheduled meeting that this case's papers go to, or will: the next that fits, and when its papers are due. */
export interface PlannedMeeting {
  readonly group: Group;
  readonly meetingOn: IsoDate;
  readonly papersDue: IsoDate;
  readonly papersSentOn: IsoDate | null;
}

const plannedMeeting = (file: CaseFile, group: Group, step: StepId, papersStep: StepId): readonly PlannedMeeting[] => {
  const papers = group === 'exec' ? fact(file, 'sendExecPapers') : fact(file, 'shareDraft');
  const ready = (group === 'exec' ? fact(file, 'shareDraft') : fact(file, 'recordDraft'))?.on ?? due(file, papersStep);
  if (!ahead(file, step) || ready === undefined) return [];
  const meetingOn = papers?.form.meetingOn ?? nextMeetingFor(file, group, ready);
  return meetingOn === undefined
    ? []
    : [{ group, meetingOn, papersDue: papersDue(file, group, meetingOn), papersSentOn: papers?.on ?? null }];
};

/** The meetings that the plan picks, as long as they are to come. Source: "What runs beside what". */
export const plannedMeetings = (file: CaseFile): readonly PlannedMeeting[] => [
  ...plannedMeeting(file, 'subGroup', 'comments', 'draft'),
  ...plannedMeeting(file, 'exec', 'sign-off', 'draft-to-sub-group'),
];

/** Every conflict between the dates of a case that can be known now. Source: "What runs beside what". */
export const conflictsOf = (file: CaseFile): readonly Conflict[] => [
  ...subGroupPapers(file),
  ...commentsAndMeeting(file),
  ...execPapers(file),
  ...finalDraft(file),
  ...noMeeting(file, 'subGroup', 'draft-to-sub-group', 'draft'),
  ...noMeeting(file, 'exec', 'sign-off', 'draft-to-sub-group'),
  ...noticeAndPublication(file),
  ...holds(file),
  ...extendedPastTheLaw(file),
  ...breachesOf(file),
];

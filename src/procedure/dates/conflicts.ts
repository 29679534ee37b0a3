import { breachesOf } from './breaches';
import { workingDaysAfter } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { clocksOf } from './clocks';
import type { Conflict } from '../case/conflict';
import { londonDate, sayDate } from '../time/dates';
import { ahead, draftingConflicts, due, plannedMeetings, type PlannedMeeting } from '../case/drafting-conflicts';
import { holdsOf } from '../case/holds';
import { extensionOf } from './plan';
import { statutoryLimit } from './statutory';
import { stepLabel } from '../step-names';

export type { Conflict, PlannedMeeting };
export { plannedMeetings };

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
    // A step without a date has none that is passed.
    const stepDue = due(file, hold.step) ?? hold.lookAgainOn;
    return hold.liftedOn === undefined && hold.lookAgainOn > stepDue
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
  clocksOf(file).flatMap(({ governs, metOn, limitDate, source, due: latest }) => {
    if (governs === undefined || metOn !== undefined) return [];
    const extended = extensionOf(file, governs) ?? limitDate;
    return extended > limitDate
      ? [
          {
            id: `extended-${governs}`,
            sentence: `${stepLabel(governs)} was extended to ${sayDate(extended)}, past the statutory ${sayDate(limitDate)} (${source}).`,
            steps: [governs],
            latest,
          },
        ]
      : [];
  });

/** Every conflict between the dates of a case that can be known now. Source: "What runs beside what". */
export const conflictsOf = (file: CaseFile): readonly Conflict[] => [
  ...draftingConflicts(file),
  ...noticeAndPublication(file),
  ...holds(file),
  ...extendedPastTheLaw(file),
  ...breachesOf(file),
];

import type { CaseFile, Fact } from '../case/case-file';
import { askedSince, entriesForOthers, whoDecided, type EntryForAnother } from '../case/recorded-for';
import { workingDaysAfter } from '../time/calendar';
import { londonDate } from '../time/dates';
import type { IsoDate } from '../time/time';
import { taskId } from './task-id';
import type { Task } from './tasks';

/*
 * What is left to do with entries that were recorded on somebody's behalf: whoever decided it answers, and the Business
 * Unit resolves an objection. Source: DESIGN, "Asking and answering".
 */

/** Working days in which whoever decided it answers, and in which an objection is resolved: our own choice. */
const daysToAnswer = 3;

/** The date by which whoever decided an entry answers whether they agree. */
export const confirmBy = (file: CaseFile, entry: Fact<unknown>): IsoDate =>
  workingDaysAfter(file.calendar, askedSince(file, entry), daysToAnswer);

/** The task of whoever decided an entry, in words. */
export const confirmationTitle = ({ seq }: Pick<Fact<unknown>, 'seq'>): string =>
  `Confirm what was recorded on your behalf (entry ${seq})`;

/** Lists the answer that is awaited to an entry, or the objection to it that is to be resolved. */
function taskOf(file: CaseFile, { fact, recordedFor, confirmation }: EntryForAnother): readonly Task[] {
  const { state, answer } = confirmation;
  const code = String(fact.seq);
  if (state === 'not-yet-confirmed') {
    return [
      {
        id: taskId({ kind: 'confirmation', code }),
        title: confirmationTitle(fact),
        owner: whoDecided(file, recordedFor),
        due: confirmBy(file, fact),
        why: `${daysToAnswer} working days after entry ${code} was recorded or corrected (local rule).`,
      },
    ];
  }
  return state === 'confirmed' || answer === undefined
    ? []
    : [
        {
          id: taskId({ kind: 'objection', code }),
          title: `Resolve the objection to entry ${code}`,
          owner: 'business-manager',
          due: workingDaysAfter(file.calendar, londonDate(answer.recordedAt), daysToAnswer),
          why: `${daysToAnswer} working days after the objection (entry ${answer.seq}) was recorded (local rule).`,
        },
      ];
}

/** Lists the answers that are awaited, and the objections that are to be resolved. */
export const confirmationTasks = (file: CaseFile): readonly Task[] =>
  entriesForOthers(file).flatMap((entry) => taskOf(file, entry));

import { colleaguesOf } from '../asking/colleagues';
import type { CaseFile } from '../case/case-file';
import { workingDaysAfter } from '../time/calendar';
import { londonDate } from '../time/dates';
import { taskId } from './task-id';
import type { Task } from './tasks';

/** Lists the colleagues whom the Business Unit is to confirm, a working day after they were named: our own choice. */
export const colleagueTasks = (file: CaseFile): readonly Task[] =>
  colleaguesOf(file)
    .filter(({ state }) => state === 'waits')
    .map(({ id, named }) => ({
      id: taskId({ kind: 'colleague', code: id }),
      title: 'Confirm a colleague to whom a request is passed on',
      owner: 'business-manager',
      due: workingDaysAfter(file.calendar, londonDate(named.recordedAt), 1),
      why: `One working day after entry ${named.seq} named them (local rule).`,
    }));

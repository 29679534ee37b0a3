import { defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import { queries, signals } from '../src/procedure/contract';
import { openDoors, refuseOtherSignals, type BehindTheDoors } from './doors';
import type { Run } from './run';

const calendarChanged = defineSignal(signals.calendarChanged);
const takeUpCurrentCode = defineSignal(signals.takeUpCurrentCode);
const sendWaiting = defineSignal(signals.sendWaiting);
const lastEntry = defineQuery<number>(queries.lastEntry);
const unsent = defineQuery<readonly string[]>(queries.unsent);

/** Sets the Update, Signal and Query handlers of a case. */
export function setHandlers(run: Run): void {
  const behindTheDoors: BehindTheDoors = {
    now: run.now,
    get file() {
      return run.file;
    },
    settle: run.settle,
    profileAsked: () => {
      run.asked.partnership = 'profile';
    },
  };
  openDoors(behindTheDoors);
  setHandler(
    calendarChanged,
    () => {
      run.asked.partnership ??= 'calendar';
    },
    { description: 'Holidays, closures, meetings or people changed: take them up, plan every date again' },
  );
  setHandler(
    takeUpCurrentCode,
    () => {
      run.asked.newRun = true;
      run.awake = true;
    },
    { description: 'Go on from the case file onto the code that runs now' },
  );
  setHandler(sendWaiting, () => run.effects.takeUpWaiting(), {
    description: 'Send the emails that wait on the record and that this case does not know of',
  });
  setHandler(lastEntry, () => run.file.seq, { description: 'The number of the last entry of its record' });
  setHandler(unsent, () => run.file.unsent, { description: 'The emails that it has still to send' });
  // Set after all other handlers: it would otherwise be given the Signals that came before those were set.
  refuseOtherSignals(behindTheDoors);
}

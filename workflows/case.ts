import { CancellationScope, condition } from '@temporalio/workflow';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Closing, Opening } from '../src/procedure/contract';
import { detailsOfFault, nameOfFault } from '../src/procedure/case/rule-faults';
import { isRecorded } from '../src/procedure/recorded';
import { isSettled } from '../src/procedure/dates/steps';
import { close, ended, isOver } from './ending';
import { setHandlers } from './handlers';
import { goOnInNewRun, quiet, timeForNewRun } from './next-run';
import { keepUp } from './partnership';
import { runOf, type Run } from './run';
import type { Case } from './stages';
import { keepTime } from './time';

/** A case in this run of its workflow: it follows the procedure until the case closes. */
export interface RunningCase {
  follow(procedure: Procedure): Promise<Closing>;
}

type Procedure = (c: Case) => Promise<void>;

/**
 * Takes up a case from the file that it carries. Sets its Update and Signal handlers; `follow` starts its timer and its
 * emails.
 */
export function takeUp(carried: CaseFile, opening?: Opening): RunningCase {
  const run = runOf(carried, opening);
  const isTimeForNewRun = timeForNewRun(run);
  setHandlers(run);
  return {
    async follow(procedure) {
      run.show('everything');
      if (opening !== undefined) await run.effects.record({ ...opening, file: run.file });
      const beside = new CancellationScope();
      const background = beside.run(() =>
        Promise.all([keepTime(run), keepUp(run), recordFaults(run), run.effects.deliver()]),
      );
      const failed = background.then(() => undefined);
      for (;;) {
        if (run.file.closedOn !== undefined) {
          // A closed case runs only while its last emails go out, or where it was begun again to be reopened.
          const closing = await ended(run, failed);
          if (closing === undefined) continue;
          beside.cancel();
          await failed.catch(() => undefined);
          return closing;
        }
        const way = await walk(run, procedure, { failed, isTimeForNewRun });
        if (way === 'ended') {
          // An earlier version of the code may have waited here, in the history of this very run. So the case is closed
          // only once the run is awake.
          if (run.awake) await close(run);
          else await condition(() => run.awake);
        }
        if (way === 'new-run') {
          await quiet(run);
          // The last thing to be done may have been done while this run waited; the case then closes in this run.
          if (!isOver(run)) await goOnInNewRun(run.file);
        }
      }
    },
  };
}

/** Puts the faults of rules on the record, each once; from the record their task is made. */
async function recordFaults(run: Run): Promise<never> {
  for (;;) {
    await condition(() => run.guard.next !== undefined);
    const fault = run.guard.take();
    if (fault === undefined) continue;
    const ruleFaults = [...(run.file.ruleFaults ?? []), nameOfFault(fault)];
    await run.enter({ ...run.file, ruleFaults }, { kind: 'rule-failed', details: detailsOfFault(fault, run.file) });
  }
}

/** Ends of a walk through the procedure, besides that of the procedure itself. */
interface EndsOfWalk {
  /** Rejects when what runs beside the procedure does. */
  readonly failed: Promise<undefined>;
  readonly isTimeForNewRun: () => boolean;
}

/** Follows the procedure from the top until it ends, its course changes, or it is time to go on in a new run. */
async function walk(run: Run, procedure: Procedure, ends: EndsOfWalk): Promise<'ended' | 'changed' | 'new-run'> {
  const { course } = run.file;
  const c: Case = {
    get file() {
      return run.file;
    },
    done: (step) => condition(() => run.guard.ask('steps', () => isSettled(run.file, step), false)),
    recorded: (decision) => condition(() => run.guard.ask('steps', () => isRecorded(run.file, decision), false)),
  };
  const scope = new CancellationScope();
  const ways = scope.run(() =>
    Promise.race([
      procedure(c).then(() => 'ended' as const, changedAfter(run)),
      condition(() => run.file.course !== course).then(() => 'changed' as const),
      condition(ends.isTimeForNewRun).then(() => 'new-run' as const),
      ends.failed.then(() => 'changed' as const),
    ]),
  );
  const way = await ways;
  scope.cancel();
  return way;
}

/** Handles a procedure that throws: it is followed again from the top once the file is another. */
function changedAfter(run: Run): (error: unknown) => Promise<'changed'> {
  const before = run.file;
  return async (error) => {
    run.guard.keep('procedure', error);
    await condition(() => run.file.course !== before.course || run.file.facts !== before.facts);
    return 'changed';
  };
}

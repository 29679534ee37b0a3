import type { CaseFile } from '../src/procedure/case/case-file';
import type { CaseEvent, Notice } from '../src/procedure/case/record';
import { withNotices } from '../src/procedure/case/told';
import type { WhatToTakeUp } from '../src/procedure/case/with-partnership';
import type { Opening } from '../src/procedure/contract';
import { lastRecordedAt } from '../src/procedure/reminders/reminders';
import { fromMillis, later } from '../src/procedure/time/dates';
import type { Instant } from '../src/procedure/time/time';
import { effectsOf, type Effects } from './effects';
import { guardOf, type Guard } from './guarded';
import { showInTemporal, shownOf } from './legible';

/** An entry of the record that is no decision: reminders, a new calendar, the closing. */
interface Entry extends Pick<CaseEvent, 'kind' | 'details'> {
  readonly notices?: readonly Notice[];
}

/** A case in one run of its workflow: its file, its time, its record, and what was asked of the run. */
export interface Run {
  /** The file as it is now. It changes with every decision, so it is read anew after every wait. */
  readonly file: CaseFile;
  /** The file that the run began with. */
  readonly carried: CaseFile;
  readonly guard: Guard;
  readonly effects: Effects;
  /** Requests by Signals and decisions that this run has still to carry out. */
  readonly asked: { newRun: boolean; partnership: WhatToTakeUp | undefined };
  /**
   * False until something happens in this run. Until then it does nothing that another version of the code might not
   * do: that version may be the one that goes on with the run.
   */
  awake: boolean;
  /** The case's time, which is never before the last event on its record. */
  now(): Instant;
  /** Brings what Temporal UI shows of the case up to date. */
  show(which?: 'everything'): void;
  /** Changes the case: the file, its record, its notices, and how it reads in Temporal. False: not yet recorded. */
  settle(next: CaseFile, events: readonly CaseEvent[], notices: readonly Notice[]): Promise<boolean>;
  /** Changes the case by an entry of the record that is no decision. */
  enter(next: CaseFile, entry: Entry): Promise<boolean>;
  /** Changes what the file keeps of the run's own work; nothing goes on the record. */
  remember(next: CaseFile): void;
}

/** Begins a run of a case from the file that it carries. */
export function runOf(carried: CaseFile, opening: Opening | undefined): Run {
  let file = carried;
  let latest = latestOf(carried, opening);
  const guard = guardOf(carried.ruleFaults ?? []);
  const effects = effectsOf({
    reference: carried.reference,
    keys: () => file.unsent,
    change: (unsent) => {
      file = { ...file, unsent };
    },
  });
  const run: Run = {
    get file() {
      return file;
    },
    carried,
    guard,
    effects,
    asked: { newRun: false, partnership: undefined },
    awake: false,
    // A case that is restarted on another machine, or a practice case whose clock is still to be moved on, could
    // otherwise date a decision before earlier entries.
    now: () => later(latest, fromMillis(Date.now())),
    show(which) {
      const shown = guard.ask('current-details', () => shownOf(file, run.now()), undefined);
      if (shown !== undefined) showInTemporal(shown, which);
    },
    async settle(next, events, notices) {
      file = next;
      run.awake = true;
      latest = run.now();
      run.show();
      return effects.record({ events, notices, file });
    },
    enter: (next, entry) => enterIn(run, next, entry),
    remember(next) {
      file = next;
    },
  };
  return run;
}

function enterIn(run: Run, next: CaseFile, { kind, details, notices = [] }: Entry): Promise<boolean> {
  const seq = run.file.seq + 1;
  return run.settle(withNotices({ ...next, seq }, notices, seq), [{ seq, kind, at: run.now(), details }], notices);
}

/** The latest moment on the record of a case that is taken up. */
function latestOf(carried: CaseFile, opening: Opening | undefined): Instant {
  const reached = later(lastRecordedAt(carried), carried.remindedUpTo);
  return later(reached, opening?.events.at(-1)?.at ?? reached);
}

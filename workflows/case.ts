import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities';
import type { CaseFile } from '../src/procedure/case/case-file';
import { fromMillis, later, londonDate, sayInstant, toMillis } from '../src/procedure/time/dates';
import { queries, signals, type Closing, type IncidentWorkflow, type Opening } from '../src/procedure/contract';
import { endingOf, stageOf } from '../src/procedure/describe';
import { canonical } from '../src/procedure/case/fingerprint';
import { noticesOf } from '../src/procedure/reminders/notices';
import type { CaseEvent, Notice } from '../src/procedure/case/record';
import {
  lastRecordedAt,
  mayRemindAt,
  nextReminderAt,
  ownTurn,
  remindersDue,
} from '../src/procedure/reminders/reminders';
import { seatsFor } from '../src/procedure/case/shut-out';
import { detailsOfFault, nameOfFault, workOutAll } from '../src/procedure/case/rule-faults';
import { isSettled, openSteps } from '../src/procedure/dates/steps';
import { takeUpCalendar } from '../src/procedure/case/taking-up';
import type { Instant } from '../src/procedure/time/time';
import { sayUnreadable } from '../src/procedure/case/unreadable';
import { openDoors, refuseOtherSignals } from './doors';
import { effectsOf } from './effects';
import { guardOf } from './guarded';
import { showInTemporal, shownOf } from './legible';
import type { Case } from './stages';

/** A case in this run of its workflow: it follows the procedure until the case closes. */
export interface RunningCase {
  follow(procedure: (c: Case) => Promise<void>): Promise<Closing>;
}

const calendarChanged = defineSignal(signals.calendarChanged);
const takeUpCurrentCode = defineSignal(signals.takeUpCurrentCode);
const lastEntry = defineQuery<number>(queries.lastEntry);

const { readPartnership } = proxyActivities<Pick<Activities, 'readPartnership'>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  summary: "Read the partnership's calendar and profile",
});

/** The time that a closed case whose workflow was begun again waits to be reopened, before it ends as it was. */
const reopeningTakes = '30 seconds';
/** The time that moving on to a new run waits for an email that is being tried again; the next run sends it. */
const sendingTakes = '20 seconds';
/**
 * The longest and the shortest sleep of a case, in milliseconds. The longest is for a case in which nobody is to be
 * reminded.
 */
const [longest, shortest] = [365 * 86_400_000, 1_000];
/** The calendar is read anew when it ends within this many days, so that no date falls off its end. */
const calendarMustReach = 500;

/**
 * Takes up a case from the file that it carries. Sets its Update and Signal handlers; `follow` starts its timer and its
 * emails.
 */
export function takeUp(carried: CaseFile, opening?: Opening): RunningCase {
  let file = carried;
  let moveOnAsked = false;
  let partnershipAsked: 'calendar' | 'profile' | undefined;
  const guard = guardOf(carried.ruleFaults ?? []);
  const begunIn = guard.ask('steps', () => stageOf(carried), undefined);
  // Until something happens in a run, it does nothing that another version of the code might not do: that version may
  // be the one that goes on with the run.
  let awake = false;
  let latest = latestOf(carried, opening);

  /**
   * Returns the case's time, which is never before the last event on its record. A case that is restarted on another
   * machine, or a practice case whose clock is still to be moved on, could otherwise date a decision before earlier
   * entries.
   */
  const now = (): Instant => later(latest, fromMillis(Date.now()));

  const effects = effectsOf({
    get file() {
      return file;
    },
    sent(keys) {
      file = { ...file, unsent: file.unsent.filter((key) => !keys.includes(key)) };
    },
  });

  /** The one place where a case changes: the file, its record, its notices, and how it reads in Temporal. */
  async function settle(next: CaseFile, events: readonly CaseEvent[], notices: readonly Notice[]): Promise<boolean> {
    file = next;
    awake = true;
    latest = now();
    show();
    return effects.record({ events, notices, file });
  }

  function show(which?: 'everything'): void {
    const shown = guard.ask('current-details', () => shownOf(file, now()), undefined);
    if (shown !== undefined) showInTemporal(shown, which);
  }

  /** Puts something on the record that is no decision: reminders, a new calendar, the closing. */
  function enter(
    next: CaseFile,
    kind: CaseEvent['kind'],
    details: CaseEvent['details'],
    notices: readonly Notice[] = [],
  ): Promise<boolean> {
    const seq = file.seq + 1;
    const unsent = [...next.unsent, ...notices.map(({ key }) => key)];
    return settle({ ...next, seq, unsent }, [{ seq, kind, at: now(), details }], notices);
  }

  /**
   * Waits for the next reminder; nothing else in a case sleeps. Asks again whether a reminder is still true before it
   * goes out. A run begins with one timer whatever is due, so that another version of the code finds in its history
   * what it would have done itself.
   */
  async function keepTime(): Promise<never> {
    let waitedFor: Instant | undefined;
    for (;;) {
      const seen = file;
      const current = now();
      // Reminders that fell due while the case waited for its own turn go out, whatever was decided in between.
      const next = waitedFor !== undefined && waitedFor <= current ? waitedFor : nextReminder(seen);
      const wake = guard.ask('reminders', () => next && mayRemindAt(seen, later(next, current)), undefined);
      if (wake === undefined || wake > current || !awake) {
        const turn = wake !== undefined && wake > current ? ownTurn(seen) : 0;
        const summary = wake === undefined ? 'Nobody is to be reminded' : `Next reminder: ${sayInstant(wake)}`;
        await condition(changesFrom(seen, next), sleepsFor(wake, turn), { summary });
        waitedFor = wake;
        awake = true;
        continue;
      }
      waitedFor = undefined;
      const notices = guard.ask('reminders', () => remindersDue(file, current), []);
      const reminded = { ...file, remindedUpTo: current };
      if (notices.length === 0) file = reminded;
      else await enter(reminded, 'reminders-sent', saidIn(notices), notices);
      if (file.calendar.until < londonDate(fromMillis(Date.now() + calendarMustReach * 86_400_000)))
        partnershipAsked ??= 'calendar';
    }
  }

  const nextReminder = (of: CaseFile) => guard.ask('reminders', () => nextReminderAt(of), undefined);

  /** Returns how long a case sleeps, in milliseconds: until its next reminder, or the longest time if there is none. */
  function sleepsFor(wake: Instant | undefined, turn: number): number {
    // Only a run that has yet to find out that it is over needs waking for it.
    if (wake === undefined) return isOver() && !awake ? shortest : longest;
    return Math.max(toMillis(wake) - Date.now() + turn, shortest);
  }

  /**
   * Returns a condition that is true once the next reminder has changed. The rules are asked once for each change of
   * the file, because they take a while.
   */
  function changesFrom(seen: CaseFile, next: Instant | undefined): () => boolean {
    let asked = seen;
    let answer = false;
    return () => {
      if (file !== asked) {
        asked = file;
        answer = nextReminder(file) !== next;
      }
      return answer;
    };
  }

  /**
   * Takes up the partnership's calendar and who is of it, or its whole profile where that was decided; what was met
   * keeps its date. Who is of the partnership is no entry of a case's record: it says who may be named from now on.
   */
  async function keepUp(): Promise<never> {
    for (;;) {
      await condition(() => partnershipAsked !== undefined);
      const what = partnershipAsked;
      const read = await readPartnership();
      partnershipAsked = undefined;
      const unreadable = sayUnreadable(read);
      if (unreadable !== undefined) {
        // The next start asks again where the case differs.
        guard.keep('calendar', new Error(`What was read of the partnership cannot be read here. ${unreadable}`));
        continue;
      }
      const { calendar, meetings, policy, people, everybody, changes: entries = [] } = read;
      const known = everybody === undefined ? {} : { everybody };
      const took = (next: CaseFile) =>
        guard.ask('calendar', () => takeUpCalendar(file, { next, entries, policy, now: now() }), {
          file: next,
          details: {},
        });
      if (what === 'profile') {
        const seats = { ...seatsFor(people, file), ...file.people };
        const taken = took({ ...file, ...known, calendar, meetings, policy, people: seats });
        const { profile, edition } = policy;
        if (isBorne(taken.file)) await enter(taken.file, 'profile-changed', { profile, edition, ...taken.details });
      } else if (canonical([calendar, meetings]) !== canonical([file.calendar, file.meetings])) {
        const taken = took({ ...file, ...known, calendar, meetings });
        if (isBorne(taken.file))
          await enter(taken.file, 'calendar-changed', { until: calendar.until, ...taken.details });
      } else if (JSON.stringify(everybody) !== JSON.stringify(file.everybody)) {
        await settle({ ...file, ...known }, [], []);
      }
    }
  }

  /** True if the rules can work with a calendar or a profile. One with which a rule throws is not taken up. */
  function isBorne(next: CaseFile): boolean {
    const worksOut = () => {
      workOutAll(next, now());
      return true;
    };
    return guard.ask('calendar', worksOut, false);
  }

  /** Puts the faults of rules on the record, each once; from the record their task is made. */
  async function recordFaults(): Promise<never> {
    for (;;) {
      await condition(() => guard.next !== undefined);
      const fault = guard.take();
      if (fault === undefined) continue;
      const ruleFaults = [...(file.ruleFaults ?? []), nameOfFault(fault)];
      await enter({ ...file, ruleFaults }, 'rule-failed', detailsOfFault(fault, file));
    }
  }

  /** Waits until nothing is under way, so that nothing is lost between this run and what comes after it. */
  async function quiet(): Promise<void> {
    await condition(
      () => allHandlersFinished() && effects.areAtRest() && partnershipAsked === undefined,
      sendingTakes,
      { summary: 'Goes on in a new run: waits for emails' },
    );
    await condition(() => allHandlersFinished() && effects.areRecorded() && partnershipAsked === undefined);
  }

  /** True if nothing is left to be done. The case then closes, in the run that finds it so. */
  const isOver = (): boolean =>
    file.closedOn === undefined && guard.ask('steps', () => openSteps(file).length === 0, false);

  const isTimeToMoveOn = (): boolean =>
    (moveOnAsked ||
      guard.ask('steps', () => stageOf(file), begunIn) !== begunIn ||
      workflowInfo().continueAsNewSuggested ||
      workflowInfo().targetWorkerDeploymentVersionChanged) &&
    !isOver();

  async function close(): Promise<void> {
    const closedOn = londonDate(now());
    const closed = { ...file, closedOn };
    const act = { seq: file.seq + 1, at: now(), on: closedOn };
    const told = [{ kind: 'case-closed', to: ['business-manager', 'spr-coordinator', 'sub-group-chair'] }] as const;
    const notices = guard.ask('closing', () => noticesOf(closed, told, act), []);
    await enter(closed, 'case-closed', { ending: endingOf(closed), closedOn }, notices);
  }

  const c: Case = {
    get file() {
      return file;
    },
    done: (step) => condition(() => guard.ask('steps', () => isSettled(file, step), false)),
  };

  const behindTheDoors = {
    now,
    get file() {
      return file;
    },
    settle,
    profileAsked: () => {
      partnershipAsked = 'profile';
    },
  };
  openDoors(behindTheDoors);
  setHandler(
    calendarChanged,
    () => {
      partnershipAsked ??= 'calendar';
    },
    { description: 'Holidays, closures, meetings or people changed: take them up, plan every date again' },
  );
  setHandler(
    takeUpCurrentCode,
    () => {
      moveOnAsked = true;
      awake = true;
    },
    { description: 'Go on from the case file onto the code that runs now' },
  );
  setHandler(lastEntry, () => file.seq, { description: 'The number of the last entry of its record' });
  // Set after all other handlers: it would otherwise be given the Signals that came before those were set.
  refuseOtherSignals(behindTheDoors);

  return {
    async follow(procedure) {
      show('everything');
      if (opening !== undefined) await effects.record({ ...opening, file });
      const beside = new CancellationScope();
      const background = beside.run(() => Promise.all([keepTime(), keepUp(), recordFaults(), effects.deliver()]));
      const failed = background.then(() => undefined);
      for (;;) {
        if (file.closedOn !== undefined) {
          // A closed case runs only while its last emails go out, or where it was begun again to be reopened.
          const reopened = () => file.closedOn === undefined;
          if (file.closedOn === carried.closedOn)
            await condition(reopened, reopeningTakes, { summary: 'Closed: waits to be reopened' });
          await Promise.race([
            condition(() => reopened() || (file.unsent.length === 0 && effects.areAtRest())),
            failed,
          ]);
          const { closedOn } = file;
          if (closedOn !== undefined) {
            await condition(allHandlersFinished);
            if (reopened()) continue;
            beside.cancel();
            await failed.catch(() => undefined);
            return { ending: endingOf(file), closedOn };
          }
        }
        const outcome = await walk(procedure, failed);
        if (outcome === 'ended') {
          // An earlier version of the code may have waited here, in the history of this very run. So the case is closed
          // only once the run is awake.
          if (awake) await close();
          else await condition(() => awake);
        }
        if (outcome === 'move-on') {
          await quiet();
          // The last thing to be done may have been done while this run waited; the case then closes in this run.
          if (!isOver()) await goOnInNewRun(file);
        }
      }
    },
  };

  /** Handles a procedure that throws: it is followed again from the top once the file is another. */
  function changedAfter(before: CaseFile): (error: unknown) => Promise<'changed'> {
    return async (error) => {
      guard.keep('procedure', error);
      await condition(() => file.course !== before.course || file.facts !== before.facts);
      return 'changed';
    };
  }

  /** Follows the procedure from the top until it ends, its course changes, or it is time to go on in a new run. */
  async function walk(
    procedure: (c: Case) => Promise<void>,
    failed: Promise<undefined>,
  ): Promise<'ended' | 'changed' | 'move-on'> {
    const { course } = file;
    const scope = new CancellationScope();
    const ways = scope.run(() =>
      Promise.race([
        procedure(c).then(() => 'ended' as const, changedAfter(file)),
        condition(() => file.course !== course).then(() => 'changed' as const),
        condition(isTimeToMoveOn).then(() => 'move-on' as const),
        failed.then(() => 'changed' as const),
      ]),
    );
    const way = await ways;
    scope.cancel();
    return way;
  }
}

/** The latest moment on the record of a case that is taken up. */
function latestOf(carried: CaseFile, opening: Opening | undefined): Instant {
  const reached = later(lastRecordedAt(carried), carried.remindedUpTo);
  return later(reached, opening?.events.at(-1)?.at ?? reached);
}

/**
 * Goes on from the file. Where workers are versioned a run stays on the version that it began on; the next one begins
 * on the current version, or it would go on in new runs for ever to reach it.
 */
function goOnInNewRun(file: CaseFile): Promise<never> {
  const initialVersioningBehavior = 'AUTO_UPGRADE';
  return makeContinueAsNewFunc<IncidentWorkflow>({ initialVersioningBehavior })(file);
}

/** Returns the details of a morning's reminders for the record: each deadline, and to whom. */
function saidIn(notices: readonly Notice[]): CaseEvent['details'] {
  return {
    to: notices.map(({ to }) => to),
    deadlines: [...new Set(notices.flatMap(({ lines }) => lines.map(({ deadline }) => deadline)))],
  };
}

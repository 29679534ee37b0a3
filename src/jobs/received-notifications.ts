import type { Office } from '../casework/office';
import { tellWorkflow } from '../casework/outside/receiving';
import { openTaken } from '../casework/outside/taking';
import { errorInLog } from '../log/log';
import { fromMillis, toMillis } from '../procedure/time/dates';
import { RecordsUnavailable } from '../records/unavailable';
import { CasesUnavailable } from '../temporal/cases';

const minute = 60_000;
/** Milliseconds after which an act that somebody began is gone on with: they may be in the middle of it. */
const leftAlone = minute / 2;

/**
 * Compares notifications from outside with what became of them, now and every minute: the case of one that was taken
 * opens though the process that took it died, its workflow runs, and a sender who confirmed an address is told. Begins
 * every workflow anew at the start, on the code that runs now. Returns a function that stops it.
 */
export function keepReceived(office: Office, everyMs = minute): () => Promise<void> {
  let stopped = false;
  let looking = look(office, 'beginAnew');
  const timer = setInterval(() => {
    looking = looking.then(() => (stopped ? undefined : look(office, 'begin')));
  }, everyMs);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking;
  };
}

/** Looks once. What cannot be done now is done at the next look, and keeps nothing else from being done. */
async function look(office: Office, how: 'begin' | 'beginAnew'): Promise<void> {
  const { records, cases, now, log } = office;
  if (cases.heldBack !== undefined) return;
  const before = fromMillis(toMillis(now()) - leftAlone);
  const chores: readonly (() => Promise<unknown>)[] = [
    async () => {
      for (const taken of await records.outsideNotifications.unopened(before)) {
        const opened = await openTaken(office, taken);
        log?.warn({ number: taken.number, result: opened.kind }, 'The case of a taken notification was opened late.');
      }
    },
    async () => {
      for (const number of await records.outsideNotifications.toWatch()) await cases.outside[how](number);
    },
    async () => {
      for (const number of await records.outsideNotifications.unacknowledged(before))
        await tellWorkflow(office, number, 'changed');
    },
  ];
  for (const chore of chores) {
    try {
      await chore();
    } catch (error) {
      const passes = error instanceof RecordsUnavailable || error instanceof CasesUnavailable;
      log?.[passes ? 'warn' : 'error'](
        { error: errorInLog(error) },
        'Received notifications could not be looked after; in a minute it is tried again.',
      );
    }
  }
}
